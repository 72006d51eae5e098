use super::*;
use crate::samples::{day, id};
use proptest::prelude::*;

fn since(what: What, date: &str) -> Waiting {
    Waiting { what, since: day(date) }
}

fn november() -> Month {
    Month::parse("2026-11").unwrap()
}

#[test]
fn the_worst_comes_first_however_long_the_rest_has_waited() {
    let today = day("2026-11-27");
    let expected = vec![
        since(What::Beyond(id(1)), "2026-11-27"),
        since(What::HoursReturned(id(1), november()), "2026-11-20"),
        since(What::HoursToApprove(id(1), november()), "2026-11-25"),
        since(What::MissionWithoutPeer(id(2), day("2026-12-01")), "2026-11-01"),
        since(What::ProposalToAnswer(id(1), day("2026-11-28")), "2026-11-21"),
        since(What::RequestToAnswer(id(1)), "2026-11-24"),
        since(What::InvoiceToPay(id(1), day("2026-09-30")), "2026-10-01"),
        since(What::SilentWeek(id(1), Week::of(day("2026-11-16"))), "2026-11-23"),
        since(What::RequestToAnswer(id(2)), "2026-11-26"),
    ];
    let mut shuffled = expected.clone();
    shuffled.reverse();
    assert_eq!(in_order(shuffled, today, |one| *one), expected);
}

#[test]
fn things_move_up_on_their_day() {
    let turns = |what, began: &str, before: &str, on: &str, hurt| {
        let waiting = since(what, began);
        assert_eq!(waiting.hurt(day(before)), Hurt::CanWait, "{what:?}");
        assert_eq!(waiting.hurt(day(on)), hurt, "{what:?}");
    };
    let days = november().days();
    turns(What::HoursToConfirm(id(1), november()), "2026-11-03", "2026-11-24", "2026-11-25", Hurt::Pay);
    turns(What::HoursToApprove(id(1), november()), "2026-11-03", "2026-11-24", "2026-11-25", Hurt::Pay);
    turns(What::ProposalToAnswer(id(1), day("2026-11-29")), "2026-11-20", "2026-11-26", "2026-11-27", Hurt::Chance);
    turns(What::MissionWithoutPeer(id(1), day("2026-12-15")), "2026-11-01", "2026-11-30", "2026-12-01", Hurt::Chance);
    turns(What::YesToAgree(id(1)), "2026-11-20", "2026-11-22", "2026-11-23", Hurt::Chance);
    turns(What::RequestToAnswer(id(1)), "2026-11-20", "2026-11-22", "2026-11-23", Hurt::Word);
    turns(What::RequestToOpen(id(1)), "2026-11-20", "2026-11-22", "2026-11-23", Hurt::Word);
    turns(What::ClaimToAnswer(id(1), day("2026-12-11")), "2026-11-11", "2026-11-26", "2026-11-27", Hurt::Word);
    turns(What::HolidayToSay(id(1), day("2026-11-11")), "2026-10-28", "2026-11-07", "2026-11-08", Hurt::Word);
    turns(What::SwapToAnswer(id(1), day("2026-11-30")), "2026-11-20", "2026-11-20", "2026-11-21", Hurt::Word);
    turns(What::SignalOpen(id(1), false), "2026-11-20", "2026-11-22", "2026-11-23", Hurt::Word);
    turns(What::SignalToSee(Some(day("2026-11-27"))), "2026-11-20", "2026-11-24", "2026-11-25", Hurt::Word);
    turns(What::PaperToSign(id(1)), "2026-11-20", "2026-11-22", "2026-11-23", Hurt::Word);
    assert_eq!(since(What::PaperSilent(id(1)), "2026-11-20").hurt(day("2026-11-20")), Hurt::Word);
    turns(What::MissionEnds(id(1), day("2026-12-15")), "2026-11-01", "2026-11-30", "2026-12-01", Hurt::Chance);
    turns(What::MonthToClose(november()), "2026-11-03", "2026-11-24", "2026-11-25", Hurt::Pay);
    turns(
        What::PointOverdue(id(1), Point::Limits, day("2026-11-20")),
        "2026-11-20",
        "2026-11-20",
        "2026-11-21",
        Hurt::Word,
    );
    turns(What::InvoiceToPay(id(1), day("2026-11-20")), "2026-11-20", "2026-11-20", "2026-11-21", Hurt::Money);
    turns(What::InvoiceToMake(id(1), days), "2026-11-30", "2026-11-30", "2026-12-01", Hurt::Money);
}

#[test]
fn each_thing_waits_for_somebody() {
    assert_eq!(What::Beyond(id(1)).whom(), Whom::Coordinator);
    assert_eq!(What::HoursReturned(id(1), november()).whom(), Whom::Peer);
    assert_eq!(What::HoursToConfirm(id(1), november()).whom(), Whom::Referent);
    assert_eq!(What::HoursToApprove(id(1), november()).whom(), Whom::Coordinator);
}

fn any_waiting() -> impl Strategy<Value = Waiting> {
    (0usize..6, 0i32..90, 0i32..90).prop_map(|(kind, since, due)| {
        let (since, due) = (period::later(day("2026-10-01"), since), period::later(day("2026-10-01"), due));
        let what = match kind {
            0 => What::Beyond(id(1)),
            1 => What::HoursToApprove(id(1), Month::of(due)),
            2 => What::ProposalToAnswer(id(1), due),
            3 => What::RequestToAnswer(id(1)),
            4 => What::InvoiceToPay(id(1), due),
            _ => What::HoursReturned(id(1), Month::of(due)),
        };
        Waiting { what, since }
    })
}

proptest! {
    /// Nothing that waits becomes less urgent by waiting.
    #[test]
    fn time_moves_things_up_never_down(waiting in any_waiting(), today in 0i32..120, days in 0i32..60) {
        let today = period::later(day("2026-10-01"), today);
        prop_assert!(waiting.hurt(period::later(today, days)) <= waiting.hurt(today));
    }

    /// The order loses nothing, and nobody who is hurt more, or as much and for longer, comes after.
    #[test]
    fn the_order_is_by_hurt_then_by_time(all in prop::collection::vec(any_waiting(), 0..20)) {
        let today = day("2026-11-27");
        let ordered = in_order(all.clone(), today, |one| *one);
        prop_assert_eq!(ordered.len(), all.len());
        for pair in ordered.windows(2) {
            let (first, second) = (pair[0].hurt(today), pair[1].hurt(today));
            prop_assert!(first < second || first == second && pair[0].since <= pair[1].since);
        }
    }
}
