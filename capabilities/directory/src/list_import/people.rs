//! A line about a person.

use passerelle_kernel::comparable;

use super::{
    FieldChange, KnownPerson, Reason, Shown, Step, Work,
    cells::{Cells, phone},
    plan::{Outcome, Planner},
};
use crate::{Email, PersonFacts, Refusal, lists::ListColumn};

impl<'a> Planner<'a> {
    /// Whom of the association a line means; nobody when it is somebody new.
    pub(super) fn who(&mut self, cells: &Cells<'_>) -> Result<Option<&'a KnownPerson>, Reason> {
        let name = cells.get(ListColumn::Name);
        let found = match cells.given(ListColumn::Email) {
            Some(email) => {
                let known = self.known.by_email(Email::parse(email)?.as_str());
                if known.is_none() && !self.known.without_email(name).is_empty() {
                    return Err(Reason::NoAddressYet);
                }
                known
            }
            None if name.is_empty() => return Err(Reason::PersonMissing),
            None => match self.known.without_email(name).as_slice() {
                [one] => Some(*one),
                [] if self.known.has_namesake(name) || self.addressed.contains(&comparable(name)) => {
                    return Err(Reason::AddressNeeded);
                }
                [] => None,
                _ => return Err(Reason::PeopleAlike),
            },
        };
        self.people.extend(found.map(|known| known.id));
        Ok(found)
    }

    pub(super) fn person(&mut self, cells: &Cells<'_>) -> Outcome {
        let found = self.who(cells).map_err(|reason| vec![reason])?;
        let key = match (found, cells.given(ListColumn::Email)) {
            (Some(known), _) => known.id.to_string(),
            (None, Some(email)) => email.to_lowercase(),
            (None, None) => comparable(cells.get(ListColumn::Name)),
        };
        self.once(key, cells.line).map_err(|reason| vec![reason])?;
        match found {
            Some(known) => self.change(cells, known),
            None => self.enter(cells),
        }
    }

    fn enter(&mut self, cells: &Cells<'_>) -> Outcome {
        let base = PersonFacts {
            language: self.known.keeper.language,
            country: self.known.keeper.country,
            ..PersonFacts::default()
        };
        let facts = self.facts(cells, base, false);
        let (facts, (role, given)) = match (facts, self.role(cells, None)) {
            (Ok(facts), Ok(Some(role))) => (facts, role),
            (facts, role) => {
                let mut reasons = facts.err().unwrap_or_default();
                reasons.extend(role.err());
                return Err(reasons);
            }
        };
        let mut fields = differences(
            &PersonFacts { language: facts.language, country: facts.country, ..PersonFacts::default() },
            &facts,
            true,
        );
        fields.retain(|change| change.column != ListColumn::Name);
        fields.push(given);
        let about = facts.name.clone();
        Ok(Some(Step { line: cells.line, about, is_new: true, fields, work: Work::Enter { facts, role } }))
    }

    fn change(&mut self, cells: &Cells<'_>, known: &KnownPerson) -> Outcome {
        let facts = self.facts(cells, known.facts.clone(), known.has_come_in)?;
        let mut fields = differences(&known.facts, &facts, known.shows_phone);
        if known.has_come_in && fields.iter().any(|change| change.column == ListColumn::Name) {
            return Err(vec![Refusal::NameTheirs.into()]);
        }
        let facts = (!fields.is_empty()).then_some((facts, known.version));
        let role = match cells.given(ListColumn::Role) {
            Some(_) => self.role(cells, Some(known)).map_err(|reason| vec![reason])?,
            None => None,
        };
        let role = role.map(|(role, change)| {
            fields.push(change);
            role
        });
        if fields.is_empty() {
            return Ok(None);
        }
        let (about, work) = (known.facts.name.clone(), Work::Change { person: known.id, facts, role });
        Ok(Some(Step { line: cells.line, about, is_new: false, fields, work }))
    }

    /// What the line says of a person; where it says nothing, what is there stays. The language of letters to somebody who
    /// has come in is theirs to choose.
    fn facts(&self, cells: &Cells<'_>, base: PersonFacts, is_theirs: bool) -> Result<PersonFacts, Vec<Reason>> {
        let (mut facts, mut reasons) = (base, Vec::new());
        if let Some(country) = cells.given(ListColumn::Country) {
            match self.vocabulary.country(country) {
                Ok(country) => facts.country = country,
                Err(refusal) => reasons.push(refusal.into()),
            }
        }
        if let Some(spoken) = cells.given(ListColumn::Spoken) {
            match self.vocabulary.spoken(spoken) {
                Ok(languages) => facts.languages = languages,
                Err(refusal) => reasons.push(refusal.into()),
            }
        }
        if let Some(language) = cells.given(ListColumn::Language).filter(|_| !is_theirs) {
            match self.vocabulary.language(language) {
                Some(language) => facts.language = language,
                None => reasons.push(Reason::Language),
            }
        }
        let given = |column| cells.given(column).map(str::to_owned);
        facts.name = given(ListColumn::Name).unwrap_or(facts.name);
        facts.email = given(ListColumn::Email).or(facts.email);
        facts.phone = cells.given(ListColumn::Phone).map(|text| phone(text, facts.country)).or(facts.phone);
        facts.town = given(ListColumn::Town).or(facts.town);
        match facts.read() {
            Ok(facts) if reasons.is_empty() => Ok(facts),
            Ok(_) => Err(reasons),
            Err(refusals) => {
                reasons.extend(refusals.into_iter().map(Reason::Said));
                Err(reasons)
            }
        }
    }
}

/// What differs between what is known and what shall be.
fn differences(before: &PersonFacts, after: &PersonFacts, shows_phone: bool) -> Vec<FieldChange> {
    let text = |text: &Option<String>| text.clone().map_or(Shown::Nothing, Shown::Text);
    let phone = if shows_phone || before.phone.is_none() { text(&before.phone) } else { Shown::Closed };
    let spoken = |facts: &PersonFacts| match facts.languages.is_empty() {
        true => Shown::Nothing,
        false => Shown::Spoken(facts.languages.clone()),
    };
    let name = |facts: &PersonFacts| text(&Some(facts.name.clone()).filter(|name| !name.is_empty()));
    let all = [
        (ListColumn::Name, before.name != after.name, name(before), name(after)),
        (ListColumn::Email, before.email != after.email, text(&before.email), text(&after.email)),
        (ListColumn::Phone, before.phone != after.phone, phone, text(&after.phone)),
        (ListColumn::Town, before.town != after.town, text(&before.town), text(&after.town)),
        (
            ListColumn::Country,
            before.country != after.country,
            Shown::Country(before.country),
            Shown::Country(after.country),
        ),
        (ListColumn::Spoken, before.languages != after.languages, spoken(before), spoken(after)),
        (
            ListColumn::Language,
            before.language != after.language,
            Shown::Language(before.language),
            Shown::Language(after.language),
        ),
    ];
    let differs = all.into_iter().filter(|(_, differs, ..)| *differs);
    differs.map(|(column, _, from, to)| FieldChange { column, from, to }).collect()
}
