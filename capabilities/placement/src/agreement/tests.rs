use super::*;
use crate::samples::{day, id};
use proptest::prelude::*;

/// An agreement for missions 1 and 2, at 25 € an hour, exempt, monthly, over 2026 and 2027.
pub(crate) fn sample() -> Agreement {
    Agreement {
        id: id(1),
        org: id(2),
        institution: id(3),
        missions: BTreeSet::from([id(1), id(2)]),
        basis: Basis::service(Money::euros(25)).unwrap(),
        vat: Vat::Exempt(VatReason::FrNonProfit),
        rhythm: Rhythm::Monthly,
        payment_days: 30,
        buyer: BuyerReferences::default(),
        period: Period::new(day("2026-11-15"), Some(day("2027-12-31"))).unwrap(),
        notice_days: 30,
    }
}

pub(crate) fn cost() -> Cost {
    Cost { wages: Money(1_400), contributions: Money(600), expenses: Money(150) }
}

#[test]
fn at_cost_refuses_a_rate_above_wages_contributions_and_expenses() {
    let at = |rate| Basis::at_cost(Money(rate), cost(), Law::FrWithoutProfit);
    assert_eq!(at(2_150).unwrap().rate(), Money(2_150));
    assert_eq!(at(2_151), Err(Refusal::AboveCost));
    assert_eq!(at(0), Err(Refusal::AmountOutOfRange));
    let negative = Cost { expenses: Money(-1), ..cost() };
    assert_eq!(Basis::at_cost(Money(1), negative, Law::FrWithoutProfit), Err(Refusal::AmountOutOfRange));
    assert_eq!(Basis::service(Money(100_001)), Err(Refusal::AmountOutOfRange));
}

#[test]
fn at_cost_refuses_a_sum_above_the_cost_of_the_time() {
    let at_cost = Basis::at_cost(Money(2_150), cost(), Law::FrWithoutProfit).unwrap();
    assert_eq!(at_cost.allows(Money(4_300), Minutes::hours(2), 1), Ok(()));
    assert_eq!(at_cost.allows(Money(4_301), Minutes::hours(2), 1), Err(Refusal::AboveCost));
    assert_eq!(Basis::service(Money(2_150)).unwrap().allows(Money(9_999), Minutes::hours(2), 1), Ok(()));
}

#[test]
fn each_vat_position_has_its_category_reason_and_amount() {
    let rows = [
        (Vat::Standard(VatRate::Fr20), "S", None, 2_000),
        (Vat::Standard(VatRate::Be21), "S", None, 2_100),
        (Vat::Exempt(VatReason::FrFranchise), "E", Some("VATEX-FR-FRANCHISE"), 0),
        (Vat::Exempt(VatReason::FrNonProfit), "E", Some("VATEX-FR-CGI261-7"), 0),
        (Vat::Exempt(VatReason::FrCareTeaching), "E", Some("VATEX-FR-CGI261-4"), 0),
        (Vat::Exempt(VatReason::BeSocial), "E", Some("VATEX-EU-132"), 0),
        (Vat::ReverseCharge, "AE", Some("VATEX-EU-AE"), 0),
        (Vat::OutsideScope, "O", Some("VATEX-EU-O"), 0),
    ];
    for (vat, category, vatex, on_a_hundred) in rows {
        assert_eq!((vat.category(), vat.vatex(), vat.on(Money::euros(100))), (category, vatex, Money(on_a_hundred)));
        assert_eq!(Vat::parse(vat.as_str()), Some(vat));
    }
    assert_eq!(Vat::parse("20"), None);
}

#[test]
fn an_invoice_is_due_when_a_stretch_is_over() {
    let due = |rhythm, since, today| {
        let stretches = Agreement { rhythm, ..sample() }.due(day(since), day(today));
        stretches.iter().map(|days| format!("{}/{}", days.first(), days.last())).collect::<Vec<_>>()
    };
    assert_eq!(due(Rhythm::Monthly, "2026-01-01", "2026-11-30"), Vec::<String>::new());
    let two = ["2026-11-15/2026-11-30", "2026-12-01/2026-12-31"];
    assert_eq!(due(Rhythm::Monthly, "2026-01-01", "2027-01-01"), two);
    assert_eq!(due(Rhythm::Monthly, "2026-12-01", "2027-01-01"), two[1..]);
    let quarters = ["2026-11-15/2026-12-31", "2027-01-01/2027-03-31"];
    assert_eq!(due(Rhythm::Quarterly, "2026-01-01", "2027-04-01"), quarters);
    assert_eq!(due(Rhythm::AtTheEnd, "2026-01-01", "2027-12-31"), Vec::<String>::new());
    assert_eq!(due(Rhythm::AtTheEnd, "2026-01-01", "2028-01-01"), ["2026-11-15/2027-12-31"]);
    assert_eq!(due(Rhythm::Monthly, "2026-01-01", "2030-01-01").len(), 14);
}

#[test]
fn the_time_to_pay_and_the_references_have_limits() {
    let make = |terms| Agreement::make(id(1), id(2), id(3), terms);
    assert_eq!(make(Terms::of(&sample())), Ok(sample()));
    assert!(make(Terms { payment_days: 60, ..Terms::of(&sample()) }).is_ok());
    assert_eq!(make(Terms { payment_days: 61, ..Terms::of(&sample()) }), Err(Refusal::PaymentDaysOutOfRange));
    assert_eq!(make(Terms { notice_days: 367, ..Terms::of(&sample()) }), Err(Refusal::NoticeDaysOutOfRange));
    let buyer = BuyerReferences { engagement: "x".repeat(51), ..BuyerReferences::default() };
    assert_eq!(make(Terms { buyer, ..Terms::of(&sample()) }), Err(Refusal::TextTooLong));
}

#[test]
fn what_was_invoiced_by_stays() {
    let other = Terms {
        basis: Basis::service(Money::euros(90)).unwrap(),
        rhythm: Rhythm::Quarterly,
        payment_days: 45,
        period: Period::new(day("2026-01-01"), Some(day("2028-06-30"))).unwrap(),
        ..Terms::of(&sample())
    };
    let changed = sample().change(other.clone(), false).unwrap();
    assert_eq!(Terms::of(&changed), other);
    let invoiced = sample().change(other, true).unwrap();
    assert_eq!((invoiced.basis, invoiced.rhythm), (sample().basis, sample().rhythm));
    assert_eq!((invoiced.period.from, invoiced.period.until), (sample().period.from, Some(day("2028-06-30"))));
    assert_eq!(invoiced.payment_days, 45);
}

proptest! {
    /// At a rate that was accepted, no time costs more than it may.
    #[test]
    fn an_accepted_rate_never_goes_above_cost(parts in prop::array::uniform3(0i64..5_000), rate in 1i64..20_000, minutes in 0i64..100_000) {
        let cost = Cost { wages: Money(parts[0]), contributions: Money(parts[1]), expenses: Money(parts[2]) };
        match Basis::at_cost(Money(rate), cost, Law::BeException) {
            Ok(basis) => prop_assert_eq!(basis.allows(Money(rate).per_hour(Minutes(minutes)), Minutes(minutes), 1), Ok(())),
            Err(refusal) => {
                prop_assert_eq!(refusal, Refusal::AboveCost);
                prop_assert!(rate > parts.iter().sum::<i64>());
            }
        }
    }

    /// Monthly stretches follow each other without a gap.
    #[test]
    fn stretches_follow_each_other(quarterly: bool, months in 0i32..40) {
        let rhythm = if quarterly { Rhythm::Quarterly } else { Rhythm::Monthly };
        let agreement = Agreement { rhythm, period: Period { until: None, ..sample().period }, ..sample() };
        let stretches = agreement.due(agreement.period.from, period::months_later(day("2026-11-20"), months));
        for pair in stretches.windows(2) {
            prop_assert_eq!(period::later(pair[0].last(), 1), pair[1].first());
        }
    }
}
