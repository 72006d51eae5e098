//! The rules of reading and of working out, without a database.

use std::collections::BTreeMap;

use jiff::civil::date;
use passerelle_access::{Membership, Role};
use passerelle_kernel::{Chance, Date, Id, Language, Timestamp};
use passerelle_spreadsheets::{Listing, Stopped, Value, csv, xlsx};
use passerelle_words::{Translations, Words};
use proptest::prelude::*;

use super::{
    cells::{day, phone},
    *,
};
use crate::{
    Country, LISTS, Name, Organisation, OrganisationKind, PersonFacts, PersonId, Refusal, SpokenLanguages, TRANSLATIONS,
};

const TODAY: Date = date(2026, 9, 7);
/// The names of roles, which another crate brings.
const ROLES: Translations = Translations {
    fr: "web-role-admin = Administration\nweb-role-coordinator = Coordination\nweb-role-treasurer = Trésorerie\n\
         web-role-peer = Pair-aidance\nweb-role-head = Direction\nweb-role-referent = Référence d’équipe\n",
    en: "web-role-admin = Administration\nweb-role-coordinator = Coordination\nweb-role-treasurer = Treasury\n\
         web-role-peer = Peer work\nweb-role-head = Head of institution\nweb-role-referent = Team referent\n",
};

fn words(language: Language) -> Words {
    Words::new(language, &[TRANSLATIONS, LISTS, ROLES])
}

fn vocabulary() -> Vocabulary {
    Vocabulary::of(&Language::ALL.map(words))
}

fn id<T>(number: u64) -> Id<T> {
    Id::new(Timestamp::UNIX_EPOCH, &Chance::seeded(number))
}

fn facts(name: &str, email: &str) -> PersonFacts {
    let email = Some(email.to_owned()).filter(|email| !email.is_empty());
    PersonFacts { name: name.into(), email, ..PersonFacts::default() }
}

fn kept(number: u64, facts: PersonFacts) -> KnownPerson {
    KnownPerson { id: id(number), version: 1, facts, has_come_in: false, shows_phone: true }
}

fn keeper() -> Organisation {
    Organisation::new(id(900), OrganisationKind::Association, Name::new("Les Passeurs").unwrap(), Country::BELGIUM)
}

fn held(person: PersonId, role: Role, from_on: Date, until_on: Option<Date>) -> Membership {
    Membership { id: id(1_000), account: person, org: id(900), team: None, role, place: String::new(), from_on, until_on }
}

fn institution(number: u64, name: &str, finess: Option<&str>) -> FoundOrganisation {
    let (kind, finess) = (OrganisationKind::Institution, finess.map(str::to_owned));
    FoundOrganisation { id: id(number), kind, name: name.into(), finess, siret: None, may_change: true }
}

fn worked(list: List, text: &str, known: &Known) -> Plan {
    let staged = read_file(text.as_bytes(), list, &vocabulary()).unwrap();
    plan(list, &staged, known, &vocabulary(), TODAY)
}

/// The reasons for which lines are refused, by line.
fn reasons(plan: &Plan) -> BTreeMap<u64, Vec<Reason>> {
    plan.refused.iter().map(|refused| (refused.line, refused.reasons.clone())).collect()
}

#[test]
fn every_reason_has_words_in_both_languages() {
    for language in Language::ALL {
        let words = words(language);
        let silent: Vec<_> = Reason::ALL.iter().filter(|reason| !words.has(reason.key())).collect();
        assert!(silent.is_empty(), "{language:?}: {silent:?}");
        for refusal in [Refusal::RoleMissing, Refusal::RoleNeedsTeam, Refusal::PeriodReversed, Refusal::NameTheirs] {
            assert!(words.has(Reason::Said(refusal).key()), "{refusal:?}");
        }
    }
}

#[test]
fn days_are_read_as_people_and_spreadsheets_write_them() {
    for text in ["2026-12-31", "31/12/2026", "31.12.2026", "31-12-2026", "46387", "2026-12-31T00:00:00", "31/12/2026 00:00"] {
        assert_eq!(day(text), Some(date(2026, 12, 31)), "{text}");
    }
    assert_eq!(day("3/4/2026"), Some(date(2026, 4, 3)));
    for text in ["", "12/31/2026", "31/12/26", "30/02/2026", "demain", "2026", "31/12/0026", "+1/2/2026", "99999"] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn a_telephone_number_gets_its_zero_back() {
    assert_eq!(phone("612345678", Country::FRANCE), "0612345678");
    assert_eq!(phone("470123456", Country::BELGIUM), "0470123456");
    for (text, country) in [("06 12 34 56 78", Country::FRANCE), ("+33612345678", Country::FRANCE), ("612345678", Country::parse("CH").unwrap())] {
        assert_eq!(phone(text, country), text);
    }
    assert_eq!(places::number("10999991").as_deref(), Some("010999991"));
    assert_eq!(places::number("9,00000E+13"), None);
}

#[test]
fn columns_are_known_in_both_languages_in_any_order_and_remarks_are_passed_over() {
    let french = "E-mail;Nom;Rôle;Chien\n# Exemple : a@b.fr;Camille;x\n;;;Rex\nnoor@x.fr;Noor;Pair-aidance;Rex\n";
    let staged = read_file(french.as_bytes(), List::People, &vocabulary()).unwrap();
    assert_eq!((staged.ignored.as_slice(), staged.len()), (["Chien".to_owned()].as_slice(), 1));
    let english = worked(List::People, "name,EMAIL,role\nNoor,noor@x.fr,peer worker\n", &Known::new(keeper(), vec![], vec![]));
    assert_eq!((english.created(), english.steps[0].line), (1, 2));
    let windows = b"Nom;R\xF4le;Ville\r\n\xC9va;Pair-aidance;Li\xE8ge\r\n";
    let staged = read_file(windows, List::People, &vocabulary()).unwrap();
    assert!(staged.texts(ListColumn::Town).contains("Liège"));
    // A mistake of the spreadsheet looks like a remark and is none.
    let broken = worked(List::People, "Nom;Rôle\n#REF!;Pair-aidance\n", &Known::new(keeper(), vec![], vec![]));
    assert_eq!(reasons(&broken)[&2], [Reason::SpreadsheetError(ListColumn::Name)]);
}

#[test]
fn a_file_that_is_no_list_is_refused_as_a_whole() {
    let read = |text: &str, list| read_file(text.as_bytes(), list, &vocabulary()).unwrap_err();
    assert_eq!(read("Chien;Chat\nRex;Mina\n", List::People), NotRead::Missing(&[ListColumn::Name]));
    assert_eq!(read("Nom\nNoor\n", List::Memberships), NotRead::Missing(&[ListColumn::Role]));
    assert_eq!(read("Nom;name\nNoor;Noor\n", List::People), NotRead::Twice(ListColumn::Name));
    assert_eq!(read("Nom;Rôle\n# Exemple;x\n", List::People), NotRead::Nothing);
    assert_eq!(read("", List::People), NotRead::Stopped(Stopped::Empty));
    let long = format!("Nom\n{}", "Noor\n".repeat(10_001));
    assert_eq!(read(&long, List::People), NotRead::Stopped(Stopped::TooManyLines));
}

#[test]
fn languages_and_countries_are_read_by_name_and_by_code() {
    let known = vocabulary();
    let spoken = |text: &str| known.spoken(text).map(|languages| languages.to_string());
    for text in ["ar fr", "arabe, français", "Arabic and French", "français/arabe", "fr;ar"] {
        assert_eq!(spoken(text).as_deref(), Ok("ar fr"), "{text}");
    }
    assert_eq!(spoken("arabe et français").as_deref(), Ok("ar fr"));
    assert_eq!(spoken("et fr").as_deref(), Ok("et fr"), "Estonian, as a file of ours writes it");
    assert_eq!(spoken("klingon"), Err(Refusal::SpokenLanguage));
    assert_eq!(known.country("belgique"), Ok(Country::BELGIUM));
    assert_eq!(known.country("be"), Ok(Country::BELGIUM));
    assert_eq!(known.country("Atlantide"), Err(Refusal::Country));
}

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
        FoundOrganisation { kind: OrganisationKind::Association, may_change: false, ..institution(23, "Les Autres", None) },
    ];
    let team = |number, org, name: &str, town: Option<&str>| FoundTeam { id: id(number), org: id(org), name: name.into(), town: town.map(Into::into), version: 1 };
    let teams = vec![team(30, 20, "Équipe mobile Nord", None), team(31, 20, "Jour", Some("Lille")), team(32, 23, "Bureau", None), team(33, 22, "A", None), team(34, 22, "A", None)];
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
        noor@x.fr;Coordination;;;;01/05/2026;\n";
    let plan = worked(List::Memberships, text, &known);
    let given = |line: u64| plan.steps.iter().find(|step| step.line == line).map(|step| step.work.clone());
    let give = RoleWork::Give { role: Role::Referent, org: id(20), team: Some(id(30)), from: date(2026, 3, 1), until: None };
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
    let change = FieldChange { column: ListColumn::Town, from: Shown::Text("Lille".into()), to: Shown::Text("Roubaix".into()) };
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

/// A person as the coordination of an association may have entered them.
fn person() -> impl Strategy<Value = PersonFacts> {
    let text = "[A-Za-zÉéïœ'=+@#;,\"-][A-Za-zÉé 'œ;,\"-]{0,12}";
    let phone = proptest::option::of("0[1-9][0-9]{8}");
    (text, any::<bool>(), phone, proptest::option::of(text), 0..3_usize).prop_map(|(name, has_email, phone, town, spoken)| {
        let email = has_email.then(|| "x".to_owned());
        let languages = SpokenLanguages::parse(["", "ar fr", "et fsl"][spoken]).unwrap();
        PersonFacts { name, email, phone, town, languages, ..PersonFacts::default() }
    })
}

proptest! {
    #[test]
    fn a_day_is_read_however_it_is_written(year in 1930..=2100_i16, ordinal in 1..=365_i16) {
        let wanted = date(year, 1, 1).with().day_of_year(ordinal).build().unwrap();
        prop_assert_eq!(day(&wanted.to_string()), Some(wanted));
        prop_assert_eq!(day(&format!("{}/{}/{}", wanted.day(), wanted.month(), wanted.year())), Some(wanted));
    }

    /// What leaves as a file changes nothing when it comes back, in both formats and both languages.
    #[test]
    fn a_list_that_comes_back_changes_nothing(people in proptest::collection::vec(person(), 1..12), fr in any::<bool>()) {
        let language = if fr { Language::Fr } else { Language::En };
        let words = words(language);
        let people: Vec<KnownPerson> = (0..).zip(people).filter_map(|(number, mut facts)| {
            facts.email = facts.email.map(|_| format!("x{number}@example.org"));
            Some(kept(number, facts.read().ok()?))
        }).collect();
        let role = |person: &KnownPerson| held(person.id, Role::Peer, date(2025, 1, 1), Some(date(2027, 1, 1)));
        let known = Known::new(keeper(), people.clone(), people.iter().map(role).collect());
        let row = |person: &KnownPerson, column: &ListColumn| -> Value {
            let facts = &person.facts;
            match column {
                ListColumn::Name => facts.name.clone().into(),
                ListColumn::Email => facts.email.clone().into(),
                ListColumn::Phone => facts.phone.clone().into(),
                ListColumn::Town => facts.town.clone().into(),
                ListColumn::Country => facts.country.as_str().into(),
                ListColumn::Spoken => facts.languages.to_string().into(),
                ListColumn::Language => facts.language.tag().into(),
                ListColumn::Role => words.say("web-role-peer").into(),
                ListColumn::Organisation => "Les Passeurs".into(),
                ListColumn::From => date(2025, 1, 1).into(),
                ListColumn::Until => date(2027, 1, 1).into(),
                ListColumn::Number | ListColumn::Team => Value::Nothing,
            }
        };
        for list in [List::People, List::Memberships] {
            let columns = list.columns().iter().map(|column| column.column(&words)).collect();
            let rows = people.iter().map(|person| list.columns().iter().map(|column| row(person, column)).collect()).collect();
            let listing = Listing { title: "T".into(), columns, rows, notes: Vec::new() };
            for bytes in [csv(&listing, language), xlsx(&listing, Timestamp::UNIX_EPOCH).unwrap()] {
                match read_file(&bytes, list, &vocabulary()) {
                    Ok(staged) => {
                        let plan = plan(list, &staged, &known, &vocabulary(), TODAY);
                        prop_assert!(plan.steps.is_empty(), "{:?}", plan.steps);
                        let unclear = |reason: &Reason| matches!(reason, Reason::AddressNeeded | Reason::PeopleAlike);
                        let refused: Vec<_> = plan.refused.iter().flat_map(|refused| &refused.reasons).filter(|reason| !unclear(reason)).collect();
                        prop_assert!(refused.is_empty(), "{:?}", refused);
                    }
                    // Everybody's name begins like a remark.
                    Err(not_read) => prop_assert_eq!(not_read, NotRead::Nothing),
                }
            }
        }
    }
}
