//! Who may be asked for a mission, and whom it suits: rules explained in words, chosen by people (domain A2).
//!
//! Hard rules say who may be asked; preferences, as the association weighs them, say in which order. Three invariants. Nobody
//! is scored: only the fit of one mission is, and no figure leaves this module but for the planner. A private "not there"
//! leaves no trace: a peer who does not fit is absent, whichever rule says so, there is neither a list nor a count of the
//! absent, and the order of the others is the same without them. And only the peer learns why a mission does not fit.

mod own;
mod possible;
mod preference;
mod rule;
mod travel;
mod weights;

use std::{
    cmp::Reverse,
    collections::BTreeSet,
    fmt,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::Arc,
};

use passerelle_kernel::{Date, Id, Minutes};

pub use own::{Own, hindering, own};
pub use possible::{Change, Open, change};
pub use preference::{Known, Level, Meets, Nature, Preference, Verdict};
pub use rule::{FIRST_DAYS, Reason, Rule};
pub use travel::{Mode, Place, kilometres, travel_minutes};
pub use weights::{Weight, Weights};

use crate::{
    mission::Mission,
    outside::{Organisation, Person},
    period::{Days, Period},
    refusal::Refusal,
    slot::Occurrence,
    spoken::Spoken,
};

/// What a mission needs from a peer.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// The mission.
    pub mission: Id<Mission>,
    /// The association that asks.
    pub org: Id<Organisation>,
    /// The languages that the work needs, all of them.
    pub languages: BTreeSet<Spoken>,
    /// Hours a week.
    pub hours_week: Minutes,
    /// The days.
    pub period: Period,
    /// Where, if it is known.
    pub place: Option<Place>,
    /// What kind of work it is.
    pub nature: Nature,
    /// Its times that are to come, as far as they are known already.
    pub times: Arc<[Occurrence]>,
}

/// Weeks that another mission already takes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Engagement {
    /// The mission.
    pub mission: Id<Mission>,
    /// Its association: what others engage counts, and is not told.
    pub org: Id<Organisation>,
    /// Its days.
    pub period: Period,
    /// Its hours a week.
    pub hours_week: Minutes,
}

/// How far a peer is ready to travel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// From where.
    pub home: Place,
    /// How.
    pub mode: Mode,
    /// For how long, one way.
    pub most: Minutes,
}

/// A peer's private word on one team: "not there". It is never shown, printed or counted.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct NotThere(bool);

impl NotThere {
    /// Whether the team or its institution is on the peer's private list.
    pub const fn when(listed: bool) -> Self {
        Self(listed)
    }
}

impl fmt::Debug for NotThere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NotThere(…)")
    }
}

/// What is known of a peer, for one mission.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The peer.
    pub peer: Id<Person>,
    /// The languages that the peer speaks.
    pub languages: BTreeSet<Spoken>,
    /// The hours a week that the peer has set as a ceiling, over all missions.
    pub ceiling: Option<Minutes>,
    /// The other missions that the peer does or will do.
    pub engaged: Vec<Engagement>,
    /// The times of these missions that are to come.
    pub times: Arc<[Occurrence]>,
    /// The first day on which the peer can work.
    pub from: Option<Date>,
    /// The last day on which the peer can work.
    pub until: Option<Date>,
    /// Whether the peer wants no proposals for now.
    pub paused: bool,
    /// How far the peer travels.
    pub reach: Option<Reach>,
    /// The hours a week that the peer hopes for.
    pub wished: Option<Minutes>,
    /// Which kind of work the peer likes.
    pub likes: Nature,
    /// Where the peer has worked before.
    pub known: Known,
    /// The days on which the peer is away, as they have told the association that asks: it reads them anyway.
    pub away: Vec<Days>,
    /// The peer's private word on this team.
    pub not_there: NotThere,
}

impl Candidate {
    /// A peer who has told nothing yet.
    pub fn unknown(peer: Id<Person>) -> Self {
        Self {
            peer,
            languages: BTreeSet::new(),
            ceiling: None,
            engaged: Vec::new(),
            times: Arc::default(),
            from: None,
            until: None,
            paused: false,
            reach: None,
            wished: None,
            likes: Nature::default(),
            known: Known::No,
            away: Vec::new(),
            not_there: NotThere(false),
        }
    }
}

/// A peer who may be asked, and why, in facts to be put in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    peer: Id<Person>,
    mission: Id<Mission>,
    engaged: Minutes,
    reasons: Vec<Reason>,
    verdicts: Vec<Verdict>,
}

impl Fit {
    /// The peer.
    pub const fn peer(&self) -> Id<Person> {
        self.peer
    }

    /// The mission.
    pub const fn mission(&self) -> Id<Mission> {
        self.mission
    }

    /// The most hours a week that other missions of the same association take during this one.
    pub const fn engaged(&self) -> Minutes {
        self.engaged
    }

    /// One reason for each hard rule that may be told, and whether the peer is away on some of the first days.
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// What each preference says.
    pub fn verdicts(&self) -> &[Verdict] {
        &self.verdicts
    }

    /// How well the mission suits under these weights, to be compared with other fits, for the order of a list or for a
    /// plan of many missions. Never to be read by anybody.
    pub fn closeness(&self, weights: &Weights) -> u32 {
        preference::closeness(&self.verdicts, weights)
    }

    /// The order of a list: those whom the mission suits best first.
    pub(crate) fn standing(&self, weights: &Weights) -> impl Ord + use<> {
        (Reverse(self.closeness(weights)), self.engaged, self.lot(), self.peer)
    }

    /// The best closeness that this mission has for anybody under these weights.
    pub(crate) fn closest(&self, weights: &Weights) -> u32 {
        preference::closest(&self.verdicts, weights)
    }

    /// Between equals a lot decides, another one for each mission, so that nobody is always first.
    pub(crate) fn lot(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.mission, self.peer).hash(&mut hasher);
        hasher.finish()
    }
}

/// The peers who may be asked, those whom this mission suits best first; of equals, those with the fewest hours engaged
/// with this association.
pub fn fitting(need: &Need, candidates: &[Candidate], weights: &Weights) -> Vec<Fit> {
    let mut fits: Vec<_> = candidates.iter().filter_map(|candidate| fit(need, candidate).ok()).collect();
    fits.sort_by_cached_key(|fit| fit.standing(weights));
    fits
}

/// The fit of one peer.
///
/// # Errors
/// Refused with [`Refusal::DoesNotFit`], whichever rule does not hold.
pub fn fit(need: &Need, candidate: &Candidate) -> Result<Fit, Refusal> {
    // Plans ask this of millions of pairs: nothing is put together for those who do not fit.
    if !Rule::ALL.iter().all(|rule| rule::holds(*rule, need, candidate)) {
        return Err(Refusal::DoesNotFit);
    }
    let reasons = Rule::ALL.iter().filter_map(|rule| rule::reason(*rule, need, candidate));
    let reasons = reasons.chain(rule::away(need, candidate)).collect();
    let (engaged, verdicts) = (rule::engaged_here(need, candidate), preference::verdicts(need, candidate));
    Ok(Fit { peer: candidate.peer, mission: need.mission, engaged, reasons, verdicts })
}

/// The most hours a week that the peer's other missions take at any moment of this one, in every association: for plans,
/// which tell nobody.
pub(crate) fn engaged_everywhere(need: &Need, candidate: &Candidate) -> Minutes {
    rule::engaged(need, candidate)
}

/// Whether the hours of a mission that goes on longer stay under the peer's own ceiling, with the missions of every
/// association.
///
/// # Errors
/// Refused with [`Refusal::NotFree`], and no word on what else the peer does.
pub fn free_for_longer(need: &Need, candidate: &Candidate) -> Result<(), Refusal> {
    if rule::holds(Rule::Ceiling, need, candidate) { Ok(()) } else { Err(Refusal::NotFree) }
}

#[cfg(test)]
mod tests;
