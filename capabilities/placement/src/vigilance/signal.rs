//! The life of a signal: raised → told to the peer → set aside, or open to the coordination once the peer had time to
//! answer, at once if the peer wishes → over when its facts are gone.

use jiff::ToSpan as _;
use passerelle_kernel::{Id, Timestamp};

use super::{Extent, Found, Kind};
use crate::{
    outside::{Organisation, Person},
    refusal::Refusal,
    stamp::Stamp,
    text,
};

/// For how many days only the peer sees a signal, from when they were told.
pub const DAYS_TO_ANSWER: i64 = 7;

/// A signal about a peer's work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// Its id.
    pub id: Id<Signal>,
    /// The peer.
    pub peer: Id<Person>,
    /// The association whose facts it is made of; none for what several make together, which stays the peer's.
    pub org: Option<Id<Organisation>>,
    /// What it is about.
    pub kind: Kind,
    /// How much of it the peer was told.
    pub extent: Extent,
    /// When it was found.
    pub raised_at: Timestamp,
    /// When the peer was told: by a letter, or on a page.
    pub told_at: Option<Timestamp>,
    /// When the peer wished that the coordination sees it at once.
    pub wished_at: Option<Timestamp>,
    /// When the peer said that it is fine for them.
    pub aside_at: Option<Timestamp>,
    /// When the coordination noted that both have talked about it, and who.
    pub talked: Option<Stamp>,
    /// What the peer says about it.
    pub answer: Option<String>,
}

/// Whoever was told before this instant has had the time to answer.
pub fn told_before(now: Timestamp) -> Timestamp {
    now.saturating_sub((DAYS_TO_ANSWER * 24).hours()).unwrap_or(Timestamp::MIN)
}

impl Signal {
    /// A new signal; `told_at` when the peer hears of it in the same moment.
    pub fn raise(id: Id<Self>, peer: Id<Person>, found: &Found, now: Timestamp, told_at: Option<Timestamp>) -> Self {
        Self {
            id,
            peer,
            org: found.org,
            kind: found.facts.kind(),
            extent: found.facts.extent(),
            raised_at: now,
            told_at,
            wished_at: None,
            aside_at: None,
            talked: None,
            answer: None,
        }
    }

    /// The same kind says more than the peer was told: everything begins anew. The peer's words stay.
    fn again(&self, extent: Extent, now: Timestamp, told_at: Option<Timestamp>) -> Self {
        let (wished_at, aside_at, talked) = (None, None, None);
        Self { extent, raised_at: now, told_at, wished_at, aside_at, talked, ..self.clone() }
    }

    /// When the coordination can see it; never what is set aside, and what only the peer knows.
    pub fn opens_at(&self) -> Option<Timestamp> {
        if self.org.is_none() || self.aside_at.is_some() {
            return None;
        }
        let in_time = |told: Timestamp| told.saturating_add((DAYS_TO_ANSWER * 24).hours()).unwrap_or(Timestamp::MAX);
        self.wished_at.or_else(|| self.told_at.map(in_time))
    }

    /// Whether the coordination can see it now.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.opens_at().is_some_and(|opens| opens <= now)
    }

    /// The peer wishes that the coordination sees it now.
    ///
    /// # Errors
    /// Refused for somebody else, and for what comes from several associations.
    pub fn share(self, by: Id<Person>, now: Timestamp) -> Result<Self, Refusal> {
        let own = self.told_by(by)?;
        Ok(Self { wished_at: own.wished_at.or(Some(now)), aside_at: None, ..own })
    }

    /// The peer says something about it, which the coordination reads with it.
    ///
    /// # Errors
    /// As [`Self::share`]; refused without words and with too many.
    pub fn say(self, by: Id<Person>, words: &str) -> Result<Self, Refusal> {
        let own = self.told_by(by)?;
        Ok(Self { answer: Some(text::said(words, text::SENTENCES)?), ..own })
    }

    /// It is fine for the peer: nobody else sees it, unless it becomes more.
    ///
    /// # Errors
    /// Refused for somebody else.
    pub fn set_aside(self, by: Id<Person>, now: Timestamp) -> Result<Self, Refusal> {
        let own = self.of(by)?;
        Ok(Self { aside_at: Some(now), wished_at: None, ..own })
    }

    /// The peer takes that back; the time to answer begins anew.
    ///
    /// # Errors
    /// Refused for somebody else.
    pub fn take_up(self, by: Id<Person>, now: Timestamp) -> Result<Self, Refusal> {
        let own = self.of(by)?;
        Ok(Self { aside_at: None, told_at: Some(now), ..own })
    }

    /// The coordination notes that both have talked about it.
    ///
    /// # Errors
    /// Refused for the peer, and for who cannot see it yet.
    pub fn talk(self, stamp: Stamp) -> Result<Self, Refusal> {
        if stamp.by.account() == Some(self.peer) {
            return Err(Refusal::OwnQuestion);
        }
        if !self.is_open(stamp.at) {
            return Err(Refusal::SignalNotOpen);
        }
        Ok(Self { talked: Some(stamp), ..self })
    }

    fn of(self, by: Id<Person>) -> Result<Self, Refusal> {
        if self.peer == by { Ok(self) } else { Err(Refusal::NotYours) }
    }

    fn told_by(self, by: Id<Person>) -> Result<Self, Refusal> {
        let own = self.of(by)?;
        if own.org.is_none() { Err(Refusal::SignalOfSeveral) } else { Ok(own) }
    }
}

/// What is to be changed so that what is kept says what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// Found for the first time.
    New(&'a Found),
    /// It has become more, and begins anew.
    Again(Signal),
    /// The peer sees it for the first time.
    Told(Signal),
    /// Its facts are gone.
    Over(Id<Signal>),
}

/// Compares what is kept of one peer with what was found. `is_told`: the peer hears of it in the same moment.
pub fn reconcile<'a>(kept: &[Signal], found: &'a [Found], now: Timestamp, is_told: bool) -> Vec<Change<'a>> {
    let is_of = |signal: &Signal, one: &Found| signal.org == one.org && signal.kind == one.facts.kind();
    let mut changes: Vec<Change<'a>> = Vec::new();
    for one in found {
        let Some(signal) = kept.iter().find(|signal| is_of(signal, one)) else {
            changes.push(Change::New(one));
            continue;
        };
        let extent = one.facts.extent();
        if !signal.extent.covers(&extent) {
            changes.push(Change::Again(signal.again(extent, now, is_told.then_some(now))));
        } else if is_told && signal.told_at.is_none() {
            changes.push(Change::Told(Signal { told_at: Some(now), ..signal.clone() }));
        }
    }
    let is_gone = |signal: &&Signal| signal.kind != Kind::Alone && !found.iter().any(|one| is_of(signal, one));
    changes.extend(kept.iter().filter(is_gone).map(|signal| Change::Over(signal.id)));
    changes
}
