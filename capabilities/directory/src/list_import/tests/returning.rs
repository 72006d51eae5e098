//! What leaves comes back unchanged.

use proptest::prelude::*;

use super::*;

/// A person as the coordination of an association may have entered them.
fn person() -> impl Strategy<Value = PersonFacts> {
    // A line that begins with # is a remark: a name that does is not imported.
    let text = "[A-Za-zÉéïœ'=+@;,\"-][A-Za-zÉé 'œ;,\"-]{0,12}";
    let phone = proptest::option::of("0[1-9][0-9]{8}");
    (text, any::<bool>(), phone, proptest::option::of(text), 0..3_usize).prop_map(
        |(name, has_email, phone, town, spoken)| {
            let email = has_email.then(|| "x".to_owned());
            let languages = SpokenLanguages::parse(["", "ar fr", "et fsl"][spoken]).unwrap();
            PersonFacts { name, email, phone, town, languages, ..PersonFacts::default() }
        },
    )
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
                let staged = read_file(&bytes, list, &vocabulary()).unwrap();
                let plan = plan(list, &staged, &known, &vocabulary(), TODAY);
                prop_assert!(plan.steps.is_empty(), "{:?}", plan.steps);
                let unclear = |reason: &Reason| matches!(reason, Reason::AddressNeeded | Reason::PeopleAlike);
                let reasons = plan.refused.iter().flat_map(|refused| &refused.reasons);
                let refused: Vec<_> = reasons.filter(|reason| !unclear(reason)).collect();
                prop_assert!(refused.is_empty(), "{:?}", refused);
            }
        }
    }
}
