//! “I am away”: from a day to a day. No reason and no kind is asked or kept, so that nothing about anybody's health can
//! be. Times on these days do not take place; the teams learn on which of their days nobody comes.

use passerelle_kernel::{Date, Id};

use crate::{
    period::{Days, Week, later},
    refusal::Refusal,
};

/// The longest absence that can be said at once, in days.
const LONGEST: i32 = 366;

/// The days on which a peer is away, for one association.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Its id.
    pub id: Id<Absence>,
    /// The days.
    pub days: Days,
}

impl Absence {
    /// Says that the peer is away on these days; `is_said`: on one of them they have said so before.
    ///
    /// # Errors
    /// Refused for days of the past, for more than a year at once, and for days that were said already.
    pub fn say(id: Id<Self>, days: Days, is_said: bool, today: Date) -> Result<Self, Refusal> {
        if days.first() < today {
            return Err(Refusal::AwayInThePast);
        }
        if later(days.first(), LONGEST - 1) < days.last() {
            return Err(Refusal::AwayTooLong);
        }
        if is_said {
            return Err(Refusal::AwayAlready);
        }
        Ok(Self { id, days })
    }

    /// The peer is back today: the days before today stay as they were; nothing when none was.
    ///
    /// # Errors
    /// Refused when it is over.
    pub fn back(self, today: Date) -> Result<Option<Self>, Refusal> {
        if self.days.last() < today {
            return Err(Refusal::AwayOver);
        }
        Ok(Days::new(self.days.first(), later(today, -1)).ok().map(|days| Self { days, ..self }))
    }
}

/// The weeks among `within` of which every working day is one of these days: nothing is to be asked about them.
pub fn weeks(away: &[Days], within: Days) -> Vec<Week> {
    let is_away = |date| away.iter().any(|days| days.contains(date));
    std::iter::successors(Some(Week::of(within.first())), |week| Some(week.next()))
        .take_while(|week| week.monday() <= within.last())
        .filter(|week| Days::counting(week.monday(), 5).each().all(is_away))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{day, id};

    fn days(from: &str, until: &str) -> Days {
        Days::new(day(from), day(until)).unwrap()
    }

    fn away(from: &str, until: &str) -> Absence {
        Absence { id: id(1), days: days(from, until) }
    }

    #[test]
    fn days_are_said_once_ahead_and_not_for_ever() {
        let today = day("2026-09-07");
        let say = |from: &str, until: &str| Absence::say(id(2), days(from, until), false, today);
        assert_eq!(say("2026-09-06", "2026-09-08"), Err(Refusal::AwayInThePast));
        assert_eq!(Absence::say(id(2), days("2026-09-07", "2026-09-14"), true, today), Err(Refusal::AwayAlready));
        assert!(say("2026-09-07", "2026-09-13").is_ok());
        assert_eq!(say("2026-10-01", "2027-10-02"), Err(Refusal::AwayTooLong));
        assert!(say("2026-10-01", "2027-10-01").is_ok());
    }

    #[test]
    fn who_is_back_early_was_away_until_the_day_before() {
        let week = away("2026-09-14", "2026-09-18");
        assert_eq!(week.back(day("2026-09-14")), Ok(None));
        assert_eq!(week.back(day("2026-09-10")), Ok(None));
        assert_eq!(week.back(day("2026-09-16")), Ok(Some(away("2026-09-14", "2026-09-15"))));
        assert_eq!(week.back(day("2026-09-19")), Err(Refusal::AwayOver));
    }

    #[test]
    fn a_week_counts_as_away_when_all_its_working_days_do() {
        let known = weeks(
            &[days("2026-09-14", "2026-09-18"), days("2026-09-22", "2026-09-27")],
            days("2026-09-01", "2026-09-30"),
        );
        assert_eq!(known, [Week::of(day("2026-09-14"))]);
    }
}
