//! What counts between plans that all keep the rules.

use super::*;
use crate::request::{Hope, Public};

const TOLD: super::Person = (Some(30), 0, 0, Some(90), Vec::new(), None, false);

fn ground(missions: usize, peers: usize) -> Ground {
    Ground {
        missions: (0..missions).map(|n| wanted((n, (0, None, 7, 0, 0, None)))).collect(),
        peers: (0..peers).map(|n| peer((n, TOLD))).collect(),
        not_there: HashSet::new(),
        weights: Weights::default(),
    }
}

/// One mission near two peers who differ in one thing; gives whom the plan takes.
fn chosen(change: impl Fn(&mut Ground)) -> usize {
    let mut ground = ground(1, 2);
    change(&mut ground);
    let lines = found(&ground, &[]);
    assert_eq!(lines.len(), 1);
    (0..2).find(|n| lines[0].peer == ground.peers[*n].candidate.peer).unwrap()
}

/// How many missions each peer has in a plan, the most first.
fn shares(ground: &Ground) -> Vec<usize> {
    let lines = found(ground, &[]);
    assert_eq!(broken(ground, &lines), None);
    let of = |peer: &Peer| lines.iter().filter(|line| line.peer == peer.candidate.peer).count();
    let mut shares: Vec<usize> = ground.peers.iter().map(of).collect();
    shares.sort_unstable_by_key(|share| std::cmp::Reverse(*share));
    shares
}

fn engaged(hours: i64) -> Engagement {
    Engagement { mission: id(50), org: id(900), period: period(0, None), hours_week: Minutes::hours(hours) }
}

#[test]
fn each_preference_decides_when_all_else_is_equal() {
    for (other, better) in [(1, 0), (0, 1)] {
        let nature = Nature { publics: [Public::Youth].into(), hopes: [Hope::Links].into(), ..Nature::default() };
        assert_eq!(chosen(|g| g.peers[other].candidate.reach.as_mut().unwrap().home = place(4)), better, "a short way");
        let known = |g: &mut Ground| {
            let place = g.missions[0].place;
            g.peers[better].worked.insert(place);
        };
        assert_eq!(chosen(known), better, "a team that knows the peer");
        assert_eq!(chosen(|g| g.peers[other].candidate.engaged.push(engaged(3))), better, "who has no mission");
        let wished = |g: &mut Ground| {
            g.peers[better].candidate.wished = Some(Minutes::hours(7));
            g.peers[other].candidate.wished = Some(Minutes::hours(20));
        };
        assert_eq!(chosen(wished), better, "as many hours as hoped for");
        let liked = |g: &mut Ground| {
            g.missions[0].need.nature = nature.clone();
            g.peers[better].candidate.likes = nature.clone();
        };
        assert_eq!(chosen(liked), better, "what the peer likes");
        for (stage, who) in [(Answer::Yes, better), (Answer::Waiting, better), (Answer::Later, other)] {
            let asked = |g: &mut Ground| g.missions[0].asked.push((g.peers[who].candidate.peer, stage));
            assert_eq!(chosen(asked), better, "{stage:?}");
        }
    }
}

#[test]
fn the_weights_of_the_association_decide_between_preferences() {
    // One has no mission yet, the other one knows the team.
    let between = |weights: &Weights| {
        chosen(|g| {
            g.weights = weights.clone();
            g.peers[0].candidate.engaged.push(engaged(3));
            let place = g.missions[0].place;
            g.peers[0].worked.insert(place);
        })
    };
    assert_eq!(between(&Weights::default()), 1);
    let team = Weights::default()
        .with(Preference::Continuity, Weight::Much)
        .with(Preference::FirstMission, Weight::None)
        .with(Preference::FewMissions, Weight::Little);
    assert_eq!(between(&team), 0);
}

#[test]
fn a_yes_is_worth_more_than_every_preference_and_less_than_a_mission_without_anybody() {
    let yes = chosen(|g| {
        let place = g.missions[0].place;
        g.peers[0].worked.insert(place);
        g.peers[1].candidate.engaged.extend([engaged(3), Engagement { mission: id(51), ..engaged(3) }]);
        g.missions[0].asked.push((g.peers[1].candidate.peer, Answer::Yes));
    });
    assert_eq!(yes, 1);
    // The one who said yes to the first is the only one for the second; both missions take all that they can do.
    let mut both = ground(2, 2);
    both.peers[0].candidate.ceiling = Some(Minutes::hours(7));
    both.missions[0].asked.push((both.peers[0].candidate.peer, Answer::Yes));
    both.missions[1].asked.push((both.peers[1].candidate.peer, Answer::No));
    assert_eq!(found(&both, &[]).len(), 2);
}

#[test]
fn two_missions_go_to_two_peers_and_to_one_when_there_is_no_other() {
    assert_eq!(shares(&ground(2, 2)), [1, 1]);
    assert_eq!(shares(&ground(2, 1)), [2], "a mission that stays open is worse than two missions for one peer");
}

#[test]
fn many_missions_are_shared_out_and_by_the_hours_that_peers_hope_for() {
    assert_eq!(shares(&ground(6, 2)), [3, 3]);
    assert_eq!(shares(&ground(9, 3)), [3, 3, 3]);
    // One hopes for twice as many hours as the other.
    let mut unequal = ground(6, 2);
    unequal.peers[0].candidate.wished = Some(Minutes::hours(28));
    unequal.peers[1].candidate.wished = Some(Minutes::hours(14));
    let lines = found(&unequal, &[]);
    let most = lines.iter().filter(|line| line.peer == unequal.peers[0].candidate.peer).count();
    assert_eq!((lines.len(), most), (6, 4));
}

/// What only the peer and the rules know makes nobody better or worse: neither how high a ceiling is nor what others engage.
#[test]
fn what_is_private_weighs_nothing() {
    let elsewhere = Engagement { org: id(901), ..engaged(2) };
    let usual = found(&ground(1, 3), &[]);
    for who in 0..3 {
        let plan = |change: &dyn Fn(&mut Candidate)| {
            let mut ground = ground(1, 3);
            change(&mut ground.peers[who].candidate);
            found(&ground, &[])
        };
        assert_eq!(plan(&|candidate| candidate.ceiling = Some(Minutes::hours(10))), usual);
        assert_eq!(plan(&|candidate| candidate.ceiling = Some(Minutes::hours(40))), usual);
        assert_eq!(plan(&|candidate| candidate.engaged.push(elsewhere)), usual);
        assert_eq!(plan(&|candidate| candidate.until = Some(later(start(), 4_000))), usual);
        assert_eq!(plan(&|candidate| candidate.reach.as_mut().unwrap().most = Minutes(60)), usual);
    }
}

#[test]
fn a_search_that_is_stopped_at_once_still_gives_a_plan_that_keeps_the_rules() {
    let ground = ground(8, 3);
    let whole = Whole::of(&ground, &[]);
    let mut asked = 0;
    let lines = whole.search(&ground, Effort { rounds: 1, ..SHORT }, |_| {
        asked += 1;
        false
    });
    assert!(asked <= 1, "it was asked once and said no");
    assert!(!lines.is_empty());
    assert_eq!(broken(&ground, &lines), None);
}
