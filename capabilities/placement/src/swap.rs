//! A swap: the peer proposes another moment for one time, and somebody of the team says yes or no. Nothing changes before
//! the yes; and at the yes the rules of the timetable hold as for every other change. No reason is asked.

use passerelle_kernel::{Date, Id, Timestamp};

use crate::{
    mission::Mission,
    outside::Person,
    period::Days,
    refusal::Refusal,
    slot::{Exception, Moment, Slot, Timetable},
    stamp::Stamp,
};

codes! {
    /// Where a swap stands.
    pub enum Stage {
        /// The team has not answered.
        Waiting = "waiting",
        /// The team said yes, and the time has moved.
        Agreed = "agreed",
        /// The team said no.
        Declined = "declined",
        /// The peer has taken it back.
        Withdrawn = "withdrawn",
    }
}

/// Where a swap stands, with the facts of that state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The team has not answered.
    Waiting,
    /// The team said yes.
    Agreed(Stamp),
    /// The team said no.
    Declined(Stamp),
    /// The peer has taken it back.
    Withdrawn(Timestamp),
}

/// Another moment for one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    /// Its id.
    pub id: Id<Swap>,
    /// The mission.
    pub mission: Id<Mission>,
    /// The slot, and the day that its rhythm gives.
    pub at: (Id<Slot>, Date),
    /// The moment instead.
    pub to: Moment,
    /// When it was proposed.
    pub asked_at: Timestamp,
    /// Where it stands.
    pub state: State,
}

impl Swap {
    /// The peer proposes it; `table` is that of the mission, `others` are all of the peer.
    ///
    /// # Errors
    /// Refused for a day of the past, for a time that does not take place, and as [`Timetable::except`].
    pub fn ask(
        id: Id<Self>,
        (at, to): ((Id<Slot>, Date), Moment),
        (table, others): (&Timetable, &[Timetable]),
        (today, ahead): (Date, Days),
        asked_at: Timestamp,
    ) -> Result<Self, Refusal> {
        let swap = Self { id, mission: table.mission, at, to, asked_at, state: State::Waiting };
        swap.fits(table, others, today, ahead)?;
        Ok(swap)
    }

    /// # Errors
    /// As [`Swap::ask`].
    fn fits(&self, table: &Timetable, others: &[Timetable], today: Date, ahead: Days) -> Result<(), Refusal> {
        let (slot, on) = self.at;
        if on < today || self.to.on < today {
            return Err(Refusal::SwapInThePast);
        }
        let is_it = |time: &crate::slot::Occurrence| time.slot == Some(slot) && time.planned_on == on;
        // A time that was moved already has another day: it is found by what it replaces.
        let around = Days::new(ahead.first().min(on), ahead.last().max(on).max(self.to.on))?;
        if !table.occurrences(around).iter().any(is_it) {
            return Err(Refusal::NoSlotThatDay);
        }
        table.clone().except(self.exception(), others, around).map(drop)
    }

    /// What the swap changes.
    pub const fn exception(&self) -> Exception {
        Exception::Moved { slot: self.at.0, on: self.at.1, to: self.to }
    }

    /// The stage alone.
    pub const fn stage(&self) -> Stage {
        match self.state {
            State::Waiting => Stage::Waiting,
            State::Agreed(_) => Stage::Agreed,
            State::Declined(_) => Stage::Declined,
            State::Withdrawn(_) => Stage::Withdrawn,
        }
    }

    /// Somebody of the team says yes.
    ///
    /// # Errors
    /// Refused for the peer's own, once it is answered, and as [`Swap::ask`]: what was free may not be any more.
    pub fn agree(
        self,
        peer: Option<Id<Person>>,
        (table, others): (&Timetable, &[Timetable]),
        (today, ahead): (Date, Days),
        stamp: Stamp,
    ) -> Result<Self, Refusal> {
        self.answerable(peer, &stamp)?;
        self.fits(table, others, today, ahead)?;
        Ok(Self { state: State::Agreed(stamp), ..self })
    }

    /// Somebody of the team says no.
    ///
    /// # Errors
    /// Refused for the peer's own, and once it is answered.
    pub fn decline(self, peer: Option<Id<Person>>, stamp: Stamp) -> Result<Self, Refusal> {
        self.answerable(peer, &stamp)?;
        Ok(Self { state: State::Declined(stamp), ..self })
    }

    /// The peer takes it back.
    ///
    /// # Errors
    /// Refused once it is answered.
    pub fn withdraw(self, now: Timestamp) -> Result<Self, Refusal> {
        self.waiting()?;
        Ok(Self { state: State::Withdrawn(now), ..self })
    }

    const fn waiting(&self) -> Result<(), Refusal> {
        match self.state {
            State::Waiting => Ok(()),
            State::Withdrawn(_) => Err(Refusal::AlreadyWithdrawn),
            State::Agreed(_) | State::Declined(_) => Err(Refusal::AlreadyAnswered),
        }
    }

    fn answerable(&self, peer: Option<Id<Person>>, stamp: &Stamp) -> Result<(), Refusal> {
        if stamp.by.account() == peer { Err(Refusal::OwnQuestion) } else { self.waiting() }
    }
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::{Minutes, Time, Weekday};
    use proptest::prelude::*;

    use super::*;
    use crate::{
        period::{Period, later},
        samples::{day, id, noon, stamp},
        slot::{Every, horizon},
    };

    fn tuesdays(n: u64, hour: i8) -> Timetable {
        let period = Period::new(day("2026-09-01"), None).unwrap();
        let (start, minutes) = (Time::constant(hour, 0, 0, 0), Minutes::hours(3));
        let slot = Slot { id: id(n), weekday: Weekday::Tuesday, start, minutes, period, every: Every::Week };
        Timetable { slots: vec![slot], ..Timetable::blank(id(n), period) }
    }

    fn moment(on: &str, hour: i8) -> Moment {
        Moment { on: day(on), start: Time::constant(hour, 0, 0, 0), minutes: Minutes::hours(3) }
    }

    fn now() -> (Date, Days) {
        (day("2026-09-07"), horizon(day("2026-09-07")))
    }

    fn ask(table: &Timetable, others: &[Timetable], on: &str, to: Moment) -> Result<Swap, Refusal> {
        Swap::ask(id(1), ((id(1), day(on)), to), (table, others), now(), noon("2026-09-07"))
    }

    #[test]
    fn a_time_to_come_is_swapped_for_a_free_moment() {
        let (table, busy) = (tuesdays(1, 9), tuesdays(2, 14));
        let others = [table.clone(), busy];
        assert!(ask(&table, &others, "2026-09-15", moment("2026-09-17", 9)).is_ok());
        assert_eq!(ask(&table, &others, "2026-09-01", moment("2026-09-17", 9)), Err(Refusal::SwapInThePast));
        assert_eq!(ask(&table, &others, "2026-09-15", moment("2026-09-04", 9)), Err(Refusal::SwapInThePast));
        assert_eq!(ask(&table, &others, "2026-09-16", moment("2026-09-17", 9)), Err(Refusal::NoSlotThatDay));
        let clash = ask(&table, &others, "2026-09-15", moment("2026-09-15", 15));
        assert!(matches!(clash, Err(Refusal::Clash { .. })), "{clash:?}");
        let mut away = table.clone();
        away.away = vec![Days::counting(day("2026-09-17"), 1)];
        assert_eq!(ask(&away, &others, "2026-09-15", moment("2026-09-17", 9)), Err(Refusal::AwayThatDay));
    }

    #[test]
    fn it_is_answered_once_and_not_by_the_peer() {
        let table = tuesdays(1, 9);
        let swap = ask(&table, &[], "2026-09-15", moment("2026-09-17", 9)).unwrap();
        let agree = |swap: Swap, by: u64| swap.agree(Some(id(7)), (&table, &[]), now(), stamp(by, "2026-09-08"));
        assert_eq!(agree(swap.clone(), 7), Err(Refusal::OwnQuestion));
        assert_eq!(swap.clone().decline(Some(id(7)), stamp(7, "2026-09-08")), Err(Refusal::OwnQuestion));
        let agreed = agree(swap.clone(), 8).unwrap();
        assert_eq!(agreed.stage(), Stage::Agreed);
        assert_eq!(agree(agreed.clone(), 8), Err(Refusal::AlreadyAnswered));
        assert_eq!(agreed.withdraw(noon("2026-09-08")), Err(Refusal::AlreadyAnswered));
        let withdrawn = swap.withdraw(noon("2026-09-08")).unwrap();
        assert_eq!(agree(withdrawn, 8), Err(Refusal::AlreadyWithdrawn));
    }

    #[test]
    fn what_was_free_may_not_be_any_more() {
        let table = tuesdays(1, 9);
        let swap = ask(&table, &[], "2026-09-15", moment("2026-09-15", 14)).unwrap();
        let others = [tuesdays(2, 15)];
        let agreed = swap.agree(Some(id(7)), (&table, &others), now(), stamp(8, "2026-09-08"));
        assert!(matches!(agreed, Err(Refusal::Clash { .. })), "{agreed:?}");
    }

    proptest! {
        #[test]
        fn an_agreed_swap_moves_one_time_and_leaves_the_others(week in 0..20_i32, by in 1..6_i32, hour in 0..20_i8) {
            let table = tuesdays(1, 9);
            let on = later(day("2026-09-08"), week * 7);
            let to = Moment { on: later(on, by), start: Time::constant(hour, 0, 0, 0), minutes: Minutes::hours(3) };
            let swap = Swap::ask(id(1), ((id(1), on), to), (&table, &[]), now(), noon("2026-09-07")).unwrap();
            let moved = table.clone().except(swap.exception(), &[], now().1).unwrap();
            let days = Days::counting(day("2026-09-07"), 200);
            let (before, after) = (table.occurrences(days), moved.occurrences(days));
            prop_assert_eq!(before.len(), after.len());
            let same = before.iter().filter(|time| after.contains(time)).count();
            prop_assert_eq!(same + 1, before.len());
            prop_assert!(after.iter().any(|time| time.begins == to.on.to_datetime(to.start) && time.planned_on == on));
        }
    }
}
