//! Weeks without work, said in one tap, so that silence and "nothing" are told apart (lessons, row "hours").

use passerelle_kernel::{Date, Id, Minutes, Timestamp};

use crate::{
    mission::Mission,
    outside::Person,
    period::{Days, Period, Week},
    refusal::Refusal,
};

/// The peer says: nothing this week, on this mission. No reason is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietWeek {
    /// The mission.
    pub mission: Id<Mission>,
    /// The peer.
    pub peer: Id<Person>,
    /// The week.
    pub week: Week,
    /// When it was said.
    pub said_at: Timestamp,
}

impl QuietWeek {
    /// Says it; `recorded` is what the peer has on this mission in this week.
    ///
    /// # Errors
    /// Refused with hours in that week, for a week to come or outside the mission, and on another's mission.
    pub fn say(
        mission: &Mission,
        peer: Id<Person>,
        week: Week,
        recorded: Minutes,
        today: Date,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        let (worker, period) = mission.worked().ok_or(Refusal::MissionNotRunning)?;
        if worker != peer {
            return Err(Refusal::NotYours);
        }
        if week.monday() > today {
            return Err(Refusal::DateInTheFuture);
        }
        if period.within(week.days()).is_none() {
            return Err(Refusal::OutsideMission);
        }
        if recorded != Minutes::ZERO {
            return Err(Refusal::HoursThatWeek);
        }
        Ok(Self { mission: mission.id, peer, week, said_at: now })
    }
}

/// The past weeks of a mission of which nothing is known: neither hours nor "nothing".
pub fn silent_weeks(period: Period, worked_on: &[Date], quiet: &[Week], today: Date) -> Vec<Week> {
    let Ok(past) = Days::new(period.from.min(today), today) else { return Vec::new() };
    let Some(past) = period.within(past) else { return Vec::new() };
    let known = |week: &Week| quiet.contains(week) || worked_on.iter().any(|date| Week::of(*date) == *week);
    std::iter::successors(Some(Week::of(past.first())), |week| Some(week.next()))
        .take_while(|week| week.monday() <= past.last() && week.days().last() < today)
        .filter(|week| !known(week))
        .collect()
}
