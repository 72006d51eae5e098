//! The rules of reading and of working out, without a database.

use std::collections::BTreeMap;

use jiff::civil::date;
use passerelle_access::{Membership, Role};
use passerelle_kernel::{Chance, Date, Id, Language, Timestamp};
use passerelle_spreadsheets::{Listing, Stopped, Value, csv, xlsx};
use passerelle_words::{Translations, Words};

use super::{
    cells::{day, phone},
    *,
};
use crate::{
    Country, LISTS, Name, Organisation, OrganisationKind, PersonFacts, PersonId, Refusal, SpokenLanguages, TRANSLATIONS,
};

mod limits;
mod planning;
mod reading;
mod returning;

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
    Membership {
        id: id(1_000),
        account: person,
        org: id(900),
        team: None,
        role,
        place: String::new(),
        from_on,
        until_on,
    }
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
