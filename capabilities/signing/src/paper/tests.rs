use passerelle_kernel::Chance;

use super::*;
use crate::signer::{Asked, Way};

fn at() -> Timestamp {
    "2026-09-08T07:00:00Z".parse().unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A paper of so many signers, offered on 7 September.
fn paper(count: usize) -> Paper {
    let chance = Chance::seeded(1);
    let offered: Timestamp = "2026-09-07T07:00:00Z".parse().unwrap();
    let signers = (0..count).map(|number| {
        let asked = Asked { name: format!("Signer {number}"), way: Some(Way::OnPaper), ..Asked::default() };
        Signer::ask(Id::new(offered, &chance), asked, offered).unwrap()
    });
    Paper {
        id: Id::nil(),
        org: Id::nil(),
        kind: Kind::Free,
        title: "A paper".into(),
        language: Language::En,
        version: 1,
        former: None,
        subject: None,
        about: None,
        content: Sheet::default(),
        hash: "h".into(),
        offered: (offered, Id::nil()),
        ends_on: None,
        signed_at: None,
        declined_at: None,
        replaced_at: None,
        withdrawal: None,
        signers: signers.collect(),
    }
}

fn signature(hash: &str, means: Means) -> Signature {
    Signature { at: at(), name: "Noor".into(), consent: "I sign".into(), hash: hash.into(), means }
}

fn sign(paper: Paper, place: usize) -> Result<Paper, Refusal> {
    let signer = paper.signers[place].id;
    paper.signed(signer, signature("h", Means::Link("n…@example.org".into())), day("2026-09-07"), day("2026-09-08"))
}

#[test]
fn the_last_signature_in_any_order_makes_it_signed() {
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
        let mut one = paper(3);
        for (done, place) in order.into_iter().enumerate() {
            assert_eq!((one.stage(), one.signatures()), (Stage::Open, done));
            one = sign(one, place).unwrap();
        }
        assert_eq!((one.stage(), one.signatures(), one.signed_at), (Stage::Signed, 3, Some(at())));
        assert_eq!(sign(one, 1).err(), Some(Refusal::SignedAlready));
    }
    assert_eq!(sign(paper(1), 0).unwrap().stage(), Stage::Signed);
    assert_eq!(Paper::check_count(0), Err(Refusal::NobodySigns));
    assert_eq!(Paper::check_count(4), Ok(()));
    assert_eq!(Paper::check_count(21), Err(Refusal::TooMany));
}

#[test]
fn what_is_signed_is_this_very_paper_once_and_by_a_signer() {
    let one = sign(paper(2), 0).unwrap();
    assert_eq!(sign(one.clone(), 0).err(), Some(Refusal::SignedAlready));
    let other = one.signers[1].id;
    let signed = |hash: &str, means| {
        let signature = signature(hash, means);
        one.clone().signed(other, signature, day("2026-09-07"), day("2026-09-08")).map(|paper| paper.stage())
    };
    assert_eq!(signed("other", Means::Account(Id::nil())), Err(Refusal::OtherPaper));
    let on = |text: &str| Means::OnPaper { on: day(text), recorded_by: Id::nil() };
    assert_eq!(signed("h", on("2026-09-09")), Err(Refusal::DayAhead));
    assert_eq!(signed("h", on("2026-09-06")), Err(Refusal::DayBefore));
    assert_eq!(signed("h", on("2026-09-07")), Ok(Stage::Signed));
    let nobody = one.clone().signed(Id::nil(), signature("h", on("2026-09-07")), day("2026-09-07"), day("2026-09-08"));
    assert_eq!(nobody.err(), Some(Refusal::NotASigner));
}

#[test]
fn a_no_closes_it_for_all() {
    let one = paper(2);
    let first = one.signers[0].id;
    let closed = one.declined(first, "Not like this", at(), day("2026-09-08")).unwrap();
    assert_eq!((closed.stage(), closed.ends_on), (Stage::Declined, Some(day("2026-09-08"))));
    assert_eq!(sign(closed.clone(), 1).err(), Some(Refusal::Declined));
    assert_eq!(sign(closed.clone(), 0).err(), Some(Refusal::AnsweredAlready));
    assert!(closed.withdrawn("To be written anew", Id::nil(), at(), day("2026-09-08")).is_ok());
}

#[test]
fn what_is_withdrawn_or_replaced_cannot_be_signed_and_what_is_signed_cannot_be_withdrawn() {
    let withdrawn = |paper: Paper, reason: &str| paper.withdrawn(reason, Id::nil(), at(), day("2026-09-08"));
    assert_eq!(withdrawn(paper(1), "  ").err(), Some(Refusal::ReasonMissing));
    let one = withdrawn(paper(2), "A mistake in the hours").unwrap();
    assert_eq!(sign(one.clone(), 0).err(), Some(Refusal::Withdrawn));
    assert_eq!(withdrawn(one, "again").err(), Some(Refusal::Withdrawn));
    let signed = sign(paper(1), 0).unwrap();
    assert_eq!(withdrawn(signed.clone(), "no").err(), Some(Refusal::SignedAlready));
    assert_eq!(signed.replaced(at(), day("2026-09-08")).stage(), Stage::Replaced);
    assert_eq!(sign(paper(1).replaced(at(), day("2026-09-08")), 0).err(), Some(Refusal::Replaced));
}
