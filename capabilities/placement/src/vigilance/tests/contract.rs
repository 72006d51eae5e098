//! Hours beyond the contract.

use super::*;

#[test]
fn hours_beyond_the_contract_are_told_week_by_week_and_of_one_association() {
    let mut seen = picture(vec![work(1, 1, 1, &[(2, 9, 240), (4, 9, 240)])]);
    assert_eq!(kinds(&seen), [], "without a contract");
    seen.contracts = vec![(id(1), agreed(8))];
    assert_eq!(kinds(&seen), [], "just as many as agreed");
    seen.contracts = vec![(id(1), agreed(7))];
    let Some(Facts::Contract(weeks)) = facts_of(&seen, Kind::Contract) else { panic!("nothing beyond") };
    assert_eq!(weeks[0], (Week::of(day(TODAY)), Minutes::hours(7), Minutes::hours(8)));
    assert_eq!(weeks.len(), usize::from(WEEKS_AHEAD));
    // A week that has begun is not told: what was recorded in it is not known here.
    seen.today = day("2026-09-08");
    let Some(Facts::Contract(weeks)) = facts_of(&seen, Kind::Contract) else { panic!("nothing beyond") };
    assert_eq!(weeks[0].0, Week::of(day("2026-09-14")));
    // What another association has agreed, or plans, is its own business.
    seen.contracts = vec![(id(2), agreed(7))];
    assert_eq!(kinds(&seen), []);
    seen.contracts = vec![(id(1), agreed(8))];
    seen.work.push(work(2, 2, 1, &[(1, 9, 60)]));
    assert_eq!(kinds(&seen), []);
}
