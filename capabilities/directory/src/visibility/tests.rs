use passerelle_access::Membership;
use passerelle_kernel::{Chance, Date, Id, Language, Timestamp};
use proptest::prelude::*;

use super::*;

fn cells() -> impl Iterator<Item = (Audience, PersonFact)> {
    Audience::ALL.iter().flat_map(|audience| PersonFact::ALL.iter().map(|fact| (*audience, *fact)))
}

fn noor() -> PersonFacts {
    PersonFacts {
        name: "Noor".into(),
        email: Some("noor@espairs.example".into()),
        phone: Some("+33600000000".into()),
        town: Some("Lyon".into()),
        languages: SpokenLanguages::parse("ar fr").unwrap(),
        ..PersonFacts::default()
    }
}

/// What is in a [`Seen`], fact by fact.
fn shown(seen: Option<&Seen>) -> BTreeSet<PersonFact> {
    let Some(seen) = seen else { return BTreeSet::new() };
    let has = [
        (PersonFact::Name, !seen.name.is_empty()),
        (PersonFact::Role, !seen.roles.is_empty()),
        (PersonFact::Email, seen.email.is_some()),
        (PersonFact::Phone, seen.phone.is_some()),
        (PersonFact::Town, seen.town.is_some()),
        (PersonFact::Languages, !seen.languages.is_empty()),
    ];
    has.into_iter().filter(|(_, has)| *has).map(|(fact, _)| fact).collect()
}

/// What each audience sees of somebody who has chosen nothing, written out: the least.
#[test]
fn nobody_sees_more_than_the_least_before_the_person_chooses() {
    use PersonFact::{Email, Languages, Name, Role, Town};
    let least = [
        (Audience::Coordinators, BTreeSet::from([Name, Role, Email, Town, Languages])),
        (Audience::Colleagues, BTreeSet::new()),
        (Audience::Teams, BTreeSet::from([Name, Role])),
        (Audience::Network, BTreeSet::new()),
    ];
    for (audience, wanted) in least {
        let seen = Seen::by(audience, &Visibility::default(), &noor(), &[passerelle_access::Role::Peer]);
        assert_eq!(shown(seen.as_ref()), wanted, "{audience:?}");
    }
}

/// Every audience × every fact, opened alone with the name: this cell opens, and no other.
#[test]
fn each_choice_opens_its_own_cell_and_no_other() {
    let before = Visibility::default();
    for (audience, fact) in cells() {
        let chosen = Visibility::of([(audience, PersonFact::Name), (audience, fact)]);
        for (other, seen) in cells() {
            let opened = other == audience && (seen == fact || seen == PersonFact::Name);
            assert_eq!(
                chosen.shows(other, seen),
                opened || before.shows(other, seen),
                "{audience:?} {fact:?}: {other:?} {seen:?}"
            );
        }
    }
}

#[test]
fn the_audience_follows_the_role_in_which_somebody_acts() {
    let chance = Chance::seeded(3);
    let id = || Id::new(Timestamp::UNIX_EPOCH, &chance);
    let (ours, theirs) = (id(), id());
    let actor = |role, org| Actor {
        account: Id::nil(),
        name: "Eli".into(),
        language: Language::Fr,
        zone: "Europe/Paris".into(),
        seat: Some(Membership {
            id: Id::nil(),
            account: Id::nil(),
            org,
            team: None,
            role,
            place: String::new(),
            from_on: Date::constant(2026, 1, 1),
            until_on: None,
        }),
    };
    for role in Role::ALL {
        let (here, there) = (actor(role, ours), actor(role, theirs));
        let wanted = match role {
            Role::Admin | Role::Coordinator => Some(Audience::Coordinators),
            Role::Treasurer | Role::Peer => Some(Audience::Colleagues),
            Role::Head | Role::Referent => None,
        };
        assert_eq!(Audience::of(&here, ours, true), wanted, "{role:?}");
        assert_eq!(Audience::of(&there, ours, false), None, "{role:?}");
        let from_the_network = role.is_of_association().then_some(Audience::Network);
        assert_eq!(Audience::of(&there, ours, true), from_the_network, "{role:?}");
    }
    assert_eq!(Audience::of(&Actor { seat: None, ..actor(Role::Admin, ours) }, ours, true), None);
}

fn any_choice() -> impl Strategy<Value = Vec<(Audience, PersonFact)>> {
    proptest::collection::vec(
        (proptest::sample::select(Audience::ALL), proptest::sample::select(PersonFact::ALL)),
        0..24,
    )
}

proptest! {
    #[test]
    fn a_page_holds_what_the_rule_shows_and_nothing_else(chosen in any_choice()) {
        let visibility = Visibility::of(chosen);
        for audience in Audience::ALL {
            let seen = Seen::by(*audience, &visibility, &noor(), &[Role::Peer]);
            let wanted: BTreeSet<_> = PersonFact::ALL.iter().copied().filter(|fact| visibility.shows(*audience, *fact)).collect();
            prop_assert_eq!(shown(seen.as_ref()), wanted);
        }
    }

    #[test]
    fn a_fact_is_shown_for_a_need_or_by_choice_and_never_without_the_name(chosen in any_choice()) {
        let visibility = Visibility::of(chosen.clone());
        for (audience, fact) in cells() {
            let shows = visibility.shows(audience, fact);
            prop_assert!(!shows || Need::of(audience, fact).is_some() || chosen.contains(&(audience, fact)));
            prop_assert!(!shows || visibility.shows(audience, PersonFact::Name));
            prop_assert!(shows || Need::of(audience, fact).is_none(), "what the law needs cannot be closed");
        }
    }

    #[test]
    fn what_is_opened_to_some_changes_nothing_for_others(chosen in any_choice(), more in any_choice()) {
        let visibility = Visibility::of(chosen.clone());
        for audience in Audience::ALL {
            let others = more.iter().copied().filter(|(to, _)| to != audience);
            let wider = Visibility::of(chosen.iter().copied().chain(others));
            for fact in PersonFact::ALL {
                prop_assert_eq!(visibility.shows(*audience, *fact), wider.shows(*audience, *fact));
            }
        }
    }
}
