//! How files, days, numbers and words are read.

use super::*;

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
    for text in
        ["2026-12-31", "31/12/2026", "31.12.2026", "31-12-2026", "46387", "2026-12-31T00:00:00", "31/12/2026 00:00"]
    {
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
    for (text, country) in [
        ("06 12 34 56 78", Country::FRANCE),
        ("+33612345678", Country::FRANCE),
        ("612345678", Country::parse("CH").unwrap()),
    ] {
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
    let english =
        worked(List::People, "name,EMAIL,role\nNoor,noor@x.fr,peer worker\n", &Known::new(keeper(), vec![], vec![]));
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
