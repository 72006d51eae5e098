//! What programs read of the directory: the lists and records of the pages, field by field as the pages show them.

mod organisations;
mod people;

use passerelle_access::Ability;
use passerelle_web::Routes;

use crate::access;

/// To read organisations and their teams.
const DIRECTORY_READ: &Ability =
    &Ability { name: "directory:read", key: "directory-ability-directory-read", rules: &[access::ORGANISATIONS_READ] };
/// To read the people whose record the association keeps.
const PEOPLE_READ: &Ability =
    &Ability { name: "people:read", key: "directory-ability-people-read", rules: &[access::PEOPLE_READ] };

/// What a token may let a program do here.
pub(crate) const ABILITIES: &[&Ability] = &[DIRECTORY_READ, PEOPLE_READ];

pub(crate) fn routes() -> Routes {
    Routes::default().and(organisations::routes()).and(people::routes())
}

/// A text that is known.
fn known(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
