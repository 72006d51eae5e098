//! The hours of one mission in one month: what the referent confirms at once, and the coordinator after.

use std::collections::BTreeMap;

use passerelle_kernel::{Id, Minutes};

use super::{Entry, Stage};
use crate::{mission::Mission, period::Month, refusal::Refusal, stamp::Stamp};

/// The sums of a month on one mission, by stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthSheet {
    /// The month.
    pub month: Month,
    /// Minutes at each stage; a stage without an entry is left out.
    pub minutes: BTreeMap<Stage, Minutes>,
}

impl MonthSheet {
    /// Sums the entries of this mission and month among `entries`.
    pub fn of(mission: Id<Mission>, month: Month, entries: &[Entry]) -> Self {
        let mut minutes = BTreeMap::new();
        for entry in entries.iter().filter(|entry| belongs(entry, mission, month)) {
            let sum = minutes.entry(entry.stage()).or_insert(Minutes::ZERO);
            *sum = *sum + entry.facts().work.minutes;
        }
        Self { month, minutes }
    }

    /// The minutes at one stage.
    pub fn at(&self, stage: Stage) -> Minutes {
        self.minutes.get(&stage).copied().unwrap_or_default()
    }

    /// All minutes of the month.
    pub fn total(&self) -> Minutes {
        self.minutes.values().copied().sum()
    }
}

/// The referent confirms all that waits in a month of a mission; gives back the entries that changed.
///
/// # Errors
/// Refused when nothing waits, and for one's own hours.
pub fn confirm_month(
    mission: Id<Mission>,
    month: Month,
    entries: Vec<Entry>,
    stamp: &Stamp,
) -> Result<Vec<Entry>, Refusal> {
    each(mission, month, entries, Stage::Recorded, |entry| entry.confirm(stamp.clone()))
}

/// The coordinator approves all that is confirmed in a month of a mission; gives back the entries that changed.
///
/// # Errors
/// Refused when nothing waits, and for one's own hours.
pub fn approve_month(
    mission: Id<Mission>,
    month: Month,
    entries: Vec<Entry>,
    stamp: &Stamp,
) -> Result<Vec<Entry>, Refusal> {
    each(mission, month, entries, Stage::Confirmed, |entry| entry.approve(stamp.clone()))
}

fn each(
    mission: Id<Mission>,
    month: Month,
    entries: Vec<Entry>,
    stage: Stage,
    act: impl Fn(Entry) -> Result<Entry, Refusal>,
) -> Result<Vec<Entry>, Refusal> {
    let waiting = entries.into_iter().filter(|entry| belongs(entry, mission, month) && entry.stage() == stage);
    let changed = waiting.map(act).collect::<Result<Vec<_>, _>>()?;
    if changed.is_empty() { Err(Refusal::NothingWaits) } else { Ok(changed) }
}

fn belongs(entry: &Entry, mission: Id<Mission>, month: Month) -> bool {
    entry.facts().mission == mission && Month::of(entry.facts().work.on) == month
}
