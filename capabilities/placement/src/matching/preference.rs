//! The preferences: what makes a mission suit one peer more than another one who fits it too. They keep nobody away.
//!
//! Each looks at one mission beside what a peer has told, and at what the association that asks has itself agreed with
//! the peer. What others engage, how high the ceiling is and where the peer does not want to work enter nowhere. What was
//! not told counts as the middle: silence costs nobody anything. Novices beside a mentor are not among them: nobody's
//! mentor is known yet.

use std::collections::BTreeSet;

use passerelle_kernel::Minutes;

use super::{Candidate, Need, rule, weights::Weights};
use crate::request::{Hope, Public, Setting};

codes! {
    /// A preference.
    pub enum Preference {
        /// The peer likes to work with those whom the team accompanies.
        Public = "public",
        /// The peer likes to bring what the team hopes for.
        Help = "help",
        /// The peer likes this kind of place.
        Setting = "setting",
        /// The peer has no other mission at that time.
        FirstMission = "first-mission",
        /// The peer has few other missions at that time.
        FewMissions = "few-missions",
        /// The hours are about as many as the peer hopes for.
        Hours = "hours",
        /// The way is short.
        ShortWay = "short-way",
        /// The peer has worked with the team or its institution.
        Continuity = "continuity",
    }
}

codes! {
    /// How far a mission goes the way that a preference wants.
    pub enum Level {
        /// It does.
        Well = "well",
        /// In part.
        Partly = "partly",
        /// It does not.
        Not = "not",
        /// Something has not been told.
        Untold = "untold",
    }
}

impl Level {
    const fn points(self) -> u32 {
        match self {
            Self::Well => 2,
            Self::Partly | Self::Untold => 1,
            Self::Not => 0,
        }
    }
}

/// What kind of work it is, or which kind somebody likes: with whom, what for, where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nature {
    /// With whom.
    pub publics: BTreeSet<Public>,
    /// What for.
    pub hopes: BTreeSet<Hope>,
    /// In which kinds of place.
    pub settings: BTreeSet<Setting>,
}

/// Where a peer has worked before, as far as the association that asks has lent their time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Known {
    /// Neither the team nor the institution.
    #[default]
    No,
    /// Another team of the institution.
    Institution,
    /// The team.
    Team,
}

/// What meets, in facts to be put in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meets {
    /// Nothing that the level does not say.
    Said,
    /// With whom.
    Publics(BTreeSet<Public>),
    /// What for.
    Hopes(BTreeSet<Hope>),
}

/// What one preference says of one mission and one peer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The preference.
    pub preference: Preference,
    /// How far.
    pub level: Level,
    /// What meets.
    pub meets: Meets,
}

/// What every preference says, in their order; nothing of those on which the mission is silent.
pub(super) fn verdicts(need: &Need, candidate: &Candidate) -> Vec<Verdict> {
    Preference::ALL.iter().filter_map(|preference| judge(*preference, need, candidate)).collect()
}

/// How well a mission suits, for the order of this mission alone. It is no mark of a person and nobody reads it.
pub(super) fn closeness(verdicts: &[Verdict], weights: &Weights) -> u32 {
    verdicts.iter().map(|verdict| weights.of(verdict.preference).times() * verdict.level.points()).sum()
}

/// The most that it could be.
pub(super) fn closest(verdicts: &[Verdict], weights: &Weights) -> u32 {
    verdicts.iter().map(|verdict| weights.of(verdict.preference).times() * Level::Well.points()).sum()
}

fn judge(preference: Preference, need: &Need, candidate: &Candidate) -> Option<Verdict> {
    let (wanted, likes) = (&need.nature, &candidate.likes);
    let level = match preference {
        Preference::Public => met(&wanted.publics, &likes.publics)?,
        Preference::Help => met(&wanted.hopes, &likes.hopes)?,
        Preference::Setting => met(&wanted.settings, &likes.settings)?,
        Preference::FirstMission => match rule::missions_here(need, candidate) {
            0 => Level::Well,
            _ => Level::Not,
        },
        Preference::FewMissions => match rule::missions_here(need, candidate) {
            0 => Level::Well,
            1 => Level::Partly,
            _ => Level::Not,
        },
        Preference::Hours => hours(need, candidate),
        Preference::ShortWay => {
            need.place?;
            rule::way(need, candidate).map_or(Level::Untold, |(time, _)| way(time))
        }
        Preference::Continuity => match candidate.known {
            Known::Team => Level::Well,
            Known::Institution => Level::Partly,
            Known::No => Level::Not,
        },
    };
    let meets = match preference {
        Preference::Public => Meets::Publics(wanted.publics.intersection(&likes.publics).copied().collect()),
        Preference::Help => Meets::Hopes(wanted.hopes.intersection(&likes.hopes).copied().collect()),
        _ => Meets::Said,
    };
    Some(Verdict { preference, level, meets })
}

fn met<T: Ord>(wanted: &BTreeSet<T>, told: &BTreeSet<T>) -> Option<Level> {
    Some(match (wanted.is_empty(), told.is_empty()) {
        (true, _) => return None,
        (_, true) => Level::Untold,
        _ if wanted.is_subset(told) => Level::Well,
        _ if wanted.is_disjoint(told) => Level::Not,
        _ => Level::Partly,
    })
}

/// A quarter more or less than hoped for is about as many; fewer is better than more.
fn hours(need: &Need, candidate: &Candidate) -> Level {
    let Some(Minutes(wished)) = candidate.wished else { return Level::Untold };
    let Minutes(total) = rule::engaged_here(need, candidate) + need.hours_week;
    if (total - wished).abs() * 4 <= wished {
        Level::Well
    } else if total < wished {
        Level::Partly
    } else {
        Level::Not
    }
}

/// The longest way that is short, and the longest that is not long, one way.
const SHORT: (Minutes, Minutes) = (Minutes(25), Minutes(45));

fn way(time: Minutes) -> Level {
    if time <= SHORT.0 {
        Level::Well
    } else if time <= SHORT.1 {
        Level::Partly
    } else {
        Level::Not
    }
}
