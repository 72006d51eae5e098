use super::*;
use crate::{
    agreement::{self, Law},
    hours::{Activity, Entry, Facts, State, Work, tests as hours},
    period::{Days, Month},
    samples::{day, id, noon, stamp},
};
use passerelle_kernel::Minutes;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn december() -> Days {
    Month::parse("2026-12").unwrap().days()
}

fn series() -> Series {
    Series::begin(id(2), "").unwrap()
}

fn nothing() -> BTreeMap<Id<Entry>, Id<Invoice>> {
    BTreeMap::new()
}

fn simple_draft() -> Draft {
    draft(&agreement::tests::sample(), december(), &[hours::approved(1, "2026-12-08", 240)], &nothing()).unwrap()
}

/// Invoice 11 of 100 €, issued on 2 January 2027 and due on 1 February.
fn issued() -> (Invoice, Series) {
    Invoice::issue(id(11), &agreement::tests::sample(), simple_draft(), &series(), day("2027-01-02")).unwrap()
}

#[test]
fn only_approved_hours_are_invoiced_and_the_rest_is_told_with_its_reason() {
    let agreement = agreement::tests::sample();
    let entries = [
        hours::approved(1, "2026-12-01", 90),
        hours::approved(2, "2026-12-31", 45),
        hours::recorded(3, "2026-12-08", 60),
        hours::confirmed(4, "2026-12-09", 60),
        hours::recorded(5, "2026-12-10", 60).give_back("?", stamp(9, "2026-12-12")).unwrap(),
        hours::approved(6, "2026-12-15", 60),
        hours::approved(7, "2027-01-01", 60),
        of_mission(99, hours::approved(8, "2026-12-15", 60)),
    ];
    let invoiced = BTreeMap::from([(id(6), id(50))]);
    let draft = draft(&agreement, december(), &entries, &invoiced).unwrap();
    assert_eq!(draft.annex.iter().map(|line| line.entry).collect::<Vec<_>>(), [id(1), id(2)]);
    let left_out: Vec<_> = draft.left_out.iter().map(|left| (left.entry, left.why)).collect();
    let expected =
        [(id(3), Why::NotConfirmed), (id(4), Why::NotApproved), (id(5), Why::Returned), (id(6), Why::AlreadyInvoiced)];
    assert_eq!(left_out, expected);
    assert_eq!((draft.minutes(), draft.net, draft.vat), (Minutes(135), Money(5_625), Money::ZERO));
}

fn of_mission(mission: u64, entry: Entry) -> Entry {
    Entry::restore(Facts { mission: id(mission), ..*entry.facts() }, entry.state().clone())
}

#[test]
fn hours_approved_late_are_told_and_can_be_taken_in() {
    let agreement = agreement::tests::sample();
    let entries = [hours::approved(1, "2026-12-08", 60), hours::approved(2, "2027-01-08", 60)];
    let january = Month::parse("2027-01").unwrap().days();
    let without = draft(&agreement, january, &entries, &nothing()).unwrap();
    assert_eq!(without.left_out.iter().map(|left| left.why).collect::<Vec<_>>(), [Why::OutsidePeriod]);
    let wider = with_arrears(&agreement, january, &entries, &nothing());
    assert_eq!((wider.first(), wider.last()), (day("2026-12-08"), day("2027-01-31")));
    assert_eq!(draft(&agreement, wider, &entries, &nothing()).unwrap().minutes(), Minutes(120));
    let before = BTreeMap::from([(id(1), id(50))]);
    assert_eq!(with_arrears(&agreement, january, &entries, &before), january);
    assert_eq!(draft(&agreement, january, &entries, &before).unwrap().left_out, []);
}

#[test]
fn days_without_the_agreement_are_not_invoiced() {
    let agreement = Agreement {
        period: crate::period::Period::new(day("2026-12-10"), None).unwrap(),
        ..agreement::tests::sample()
    };
    let entries = [hours::approved(1, "2026-12-09", 60), hours::approved(2, "2026-12-10", 60)];
    let draft = draft(&agreement, december(), &entries, &nothing()).unwrap();
    assert_eq!(draft.left_out[0].why, Why::OutsideAgreement);
    assert_eq!(draft.annex.len(), 1);
}

#[test]
fn nothing_and_less_than_nothing_are_not_invoiced() {
    let agreement = agreement::tests::sample();
    let make = |entries: &[Entry]| draft(&agreement, december(), entries, &nothing()).err();
    assert_eq!(make(&[]), Some(Refusal::NothingToInvoice));
    assert_eq!(make(&[hours::confirmed(1, "2026-12-08", 60)]), Some(Refusal::NothingToInvoice));
    assert_eq!(make(&[correction(2, 1, -60)]), Some(Refusal::NothingToInvoice));
    assert_eq!(make(&[hours::approved(1, "2026-12-08", 60), correction(2, 1, -60)]), Some(Refusal::NothingToInvoice));
    assert_eq!(make(&[hours::approved(1, "2026-12-08", 60), correction(2, 1, -59)]), None);
}

fn correction(n: u64, of: u64, minutes: i64) -> Entry {
    let approved = hours::approved(n, "2026-12-08", 60);
    let work = Work { minutes: Minutes(minutes), ..approved.facts().work };
    Entry::restore(Facts { work, correction_of: Some(id(of)), ..*approved.facts() }, approved.state().clone())
}

#[test]
fn vat_is_added_to_the_sum() {
    let vat = Vat::Standard(agreement::VatRate::Fr20);
    let agreement = Agreement { vat, ..agreement::tests::sample() };
    let draft = draft(&agreement, december(), &[hours::approved(1, "2026-12-08", 50)], &nothing()).unwrap();
    assert_eq!((draft.net, draft.vat, draft.gross()), (Money(2_083), Money(417), Money(2_500)));
}

#[test]
fn at_cost_refuses_an_amount_above_the_cost_even_when_the_rate_came_from_elsewhere() {
    let cost = agreement::tests::cost();
    let basis = Basis::AtCost { rate: Money(2_151), cost, law: Law::FrWithoutProfit };
    let dear = Agreement { basis, ..agreement::tests::sample() };
    let entries = [hours::approved(1, "2026-12-08", 60)];
    assert_eq!(draft(&dear, december(), &entries, &nothing()), Err(Refusal::AboveCost));
    let basis = Basis::at_cost(Money(2_150), cost, Law::FrWithoutProfit).unwrap();
    let fair = Agreement { basis, ..agreement::tests::sample() };
    let mut content = draft(&fair, december(), &entries, &nothing()).unwrap();
    content.net = Money(2_151);
    let issued = Invoice::issue(id(11), &fair, content, &series(), day("2027-01-02"));
    assert_eq!(issued.err(), Some(Refusal::AboveCost));
}

#[test]
fn numbers_follow_each_other_and_begin_again_each_year() {
    let mut series = Series::begin(id(2), "ESP/").unwrap();
    let mut numbers = Vec::new();
    for on in ["2026-12-30", "2026-12-30", "2026-12-31", "2027-01-01", "2027-03-01"] {
        let (number, after) = series.next(day(on)).unwrap();
        numbers.push(number.to_string());
        series = after;
    }
    assert_eq!(numbers, ["ESP/2026-0001", "ESP/2026-0002", "ESP/2026-0003", "ESP/2027-0001", "ESP/2027-0002"]);
    assert_eq!(series.next(day("2027-02-28")), Err(Refusal::BeforeLastInvoice));
    for prefix in ["a b", "é", "n°", "x".repeat(21).as_str()] {
        assert_eq!(Series::begin(id(2), prefix), Err(Refusal::NumberUnreadable), "{prefix}");
    }
    for text in ["", "2026 1", "2026#1", "x".repeat(36).as_str()] {
        assert_eq!(Number::read(text), Err(Refusal::NumberUnreadable), "{text}");
    }
}

#[test]
fn a_credit_note_cancels_once_and_takes_the_next_number() {
    let (invoice, series) = issued();
    assert_eq!(invoice.issued().number.as_str(), "2027-0001");
    assert_eq!(allocated(std::slice::from_ref(&invoice)), BTreeMap::from([(id(1), id(11))]));
    let paid = invoice.pay(day("2027-01-10"), Money::euros(40), "VIR", day("2027-01-10")).unwrap();
    let (credited, note, series) = paid.credit(id(12), &series, day("2027-01-12")).unwrap();
    assert_eq!(note.issued().number.as_str(), "2027-0002");
    assert!(
        matches!(&note.issued().kind, Kind::CreditNote { of, number } if *of == id(11) && number.as_str() == "2027-0001")
    );
    assert_eq!(note.issued().content, credited.issued().content);
    assert_eq!((credited.balance(), credited.to_give_back()), (Money::ZERO, Money::euros(40)));
    let today = day("2027-06-01");
    assert_eq!((credited.stage(today), note.stage(today)), (Stage::Credited, Stage::CreditNote));
    assert_eq!(allocated(&[credited.clone(), note.clone()]), nothing());
    assert_eq!(credited.credit(id(13), &series, today).err(), Some(Refusal::AlreadyCredited));
    assert_eq!(note.clone().credit(id(13), &series, today).err(), Some(Refusal::IsCreditNote));
    assert_eq!(note.pay(today, Money(1), "", today).err(), Some(Refusal::IsCreditNote));
}

#[test]
fn payments_add_up_to_the_sum_and_never_beyond() {
    let today = day("2027-01-20");
    let (invoice, _) = issued();
    let pay = |invoice: &Invoice, euros| invoice.clone().pay(today, Money::euros(euros), "", today);
    assert_eq!(invoice.stage(day("2027-02-01")), Stage::Issued);
    assert_eq!(invoice.stage(day("2027-02-02")), Stage::Late);
    let part = pay(&invoice, 60).unwrap();
    assert_eq!((part.balance(), part.stage(today)), (Money::euros(40), Stage::PartlyPaid));
    assert_eq!(part.stage(day("2027-02-02")), Stage::Late);
    assert_eq!(pay(&part, 41).err(), Some(Refusal::MoreThanDue));
    assert_eq!(pay(&part, 0).err(), Some(Refusal::AmountOutOfRange));
    assert_eq!(pay(&part, -5).err(), Some(Refusal::AmountOutOfRange));
    let ahead = part.clone().pay(day("2027-01-21"), Money(1), "", today);
    assert_eq!(ahead.err(), Some(Refusal::DateInTheFuture));
    let paid = pay(&part, 40).unwrap();
    assert_eq!(paid.stage(day("2027-06-01")), Stage::Paid);
    assert_eq!(pay(&paid, 1).err(), Some(Refusal::MoreThanDue));
}

#[test]
fn a_draft_is_issued_under_its_own_agreement_and_series() {
    let other = Agreement { id: id(77), ..agreement::tests::sample() };
    let on = day("2027-01-02");
    assert_eq!(Invoice::issue(id(11), &other, simple_draft(), &series(), on).err(), Some(Refusal::OtherAgreement));
    let stranger = Series::begin(id(3), "").unwrap();
    let issued = Invoice::issue(id(11), &agreement::tests::sample(), simple_draft(), &stranger, on);
    assert_eq!(issued.err(), Some(Refusal::OtherAgreement));
}

fn any_entry(n: u64, (stage, mission, offset, minutes): (u8, u64, i32, i64)) -> Entry {
    let on = crate::period::later(day("2026-11-10"), offset);
    let work = Work { on, minutes: Minutes(minutes), activity: Activity::Presence };
    let facts = Facts {
        id: id(n),
        mission: id(mission),
        peer: id(7),
        work,
        correction_of: None,
        recorded_at: noon("2026-12-01"),
    };
    let mark = || stamp(9, "2026-12-02");
    let state = match stage {
        0 => State::Recorded,
        1 => State::Confirmed(mark()),
        2 => State::Returned { stamp: mark(), question: "?".into() },
        _ => State::Approved { confirmed: mark(), approved: mark() },
    };
    Entry::restore(facts, state)
}

fn any_entries() -> impl Strategy<Value = Vec<Entry>> {
    let one = (0u8..6, 1u64..4, 0i32..90, prop_oneof![4 => 1i64..600, 1 => -60i64..0]);
    prop::collection::vec(one, 0..25)
        .prop_map(|raw| raw.into_iter().zip(1..).map(|(raw, n)| any_entry(n, raw)).collect())
}

proptest! {
    /// Each entry concerned is in the annex or left out, once; the sums are those of the annex.
    #[test]
    fn an_entry_is_invoiced_or_left_out_and_never_both(entries in any_entries()) {
        let agreement = agreement::tests::sample();
        let Ok(draft) = draft(&agreement, december(), &entries, &nothing()) else { return Ok(()) };
        let concerned: BTreeSet<_> = entries.iter().map(Entry::facts)
            .filter(|facts| agreement.missions.contains(&facts.mission) && facts.work.on <= december().last())
            .map(|facts| facts.id).collect();
        let told: Vec<_> = draft.annex.iter().map(|line| line.entry).chain(draft.left_out.iter().map(|left| left.entry)).collect();
        prop_assert_eq!(told.len(), concerned.len());
        prop_assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), concerned);
        prop_assert_eq!(draft.annex.iter().map(|line| line.minutes).sum::<Minutes>(), draft.minutes());
        prop_assert_eq!(draft.lines.iter().map(|line| line.amount).sum::<Money>(), draft.net);
        prop_assert!(draft.annex.iter().all(|line| december().contains(line.on)));
    }

    /// However invoices are made and credited: no number is missing, no entry is on two invoices that count.
    #[test]
    fn no_gap_in_numbers_and_no_hour_invoiced_twice(entries in any_entries(), acts in prop::collection::vec((any::<bool>(), 0usize..5, 0i32..3), 1..12)) {
        let agreement = agreement::tests::sample();
        let (mut all, mut series, mut next): (Vec<Invoice>, _, _) = (Vec::new(), series(), 100);
        for (make, which, month) in acts {
            next += 1;
            let on = day("2027-02-01");
            if make {
                let days = with_arrears(&agreement, Month::parse("2026-11").unwrap().shifted(month).days(), &entries, &allocated(&all));
                let Ok(content) = draft(&agreement, days, &entries, &allocated(&all)) else { continue };
                let (invoice, after) = Invoice::issue(id(next), &agreement, content, &series, on).unwrap();
                all.push(invoice);
                series = after;
            } else if which < all.len() && let Ok((credited, note, after)) = all[which].clone().credit(id(next), &series, on) {
                all[which] = credited;
                all.push(note);
                series = after;
            }
        }
        let numbers: Vec<_> = all.iter().map(|invoice| invoice.issued().number.to_string()).collect();
        prop_assert_eq!(numbers, (1..=all.len()).map(|n| format!("2027-{n:04}")).collect::<Vec<_>>());
        let counting = all.iter().filter(|invoice| invoice.issued().kind == Kind::Invoice && invoice.credited_by().is_none());
        let invoiced: Vec<_> = counting.flat_map(|invoice| invoice.issued().content.annex.iter().map(|line| line.entry)).collect();
        prop_assert_eq!(invoiced.iter().collect::<BTreeSet<_>>().len(), invoiced.len());
    }

    /// At a rate equal to the cost, whatever the lines, rounding is never taken for a profit.
    #[test]
    fn at_cost_is_invoiced_to_the_cent(entries in any_entries(), cost in 1i64..5_000) {
        let cost = agreement::Cost { wages: Money(cost), contributions: Money::ZERO, expenses: Money::ZERO };
        let basis = Basis::at_cost(cost.wages, cost, Law::FrWithoutProfit).unwrap();
        let agreement = Agreement { basis, ..agreement::tests::sample() };
        prop_assert_ne!(draft(&agreement, december(), &entries, &nothing()).err(), Some(Refusal::AboveCost));
    }

    /// Payments and balance always make up the sum.
    #[test]
    fn payments_and_balance_make_up_the_sum(amounts in prop::collection::vec(-10i64..6_000, 0..8)) {
        let (mut invoice, _) = issued();
        for amount in amounts {
            let today = day("2027-01-20");
            if let Ok(paid) = invoice.clone().pay(today, Money(amount), "", today) { invoice = paid; }
            let paid: Money = invoice.payments().iter().map(|payment| payment.amount).sum();
            prop_assert_eq!(paid + invoice.balance(), invoice.issued().content.gross());
            prop_assert!(invoice.balance() >= Money::ZERO);
        }
    }
}
