//! What a line leaves as it is, what it may not say, and what the lines of one file may not do together.

use super::*;

const EVERYTHING: &str = "name,email,phone,town,country,spoken,language,role\n";

/// Noor, of whom everything is known.
fn noor() -> KnownPerson {
    let facts = PersonFacts {
        phone: Some("0470123456".into()),
        country: Country::BELGIUM,
        town: Some("Namur".into()),
        language: Language::Fr,
        languages: SpokenLanguages::parse("ar fr").unwrap(),
        ..facts("Noor", "noor@x.fr")
    };
    kept(1, facts)
}

fn of_people(people: Vec<KnownPerson>, lines: &str) -> Plan {
    worked(List::People, &format!("{EVERYTHING}{lines}"), &Known::new(keeper(), people, vec![]))
}

#[test]
fn an_empty_cell_leaves_what_is_there() {
    assert_eq!(of_people(vec![noor()], "Noor,noor@x.fr,,,,,,\n").unchanged, 1);
    let moved = of_people(vec![noor()], "Noor,noor@x.fr,,Lille,,,,\n");
    let Work::Change { facts: Some((facts, 1)), role: None, .. } = &moved.steps[0].work else { panic!("{moved:?}") };
    assert_eq!(facts, &PersonFacts { town: Some("Lille".into()), point: facts.point, ..noor().facts });
    assert_eq!(moved.steps[0].fields.len(), 1);
}

#[test]
fn the_language_of_letters_is_theirs_once_they_have_come_in() {
    let line = "Noor,noor@x.fr,,,,,en,\n";
    let changed = of_people(vec![noor()], line);
    assert_eq!(changed.steps[0].fields[0].to, Shown::Language(Language::En));
    assert_eq!(of_people(vec![KnownPerson { has_come_in: true, ..noor() }], line).unchanged, 1);
}

#[test]
fn what_nobody_understands_is_told_and_nothing_of_the_line_is_done() {
    let plan = of_people(
        vec![noor()],
        "Noor,noor@x.fr,,Lille,Atlantide,,,\nLou,lou@x.fr,,,,klingon,,peer worker\nMax,max@x.fr,,,,,klingon,peer worker\n",
    );
    assert_eq!(plan.steps, []);
    let wanted =
        [(2, vec![Refusal::Country.into()]), (3, vec![Refusal::SpokenLanguage.into()]), (4, vec![Reason::Language])];
    assert_eq!(reasons(&plan), wanted.into_iter().collect());
}

#[test]
fn who_is_new_gets_the_language_and_the_country_of_the_association() {
    let mut keeper = keeper();
    keeper.language = Language::En;
    let plan =
        worked(List::People, &format!("{EVERYTHING}Lou,,,,,,,peer worker\n"), &Known::new(keeper, vec![], vec![]));
    let Work::Enter { facts, role } = &plan.steps[0].work else { panic!("{plan:?}") };
    assert_eq!((facts.language, facts.country), (Language::En, Country::BELGIUM));
    assert_ne!(PersonFacts::default().country, Country::BELGIUM, "or the test shows nothing");
    let RoleWork::Give { from, .. } = role else { panic!("{role:?}") };
    assert_eq!(*from, TODAY);
}

#[test]
fn a_name_to_which_the_file_gives_an_address_needs_it_on_every_line() {
    let plan = of_people(vec![], "Sam,,,,,,,peer worker\nSam,sam@x.fr,,,,,,peer worker\n");
    assert_eq!(reasons(&plan), [(2, vec![Reason::AddressNeeded])].into_iter().collect());
    let thrice = of_people(
        vec![],
        "Ida,ida@x.fr,,,,,,peer worker\nIda,ida@x.fr,,,,,,peer worker\nIda,IDA@x.fr,,,,,,peer worker\n",
    );
    // Each of the others names the first.
    let twice = |line| (line, vec![Reason::Twice(2)]);
    assert_eq!(reasons(&thrice), [twice(3), twice(4)].into_iter().collect());
}

#[test]
fn numbers_of_telephones_of_belgium_have_eight_digits_or_nine() {
    assert_eq!(phone("21234567", Country::BELGIUM), "021234567");
    assert_eq!(phone("012345678", Country::FRANCE), "012345678", "no zero was lost");
}

#[test]
fn a_column_of_another_list_is_not_read() {
    let staged = read_file(b"name;role;until\nNoor;peer worker;2026-12-31\n", List::People, &vocabulary()).unwrap();
    assert_eq!(staged.ignored, ["until"]);
}

fn placed(held: Vec<Membership>, admins: Vec<PersonId>) -> Known {
    let same_number = |number, name: &str| institution(number, name, Some("010999991"));
    let association = FoundOrganisation { kind: OrganisationKind::Association, ..institution(23, "Les Autres", None) };
    let organisations = vec![same_number(20, "Site A"), same_number(21, "Site B"), association];
    let town = Some("Lille".into());
    let teams = vec![FoundTeam { id: id(30), org: id(20), name: "Jour".into(), town, version: 1 }];
    let people = vec![kept(1, facts("Ada", "ada@x.fr")), kept(2, facts("Noor", "noor@x.fr"))];
    Known::new(keeper(), people, held).with_places(organisations, teams).with_admins(admins)
}

fn of_roles(known: &Known, lines: &str) -> Plan {
    worked(List::Memberships, &format!("email;role;organisation;number;team;from;until\n{lines}"), known)
}

#[test]
fn a_role_is_held_where_such_a_role_can_be() {
    let plan = of_roles(
        &placed(vec![], vec![id(1)]),
        "noor@x.fr;coordinator;;;Jour;;\n\
         noor@x.fr;head;Les Autres;;;;\n\
         noor@x.fr;coordinator;;010999991;;;\n\
         noor@x.fr;head;Site B;010999991;;;\n\
         noor@x.fr;head;;010999991;;;\n",
    );
    let wanted = [
        (2, vec![Refusal::RoleOfOrganisation.into()]),
        (3, vec![Refusal::RoleOfInstitution.into()]),
        (4, vec![Reason::OtherAssociation]),
        (6, vec![Reason::OrganisationUnknown]),
    ];
    assert_eq!(reasons(&plan), wanted.into_iter().collect());
    let Work::Change { role: Some(RoleWork::Give { org, from, .. }), .. } = plan.steps[0].work else {
        panic!("{plan:?}")
    };
    assert_eq!((org, from), (id(21), TODAY), "two have the number, and the name tells which");
}

#[test]
fn a_role_does_not_end_before_it_began_and_somebody_goes_on_running_the_association() {
    let admin = |number: u64| held(id(number), Role::Admin, date(2024, 1, 1), None);
    let known = placed(vec![admin(1), admin(2)], vec![id(1), id(2)]);
    let plan = of_roles(
        &known,
        "ada@x.fr;admin;;;;2024-01-01;2023-12-31\nada@x.fr;admin;;;;;2026-09-30\nnoor@x.fr;admin;;;;;2026-09-30\n",
    );
    let wanted = [(2, vec![Refusal::PeriodReversed.into()]), (4, vec![Refusal::LastAdmin.into()])];
    assert_eq!(reasons(&plan), wanted.into_iter().collect());
    assert!(!plan.gives_admin());
    assert!(of_roles(&placed(vec![], vec![id(1)]), "noor@x.fr;admin;;;;;\n").gives_admin());
}

#[test]
fn a_team_keeps_its_name_and_its_town_unless_the_file_says_another_town() {
    let of = |line: &str| worked(List::Teams, &format!("organisation;team;town\n{line}\n"), &placed(vec![], vec![]));
    assert_eq!(of("Site A;JOUR;").unchanged, 1);
    let plan = of("Site A;JOUR;Roubaix");
    let Work::ChangeTeam { name, town, .. } = &plan.steps[0].work else { panic!("{plan:?}") };
    assert_eq!((name.as_str(), town.as_str()), ("Jour", "Roubaix"));
}
