use super::*;
use crate::{
    period::Days,
    samples::{day, id, noon, stamp},
    spoken,
};
use passerelle_kernel::Minutes;
use std::collections::BTreeSet;

fn answers() -> Answers {
    Answers {
        institution: "Hôpital Saint-Martin".into(),
        team: "Équipe mobile".into(),
        setting: Some(Setting::Mobile),
        publics: BTreeSet::from([Public::Homeless]),
        hope_words: "Que la porte s'ouvre".into(),
        hours_week: Some(Minutes::hours(7)),
        length: Some(Length::Months(6)),
        town: "Marseille".into(),
        languages: spoken::split("fr").unwrap(),
        start: Days::new(day("2026-12-01"), day("2027-01-15")).ok(),
        referent: Some(Referent::NotYet),
        experience: Some(Experience::None),
        contact: Contact { name: "Ana".into(), email: "ana@saint-martin.example".into(), ..Contact::default() },
        ..Answers::default()
    }
}

fn draft() -> Request {
    let request = Request::begin(id(1), id(2), None, BTreeSet::new(), noon("2026-11-20"));
    request.write(answers()).unwrap()
}

fn submitted() -> Request {
    draft().submit(day("2026-11-20"), noon("2026-11-20")).unwrap()
}

fn discussed() -> Request {
    submitted().ask("Qui accueille ?", id(9), noon("2026-11-21")).unwrap().0
}

fn recognised(request: Request) -> Request {
    Request { team: Some(id(5)), ..request }
}

#[test]
fn the_pages_follow_each_other_from_the_team_to_the_contact() {
    let mut page = Question::Team;
    let mut seen = vec![page];
    while let Some(next) = page.next() {
        assert_eq!(next.previous(), Some(page));
        page = next;
        seen.push(page);
    }
    assert_eq!(seen, Question::ALL);
    assert_eq!(page, Question::Contact);
    assert_eq!(Question::Team.previous(), None);
}

#[test]
fn an_empty_form_misses_every_page_and_a_full_one_none() {
    assert_eq!(Question::missing(&Answers::default()), Question::ALL);
    assert_eq!(Question::missing(&answers()), []);
}

#[test]
fn each_page_says_what_is_wrong_with_its_answer() {
    let wrong = |question: Question, change: fn(&mut Answers)| {
        let mut answers = answers();
        change(&mut answers);
        assert_eq!(Question::missing(&answers), [question]);
        question.check(&answers).unwrap_err()
    };
    assert_eq!(wrong(Question::Team, |a| a.team = " ".into()), Refusal::TextMissing);
    assert_eq!(wrong(Question::Setting, |a| a.setting = None), Refusal::ChoiceMissing);
    assert_eq!(wrong(Question::Public, |a| a.publics.clear()), Refusal::ChoiceMissing);
    assert_eq!(wrong(Question::Hopes, |a| a.hope_words.clear()), Refusal::ChoiceMissing);
    assert_eq!(wrong(Question::Hopes, |a| a.hope_words = "x".repeat(2_001)), Refusal::TextTooLong);
    assert_eq!(wrong(Question::Hours, |a| a.hours_week = Some(Minutes(29))), Refusal::HoursAWeekOutOfRange);
    assert_eq!(wrong(Question::Hours, |a| a.hours_week = Some(Minutes(2_401))), Refusal::HoursAWeekOutOfRange);
    assert_eq!(wrong(Question::Length, |a| a.length = Some(Length::Months(0))), Refusal::LengthOutOfRange);
    assert_eq!(wrong(Question::Length, |a| a.length = Some(Length::Months(37))), Refusal::LengthOutOfRange);
    assert_eq!(wrong(Question::Place, |a| a.town.clear()), Refusal::TextMissing);
    assert_eq!(wrong(Question::Languages, |a| a.languages.clear()), Refusal::ChoiceMissing);
    assert_eq!(wrong(Question::Start, |a| a.start = None), Refusal::ChoiceMissing);
    assert_eq!(wrong(Question::Referent, |a| a.referent = Some(Referent::Named(" ".into()))), Refusal::TextMissing);
    assert_eq!(wrong(Question::Experience, |a| a.experience = None), Refusal::ChoiceMissing);
    assert_eq!(wrong(Question::Contact, |a| a.contact.name.clear()), Refusal::TextMissing);
    for email in ["ana", "ana@", "@x.example", "a b@x.example", "a@b@x.example", "ana@x", "ana@x..example"] {
        let contact = Contact { email: email.into(), ..answers().contact };
        assert_eq!(contact.checked(), Err(Refusal::AddressUnreadable), "{email}");
    }
}

#[test]
fn a_draft_may_stay_incomplete_but_is_not_sent_so() {
    let request = draft().write(Answers::default()).unwrap();
    assert_eq!(request.submit(day("2026-11-20"), noon("2026-11-20")), Err(Refusal::TextMissing));
}

#[test]
fn a_start_that_is_over_is_not_sent() {
    assert!(draft().submit(day("2027-01-15"), noon("2027-01-15")).is_ok());
    assert_eq!(draft().submit(day("2027-01-16"), noon("2027-01-16")), Err(Refusal::StartIsPast));
}

#[test]
fn questions_go_back_and_forth_and_the_turn_is_known() {
    assert_eq!(submitted().waits_for_association_since(), Some(noon("2026-11-20")));
    let (asked, remark) = submitted().ask(" Qui accueille ? ", id(9), noon("2026-11-21")).unwrap();
    assert_eq!((remark.side, remark.by, remark.text.as_str()), (Side::Association, Some(id(9)), "Qui accueille ?"));
    assert_eq!(asked.waits_for_association_since(), None);
    let (answered, remark) = asked.answer("Ana", noon("2026-11-22")).unwrap();
    assert_eq!((remark.side, remark.by), (Side::Asker, None));
    let (again, _) = answered.answer("Et Paul", noon("2026-11-24")).unwrap();
    assert_eq!(again.waits_for_association_since(), Some(noon("2026-11-22")));
    assert_eq!(again.state.submitted_at(), Some(noon("2026-11-20")));
    assert_eq!(submitted().ask("  ", id(9), noon("2026-11-21")).unwrap_err(), Refusal::TextMissing);
    assert_eq!(draft().answer("Bonjour", noon("2026-11-21")).unwrap_err(), Refusal::RequestNotSent);
}

#[test]
fn answers_change_only_in_a_draft_or_in_the_discussion() {
    let changed = Answers { town: "Nice".into(), ..answers() };
    assert_eq!(discussed().write(changed.clone()).unwrap().answers.town, "Nice");
    assert_eq!(discussed().write(Answers::default()), Err(Refusal::TextMissing));
    assert_eq!(submitted().write(changed.clone()), Err(Refusal::RequestSent));
    let accepted = recognised(submitted()).accept(stamp(9, "2026-11-23")).unwrap();
    assert_eq!(accepted.write(changed), Err(Refusal::RequestDecided));
}

#[test]
fn only_a_known_team_is_accepted_and_a_no_has_its_reason() {
    assert_eq!(submitted().accept(stamp(9, "2026-11-23")), Err(Refusal::TeamNotMatched));
    for request in [submitted(), discussed()] {
        let accepted = recognised(request).accept(stamp(9, "2026-11-23")).unwrap();
        assert_eq!(accepted.state.stage(), Stage::Accepted);
    }
    assert_eq!(discussed().decline(" ", stamp(9, "2026-11-23")), Err(Refusal::TextMissing));
    let declined = discussed().decline("Trop loin de nos pairs", stamp(9, "2026-11-23")).unwrap();
    assert_eq!(declined.state.stage(), Stage::Declined);
    assert_eq!(draft().decline("Non", stamp(9, "2026-11-23")), Err(Refusal::RequestNotSent));
}

#[test]
fn what_is_decided_stays_decided() {
    let decided = [
        recognised(submitted()).accept(stamp(9, "2026-11-23")).unwrap(),
        submitted().decline("Non", stamp(9, "2026-11-23")).unwrap(),
        submitted().withdraw(noon("2026-11-23")).unwrap(),
        draft().withdraw(noon("2026-11-23")).unwrap(),
    ];
    for request in decided {
        let request = recognised(request);
        let now = noon("2026-11-24");
        assert_eq!(request.clone().submit(day("2026-11-24"), now), Err(Refusal::RequestDecided));
        assert_eq!(request.clone().ask("?", id(9), now).unwrap_err(), Refusal::RequestDecided);
        assert_eq!(request.clone().answer("!", now).unwrap_err(), Refusal::RequestDecided);
        assert_eq!(request.clone().accept(stamp(9, "2026-11-24")), Err(Refusal::RequestDecided));
        assert_eq!(request.clone().decline("Non", stamp(9, "2026-11-24")), Err(Refusal::RequestDecided));
        assert_eq!(request.withdraw(now), Err(Refusal::RequestDecided));
    }
}
