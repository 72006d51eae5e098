//! The facts that raise a signal, and how much they say.

use std::collections::BTreeSet;

use passerelle_kernel::{Date, Id, Minutes};

use super::{Kind, rest};
use crate::{
    mission::Mission,
    period::{Days, Week},
    slot::Occurrence,
};

/// Two times of work, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The first.
    pub before: Occurrence,
    /// The next.
    pub after: Occurrence,
}

impl Gap {
    /// From the end of the first to the beginning of the next.
    pub fn minutes(&self) -> Minutes {
        Minutes(self.after.begins.duration_since(self.before.ends()).as_mins())
    }

    /// What stays the same from week to week.
    fn part(&self) -> String {
        let name = |time: &Occurrence| {
            time.slot.map_or_else(|| format!("{}@{}", time.mission, time.planned_on), |slot| slot.to_string())
        };
        format!("{}>{}", name(&self.before), name(&self.after))
    }
}

/// The facts that raise a signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facts {
    /// Weeks with more hours than the peer's ceiling.
    Ceiling {
        /// The ceiling, which is the peer's own: nobody else reads it.
        ceiling: Minutes,
        /// The weeks, with their hours.
        weeks: Vec<(Week, Minutes)>,
    },
    /// Weeks with more hours than the contract: what was agreed, and what is planned.
    Contract(Vec<(Week, Minutes, Minutes)>),
    /// The missions of one moment, of several teams.
    SeveralTeams {
        /// The missions.
        missions: Vec<Id<Mission>>,
        /// How many teams.
        teams: usize,
    },
    /// Nights that are too short.
    ShortRest(Vec<Gap>),
    /// Days in a row without a long rest.
    WeeklyRest(Days),
    /// Evenings and the mornings after.
    LateThenEarly(Vec<Gap>),
    /// Times with too little between them for the way, and how long the way takes.
    TightJourney(Vec<(Gap, Minutes)>),
    /// Missions whose way is longer than the peer has said.
    LongJourney {
        /// What the peer has said: nobody else reads it.
        most: Minutes,
        /// The missions, with about how long the way takes.
        missions: Vec<(Id<Mission>, Minutes)>,
    },
    /// Free for a mission since this day.
    Idle(Date),
    /// The missions that end with nothing after them, and their last days.
    Ending(Vec<(Id<Mission>, Date)>),
    /// The peer has said it.
    Alone,
}

/// How much a signal says: what it is made of, and how heavy it is (minutes, teams or days, by its kind).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// What it is made of, in names that stay from week to week.
    pub parts: BTreeSet<String>,
    /// How heavy it is.
    pub weight: i64,
}

impl Extent {
    /// Whether `other` says nothing that this does not say.
    pub fn covers(&self, other: &Self) -> bool {
        other.weight <= self.weight && other.parts.is_subset(&self.parts)
    }

    /// All that any of them says.
    pub(super) fn all<'a>(extents: impl Iterator<Item = &'a Self>) -> Self {
        extents.fold(Self { weight: i64::MIN, ..Self::default() }, |all, one| Self {
            parts: &all.parts | &one.parts,
            weight: all.weight.max(one.weight),
        })
    }
}

impl Facts {
    /// What they are about.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Ceiling { .. } => Kind::Ceiling,
            Self::Contract(_) => Kind::Contract,
            Self::SeveralTeams { .. } => Kind::SeveralTeams,
            Self::ShortRest(_) => Kind::ShortRest,
            Self::WeeklyRest(_) => Kind::WeeklyRest,
            Self::LateThenEarly(_) => Kind::LateThenEarly,
            Self::TightJourney(_) => Kind::TightJourney,
            Self::LongJourney { .. } => Kind::LongJourney,
            Self::Idle(_) => Kind::Idle,
            Self::Ending(_) => Kind::Ending,
            Self::Alone => Kind::Alone,
        }
    }

    /// How much they say.
    pub fn extent(&self) -> Extent {
        let made = |parts: BTreeSet<String>, weight: i64| Extent { parts, weight };
        let heaviest = |weights: &mut dyn Iterator<Item = Minutes>| weights.map(|one| one.0).max().unwrap_or_default();
        match self {
            Self::Ceiling { ceiling, weeks } => {
                made(BTreeSet::new(), heaviest(&mut weeks.iter().map(|(_, planned)| *planned - *ceiling)))
            }
            Self::Contract(weeks) => {
                made(BTreeSet::new(), heaviest(&mut weeks.iter().map(|(_, agreed, planned)| *planned - *agreed)))
            }
            Self::SeveralTeams { missions, teams } => {
                made(missions.iter().map(Id::to_string).collect(), i64::try_from(*teams).unwrap_or(i64::MAX))
            }
            Self::ShortRest(gaps) => {
                made(parts(gaps), heaviest(&mut gaps.iter().map(|gap| rest::DAILY_REST - gap.minutes())))
            }
            Self::LateThenEarly(gaps) => made(parts(gaps), 0),
            Self::WeeklyRest(days) => made(BTreeSet::new(), rest::count(*days)),
            Self::TightJourney(gaps) => made(
                gaps.iter().map(|(gap, _)| gap.part()).collect(),
                heaviest(&mut gaps.iter().map(|(gap, way)| *way - gap.minutes())),
            ),
            Self::LongJourney { most, missions } => made(
                missions.iter().map(|(mission, _)| mission.to_string()).collect(),
                heaviest(&mut missions.iter().map(|(_, way)| *way - *most)),
            ),
            Self::Ending(missions) => made(missions.iter().map(|(mission, _)| mission.to_string()).collect(), 0),
            Self::Idle(_) | Self::Alone => Extent::default(),
        }
    }
}

fn parts(gaps: &[Gap]) -> BTreeSet<String> {
    gaps.iter().map(Gap::part).collect()
}
