//! The import as a whole: invented sites in the shapes that the registry and spreadsheets give them.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::FinessNumber;

const PUBLISHED: &str = "\
finess;etalab;111;2026-05-12
structureet;010999993;010999985;CH DE MONTFLEURI;CENTRE HOSPITALIER DE MONTFLEURI;;;12;RTE;DU MOULIN;B;BP 12;053;01;AIN;01000 MONTFLEURI CEDEX;0199000001;0199000002;355;Centre Hospitalier (C.H.);1102;Centres Hospitaliers;90000001900019;8610Z;03;Dotation globale;1;Établissement public de santé;1979-02-13;1979-02-13;2020-02-04;
structureet;2A0000014;2A0000022;CMP DES DEUX RIVES;;;3 COURS NEUF;;;;;;004;2A;CORSE DU SUD;20000 AJACCIO;0499000000;;156;Centre Médico-Psychologique;1111;Centres;;;03;Dotation globale;1;Public;1999-12-31;;2021-01-01;
structureet;970199998;970199980;PMI DES ILES;PMI DES ILES;PMI DE LA POINTE;;4;R;DU PORT;;;123;9A;GUADELOUPE;97133 LA POINTE;0590990000;;223;Protection Maternelle et Infantile (P.M.I.);2202;PMI;;;;;0;Non concerné;;;;
geolocalisation;010999993;874051.2;6571283.4;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;2026-05-04
geolocalisation;970199998;656770.9;1796166.2;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_N20;2026-05-04
";

/// The same sites after a spreadsheet has opened and saved the file; places come first.
const DAMAGED: &str = "\
finess;etalab;111;12/05/2026;;;;;;;;;;;;;;;;;;;;;;;;;;;;\r
geolocalisation;10999993;874051,2;6571283,4;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;04/05/2026;;;;;;;;;;;;;;;;;;;;;;;;;;\r
structureet;10999993;10999985;CH DE MONTFLEURI;CENTRE HOSPITALIER DE MONTFLEURI;;;12;RTE;DU MOULIN;B;BP 12;53;1;AIN;01000 MONTFLEURI CEDEX;199000001;199000002;355;Centre Hospitalier (C.H.);1102;Centres Hospitaliers;9E+13;8610Z;3;Dotation globale;1;Établissement public de santé;13/02/1979;13/02/1979;04/02/2020;\r
;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;\r
structureet;2A0000014;2A0000022;\"CMP DES DEUX RIVES\";;;3 COURS NEUF;;;;;;4;2A;CORSE DU SUD;20000 AJACCIO;499000000;;156;Centre Médico-Psychologique;1111;Centres;;;3;Dotation globale;1;Public;31/12/1999;;01/01/2021;\r
geolocalisation;970199998;656770,9;1796166,2;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_N20;04/05/2026;;;;;;;;;;;;;;;;;;;;;;;;;;\r
structureet;970199998;970199980;PMI DES ILES;PMI DES ILES;PMI DE LA POINTE;;4;R;DU PORT;;;123;9A;GUADELOUPE;97133 LA POINTE;590990000;;223;Protection Maternelle et Infantile (P.M.I.);2202;PMI;;;;;0;Non concerné;;;;\r
";

type Known = HashMap<FinessNumber, Facts>;

fn plan(bytes: &[u8], known: &Known) -> Plan {
    preview(Rows::new(bytes, LIMITS), |number| known.get(&number), |_| {}).unwrap()
}

fn carry_out(plan: &Plan, known: &mut Known) {
    known.extend(plan.facts().map(|facts| (facts.number, facts.clone())));
}

fn imported(bytes: &[u8]) -> Known {
    let mut known = Known::new();
    carry_out(&plan(bytes, &known), &mut known);
    known
}

fn number(text: &str) -> FinessNumber {
    FinessNumber::parse(text).unwrap()
}

/// The published file with one field of one row replaced (rows and fields counted from 0).
fn with(row: usize, field: usize, value: &str) -> String {
    let rows = PUBLISHED.lines().enumerate().map(|(index, line)| {
        let mut fields: Vec<&str> = line.split(';').collect();
        if index == row {
            fields[field] = value;
        }
        fields.join(";")
    });
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_published_file_creates_its_sites() {
    let plan = plan(PUBLISHED.as_bytes(), &Known::new());
    assert_eq!(plan.created.iter().map(|created| created.line).collect::<Vec<_>>(), [2, 3, 4]);
    assert_eq!((plan.changed.len(), plan.unchanged, plan.refused_count, plan.repairs.len()), (0, 0, 0, 0));
    assert_eq!(plan.read, Progress { lines: 6, bytes: PUBLISHED.len() as u64 });
    let manifest = plan.manifest.clone().unwrap();
    assert_eq!((manifest.edition.as_str(), manifest.published_on), ("111", Some(jiff::civil::date(2026, 5, 12))));

    let hospital = &plan.created[0].facts;
    assert_eq!(hospital.address, "12 B RTE DU MOULIN\nBP 12");
    assert_eq!(hospital.point.unwrap().to_string(), "46.219004,5.258222"); // PROJ: 46.2190038, 5.2582221
    assert_eq!(hospital.commune.as_deref(), Some("01053"));
    let (corsica, islands) = (&plan.created[1].facts, &plan.created[2].facts);
    assert_eq!((corsica.commune.as_deref(), corsica.point), (Some("2A004"), None));
    assert_eq!(corsica.name.as_str(), "CMP DES DEUX RIVES"); // the short name, for want of a long one
    assert_eq!(islands.commune.as_deref(), Some("97123"));
    assert_eq!(islands.point.unwrap().to_string(), "16.241100,-61.533100");
}

#[test]
fn a_new_institution_has_a_readable_name_and_its_numbers() {
    let known = imported(PUBLISHED.as_bytes());
    let organisation = known[&number("010999993")].organisation(passerelle_kernel::Id::nil());
    assert_eq!(organisation.name.as_str(), "Centre Hospitalier de Montfleuri");
    assert_eq!(organisation.short_name.as_ref().unwrap().as_str(), "CH de Montfleuri");
    assert_eq!(organisation.town.as_deref(), Some("Montfleuri"));
    assert_eq!(organisation.ids.siren().unwrap().as_str(), "900000019");
    assert_eq!(organisation.check(), Ok(()));
}

#[test]
fn the_damaged_file_says_the_same_but_for_what_is_lost() {
    let mut known = imported(DAMAGED.as_bytes());
    let published = imported(PUBLISHED.as_bytes());
    let hospital = known.get_mut(&number("010999993")).unwrap();
    assert_eq!(hospital.siret, None); // not guessed
    hospital.siret = published[&number("010999993")].siret;
    assert_eq!(known, published);
}

#[test]
fn each_repair_is_said_with_its_line() {
    let plan = plan(DAMAGED.as_bytes(), &Known::new());
    let said: Vec<_> =
        plan.repairs.iter().filter(|r| r.line == 3).map(|r| (r.field, r.kind, r.to.as_deref())).collect();
    assert_eq!(
        said,
        [
            (Field::Number, RepairKind::LostZero, Some("010999993")),
            (Field::Department, RepairKind::LostZero, Some("01")),
            (Field::Commune, RepairKind::LostZero, Some("053")),
            (Field::LegalEntity, RepairKind::LostZero, Some("010999985")),
            (Field::Phone, RepairKind::LostZero, Some("0199000001")),
            (Field::Siret, RepairKind::ScientificNotation, None),
            (Field::Opened, RepairKind::DateTurned, Some("1979-02-13")),
            (Field::Updated, RepairKind::DateTurned, Some("2020-02-04")),
        ]
    );
    assert_eq!(plan.repair_counts[&(Field::Coordinates, RepairKind::DecimalComma)], 4);
    assert_eq!(plan.repair_counts[&(Field::Published, RepairKind::DateTurned)], 1);
}

#[test]
fn what_a_damaged_file_cannot_tell_does_not_replace_what_is_known() {
    let known = imported(PUBLISHED.as_bytes());
    let again = plan(DAMAGED.as_bytes(), &known);
    assert!(again.is_empty(), "{:?}", again.changed);
    assert_eq!(again.unchanged, 3);
}

#[test]
fn a_change_is_told_field_by_field() {
    let known = imported(PUBLISHED.as_bytes());
    let moved = with(1, 16, "0199000009").replace("874051.2;6571283.4", "872203.8;6570214.9");
    let plan = plan(moved.as_bytes(), &known);
    let [change] = plan.changed.as_slice() else { panic!("one change expected: {:?}", plan.changed) };
    assert_eq!((change.line, plan.unchanged), (2, 2));
    let text = |text: &str| Some(text.to_owned());
    let coordinates = (text("46.219004,5.258222"), text("46.209859,5.233874"));
    assert_eq!(
        change.fields,
        [
            FieldChange { field: Field::Phone, from: text("0199000001"), to: text("0199000009") },
            FieldChange { field: Field::Coordinates, from: coordinates.0, to: coordinates.1 },
        ]
    );
}

#[test]
fn what_the_registry_emptied_is_emptied_and_a_missing_place_is_kept() {
    let known = imported(PUBLISHED.as_bytes());
    let emptied = with(1, 22, "");
    let without_places: String = emptied.lines().take(4).map(|line| format!("{line}\n")).collect();
    let plan = plan(without_places.as_bytes(), &known);
    let [change] = plan.changed.as_slice() else { panic!("one change expected: {:?}", plan.changed) };
    assert_eq!(change.fields.iter().map(|change| change.field).collect::<Vec<_>>(), [Field::Siret]);
    assert!(change.facts.point.is_some());
}

#[test]
fn each_refusal_has_its_line_and_its_reason() {
    let long = format!("structureet;{}", "x".repeat(9_000));
    let bad_place = "geolocalisation;010999993;0;0;1,X,LAMBERT_93;";
    let nowhere = "geolocalisation;020999983;874051.2;6571283.4;1,X,LAMBERT_93;";
    let extra = "geolocalisation;970199998;656770.9;1796166.2;1,X,UTM_N20;2026-05-04;and more";
    let mangled = with(1, 1, "9,7E+08").lines().nth(1).unwrap().to_owned();
    let nameless = with(2, 3, "").lines().nth(2).unwrap().to_owned();
    let lines = ["structureej;1", "structureet;010999993;short", &long, &mangled, &nameless, bad_place, nowhere, extra];
    let more = PUBLISHED.lines().nth(1).unwrap();
    let file = format!("{PUBLISHED}{}\n{more}\n{more}", lines.join("\n"));
    let refused = plan(file.as_bytes(), &Known::new()).refused;
    let said: Vec<_> = refused.iter().map(|refused| (refused.line, refused.reason)).collect();
    assert_eq!(
        said,
        [
            (7, Reason::UnknownKind),
            (8, Reason::TooFewFields),
            (9, Reason::LineTooLong),
            (10, Reason::Number),
            (11, Reason::NameMissing),
            (12, Reason::CoordinatesOutside),
            (13, Reason::NoSuchSite),
            (14, Reason::TooManyFields),
            (15, Reason::Twice(2)),
            (16, Reason::Twice(2)),
        ]
    );
    assert_eq!((refused[0].about.as_str(), refused[1].about.as_str()), ("structureej", "010999993"));
}

#[test]
fn a_place_alone_moves_a_known_site() {
    let known = imported(PUBLISHED.as_bytes());
    let place = b"geolocalisation;2A0000014;1176667.6;6108273.3;;";
    let plan = plan(place, &known);
    assert_eq!(plan.changed.len(), 1);
    assert_eq!(plan.changed[0].facts.point.unwrap().to_string(), "41.919200,8.738600");
}

#[test]
fn windows_1252_and_stray_quotes_are_read() {
    let accented = with(1, 4, "CENTRE \"LES TILLEULS\" ÉTÉ").replace(|c: char| c > 'ÿ', "?");
    let bytes = encoding_rs::WINDOWS_1252.encode(&accented).0;
    assert!(std::str::from_utf8(&bytes).is_err());
    let first = plan(&bytes, &Known::new()).created.swap_remove(0);
    assert_eq!(first.facts.name.as_str(), "CENTRE \"LES TILLEULS\" ÉTÉ");

    let stray = with(1, 4, "\"LES TILLEULS");
    let plan = plan(stray.as_bytes(), &Known::new());
    assert_eq!((plan.created.len(), plan.refused_count), (3, 0));
    assert_eq!(plan.created[0].facts.name.as_str(), "\"LES TILLEULS");
}

#[test]
fn progress_is_told_on_the_way_and_at_the_end() {
    let file = format!("{PUBLISHED}{}", "x\n".repeat(2_500));
    let mut told = Vec::new();
    preview(Rows::new(file.as_bytes(), LIMITS), |_| None, |progress| told.push(progress.lines)).unwrap();
    assert_eq!(told, [1_000, 2_000, 2_506]);
}

#[test]
fn a_file_that_is_too_large_gives_no_plan() {
    let limits = Limits { lines: 3, ..LIMITS };
    let stopped = preview(Rows::new(PUBLISHED.as_bytes(), limits), |_| None, |_| {});
    assert_eq!(stopped, Err(Stopped::TooManyLines));
}

fn any_row() -> impl Strategy<Value = String> {
    let damaged = "[ 0-9A-Z,.+é\"/-]{0,14}";
    let number = prop_oneof![Just("010999993".to_owned()), Just("2A0000014".to_owned()), "0?[1-9][0-9]{7}", damaged];
    let field =
        prop_oneof![damaged, Just(String::new()), "[0-3][0-9]/[01][0-9]/[12][0-9]{3}", "9[0-9]{13}", "[0-9]{1,3}"];
    let site = (number.clone(), proptest::collection::vec(field, 30));
    prop_oneof![
        4 => site.prop_map(|(number, fields)| format!("structureet;{number};{}", fields.join(";"))),
        2 => (number, 0..1_300_000, 6_000_000..7_200_000).prop_map(|(n, x, y)| format!("geolocalisation;{n};{x},5;{y};;")),
        1 => ".{0,40}".prop_map(|text: String| text.replace('\0', "")),
    ]
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = preview(Rows::new(bytes.as_slice(), LIMITS), |_| None, |_| {});
    }

    #[test]
    fn importing_again_changes_nothing(
        before in proptest::collection::vec(any_row(), 0..12),
        rows in proptest::collection::vec(any_row(), 0..12),
    ) {
        let file = rows.join("\r\n").into_bytes();
        let mut known = imported(before.join("\n").as_bytes());
        let first = plan(&file, &known);
        prop_assert_eq!(&first, &plan(&file, &known)); // deterministic
        carry_out(&first, &mut known);
        let again = plan(&file, &known);
        prop_assert!(again.is_empty(), "{:?}", again);
        prop_assert_eq!(again.unchanged, first.created.len() + first.changed.len() + first.unchanged);
        prop_assert_eq!(again.refused_count, first.refused_count);
    }

    #[test]
    fn every_line_is_accounted_for(rows in proptest::collection::vec(any_row(), 0..12)) {
        let file = rows.join("\n");
        let read = Rows::new(file.as_bytes(), LIMITS).map(Result::unwrap).collect::<Vec<_>>();
        let sites = read.iter().filter(|row| matches!(row, Row::Site(_))).count();
        let plan = plan(file.as_bytes(), &Known::new());
        let twice = plan.refused.iter().filter(|r| matches!(r.reason, Reason::Twice(_))).count();
        prop_assert!(plan.created.len() <= sites && sites <= plan.created.len() + twice);
    }
}
