//! The year: every act with its moment, in order. What an act does is told in [`super::acts`].

use anyhow::Result;
use passerelle_kernel::{Date, Minutes, Timestamp};
use passerelle_placement::period::{Month, Week, later, months_later};

use super::{
    plans::{Fate, PLANS, Plan, Time, Turn, WISHES},
    world::World,
};

/// Something that somebody does for a mission.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// The team asks.
    Ask,
    /// The coordinator asks back.
    Question,
    /// The team answers.
    Reply,
    /// The coordinator recognises the team and takes the request on.
    Accept,
    /// The coordinator opens the mission.
    Open,
    /// The coordinator answers so many points of the sheet.
    Settle(usize),
    /// The coordinator proposes the mission.
    Propose,
    /// The peer says yes, the others what they like.
    Answer,
    /// The coordinator agrees the yes.
    Agree,
    /// The coordinator does what can be done before the first day.
    Prepare,
    /// The first day: the mission runs, its times are known.
    Start,
    /// The peer records a time of work.
    Record(Time, Date),
    /// The peer says that a week was quiet.
    Quiet(Week),
    /// The peer has recorded the month.
    CloseMonth(Month),
    /// The referent confirms the month.
    Confirm(Month),
    /// The coordinator approves the month.
    Approve(Month),
    /// The last day.
    End,
    /// Something that happens once, with the peer of the mission.
    Once(super::moments::Moment),
}

/// What is to be done, and for what.
#[derive(Clone, Copy, Debug)]
pub(super) enum Act {
    /// For the mission of a plan, in the copy of the network that is named.
    Mission(usize, u32, Step),
    /// For a request without a mission: its first, second, third moment.
    Wish(usize, u8),
    /// For what institutions owe.
    Money(super::money::Bill),
    /// For a paper to sign.
    Paper(super::papers::Turn),
}

/// Every act that happens before today, in order.
pub(super) fn acts(world: &World) -> Result<Vec<(Timestamp, Act)>> {
    let mut acts = Vec::new();
    for copy in 1..=world.scale {
        for (index, plan) in PLANS.iter().enumerate() {
            for (at, step) in steps(world, index, plan)? {
                acts.push((at, Act::Mission(index, copy, step)));
            }
        }
    }
    for (index, wish) in WISHES.iter().enumerate() {
        for turn in 0..moments_of(wish.turn) {
            let on = world.date(wish.day + i32::from(turn) * 2).min(world.date(-1));
            acts.push((world.instant(on, 9 + index as i8 % 8, 10 * turn as i8)?, Act::Wish(index, turn)));
        }
    }
    acts.extend(super::money::acts(world)?);
    acts.extend(super::papers::acts(world)?);
    acts.sort_by_key(|(at, _)| *at);
    let begins = world.instant(world.today, 0, 0)?;
    acts.retain(|(at, _)| *at < begins);
    Ok(acts)
}

const fn moments_of(turn: Turn) -> u8 {
    match turn {
        Turn::Draft | Turn::Sent => 1,
        Turn::Asked(_) | Turn::Accepted | Turn::Declined(_) | Turn::Withdrawn => 2,
        Turn::Answered(..) => 3,
    }
}

/// The steps of a mission, each at its moment; acts of the same day stay in this order.
fn steps(world: &World, index: usize, plan: &Plan) -> Result<Vec<(Timestamp, Step)>> {
    let mut steps = Vec::new();
    let day = |days: i32| world.date(plan.starts + days);
    let office = |on: Date, minute: i8| world.instant(weekday(on), 10, minute);
    steps.push((office(day(-40), 0)?, Step::Ask));
    if index.is_multiple_of(3) {
        steps.push((office(day(-38), 5)?, Step::Question));
        steps.push((office(day(-37), 10)?, Step::Reply));
    }
    steps.push((office(day(-36), 15)?, Step::Accept));
    steps.push((office(day(-35), 20)?, Step::Open));
    if let Fate::Open = plan.fate {
        steps.push((office(day(-34), 25)?, Step::Settle(5)));
        return Ok(steps);
    }
    steps.push((office(day(-34), 25)?, Step::Settle(8)));
    steps.push((office(day(-33), 30)?, Step::Propose));
    if let Fate::Proposed = plan.fate {
        return Ok(steps);
    }
    steps.push((office(day(-30), 35)?, Step::Answer));
    if let Fate::Yes = plan.fate {
        return Ok(steps);
    }
    steps.push((office(day(-28), 40)?, Step::Agree));
    if let Fate::Agreed = plan.fate {
        steps.push((office(day(-20), 45)?, Step::Prepare));
        return Ok(steps);
    }
    steps.push((world.instant(world.date(plan.starts), 8, 0)?, Step::Start));
    worked(world, index, plan, &mut steps)?;
    if let Some(on) = last_day(world, plan) {
        steps.push((world.instant(on, 20, 0)?, Step::End));
    }
    for (days, moment) in super::moments::of(plan) {
        steps.push((world.instant(world.date(days), 21, 0)?, Step::Once(moment)));
    }
    Ok(steps)
}

/// The days of work and what becomes of them, until the last day or until yesterday.
fn worked(world: &World, index: usize, plan: &Plan, steps: &mut Vec<(Timestamp, Step)>) -> Result<()> {
    let first = world.date(plan.starts);
    let last = last_day(world, plan).unwrap_or_else(|| world.date(-1));
    let mut week = Week::of(first);
    while week.monday() <= last {
        let is_quiet = (week.monday().day_of_year() / 7) as usize % 9 == index % 9 && week.days().last() < last;
        if is_quiet && week.monday() > first {
            steps.push((world.instant(week.days().last(), 19, 0)?, Step::Quiet(week)));
        } else {
            for time in plan.times {
                let on = later(week.monday(), i32::from(time.0) - 1);
                if (first..=last).contains(&on) {
                    steps.push((world.instant(on, 19, 0)?, Step::Record(*time, on)));
                }
            }
        }
        week = week.next();
    }
    let mut month = Month::of(first);
    while month.days().first() <= last {
        let after = month.shifted(1).days().first();
        let (confirm, approve) = if is_slow(plan) { (7, 8) } else { (2, 4) };
        steps.push((world.instant(after, 8, 30)?, Step::CloseMonth(month)));
        steps.push((world.instant(later(after, confirm), 10, 45)?, Step::Confirm(month)));
        steps.push((world.instant(later(after, approve), 10, 50)?, Step::Approve(month)));
        month = month.shifted(1);
    }
    Ok(())
}

/// The last day of a mission that has ended: never after the day until which it was asked for.
pub(super) fn last_day(world: &World, plan: &Plan) -> Option<Date> {
    let Fate::Ended(_, on) = plan.fate else { return None };
    let asked = plan.months.map(|months| later(months_later(world.date(plan.starts), i32::from(months)), -1));
    Some(asked.map_or(world.date(on), |asked| asked.min(world.date(on))))
}

/// Two teams take their time, so that something waits for the referent and for the coordinator on any day of a month.
fn is_slow(plan: &Plan) -> bool {
    matches!(plan.peer, "noor" | "mathis")
}

/// The minutes that were worked: as planned, now and then more or less.
pub(super) fn minutes(time: Time, on: Date) -> Minutes {
    let more = match on.day_of_year() % 7 {
        0 => 30,
        3 => -30,
        _ => 0,
    };
    Minutes(time.2 + more)
}

/// Offices work from Monday to Friday: what falls on a weekend was done the Friday before.
fn weekday(on: Date) -> Date {
    later(on, -i32::from((on.weekday().to_monday_one_offset() - 5).max(0)))
}
