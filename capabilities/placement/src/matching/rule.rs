//! The hard rules, one function each.
//!
//! What a peer has not told is not held against them: the coordinator reads that it is to be asked. A ceiling, the
//! length of a journey and the days of availability are the peer's own; reasons say that they hold, not how high they
//! are.

use passerelle_kernel::{Date, Minutes};

use super::{Candidate, Engagement, Need, Own, travel};
use crate::{
    period::{Days, Period},
    slot::{Clash, Occurrence, clash},
    spoken::Spoken,
};

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
        /// No other mission of the peer takes place at the same time, in whichever association.
        Times = "times",
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
    /// Can work from this day on, the first one of the mission.
    FreeFrom(Date),
    /// The way takes about this long, which suits the peer.
    Travels(Minutes),
    /// None of the peer's other missions takes place at these times.
    NothingThen,
    /// The peer is away on some days of the first weeks. It keeps nobody away and changes no order: it is a thing to know.
    AwayAtFirst,
    /// The peer has not told; ask.
    ToAsk(Rule),
}

/// How many days of a mission are looked at for days away: four weeks.
pub const FIRST_DAYS: u16 = 28;

/// Whether a rule holds.
pub(super) fn holds(rule: Rule, need: &Need, candidate: &Candidate) -> bool {
    match rule {
        Rule::NotThere => !candidate.not_there.0,
        Rule::Language => need.languages.is_subset(&candidate.languages),
        _ => look(rule, need, candidate).is_none_or(|own| own.holds()),
    }
}

/// What is told of a rule that holds; nothing of the private list, and of times while the mission has none.
pub(super) fn reason(rule: Rule, need: &Need, candidate: &Candidate) -> Option<Reason> {
    look(rule, need, candidate).map(|own| in_facts(own, need, candidate))
}

/// What a rule compares; nothing for the one that is never spoken of, and of times while a mission has none.
pub(super) fn look(rule: Rule, need: &Need, candidate: &Candidate) -> Option<Own> {
    Some(match rule {
        Rule::Language => Own::Languages {
            needed: need.languages.iter().cloned().collect(),
            missing: need.languages.difference(&candidate.languages).cloned().collect(),
        },
        Rule::Ceiling => Own::Hours { total: engaged(need, candidate) + need.hours_week, ceiling: candidate.ceiling },
        Rule::Dates => days(need, candidate),
        Rule::Travel => Own::Way(way(need, candidate)),
        Rule::Times if need.times.is_empty() => return None,
        Rule::Times => Own::Times(taken(need, candidate)),
        Rule::NotThere => return None,
    })
}

/// What those who coordinate read of a rule that holds: that it does, and never how high a limit is.
fn in_facts(own: Own, need: &Need, candidate: &Candidate) -> Reason {
    match own {
        Own::Languages { needed, .. } => Reason::Speaks(needed),
        Own::Hours { ceiling: None, .. } => Reason::ToAsk(Rule::Ceiling),
        Own::Hours { .. } => Reason::HoursAWeek(engaged_here(need, candidate) + need.hours_week),
        Own::Days { .. } => Reason::FreeFrom(need.period.from),
        Own::Way(None) => Reason::ToAsk(Rule::Travel),
        Own::Way(Some((time, _))) => Reason::Travels(time),
        Own::Times(_) => Reason::NothingThen,
    }
}

/// The most hours a week that the peer's other missions take at any moment of this one, in all associations.
pub(super) fn engaged(need: &Need, candidate: &Candidate) -> Minutes {
    fullest(need, candidate, |_| true)
}

/// The same, with the association that asks: how much the peer does for others is not its business.
pub(super) fn engaged_here(need: &Need, candidate: &Candidate) -> Minutes {
    fullest(need, candidate, |engagement| engagement.org == need.org)
}

/// How many other missions of the association that asks the peer has during this one.
pub(super) fn missions_here(need: &Need, candidate: &Candidate) -> usize {
    let meets = |other: &Period| other.contains(need.period.from) || need.period.contains(other.from);
    let is_other = |engagement: &&Engagement| engagement.mission != need.mission && engagement.org == need.org;
    candidate.engaged.iter().filter(is_other).filter(|engagement| meets(&engagement.period)).count()
}

fn fullest(need: &Need, candidate: &Candidate, counts: impl Fn(&Engagement) -> bool) -> Minutes {
    let is_other = |engagement: &&Engagement| engagement.mission != need.mission && counts(engagement);
    let others = || candidate.engaged.iter().filter(is_other);
    // The sum only grows on a first day, so first days are enough.
    let first_days = others().map(|engagement| engagement.period.from).chain([need.period.from]);
    let on = |date| others().filter(|other| other.period.contains(date)).map(|other| other.hours_week).sum();
    first_days.filter(|date| need.period.contains(*date)).map(on).max().unwrap_or(Minutes::ZERO)
}

fn days(need: &Need, candidate: &Candidate) -> Own {
    let Period { from: first, until: last } = need.period;
    // Nobody can promise for ever: a mission without an end asks only to be free when it begins.
    let last = last.unwrap_or(first);
    Own::Days {
        paused: candidate.paused,
        from: candidate.from.filter(|from| *from > first),
        until: candidate.until.filter(|until| *until < last),
    }
}

/// How long the way takes, and the longest one that the peer takes; nothing while one of the places is not known.
pub(super) fn way(need: &Need, candidate: &Candidate) -> Option<(Minutes, Minutes)> {
    let (place, reach) = (need.place?, candidate.reach?);
    Some((travel::travel_minutes(travel::kilometres(reach.home, place), reach.mode), reach.most))
}

/// The first time of another mission of the peer that clashes with one of this mission.
fn taken(need: &Need, candidate: &Candidate) -> Option<Occurrence> {
    let is_ours = |time: &Occurrence| time.mission == need.mission;
    let clash = if candidate.times.iter().any(is_ours) {
        let others: Vec<_> = candidate.times.iter().filter(|time| !is_ours(time)).copied().collect();
        clash(&need.times, &others)
    } else {
        clash(&need.times, &candidate.times)
    };
    clash.map(|Clash { first, second }| if is_ours(&first) { second } else { first })
}

/// Whether the peer is away on some of the first days of the mission.
pub(super) fn away(need: &Need, candidate: &Candidate) -> Option<Reason> {
    let first = need.period.within(Days::counting(need.period.from, FIRST_DAYS))?;
    candidate.away.iter().any(|days| days.common(first).is_some()).then_some(Reason::AwayAtFirst)
}
