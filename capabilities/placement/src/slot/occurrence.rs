//! The times at which a timetable really takes place.

use jiff::{SignedDuration, civil::DateTime};
use passerelle_kernel::{Date, Id, Minutes};

use super::{Slot, Timetable, horizon};
use crate::{
    mission::Mission,
    period::{self, Days},
};

/// One time at which the peer is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The mission.
    pub mission: Id<Mission>,
    /// The slot, unless it is an extra time.
    pub slot: Option<Id<Slot>>,
    /// The day that the rhythm gives, which names this time for good even when it is moved.
    pub planned_on: Date,
    /// When it begins, at the place.
    pub begins: DateTime,
    /// How long it lasts.
    pub minutes: Minutes,
}

impl Occurrence {
    /// When it ends, at the place; it may be the day after.
    pub fn ends(&self) -> DateTime {
        self.begins.saturating_add(SignedDuration::from_mins(self.minutes.0))
    }
}

impl Slot {
    /// The days among `days` on which the rhythm gives this slot.
    pub fn dates(&self, days: Days) -> impl Iterator<Item = Date> + use<> {
        let to_first = i32::from(self.period.from.weekday().until(self.weekday));
        let first = period::later(self.period.from, to_first);
        let (step, within) = (self.every.days(), self.period.within(days));
        let begin = within.map_or(first, Days::first).max(first);
        let ahead = (begin - first).get_days();
        let next = period::later(first, (ahead + step - 1) / step * step);
        (0..)
            .map(move |turn: i32| period::later(next, turn * step))
            .take_while(move |date| *date < Date::MAX && within.is_some_and(|days| *date <= days.last()))
    }
}

impl Timetable {
    /// The times that begin on one of `days`, exceptions included, in order; none while the peer is away.
    pub fn occurrences(&self, days: Days) -> Vec<Occurrence> {
        let Some(days) = self.period.within(days) else { return Vec::new() };
        let mut times: Vec<_> = self.planned(days).chain(self.added(days)).collect();
        times.retain(|time| !self.is_away(time.begins.date()));
        times.sort_by_key(|time| (time.begins, time.minutes));
        times
    }

    /// The times of these days that do not take place, as the rhythm gave them.
    pub fn left_out(&self, days: Days) -> Vec<Occurrence> {
        let real = self.occurrences(days);
        let stays = |time: &Occurrence| real.iter().any(|other| other.slot == time.slot && other.begins == time.begins);
        let rhythm = Self { exceptions: Vec::new(), away: Vec::new(), ..self.clone() };
        rhythm.occurrences(days).into_iter().filter(|time| !stays(time)).collect()
    }

    /// The times among which clashes are looked for: from the eve of `today` on, as far as [`horizon`] goes.
    pub fn to_come(&self, today: Date) -> Vec<Occurrence> {
        self.occurrences(horizon(today).with_the_eve())
    }

    /// Whether a time of this timetable stands where no rhythm put it: it was moved or added.
    pub fn is_out_of_rhythm(&self, time: &Occurrence) -> bool {
        let mut added = self.exceptions.iter().filter_map(|exception| exception.adds());
        added.any(|moment| moment.on.to_datetime(moment.start) == time.begins)
    }

    fn planned(&self, days: Days) -> impl Iterator<Item = Occurrence> {
        let stays = |slot: &Slot, on| !self.exceptions.iter().any(|other| other.replaces() == Some((slot.id, on)));
        self.slots.iter().flat_map(move |slot| {
            slot.dates(days).filter(move |on| stays(slot, *on)).map(|on| Occurrence {
                mission: self.mission,
                slot: Some(slot.id),
                planned_on: on,
                begins: on.to_datetime(slot.start),
                minutes: slot.minutes,
            })
        })
    }

    fn added(&self, days: Days) -> impl Iterator<Item = Occurrence> {
        self.exceptions.iter().filter_map(move |exception| {
            let moment = exception.adds().filter(|moment| days.contains(moment.on))?;
            let replaced = exception.replaces();
            Some(Occurrence {
                mission: self.mission,
                slot: replaced.map(|(slot, _)| slot),
                planned_on: replaced.map_or(moment.on, |(_, on)| on),
                begins: moment.on.to_datetime(moment.start),
                minutes: moment.minutes,
            })
        })
    }
}
