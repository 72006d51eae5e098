//! What people do with the directory. Each action checks the right, owns one transaction and records an event.

mod contacts;
mod descriptions;
mod entries;
mod found;
mod imports;
mod invitations;
mod joining;
mod list_imports;
mod mergers;
mod organisations;
mod people;
mod roles;
mod teams;
mod visibility;

pub(crate) use contacts::is_of_actor;
pub use contacts::{publish, take_back};
pub use descriptions::describe;
pub(crate) use descriptions::{find_description, is_described};
pub(crate) use entries::{Entry, ask_owners, entry_of_link, find_entry, may_confirm};
pub use entries::{confirm_by_link, confirm_entry};
pub use found::{Founded, found};
pub(crate) use imports::load_import;
pub use imports::{confirm_import, start_import};
pub use invitations::invite;
pub use joining::join;
pub(crate) use joining::{Joining, joining_of_link};
pub(crate) use list_imports::{
    apply_list_import, confirm_list_import, drop_list_import, load_list_import, plan_of, start_list_import, vocabulary,
};
pub use mergers::{merge_organisations, merge_people, merge_teams, part_organisations, part_teams, undo_merger};
pub use organisations::{create_organisation, enter_organisation, link_to_network, update_organisation};
pub(crate) use organisations::{load_organisation, may_change};
use passerelle_access::{Actor, Decision, Facts, Rule};
use passerelle_store::{Event, Tx};
use passerelle_web::{Ctx, PageError};
pub use people::{create_person, rename_oneself, update_person, welcome_person};
pub(crate) use people::{keeper, load_person, open_phone};
pub use roles::{end_membership, give_role};
pub(crate) use teams::load_team;
pub use teams::{create_team, enter_team, update_team};
pub(crate) use visibility::{Own, find_own};
pub use visibility::{audience_of, choose_visibility, seen_person};

use crate::{Error, Refusal, access};

/// The person who acts; an action without one is forbidden.
fn actor(ctx: &Ctx) -> Result<&Actor, Error> {
    ctx.actor().map_err(|_: PageError| Error::Forbidden)
}

/// Goes on only when the actor has the right on the record.
fn demand(tx: &Tx, actor: &Actor, read: &Rule, wanted: &Rule, facts: &Facts) -> Result<(), Error> {
    match actor.decide(tx, read, wanted, facts) {
        Decision::Yes => Ok(()),
        Decision::Forbidden => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// The first of the reasons; a page shows them all before it acts.
fn first(refusals: Vec<Refusal>) -> Error {
    refusals.into_iter().next().map_or_else(|| Error::Internal("refused without a reason".into()), Error::Refused)
}

/// Records what was done to a record, in the organisation in which the actor acts.
async fn record(tx: &mut Tx, actor: Option<&Actor>, kind: &'static str, subject: String) -> Result<(), Error> {
    let org = actor.and_then(|actor| actor.seat.as_ref()).map(|seat| seat.org.to_string());
    let rule = purpose(kind);
    // People are managed one by one: whoever is managed is the person whose data it is.
    let person = subject.parse().ok().filter(|_| rule.name == access::PEOPLE_MANAGE.name);
    let about = actor.map(|actor| actor.about(rule, person)).unwrap_or_default();
    let actor = actor.map(|actor| actor.account.to_string());
    let detail = serde_json::Value::Null;
    Ok(tx.record_about(Event { kind, org, partner: None, subject, actor, detail: &detail }, about).await?)
}

/// What is done under which right, by the beginning of what happened.
const PURPOSES: [(&str, &Rule); 7] = [
    ("person-", access::PEOPLE_MANAGE),
    ("role-", access::PEOPLE_MANAGE),
    ("contact-", access::CONTACT_MANAGE),
    ("description-", access::DESCRIPTION_MANAGE),
    ("entry-", access::ENTRY_CONFIRM),
    ("import-", access::IMPORT),
    ("", access::ORGANISATIONS_MANAGE),
];

fn purpose(kind: &str) -> &'static Rule {
    let found = PURPOSES.iter().find(|(begin, _)| kind.starts_with(begin));
    found.map_or(access::ORGANISATIONS_MANAGE, |(_, rule)| *rule)
}
