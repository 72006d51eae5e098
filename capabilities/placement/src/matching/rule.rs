//! The hard rules, one function each.
//!
//! What a peer has not told is not held against them: the coordinator reads that it is to be asked. A ceiling, the
//! length of a journey and the days of availability are the peer's own; reasons say that they hold, not how high they
//! are.

use passerelle_kernel::{Date, Minutes};

use super::{Candidate, Engagement, Need, travel};
use crate::{period::Period, spoken::Spoken};

codes! {
    /// A rule that nobody may overrule but the peer.
    pub enum Rule {
        /// The peer speaks every language that the work needs.
        Language = "language",
        /// The hours fit under the peer's own weekly ceiling, with the other missions.
        Ceiling = "ceiling",
        /// The peer can work on the days of the mission and wants to be asked.
        Dates = "dates",
        /// The way is not longer than the peer has said.
        Travel = "travel",
        /// The peer's private list does not name the place.
        NotThere = "not-there",
    }
}

/// Why a rule holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Speaks these languages, which the work needs.
    Speaks(Vec<Spoken>),
    /// Would have this many hours a week with this association, within the peer's own ceiling for all of them.
    HoursAWeek(Minutes),
    /// Can work from this day on, or from the first day of the mission.
    FreeFrom(Date),
    /// The way takes about this long, which suits the peer.
    Travels(Minutes),
    /// The peer has not told; ask.
    ToAsk(Rule),
}

/// `None`: the rule does not hold. `Some(None)`: it holds and is not spoken of.
pub(super) fn judge(rule: Rule, need: &Need, candidate: &Candidate) -> Option<Option<Reason>> {
    match rule {
        Rule::Language => speaks(need, candidate).map(Some),
        Rule::Ceiling => under_ceiling(need, candidate).map(Some),
        Rule::Dates => free(need, candidate).map(Some),
        Rule::Travel => near(need, candidate).map(Some),
        Rule::NotThere => (!candidate.not_there.0).then_some(None),
    }
}

fn speaks(need: &Need, candidate: &Candidate) -> Option<Reason> {
    let all = need.languages.is_subset(&candidate.languages);
    all.then(|| Reason::Speaks(need.languages.iter().cloned().collect()))
}

fn under_ceiling(need: &Need, candidate: &Candidate) -> Option<Reason> {
    let Some(ceiling) = candidate.ceiling else { return Some(Reason::ToAsk(Rule::Ceiling)) };
    let total = engaged(need, candidate) + need.hours_week;
    (total <= ceiling).then(|| Reason::HoursAWeek(engaged_here(need, candidate) + need.hours_week))
}

/// The most hours a week that the peer's other missions take at any moment of this one, in all associations.
pub(super) fn engaged(need: &Need, candidate: &Candidate) -> Minutes {
    fullest(need, candidate, |_| true)
}

/// The same, with the association that asks: how much the peer does for others is not its business.
pub(super) fn engaged_here(need: &Need, candidate: &Candidate) -> Minutes {
    fullest(need, candidate, |engagement| engagement.org == need.org)
}

fn fullest(need: &Need, candidate: &Candidate, counts: impl Fn(&Engagement) -> bool) -> Minutes {
    let is_other = |engagement: &&Engagement| engagement.mission != need.mission && counts(engagement);
    let others = || candidate.engaged.iter().filter(is_other);
    // The sum only grows on a first day, so first days are enough.
    let first_days = others().map(|engagement| engagement.period.from).chain([need.period.from]);
    let on = |date| others().filter(|other| other.period.contains(date)).map(|other| other.hours_week).sum();
    first_days.filter(|date| need.period.contains(*date)).map(on).max().unwrap_or(Minutes::ZERO)
}

fn free(need: &Need, candidate: &Candidate) -> Option<Reason> {
    let Period { from: first, until: last } = need.period;
    let begins = candidate.from.is_none_or(|from| from <= first);
    // Nobody can promise for ever: a mission without an end asks only to be free when it begins.
    let lasts = candidate.until.is_none_or(|until| last.unwrap_or(first) <= until);
    let told = candidate.from.unwrap_or(first).max(first);
    (!candidate.paused && begins && lasts).then_some(Reason::FreeFrom(told))
}

fn near(need: &Need, candidate: &Candidate) -> Option<Reason> {
    let (Some(place), Some(reach)) = (need.place, candidate.reach) else { return Some(Reason::ToAsk(Rule::Travel)) };
    let time = travel::travel_minutes(travel::kilometres(reach.home, place), reach.mode);
    (time <= reach.most).then_some(Reason::Travels(time))
}
