//! The weekly slots of a mission and their exceptions: when the peer is there.
//!
//! Civil dates and times of the place: a change to summer time moves nothing. A [`Timetable`] never overlaps itself and
//! never another one of the same peer, exceptions included, over the [`horizon`] (domain A4).

mod clash;
mod occurrence;

pub use clash::{Clash, clash, horizon};
pub use occurrence::Occurrence;

use passerelle_kernel::{Date, Id, Minutes, Time, Weekday};

use crate::{
    mission::Mission,
    period::{Days, Period},
    refusal::Refusal,
};

codes! {
    /// How often a slot comes back.
    pub enum Every {
        /// Each week.
        Week = "week",
        /// Every second week, from the slot's first day on.
        OtherWeek = "other-week",
    }
}

impl Every {
    /// The days from one time to the next.
    pub const fn days(self) -> i32 {
        match self {
            Self::Week => 7,
            Self::OtherWeek => 14,
        }
    }
}

codes! {
    /// The kind of an exception.
    pub enum Change {
        /// Not this time.
        Cancelled = "cancelled",
        /// At another moment.
        Moved = "moved",
        /// Once more, outside the slots.
        Extra = "extra",
    }
}

/// A slot that comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its id.
    pub id: Id<Slot>,
    /// The day of the week.
    pub weekday: Weekday,
    /// When it begins.
    pub start: Time,
    /// How long it lasts, at most a day.
    pub minutes: Minutes,
    /// The days on which it counts.
    pub period: Period,
    /// How often.
    pub every: Every,
}

/// A moment outside the rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub on: Date,
    /// When it begins.
    pub start: Time,
    /// How long it lasts, at most a day.
    pub minutes: Minutes,
}

/// What is different this time. No reason is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exception {
    /// The slot does not take place on this day.
    Cancelled {
        /// The slot.
        slot: Id<Slot>,
        /// The day.
        on: Date,
    },
    /// The slot of this day takes place at another moment.
    Moved {
        /// The slot.
        slot: Id<Slot>,
        /// The day on which it would have been.
        on: Date,
        /// The moment instead.
        to: Moment,
    },
    /// Once more.
    Extra(Moment),
}

impl Exception {
    /// The kind alone.
    pub const fn change(&self) -> Change {
        match self {
            Self::Cancelled { .. } => Change::Cancelled,
            Self::Moved { .. } => Change::Moved,
            Self::Extra(_) => Change::Extra,
        }
    }

    /// The slot and the day that it replaces.
    pub(crate) fn replaces(&self) -> Option<(Id<Slot>, Date)> {
        match *self {
            Self::Cancelled { slot, on } | Self::Moved { slot, on, .. } => Some((slot, on)),
            Self::Extra(_) => None,
        }
    }

    /// The moment that it adds.
    pub(crate) const fn adds(&self) -> Option<Moment> {
        match *self {
            Self::Moved { to, .. } | Self::Extra(to) => Some(to),
            Self::Cancelled { .. } => None,
        }
    }
}

/// All that says when the peer of one mission is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    /// The mission.
    pub mission: Id<Mission>,
    /// The days of the mission: nothing takes place outside.
    pub period: Period,
    /// The slots.
    pub slots: Vec<Slot>,
    /// The exceptions.
    pub exceptions: Vec<Exception>,
    /// The days on which the peer is away: nothing takes place.
    pub away: Vec<Days>,
}

impl Timetable {
    /// The empty timetable of a mission.
    pub const fn blank(mission: Id<Mission>, period: Period) -> Self {
        Self { mission, period, slots: Vec::new(), exceptions: Vec::new(), away: Vec::new() }
    }

    /// Adds a slot; `others` are the peer's other timetables.
    ///
    /// # Errors
    /// Refused when it never takes place during the mission, lasts too long, or clashes.
    pub fn add(mut self, slot: Slot, others: &[Self], ahead: Days) -> Result<Self, Refusal> {
        possible(slot.minutes)?;
        let whole = Days::new(self.period.from, self.period.until.unwrap_or(Date::MAX))?;
        if slot.dates(whole).next().is_none() {
            return Err(Refusal::NeverInMission);
        }
        self.slots.push(slot);
        self.checked(others, ahead)
    }

    /// Ends a slot with the last day on which it counts; exceptions after that go with it.
    ///
    /// # Errors
    /// Refused for a slot of another mission, and before the slot's first day.
    pub fn stop(mut self, slot: Id<Slot>, last: Date) -> Result<Self, Refusal> {
        let stopped = self.slots.iter_mut().find(|one| one.id == slot).ok_or(Refusal::NoSlotThatDay)?;
        stopped.period = Period::new(stopped.period.from, Some(last))?;
        self.exceptions.retain(|exception| exception.replaces().is_none_or(|(id, on)| id != slot || on <= last));
        Ok(self)
    }

    /// Makes an exception; one made before for the same slot and day is replaced.
    ///
    /// # Errors
    /// Refused when the slot does not take place that day, when the new moment is outside the mission, or clashes.
    pub fn except(mut self, exception: Exception, others: &[Self], ahead: Days) -> Result<Self, Refusal> {
        if let Some((slot, on)) = exception.replaces() {
            self.exceptions.retain(|other| other.replaces() != Some((slot, on)));
            let takes_place = |one: &Slot| one.id == slot && one.dates(Days::counting(on, 1)).next().is_some();
            if !self.period.contains(on) || !self.slots.iter().any(takes_place) {
                return Err(Refusal::NoSlotThatDay);
            }
        }
        if let Some(moment) = exception.adds() {
            possible(moment.minutes)?;
            if !self.period.contains(moment.on) {
                return Err(Refusal::OutsideMission);
            }
            if self.is_away(moment.on) {
                return Err(Refusal::AwayThatDay);
            }
        }
        self.exceptions.push(exception);
        // Who cancels makes room: no clash of before stands in the way.
        if exception.adds().is_none() { Ok(self) } else { self.checked(others, ahead) }
    }

    /// Takes an exception back: the rhythm counts again.
    ///
    /// # Errors
    /// Refused when the moment has been given to something else since.
    pub fn restore(mut self, exception: &Exception, others: &[Self], ahead: Days) -> Result<Self, Refusal> {
        self.exceptions.retain(|other| other != exception);
        self.checked(others, ahead)
    }

    /// Whether the peer is away on a day.
    pub(crate) fn is_away(&self, date: Date) -> bool {
        self.away.iter().any(|days| days.contains(date))
    }

    /// # Errors
    /// Refused with the first clash, within itself or with one of `others`.
    pub(crate) fn checked(self, others: &[Self], ahead: Days) -> Result<Self, Refusal> {
        let ours = self.occurrences(ahead.with_the_eve());
        let others = others.iter().filter(|other| other.mission != self.mission);
        let theirs: Vec<_> = others.flat_map(|other| other.occurrences(ahead.with_the_eve())).collect();
        match clash::within(&ours).or_else(|| clash(&ours, &theirs)) {
            Some(clash) => Err(Refusal::Clash { on: clash.second.begins.date(), at: clash.second.begins.time() }),
            None => Ok(self),
        }
    }
}

fn possible(minutes: Minutes) -> Result<(), Refusal> {
    if (Minutes(1)..=Minutes::hours(24)).contains(&minutes) { Ok(()) } else { Err(Refusal::MinutesOutOfRange) }
}

#[cfg(test)]
mod tests;
