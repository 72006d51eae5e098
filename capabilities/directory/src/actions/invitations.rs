//! Letters with which people come in, or join an association with the account that they have.

use passerelle_access::{Actor, account, link};
use passerelle_store::Tx;
use passerelle_web::{Ctx, Letter, LetterLink, send_letter};

use super::{actor, joining, load_person, record};
use crate::{Error, PersonFacts, PersonId, Refusal, access};

/// What an invitation's link is for; the page that accepts it looks for the same word.
const PURPOSE: &str = "invitation";
/// How long an invitation can be accepted, in days.
const DAYS: i64 = 14;

/// Sends a person the letter with which they come in.
///
/// # Errors
/// Not found, forbidden, or refused when they have no e-mail address.
pub async fn invite(ctx: &Ctx, person: PersonId) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let (facts, _) = load_person(&mut tx, actor, person, access::PEOPLE_MANAGE).await?;
    write(&mut tx, actor, person, facts).await?;
    Ok(tx.commit().await?)
}

/// Writes the letter with which a person comes in, or joins the association with the account that they have.
pub(super) async fn write(tx: &mut Tx, actor: &Actor, person: PersonId, facts: PersonFacts) -> Result<(), Error> {
    let to = facts.email.ok_or(Error::Refused(Refusal::EmailMissing))?;
    let place = actor.seat.as_ref().map(|seat| seat.place.clone()).unwrap_or_default();
    record(tx, Some(actor), "person-invited", person.to_string()).await?;
    // Somebody else may have taken the address, or given it up, since it was written down.
    account::set_address(tx, person, Some(&to)).await?;
    if let Some(own) = account::awaited(tx, person).await? {
        return joining::write(tx, person, own, to, place).await;
    }
    let args = vec![("name".to_owned(), facts.name), ("place".to_owned(), place)];
    let purpose = Some((PURPOSE.to_owned(), person.to_string(), DAYS));
    let link = Some(LetterLink { path: "/invitations/".to_owned(), purpose });
    let key = "directory-mail-invitation".to_owned();
    Ok(send_letter(tx, &Letter { to, language: facts.language, key, args, link }).await?)
}

/// Makes a link by which a person comes in, for whoever sets the server up; gives its path.
pub(super) async fn path(ctx: &Ctx, tx: &mut Tx, person: PersonId) -> Result<String, Error> {
    let secret = ctx.secret();
    link::create(tx, &secret, PURPOSE, &person.to_string(), DAYS).await?;
    Ok(format!("/invitations/{}", secret.reveal()))
}

/// Ends the links of every letter that was sent to a person so that they come in or join.
pub(super) async fn revoke(tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    link::revoke(tx, PURPOSE, &person.to_string()).await?;
    link::revoke(tx, joining::PURPOSE, &person.to_string()).await?;
    Ok(())
}
