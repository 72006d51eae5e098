use super::*;
use crate::{
    request::Answers,
    samples::{day, id, noon, stamp},
    sheet, spoken,
};

/// Mission 1 for team 5, seven hours a week in French, from 1 December 2026 to 31 May 2027.
pub(crate) fn open() -> Mission {
    Mission::open(id(1), &accepted(), "Équipe mobile, le mardi", None).unwrap()
}

/// The same, which peer 7 has begun on its first day.
pub(crate) fn running() -> Mission {
    Mission { state: State::Agreed(pairing()), ..open() }.start(day("2026-12-01")).unwrap()
}

fn pairing() -> Pairing {
    Pairing { peer: id(7), agreed: stamp(9, "2026-11-25") }
}

fn accepted() -> Request {
    let answers = Answers {
        hours_week: Some(Minutes::hours(7)),
        length: Some(Length::Months(6)),
        start: crate::period::Days::new(day("2026-12-01"), day("2027-01-15")).ok(),
        referent: Some(Referent::Named("Dr Amrani".into())),
        languages: spoken::split("fr").unwrap(),
        town: "Marseille".into(),
        ..Answers::default()
    };
    let state = request::State::Accepted { submitted_at: noon("2026-11-20"), stamp: stamp(9, "2026-11-21") };
    let request = Request::begin(id(3), id(2), None, BTreeSet::new(), noon("2026-11-20"));
    Request { answers, state, team: Some(id(5)), ..request }
}

#[test]
fn a_mission_takes_its_days_from_the_accepted_request() {
    let mission = open();
    assert_eq!(mission.period, Period::new(day("2026-12-01"), Some(day("2027-05-31"))).unwrap());
    assert_eq!(mission.referent.unwrap().name, "Dr Amrani");
    let sent = Request { state: request::State::Submitted { at: noon("2026-11-20") }, ..accepted() };
    assert_eq!(Mission::open(id(1), &sent, "Titre", None), Err(Refusal::RequestNotAccepted));
    assert_eq!(Mission::open(id(1), &accepted(), " ", None), Err(Refusal::TextMissing));
}

#[test]
fn a_mission_is_proposed_with_its_own_sheet() {
    let (ours, others) = (sheet::tests::full(1), sheet::tests::full(2));
    let now = noon("2026-11-22");
    let proposed = open().propose(ours.complete().unwrap(), now).unwrap();
    assert_eq!(proposed.state, State::Proposed { since: now });
    let again = proposed.propose(ours.complete().unwrap(), noon("2026-11-29")).unwrap();
    assert_eq!(again.state, State::Proposed { since: now });
    assert_eq!(open().propose(others.complete().unwrap(), now), Err(Refusal::OtherMission));
    assert_eq!(running().propose(ours.complete().unwrap(), now), Err(Refusal::MissionTaken));
}

#[test]
fn work_begins_with_an_agreed_peer_only() {
    assert_eq!(open().start(day("2026-12-01")), Err(Refusal::MissionNotAgreed));
    assert_eq!(running().start(day("2026-12-01")), Err(Refusal::MissionNotAgreed));
    let agreed = Mission { state: State::Agreed(pairing()), ..open() };
    assert_eq!(agreed.clone().start(day("2027-06-01")), Err(Refusal::DatesTurnedRound));
    assert_eq!(agreed.worked(), None);
    let started = agreed.start(day("2026-12-07")).unwrap();
    assert_eq!(started.worked().unwrap().1.from, day("2026-12-07"));
}

#[test]
fn a_peer_may_step_back_before_the_first_day() {
    let agreed = Mission { state: State::Agreed(pairing()), ..open() };
    assert!(agreed.engages().is_some());
    let reopened = agreed.reopen().unwrap();
    assert_eq!((reopened.state.stage(), reopened.engages()), (Stage::Open, None));
    assert_eq!(running().reopen(), Err(Refusal::MissionNotAgreed));
}

#[test]
fn a_running_mission_is_prolonged_to_a_day_ahead() {
    let today = day("2027-03-01");
    assert_eq!(running().prolong(Some(day("2027-12-31")), today).unwrap().period.until, Some(day("2027-12-31")));
    assert_eq!(running().prolong(None, today).unwrap().period.until, None);
    assert_eq!(running().prolong(Some(today), today), Err(Refusal::DateNotAhead));
    assert_eq!(open().prolong(None, today), Err(Refusal::MissionNotRunning));
}

#[test]
fn a_mission_ends_on_a_day_that_has_come_and_keeps_its_days_of_work() {
    let today = day("2027-03-01");
    let end = |mission: Mission, ending, on| mission.end(ending, day(on), today, stamp(9, "2027-03-01"));
    let ended = end(running(), Ending::DirectHire, "2027-02-28").unwrap();
    let (peer, period) = ended.worked().unwrap();
    assert_eq!((peer, period.until), (id(7), Some(day("2027-02-28"))));
    assert_eq!(ended.engages(), None);
    assert_eq!(end(ended, Ending::Stopped, "2027-02-28"), Err(Refusal::MissionEnded));
    assert_eq!(end(running(), Ending::Completed, "2027-03-02"), Err(Refusal::DateInTheFuture));
    assert_eq!(end(running(), Ending::Completed, "2026-11-30"), Err(Refusal::DatesTurnedRound));
}

#[test]
fn a_mission_that_never_ran_can_only_be_stopped() {
    let today = day("2027-03-01");
    let end = |ending| open().end(ending, today, today, stamp(9, "2027-03-01"));
    assert_eq!(end(Ending::Stopped).unwrap().worked(), None);
    assert_eq!(end(Ending::Completed), Err(Refusal::MissionNotRunning));
    assert_eq!(end(Ending::DirectHire), Err(Refusal::MissionNotRunning));
}

#[test]
fn what_a_mission_needs_changes_until_a_peer_is_agreed() {
    let needs = || Needs {
        hours_week: Minutes::hours(3),
        from: day("2027-01-04"),
        until: None,
        languages: spoken::split("fr").unwrap(),
    };
    let open = open();
    let changed = open.clone().adjust(needs()).unwrap();
    assert_eq!((changed.need().hours_week, changed.need().period.from), (Minutes::hours(3), day("2027-01-04")));
    let refused = |needs: Needs| open.clone().adjust(needs).err();
    assert_eq!(refused(Needs { hours_week: Minutes(20), ..needs() }), Some(Refusal::HoursAWeekOutOfRange));
    assert_eq!(refused(Needs { until: Some(day("2027-01-03")), ..needs() }), Some(Refusal::DatesTurnedRound));
    assert_eq!(refused(Needs { languages: BTreeSet::new(), ..needs() }), Some(Refusal::ChoiceMissing));
    let agreed = Mission { state: State::Agreed(pairing()), ..open };
    assert_eq!(agreed.adjust(needs()).err(), Some(Refusal::MissionTaken));
}
