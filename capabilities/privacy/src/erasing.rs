//! The erasure of a person: what the declarations delete goes, what they empty is emptied, their keys are destroyed, the
//! account is closed. What law keeps stays under an id without a name, until the nightly purge.

use passerelle_access::{Account, account, membership};
use passerelle_directory::is_only_admin;
use passerelle_kernel::{Date, Id};
use passerelle_store::{
    Event, Tx,
    held::erase,
    params,
    seal::{Owner, OwnerKind, destroy},
};
use passerelle_web::{App, Letter, send_letter};

use crate::{Error, store};

/// Why the data of a person cannot be erased yet: the key of each sentence, and how many there are.
pub(crate) async fn obstacles(
    tx: &mut Tx,
    app: &App,
    person: Id<Account>,
    today: Date,
) -> Result<Vec<(&'static str, i64)>, Error> {
    let mut found = Vec::new();
    for obstacle in app.obstacles() {
        let count = tx.one(obstacle.count, params![person], |row| row.get(0)).await?;
        found.push((obstacle.key, count));
    }
    found.push(("privacy-obstacle-only-admin", i64::from(is_only_admin(tx, person, today).await?)));
    found.retain(|(_, count)| *count > 0);
    Ok(found)
}

/// Erases a person; `by` is who carries it out, nobody when a time was over.
pub(crate) async fn erase_person(
    tx: &mut Tx,
    app: &App,
    person: Id<Account>,
    by: Option<Id<Account>>,
    today: Date,
) -> Result<(), Error> {
    let known = account::find(tx, person).await?.ok_or(Error::NotFound)?;
    membership::end_all(tx, person, today).await?;
    store::drop_waiting(tx, person).await?;
    let id = person.to_string();
    // What was found by their name is not found by it any more.
    tx.call(&id, "").await?;
    // The records that stepped back into theirs are theirs.
    for one in account::merged(tx, person).await?.into_iter().chain([person]) {
        let id = one.to_string();
        for held in app.held_children_first() {
            erase(tx, held, &id).await?;
        }
        account::close(tx, one).await?;
        destroy(tx, &Owner::of(OwnerKind::Person, one)).await?;
    }
    tx.leave_no_trace();
    if let Some(to) = known.email {
        // The letter is the last thing that knows the address; it forgets it once it has left.
        let args = vec![("name".to_owned(), known.name)];
        let letter = Letter { to, language: known.language, key: "privacy-mail-erased".to_owned(), args, link: None };
        send_letter(tx, &letter).await?;
    }
    let (actor, detail) = (by.map(|by| by.to_string()), serde_json::Value::Null);
    let event = Event { kind: "person-erased", org: None, partner: None, subject: id, actor, detail: &detail };
    Ok(tx.record(event).await?)
}
