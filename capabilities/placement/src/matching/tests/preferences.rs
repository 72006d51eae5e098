//! The preferences: what each says, and the order that they make.

use super::*;
use crate::request::{Hope, Public, Setting};

/// A mission of which everything is told.
fn wanted() -> Need {
    let nature = Nature {
        publics: [Public::Homeless, Public::Youth].into(),
        hopes: [Hope::Links].into(),
        settings: [Setting::Mobile].into(),
    };
    Need { nature, ..need() }
}

/// What a preference says of somebody who has told this.
fn level(preference: Preference, candidate: &Candidate) -> Level {
    let fit = fit(&wanted(), candidate).unwrap();
    fit.verdicts().iter().find(|verdict| verdict.preference == preference).unwrap().level
}

fn somebody() -> Candidate {
    Candidate { engaged: Vec::new(), ceiling: None, ..peer() }
}

#[test]
fn what_is_liked_is_met_wholly_in_part_or_not() {
    let likes = |publics: &[Public]| Candidate {
        likes: Nature { publics: publics.iter().copied().collect(), ..Nature::default() },
        ..somebody()
    };
    let public = |publics: &[Public]| level(Preference::Public, &likes(publics));
    assert_eq!(public(&[]), Level::Untold);
    assert_eq!(public(&[Public::Exile]), Level::Not);
    assert_eq!(public(&[Public::Exile, Public::Youth]), Level::Partly);
    assert_eq!(public(&[Public::Homeless, Public::Youth, Public::Exile]), Level::Well);
    let told = fit(&wanted(), &likes(&[Public::Exile, Public::Youth])).unwrap();
    assert_eq!(told.verdicts()[0].meets, Meets::Publics([Public::Youth].into()));
    let helps = |hope| Candidate { likes: Nature { hopes: [hope].into(), ..Nature::default() }, ..somebody() };
    assert_eq!(level(Preference::Help, &helps(Hope::Links)), Level::Well);
    assert_eq!(level(Preference::Help, &helps(Hope::Stuck)), Level::Not);
    let place = |setting| Candidate { likes: Nature { settings: [setting].into(), ..Nature::default() }, ..somebody() };
    assert_eq!(level(Preference::Setting, &place(Setting::Mobile)), Level::Well);
    assert_eq!(level(Preference::Setting, &place(Setting::Hospital)), Level::Not);
}

/// Who has told nothing stands between who likes the work and who likes something else, each time.
#[test]
fn what_is_not_told_counts_as_the_middle() {
    let only = |preference| {
        let none = Preference::ALL.iter().fold(Weights::default(), |all, one| all.with(*one, Weight::None));
        none.with(preference, Weight::Much)
    };
    let other =
        Nature { publics: [Public::Justice].into(), hopes: [Hope::SpeedUp].into(), settings: [Setting::Social].into() };
    for preference in [Preference::Public, Preference::Help, Preference::Setting] {
        let close = |likes: &Nature| {
            let told = Candidate { likes: likes.clone(), ..somebody() };
            fit(&wanted(), &told).unwrap().closeness(&only(preference))
        };
        let (liked, untold, not) = (close(&wanted().nature), close(&Nature::default()), close(&other));
        assert!(liked > untold && untold > not, "{preference:?}: {liked}, {untold}, {not}");
        assert_eq!(liked - untold, untold - not, "{preference:?}");
    }
}

/// It keeps nobody away and changes no order.
#[test]
fn who_is_away_in_the_first_weeks_is_told_and_no_less_asked() {
    let away =
        |from: &str, until: &str| Candidate { away: vec![Days::new(day(from), day(until)).unwrap()], ..somebody() };
    let told = |candidate: &Candidate| fit(&wanted(), candidate).unwrap().reasons().contains(&Reason::AwayAtFirst);
    // The mission begins on 1 December: four weeks are until the 28th.
    assert!(told(&away("2026-11-20", "2026-12-01")) && told(&away("2026-12-28", "2027-01-03")));
    assert!(!told(&somebody()));
    assert!(!told(&away("2026-11-20", "2026-11-30")) && !told(&away("2026-12-29", "2027-01-03")));
    let order = |candidate: Candidate| {
        let peers: Vec<_> = (1..=4).map(|n| Candidate { peer: id(n), ..somebody() }).chain([candidate]).collect();
        fitting(&wanted(), &peers).iter().map(Fit::peer).collect::<Vec<_>>()
    };
    assert_eq!(order(away("2026-12-01", "2026-12-28")), order(somebody()));
}

#[test]
fn on_what_a_mission_does_not_tell_nobody_is_compared() {
    let silent = fit(&Need { place: None, ..need() }, &somebody()).unwrap();
    let told: Vec<_> = silent.verdicts().iter().map(|verdict| verdict.preference).collect();
    assert_eq!(told, [Preference::FirstMission, Preference::FewMissions, Preference::Hours, Preference::Continuity]);
}

#[test]
fn missions_of_this_association_at_the_same_time_are_counted_and_no_others() {
    let with = |engaged: Vec<Engagement>| {
        let candidate = Candidate { engaged, ..somebody() };
        (level(Preference::FirstMission, &candidate), level(Preference::FewMissions, &candidate))
    };
    let here = |n| engagement(n, "2026-09-01", Some("2026-12-31"), 2);
    assert_eq!(with(vec![]), (Level::Well, Level::Well));
    assert_eq!(with(vec![here(2)]), (Level::Not, Level::Partly));
    assert_eq!(with(vec![here(2), here(3)]), (Level::Not, Level::Not));
    // Over before, after it, of another association, or the mission itself.
    let before = engagement(2, "2026-09-01", Some("2026-11-30"), 2);
    let after = engagement(3, "2027-06-01", None, 2);
    let elsewhere = Engagement { org: id(101), ..here(4) };
    assert_eq!(with(vec![before, after, elsewhere, here(1)]), (Level::Well, Level::Well));
    assert_eq!(with(vec![engagement(2, "2027-03-01", None, 2)]), (Level::Not, Level::Partly));
}

#[test]
fn hours_are_about_as_hoped_for_fewer_or_more() {
    let wished = |hours| level(Preference::Hours, &Candidate { wished: Some(Minutes::hours(hours)), ..somebody() });
    assert_eq!(level(Preference::Hours, &somebody()), Level::Untold);
    // The mission takes seven hours.
    assert_eq!([6, 7, 9].map(wished), [Level::Well; 3]);
    assert_eq!((wished(10), wished(5)), (Level::Partly, Level::Not));
    let beside = Candidate {
        wished: Some(Minutes::hours(7)),
        engaged: vec![engagement(2, "2026-12-01", None, 7)],
        ..somebody()
    };
    assert_eq!(level(Preference::Hours, &beside), Level::Not);
}

#[test]
fn ways_are_short_medium_or_long_and_teams_are_known_or_not() {
    let far = |kilometres: f64| {
        let home = Place::new(43.2965 + kilometres / 111.2, 5.3698).unwrap();
        let reach = Reach { home, mode: Mode::Transit, most: Minutes(200) };
        level(Preference::ShortWay, &Candidate { reach: Some(reach), ..somebody() })
    };
    // In transit: twelve minutes, and 3.12 for each kilometre of the crow's way, rounded up to five.
    assert_eq!([3.0, 9.0, 20.0].map(far), [Level::Well, Level::Partly, Level::Not]);
    assert_eq!(level(Preference::ShortWay, &Candidate { reach: None, ..somebody() }), Level::Untold);
    let known = |known| level(Preference::Continuity, &Candidate { known, ..somebody() });
    assert_eq!([Known::Team, Known::Institution, Known::No].map(known), [Level::Well, Level::Partly, Level::Not]);
}

#[test]
fn the_order_follows_what_the_association_has_chosen() {
    let home = Place::new(43.2965, 5.3698).unwrap();
    let reach = Some(Reach { home, mode: Mode::Bicycle, most: Minutes(60) });
    let busy_and_near = Candidate { engaged: vec![engagement(2, "2026-12-01", None, 1)], reach, ..somebody() };
    let far_and_free = Candidate {
        peer: id(8),
        reach: Some(Reach { home: Place::new(43.6, 5.37).unwrap(), mode: Mode::Car, most: Minutes(200) }),
        ..somebody()
    };
    let first = |weights: &Weights| {
        super::super::fitting(&wanted(), &[busy_and_near.clone(), far_and_free.clone()], weights)[0].peer()
    };
    assert_eq!(first(&Weights::default()), id(8));
    let near = Weights::default().with(Preference::ShortWay, Weight::Much);
    let near = near.with(Preference::FirstMission, Weight::None).with(Preference::FewMissions, Weight::Little);
    assert_eq!(first(&near), id(7));
}

#[test]
fn between_equals_a_lot_decides_anew_for_each_mission() {
    let peers: Vec<_> = (1..=6).map(|n| Candidate { peer: id(n), ..somebody() }).collect();
    let first = |n| fitting(&Need { mission: id(n), ..wanted() }, &peers)[0].peer();
    let firsts: BTreeSet<_> = (100..130).map(first).collect();
    assert!(firsts.len() >= 4, "{firsts:?}");
}

proptest! {
    /// Silence is the middle: telling what the mission wants never loses a place, telling something else never wins one.
    #[test]
    fn telling_what_suits_never_costs_a_place(weights in weights(), tells in prop::bool::ANY) {
        let others: Vec<_> = (1..=5).map(|n| Candidate { peer: id(n), ..somebody() }).collect();
        let place = |likes: Nature| {
            let mut peers = others.clone();
            peers.push(Candidate { peer: id(6), likes, ..somebody() });
            super::super::fitting(&wanted(), &peers, &weights).iter().position(|fit| fit.peer() == id(6)).unwrap()
        };
        let silent = place(Nature::default());
        if tells {
            prop_assert!(place(wanted().nature) <= silent);
        } else {
            let other = Nature { publics: [Public::Justice].into(), hopes: [Hope::SpeedUp].into(), settings: [Setting::Social].into() };
            prop_assert!(place(other) >= silent);
        }
    }

    /// What does not count changes nothing, whatever is told of it.
    #[test]
    fn what_does_not_count_changes_no_order(likes in prop::collection::vec(0usize..8, 4)) {
        let weights = Weights::default().with(Preference::Public, Weight::None);
        let told: Vec<_> = likes.iter().zip(1..).map(|(public, n)| {
            let likes = Nature { publics: [Public::ALL[*public]].into(), ..Nature::default() };
            Candidate { peer: id(n), likes, ..somebody() }
        }).collect();
        let silent: Vec<_> = told.iter().map(|candidate| Candidate { likes: Nature::default(), ..candidate.clone() }).collect();
        let order = |peers: &[Candidate]| super::super::fitting(&wanted(), peers, &weights).iter().map(Fit::peer).collect::<Vec<_>>();
        prop_assert_eq!(order(&told), order(&silent));
    }
}

fn weights() -> impl Strategy<Value = Weights> {
    prop::collection::vec(0usize..4, 8).prop_map(|chosen| {
        let pairs = Preference::ALL.iter().zip(chosen);
        pairs.fold(Weights::default(), |weights, (preference, weight)| weights.with(*preference, Weight::ALL[weight]))
    })
}
