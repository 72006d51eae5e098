//! Somebody who has an account joins another association with it.
//!
//! An association that enters a person by an e-mail address gets a record of its own, with an account that nobody comes
//! in to, whether or not the address is known here: what it sees is the same. The letter goes to the person. When they
//! already have an account, its link leads here, and all that names the waiting account names theirs from then on.

use passerelle_access::{Account, account, link};
use passerelle_store::{Event, Tx, reference::Subject};
use passerelle_web::{Ctx, Letter, LetterLink, send_letter};

use crate::{
    Error, OrganisationId, Pair, PersonId,
    merger::Carried,
    store::{people, search::index_person},
};

/// What the link of the letter is for.
pub(super) const PURPOSE: &str = "joining";
/// How long it works, in days.
const DAYS: i64 = 14;

/// What somebody is asked who has an account.
#[derive(Clone, Debug)]
pub(crate) struct Joining {
    /// The account that waits.
    pub waiting: PersonId,
    /// Theirs.
    pub own: Account,
    /// The association that asks, with its name.
    pub keeper: (OrganisationId, String),
}

/// Writes to somebody who has an account already that an association waits for them.
pub(super) async fn write(
    tx: &mut Tx,
    waiting: PersonId,
    own: Account,
    to: String,
    place: String,
) -> Result<(), Error> {
    let args = vec![("name".to_owned(), own.name), ("place".to_owned(), place)];
    let purpose = Some((PURPOSE.to_owned(), waiting.to_string(), DAYS));
    let link = Some(LetterLink { path: "/joining/".to_owned(), purpose });
    let key = "directory-mail-joining".to_owned();
    Ok(send_letter(tx, &Letter { to, language: own.language, key, args, link }).await?)
}

/// What the link of a letter asks; nothing when it is too old, was used, or nobody is awaited any more.
pub(crate) async fn joining_of_link(ctx: &Ctx, tx: &mut Tx, secret: &str) -> Result<Option<Joining>, Error> {
    let link = link::find(tx, secret, PURPOSE).await?.ok_or(Error::NotFound)?;
    let waiting: PersonId = link.subject.parse().map_err(|_| Error::NotFound)?;
    if link.is_expired(ctx.now()) || link.is_used() {
        return Ok(None);
    }
    let keeper = people::keepers(tx, waiting).await?.into_iter().next();
    Ok(account::awaited(tx, waiting).await?.zip(keeper).map(|(own, keeper)| Joining { waiting, own, keeper }))
}

/// Whoever has the letter joins the association with the account that they have.
///
/// # Errors
/// Not found when there is no such link, or it does not lead anywhere any more.
pub async fn join(ctx: &Ctx, secret: &str) -> Result<Account, Error> {
    let mut tx = ctx.begin_write().await?;
    let joining = joining_of_link(ctx, &mut tx, secret).await?.ok_or(Error::NotFound)?;
    if !link::spend(&mut tx, secret).await? {
        return Err(Error::NotFound);
    }
    let (from, to) = (joining.waiting.to_string(), joining.own.id.to_string());
    let pair = Pair::new(Subject::Person, joining.waiting, joining.own.id);
    Carried::over(&mut tx, ctx.app().references(), &pair).await?;
    account::close_into(&mut tx, joining.waiting, joining.own.id).await?;
    people::rename(&mut tx, joining.own.id, &joining.own.name).await?;
    index_person(&mut tx, joining.own.id).await?;
    let event = Event {
        kind: "person-joined",
        org: Some(joining.keeper.0.to_string()),
        partner: None,
        subject: to.clone(),
        actor: Some(to),
        detail: &serde_json::json!({ "waiting": from }),
    };
    tx.record(event).await?;
    tx.commit().await?;
    Ok(joining.own)
}
