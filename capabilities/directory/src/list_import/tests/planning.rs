//! Whom and what a line means, and what it does.

use super::*;

#[test]
fn a_person_is_known_by_the_address_and_nobody_is_guessed() {
    let mut sam = kept(3, facts("Sam Roy", ""));
    sam.facts.town = Some("Liège".into());
    let theirs = KnownPerson { has_come_in: true, ..kept(4, facts("Éva Lune", "eva@x.fr")) };
    let people = vec![
        kept(1, facts("Noor", "noor@x.fr")),
        kept(2, facts("Alix", "alix@x.fr")),
        sam,
        theirs,
        kept(5, facts("Jo", "")),
        kept(6, facts("Jo", "")),
    ];
    let known = Known::new(keeper(), people, vec![held(id(1), Role::Peer, TODAY, None)]);
    let text = "Nom;E-mail;Téléphone;Ville;Rôle\n\
        Noor El;NOOR@x.fr;;Namur;\n\
        Sam Roy;;;Liège;\n\
        Alix;;;;pair-aidant\n\
        Sam Roy;sam@x.fr;;;pair-aidant\n\
        Eva Lune;eva@x.fr;;;\n\
        Jo;;;;\n\
        Nour;nour@x.fr;470123456;;pair-aidante\n\
        Nour;nour@x.fr;;;pair-aidante\n\
        Lou;lou;12;;pair-aidante\n\
        Max;max@x.fr;;;\n\
        ;;;Lyon;\n\
        Ida;ida@x.fr;;;capitaine\n";
    let plan = worked(List::People, text, &known);
    let fields = |line: u64| plan.steps.iter().find(|step| step.line == line).map(|step| step.fields.clone()).unwrap();
    let text = |text: &str| Shown::Text(text.into());
    assert_eq!(
        fields(2),
        [
            FieldChange { column: ListColumn::Name, from: text("Noor"), to: text("Noor El") },
            FieldChange { column: ListColumn::Town, from: Shown::Nothing, to: text("Namur") },
        ]
    );
    assert_eq!(fields(8)[1], FieldChange { column: ListColumn::Phone, from: Shown::Nothing, to: text("0470123456") });
    assert_eq!((plan.created(), plan.changed(), plan.unchanged, plan.lines), (1, 1, 1, 12));
    let wanted = [
        (4, vec![Reason::AddressNeeded]),
        (5, vec![Reason::NoAddressYet]),
        (6, vec![Refusal::NameTheirs.into()]),
        (7, vec![Reason::PeopleAlike]),
        (9, vec![Reason::Twice(8)]),
        (10, vec![Refusal::Email.into()]),
        (11, vec![Refusal::RoleMissing.into()]),
        (12, vec![Reason::PersonMissing]),
        (13, vec![Reason::Role]),
    ];
    assert_eq!(reasons(&plan), wanted.into_iter().collect());
}

#[test]
fn a_closed_telephone_number_is_not_shown() {
    let mut noor = kept(1, facts("Noor", "noor@x.fr"));
    (noor.facts.phone, noor.shows_phone) = (Some("0600000001".into()), false);
    let known = Known::new(keeper(), vec![noor], vec![]);
    let of = |phone: &str| worked(List::People, &format!("Nom;E-mail;Téléphone\nNoor;noor@x.fr;{phone}\n"), &known);
    assert_eq!(of("").unchanged, 1);
    let change = of("06 00 00 00 02").steps[0].fields[0].clone();
    assert_eq!((change.from, change.to), (Shown::Closed, Shown::Text("0600000002".into())));
}

fn with_places(people: Vec<KnownPerson>, held: Vec<Membership>) -> Known {
    let organisations = vec![
        institution(20, "Centre hospitalier Saint-Luc", Some("010999991")),
        institution(21, "CMP", None),
        institution(22, "CMP", Some("010999993")),
        FoundOrganisation {
            kind: OrganisationKind::Association,
            may_change: false,
            ..institution(23, "Les Autres", None)
        },
    ];
    let team = |number, org, name: &str, town: Option<&str>| FoundTeam {
        id: id(number),
        org: id(org),
        name: name.into(),
        town: town.map(Into::into),
        version: 1,
    };
    let teams = vec![
        team(30, 20, "Équipe mobile Nord", None),
        team(31, 20, "Jour", Some("Lille")),
        team(32, 23, "Bureau", None),
        team(33, 22, "A", None),
        team(34, 22, "A", None),
    ];
    Known::new(keeper(), people, held).with_places(organisations, teams).with_admins(vec![id(1)])
}

#[test]
fn roles_are_given_for_days_and_never_brought_back_by_accident() {
    let people = vec![kept(1, facts("Ada", "ada@x.fr")), kept(2, facts("Noor", "noor@x.fr"))];
    let roles = vec![
        held(id(1), Role::Admin, date(2024, 1, 1), None),
        held(id(2), Role::Peer, date(2025, 1, 1), None),
        held(id(2), Role::Treasurer, date(2024, 1, 1), Some(date(2024, 12, 31))),
    ];
    let known = with_places(people, roles);
    let text = "E-mail;Rôle;Organisation;FINESS ou SIRET;Équipe;Premier jour;Dernier jour\n\
        noor@x.fr;Référente d’équipe;CH St Luc;10999991;equipe mobile nord;01/03/2026;\n\
        noor@x.fr;Pair-aidance;Les Passeurs;;;;\n\
        noor@x.fr;Pair-aidance;;;;2025-01-01;30/09/2026\n\
        noor@x.fr;Trésorerie;;;;;\n\
        noor@x.fr;Trésorerie;;;;01/01/2024;31/12/2025\n\
        noor@x.fr;Trésorerie;;;;01/06/2024;\n\
        ada@x.fr;Administration;;;;;30/09/2026\n\
        noor@x.fr;Coordination;Les Autres;;;;\n\
        noor@x.fr;Direction;CMP;;;;\n\
        noor@x.fr;Direction;Nulle part;;;;\n\
        noor@x.fr;Référence d’équipe;Centre hospitalier Saint-Luc;;;;\n\
        noor@x.fr;Référence d’équipe;Centre hospitalier Saint-Luc;;Nuit;;\n\
        noor@x.fr;Coordination;;;;1er mai;\n\
        noor@x.fr;Coordination;;;;01/05/2026;01/04/2026\n\
        inconnue@x.fr;Pair-aidance;;;;;\n\
        noor@x.fr;Coordination;;;;01/05/2027;\n\
        noor@x.fr;Coordination;;;;02/05/2026;\n\
        noor@x.fr;Coordination;;;;01/05/2027;\n";
    let plan = worked(List::Memberships, text, &known);
    let given = |line: u64| plan.steps.iter().find(|step| step.line == line).map(|step| step.work.clone());
    let give =
        RoleWork::Give { role: Role::Referent, org: id(20), team: Some(id(30)), from: date(2026, 3, 1), until: None };
    assert_eq!(given(2), Some(Work::Change { person: id(2), facts: None, role: Some(give) }));
    let end = RoleWork::End { membership: id(1_000), last: date(2026, 9, 30) };
    assert_eq!(given(4), Some(Work::Change { person: id(2), facts: None, role: Some(end) }));
    assert_eq!((plan.created(), plan.changed(), plan.unchanged), (2, 1, 1));
    let wanted = [
        (5, Reason::RoleEnded(date(2024, 12, 31))),
        (6, Reason::EndsEarlier(date(2024, 12, 31))),
        (7, Refusal::RoleTwice.into()),
        (8, Refusal::LastAdmin.into()),
        (9, Reason::OtherAssociation),
        (10, Reason::OrganisationsAlike),
        (11, Reason::OrganisationUnknown),
        (12, Refusal::RoleNeedsTeam.into()),
        (13, Reason::TeamUnknown),
        (14, Reason::Day(ListColumn::From)),
        (15, Refusal::PeriodReversed.into()),
        (16, Reason::PersonUnknown),
        // The line before gives the same role for days that are in both.
        (18, Refusal::RoleTwice.into()),
        (19, Reason::Twice(17)),
    ];
    assert_eq!(reasons(&plan), wanted.into_iter().map(|(line, reason)| (line, vec![reason])).collect());
}

#[test]
fn teams_are_added_and_get_their_town() {
    let known = with_places(vec![], vec![]);
    let text = "Organisation;FINESS ou SIRET;Équipe;Ville\n\
        Centre hospitalier Saint-Luc;;Équipe mobile Sud;Lille\n\
        ;010999991;equipe mobile nord;\n\
        Centre hospitalier Saint-Luc;;Jour;Roubaix\n\
        Les Autres;;Bureau;Lille\n\
        CMP;010999993;A;Lille\n\
        CMP;;B;\n\
        ;;C;\n\
        Centre hospitalier Saint-Luc;;Équipe Mobile Sud;\n";
    let plan = worked(List::Teams, text, &known);
    assert_eq!((plan.created(), plan.changed(), plan.unchanged), (1, 1, 1));
    let change =
        FieldChange { column: ListColumn::Town, from: Shown::Text("Lille".into()), to: Shown::Text("Roubaix".into()) };
    assert_eq!(plan.steps[1].fields, [change]);
    let wanted = [
        (5, Reason::TeamOfOthers),
        (6, Reason::TeamsAlike),
        (7, Reason::OrganisationsAlike),
        (8, Reason::OrganisationMissing),
        (9, Reason::Twice(2)),
    ];
    assert_eq!(reasons(&plan), wanted.into_iter().map(|(line, reason)| (line, vec![reason])).collect());
}
