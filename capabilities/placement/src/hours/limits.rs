//! What may be recorded at all: on one's own mission, on its days, not ahead, not after a year, not beyond a day.

use passerelle_kernel::{Date, Id, Minutes};

use super::Activity;
use crate::{mission::Mission, outside::Person, period, refusal::Refusal};

/// What the peer says of a stretch of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// The day.
    pub on: Date,
    /// How long.
    pub minutes: Minutes,
    /// What for.
    pub activity: Activity,
}

/// The day on which something is recorded, and what the peer already has on the day of the work, in all missions.
#[derive(Clone, Copy, Debug)]
pub struct Day {
    /// The day of recording.
    pub today: Date,
    /// Every other minute of the peer on the day of the work, corrections counted.
    pub already: Minutes,
}

/// How far back hours may be recorded.
const MONTHS_BACK: i32 = 12;

impl Day {
    pub(super) fn admits(self, on: Date, minutes: Minutes) -> Result<(), Refusal> {
        if on > self.today {
            return Err(Refusal::DateInTheFuture);
        }
        if on < period::months_later(self.today, -MONTHS_BACK) {
            return Err(Refusal::TooLongAgo);
        }
        if self.already + minutes > Minutes::hours(24) {
            return Err(Refusal::MoreThanADay);
        }
        Ok(())
    }
}

/// # Errors
/// Refused with the limit that the work does not keep.
pub(super) fn allowed(mission: &Mission, peer: Id<Person>, work: Work, day: Day) -> Result<(), Refusal> {
    let (worker, period) = mission.worked().ok_or(Refusal::MissionNotRunning)?;
    if worker != peer {
        return Err(Refusal::NotYours);
    }
    if work.minutes <= Minutes::ZERO {
        return Err(Refusal::MinutesOutOfRange);
    }
    day.admits(work.on, work.minutes)?;
    if period.contains(work.on) { Ok(()) } else { Err(Refusal::OutsideMission) }
}
