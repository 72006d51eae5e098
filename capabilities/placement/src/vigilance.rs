//! Vigilance: what the coming weeks of a peer look like to somebody who cares about them (domain A6).
//!
//! Two dangers: too much (hours, teams, little rest, journeys) and too little (no mission, none after this one, nobody to
//! talk to). A signal is a fact about work that both sides can check: no score, no word about health, nothing about how
//! somebody works. Two invariants. The peer sees first what is shown about them. And the signals of an association are
//! found as if there were no other one: what several make together, only the peer sees.

mod facts;
mod few;
mod journey;
mod load;
mod rest;
mod signal;

use std::collections::BTreeSet;

use passerelle_kernel::{Date, Id, Minutes};

pub use facts::{Extent, Facts, Gap};
pub use few::{ENDS_WITHIN, IDLE_AFTER};
pub use rest::{DAILY_REST, EARLY, LATE, MOST_DAYS, WEEKLY_REST};
pub use signal::{Change, DAYS_TO_ANSWER, Signal, reconcile, told_before};

use crate::{
    contract::Contract,
    matching::{Mode, Place},
    mission::Mission,
    outside::{Organisation, Team},
    period::{Days, Period, later},
    slot::{Occurrence, Timetable},
};

/// How many weeks ahead are looked at.
pub const WEEKS_AHEAD: u16 = 4;

codes! {
    /// What a signal is about.
    pub enum Kind {
        /// More hours in a week than the peer's own ceiling.
        Ceiling = "ceiling",
        /// More hours in a week than the contract with the association.
        Contract = "contract",
        /// Several teams at once, each with its own rules.
        SeveralTeams = "several-teams",
        /// Little rest between two days of work.
        ShortRest = "short-rest",
        /// No long rest for more than six days.
        WeeklyRest = "weekly-rest",
        /// Late one evening, early the next morning.
        LateThenEarly = "late-then-early",
        /// Less time between two places than the way takes.
        TightJourney = "tight-journey",
        /// A way that is longer than the peer has said.
        LongJourney = "long-journey",
        /// Free for a mission, and none for weeks.
        Idle = "idle",
        /// A mission ends and none follows.
        Ending = "ending",
        /// Nobody to talk to about work: the peer says it, nobody guesses.
        Alone = "alone",
    }
}

impl Kind {
    /// Whether less work this month would help.
    pub const fn is_too_much(self) -> bool {
        matches!(
            self,
            Self::Ceiling
                | Self::Contract
                | Self::SeveralTeams
                | Self::ShortRest
                | Self::WeeklyRest
                | Self::LateThenEarly
                | Self::TightJourney
        )
    }

    /// Whether it is when times lie that is hard, not how many they are: fewer hours a week need not change it.
    pub const fn is_about_times(self) -> bool {
        matches!(self, Self::ShortRest | Self::WeeklyRest | Self::LateThenEarly | Self::TightJourney)
    }
}

/// A mission that a peer does or will do.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// The mission.
    pub mission: Id<Mission>,
    /// Its association.
    pub org: Id<Organisation>,
    /// Its team.
    pub team: Id<Team>,
    /// Its days.
    pub period: Period,
    /// The hours a week that were agreed.
    pub hours_week: Minutes,
    /// Where the team is, if it is known.
    pub place: Option<Place>,
    /// When the peer is there.
    pub table: Timetable,
}

/// A peer's role in an association.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The association.
    pub org: Id<Organisation>,
    /// Since when.
    pub since: Date,
    /// The last day of the last mission there that has ended.
    pub last: Option<Date>,
}

/// What a peer has told of how they want to work, as far as vigilance looks at it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Wishes {
    /// The most hours a week.
    pub ceiling: Option<Minutes>,
    /// The first day on which the peer can work.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    /// No proposals for now.
    pub paused: bool,
    /// How the peer travels, and for how long, one way.
    pub travel: Option<(Mode, Minutes)>,
}

/// What is known of a peer's work today.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Today.
    pub today: Date,
    /// What the peer has told.
    pub wishes: Wishes,
    /// The association that knows where the peer lives, and where that is.
    pub home: Option<(Id<Organisation>, Place)>,
    /// The associations for which the peer works or wants to.
    pub seats: Vec<Seat>,
    /// The missions that the peer does or will do.
    pub work: Vec<Work>,
    /// What each association has agreed with the peer as hours a week.
    pub contracts: Vec<(Id<Organisation>, Contract)>,
}

impl Picture {
    /// What this association knows: nothing of any other one.
    fn of(&self, seat: Seat) -> Self {
        Self {
            home: self.home.filter(|(org, _)| *org == seat.org),
            seats: vec![seat],
            work: self.work.iter().filter(|work| work.org == seat.org).cloned().collect(),
            contracts: self.contracts.iter().filter(|(org, _)| *org == seat.org).cloned().collect(),
            ..self.clone()
        }
    }

    /// The days that are looked at.
    fn days(&self) -> Days {
        let (first, last) = (self.today, later(self.today, i32::from(WEEKS_AHEAD) * 7 - 1));
        Days::new(first, last).unwrap_or_else(|_| Days::counting(first, 1))
    }

    /// The times that begin on these days, in order.
    fn times(&self, days: Days) -> Vec<Occurrence> {
        let mut times: Vec<_> = self.work.iter().flat_map(|work| work.table.occurrences(days)).collect();
        times.sort_by_key(|time| (time.begins, time.minutes, time.mission));
        times
    }
}

/// Facts that raise a signal, and whose they all are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The association of all of them; none for what several make together.
    pub org: Option<Id<Organisation>>,
    /// The facts.
    pub facts: Facts,
}

/// Finds facts in a picture.
type Rule = fn(&Picture) -> Option<Facts>;

/// What several associations can make together.
const TOGETHER: [Rule; 6] =
    [load::ceiling, load::several_teams, rest::short, rest::weekly, rest::late_then_early, journey::tight];
/// What only one association at a time is asked.
const EACH: [Rule; 4] = [load::contract, journey::long, few::idle, few::ending];

/// All that is found for a peer: association by association, each as if it were the only one; then what they make
/// together beyond that.
pub fn found(picture: &Picture) -> Vec<Found> {
    let mut found = Vec::new();
    for seat in &picture.seats {
        let own = picture.of(*seat);
        let facts = TOGETHER.iter().chain(&EACH).filter_map(|rule| rule(&own));
        found.extend(facts.map(|facts| Found { org: Some(seat.org), facts }));
    }
    let orgs: BTreeSet<Id<Organisation>> = picture.work.iter().map(|work| work.org).collect();
    if orgs.len() > 1 {
        let together = TOGETHER.iter().filter_map(|rule| rule(picture)).filter(|facts| !is_told(facts, &found));
        let together: Vec<_> = together.map(|facts| Found { org: None, facts }).collect();
        found.extend(together);
    }
    found
}

/// Whether the associations, each for itself, say as much.
fn is_told(facts: &Facts, found: &[Found]) -> bool {
    let same = found.iter().filter(|one| one.facts.kind() == facts.kind()).map(|one| one.facts.extent());
    let same: Vec<Extent> = same.collect();
    Extent::all(same.iter()).covers(&facts.extent())
}

#[cfg(test)]
mod tests;
