//! Too much at once: hours above the peer's own ceiling or beyond the contract, several teams.

use std::collections::BTreeSet;

use passerelle_kernel::{Date, Minutes};

use super::{Facts, Picture, WEEKS_AHEAD, Work};
use crate::{
    matching::Engagement,
    overtime::{self, Stretch},
    period::Week,
};

/// From how many teams at once each with its own rules and hierarchy.
const SEVERAL: usize = 2;

/// The weeks to come with more hours than the peer has said.
pub(super) fn ceiling(picture: &Picture) -> Option<Facts> {
    let ceiling = picture.wishes.ceiling?;
    let weeks = std::iter::successors(Some(first(picture)), |week| Some(week.next())).take(usize::from(WEEKS_AHEAD));
    let planned = |week: Week| picture.work.iter().map(|work| in_week(work, week)).sum::<Minutes>();
    let weeks: Vec<_> = weeks.map(|week| (week, planned(week))).filter(|(_, planned)| *planned > ceiling).collect();
    (!weeks.is_empty()).then_some(Facts::Ceiling { ceiling, weeks })
}

/// The first week that is wholly to come.
fn first(picture: &Picture) -> Week {
    let this = Week::of(picture.today);
    if this.monday() == picture.today { this } else { this.next() }
}

/// The weeks to come with more hours than the contract, as [`overtime::ahead`] finds them; of one association only.
pub(super) fn contract(picture: &Picture) -> Option<Facts> {
    let (_, contract) = picture.contracts.first()?;
    let engaged = |work: &Work| Engagement {
        mission: work.mission,
        org: work.org,
        period: work.period,
        hours_week: work.hours_week,
    };
    let work = overtime::Work {
        recorded: Vec::new(),
        engaged: picture.work.iter().map(engaged).collect(),
        tables: picture.work.iter().map(|work| work.table.clone()).collect(),
    };
    let from = first(picture).monday();
    let weeks = overtime::ahead(contract, &work, from, from).into_iter().filter_map(|beyond| match beyond.stretch {
        Stretch::Week(week) => Some((week, beyond.agreed, beyond.expected)),
        Stretch::Month(_) => None,
    });
    let weeks: Vec<_> = weeks.collect();
    (!weeks.is_empty()).then_some(Facts::Contract(weeks))
}

/// The times of the week; the hours that were agreed where no times are written down.
fn in_week(work: &Work, week: Week) -> Minutes {
    if work.table.slots.is_empty() && work.table.exceptions.is_empty() {
        return work.period.within(week.days()).map_or(Minutes::ZERO, |_| work.hours_week);
    }
    work.table.occurrences(week.days()).iter().map(|time| time.minutes).sum()
}

/// The missions of the moment with the most teams.
pub(super) fn several_teams(picture: &Picture) -> Option<Facts> {
    let days = picture.days();
    // The number only grows on a first day, so first days are enough.
    let first_days = picture.work.iter().map(|work| work.period.from).filter(|date| days.contains(*date));
    let moments: BTreeSet<Date> = first_days.chain([days.first()]).collect();
    let on = |date: Date| -> Vec<&Work> { picture.work.iter().filter(|work| work.period.contains(date)).collect() };
    let teams = |work: &[&Work]| work.iter().map(|work| work.team).collect::<BTreeSet<_>>().len();
    let fullest = moments.into_iter().map(on).rev().max_by_key(|work| teams(work))?;
    let teams = teams(&fullest);
    (teams >= SEVERAL)
        .then(|| Facts::SeveralTeams { missions: fullest.iter().map(|work| work.mission).collect(), teams })
}
