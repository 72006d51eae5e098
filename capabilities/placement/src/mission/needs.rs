//! What a mission needs from a peer: it is changed with the team, as long as no peer is agreed.

use std::{collections::BTreeSet, sync::Arc};

use passerelle_kernel::{Date, Minutes};

use super::{Mission, State};
use crate::{
    matching::{Nature, Need},
    period::Period,
    refusal::Refusal,
    request::is_hours_of_a_week,
    spoken::Spoken,
};

/// What can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    /// Hours a week.
    pub hours_week: Minutes,
    /// The first day.
    pub from: Date,
    /// The last day, if it is known.
    pub until: Option<Date>,
    /// The languages that the work needs.
    pub languages: BTreeSet<Spoken>,
}

impl Mission {
    /// What the mission needs from a peer; which kind of work it is stands in its request.
    pub fn need(&self) -> Need {
        Need {
            mission: self.id,
            org: self.org,
            languages: self.languages.clone(),
            hours_week: self.hours_week,
            period: self.period,
            place: self.place,
            nature: Nature::default(),
            times: Arc::default(),
        }
    }

    /// Changes what the mission needs from a peer.
    ///
    /// # Errors
    /// Refused once a peer is agreed, for hours that no week has, for days that are turned round, and without a language.
    pub fn adjust(self, needs: Needs) -> Result<Self, Refusal> {
        let Needs { hours_week, from, until, languages } = needs;
        if !matches!(self.state, State::Open | State::Proposed { .. }) {
            return Err(Refusal::MissionTaken);
        }
        is_hours_of_a_week(hours_week)?;
        if languages.is_empty() {
            return Err(Refusal::ChoiceMissing);
        }
        Ok(Self { hours_week, period: Period::new(from, until)?, languages, ..self })
    }
}
