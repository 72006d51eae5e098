use super::*;
use crate::{
    matching::{Candidate, Weights, fitting},
    mission::{self, Stage as MissionStage},
    samples::{day, id, noon, stamp},
    sheet,
};
use proptest::prelude::*;

/// Mission 1 with a full sheet, proposed to the peers 101, 102 … `count`.
fn asked(count: u64) -> (Mission, sheet::Sheet, Vec<Proposal>) {
    let sheet = sheet::tests::full(1);
    let mission = mission::tests::open().propose(sheet.complete().unwrap(), noon("2026-11-22")).unwrap();
    let proposals = (1..=count).map(|n| proposal(&mission, &sheet, n)).collect();
    (mission, sheet, proposals)
}

fn proposal(mission: &Mission, sheet: &sheet::Sheet, n: u64) -> Proposal {
    let candidate = Candidate { languages: mission.languages.clone(), ..Candidate::unknown(id(100 + n)) };
    let fit = fitting(&mission.need(), &[candidate], &Weights::default()).remove(0);
    let today = day("2026-11-22");
    Proposal::to(id(n), &fit, sheet.complete().unwrap(), day("2026-11-29"), today, stamp(9, "2026-11-22")).unwrap()
}

fn says(proposal: Proposal, reply: Reply) -> Result<Proposal, Refusal> {
    let peer = proposal.peer;
    proposal.answer(reply, peer, day("2026-11-23"), noon("2026-11-23"))
}

const YES: Reply = Reply::Yes { sheet_version: 8 };

#[test]
fn a_peer_answers_and_changes_the_answer_until_it_is_agreed() {
    let (mission, sheet, mut proposals) = asked(1);
    let mut proposal = proposals.remove(0);
    let replies = [(Reply::No, Stage::No), (Reply::Later(Some(day("2026-12-01"))), Stage::Later), (YES, Stage::Yes)];
    for (reply, stage) in replies {
        proposal = says(proposal, reply).unwrap();
        assert_eq!(proposal.stage(), stage);
    }
    assert_eq!(says(proposal.clone(), Reply::Later(Some(day("2026-11-23")))), Err(Refusal::DateNotAhead));
    let stranger = proposal.clone().answer(YES, id(999), day("2026-11-23"), noon("2026-11-23"));
    assert_eq!(stranger, Err(Refusal::NotYours));
    let agreed = agree(mission, sheet.complete().unwrap(), vec![proposal], id(1), stamp(9, "2026-11-24")).unwrap();
    assert_eq!(says(agreed.1[0].clone(), Reply::No), Err(Refusal::ProposalOver));
}

#[test]
fn a_yes_counts_for_the_sheet_that_was_read() {
    let (mission, sheet, mut proposals) = asked(1);
    let yes = says(proposals.remove(0), YES).unwrap();
    let changed = sheet.settle(sheet::Point::VisitsAlone, "À deux d'abord", stamp(9, "2026-11-24")).unwrap();
    let result = agree(mission, changed.complete().unwrap(), vec![yes], id(1), stamp(9, "2026-11-24"));
    assert_eq!(result.err(), Some(Refusal::SheetChanged));
}

#[test]
fn nobody_is_agreed_without_a_yes() {
    for reply in [None, Some(Reply::No), Some(Reply::Later(None))] {
        let (mission, sheet, proposals) = asked(2);
        let answer = |proposal: Proposal| match reply {
            Some(reply) => says(proposal, reply).unwrap(),
            None => proposal,
        };
        let proposals = proposals.into_iter().map(answer).collect();
        let result = agree(mission, sheet.complete().unwrap(), proposals, id(1), stamp(9, "2026-11-24"));
        assert_eq!(result.err(), Some(Refusal::NoYes), "{reply:?}");
    }
}

#[test]
fn a_mission_that_was_reopened_is_proposed_again_before_a_yes_counts() {
    let (_, sheet, mut proposals) = asked(1);
    let yes = says(proposals.remove(0), YES).unwrap();
    let open = mission::tests::open();
    let result = agree(open, sheet.complete().unwrap(), vec![yes], id(1), stamp(9, "2026-11-24"));
    assert_eq!(result.err(), Some(Refusal::MissionNotProposed));
}

#[test]
fn an_answer_is_asked_for_a_day_ahead_and_for_the_right_mission() {
    let (mission, sheet, _) = asked(0);
    let fit = fitting(
        &mission.need(),
        &[Candidate { languages: mission.languages.clone(), ..Candidate::unknown(id(7)) }],
        &Weights::default(),
    );
    let today = day("2026-11-22");
    let to = |sheet: &sheet::Sheet, by| {
        Proposal::to(id(1), &fit[0], sheet.complete().unwrap(), by, today, stamp(9, "2026-11-22"))
    };
    assert_eq!(to(&sheet, today), Err(Refusal::DateNotAhead));
    assert_eq!(to(&sheet::tests::full(2), day("2026-11-29")), Err(Refusal::OtherMission));
}

#[test]
fn a_reopened_mission_closes_what_was_asked() {
    let (_, _, proposals) = asked(3);
    let closed = close_all(proposals, noon("2026-11-25"));
    assert!(closed.iter().all(|proposal| proposal.stage() == Stage::Closed));
}

proptest! {
    #[test]
    fn one_peer_at_most_is_agreed(replies in prop::collection::vec(0u8..4, 1..6), choices in prop::collection::vec(0u64..7, 1..4)) {
        let (mut mission, sheet, proposals) = asked(replies.len() as u64);
        let mut proposals: Vec<_> = proposals.into_iter().zip(&replies).map(|(proposal, reply)| match reply {
            0 => proposal,
            1 => says(proposal, YES).unwrap(),
            2 => says(proposal, Reply::No).unwrap(),
            _ => says(proposal, Reply::Later(None)).unwrap(),
        }).collect();
        for chosen in choices {
            let attempt = agree(mission.clone(), sheet.complete().unwrap(), proposals.clone(), id(chosen), stamp(9, "2026-11-24"));
            if let Ok(done) = attempt {
                (mission, proposals) = done;
            }
        }
        let agreed: Vec<_> = proposals.iter().filter(|proposal| proposal.stage() == Stage::Agreed).collect();
        prop_assert!(agreed.len() <= 1);
        prop_assert_eq!(agreed.len() == 1, mission.state.stage() == MissionStage::Agreed);
        if let Some(one) = agreed.first() {
            prop_assert_eq!(mission.engages().map(|(peer, _)| peer), Some(one.peer));
            let open = [Stage::Waiting, Stage::Yes, Stage::No, Stage::Later];
            prop_assert!(proposals.iter().all(|proposal| !open.contains(&proposal.stage())));
        }
    }
}
