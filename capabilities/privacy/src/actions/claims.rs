//! Something that is held is wrong, or not wanted; the association answers.

use passerelle_access::{Account, Organisation, account};
use passerelle_directory::keepers;
use passerelle_kernel::{Date, Id};
use passerelle_store::{Tx, held};
use passerelle_web::{App, Ctx, Letter, LetterLink, send_letter};

use super::{actor, record};
use crate::{
    Error, Refusal,
    claim::{Claim, Kind, Outcome},
    store,
};

/// The association that answers a person: the one in whose role they act if it keeps their record, else the first that does,
/// else the one of the role.
pub(crate) async fn org_of(ctx: &Ctx, tx: &mut Tx) -> Result<Option<Id<Organisation>>, Error> {
    let actor = actor(ctx)?;
    let seat = actor.seat.as_ref().map(|seat| seat.org);
    let keepers = keepers(tx, actor.account).await?;
    let own = keepers.iter().map(|(org, _)| *org).find(|org| Some(*org) == seat);
    let here = actor.seat.as_ref().filter(|seat| seat.role.is_of_association()).map(|seat| seat.org);
    Ok(own.or(keepers.first().map(|(org, _)| *org)).or(here))
}

/// Whether anything is held about a person for this purpose.
pub(crate) async fn is_held(tx: &mut Tx, app: &App, person: Id<Account>, purpose: &str) -> Result<bool, Error> {
    let id = person.to_string();
    for held in app.held().filter(|held| held.purpose.key == purpose) {
        if held::count(tx, held, &id).await?.rows > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Asks that something is put right, or that a use stops.
///
/// # Errors
/// Refused without words, when nothing of this kind is held, and for somebody whom no association knows.
pub async fn ask(ctx: &Ctx, kind: Kind, about: &str, words: &str) -> Result<Id<Claim>, Error> {
    let actor = actor(ctx)?;
    if kind == Kind::Erasure {
        return Err(Error::NotFound);
    }
    if words.is_empty() {
        return Err(Error::Refused(Refusal::WordsMissing));
    }
    let mut tx = ctx.begin_write().await?;
    if !is_held(&mut tx, ctx.app(), actor.account, about).await? {
        return Err(Error::Refused(Refusal::NothingHeld));
    }
    let org = org_of(ctx, &mut tx).await?.ok_or(Error::Refused(Refusal::NoAssociation))?;
    let (id, about, words) = (ctx.new_id(), Some(about.to_owned()), words.to_owned());
    let (org, person, asked_at) = (Some(org), actor.account, ctx.now());
    let claim = Claim { id, org, person, kind, about, words, asked_at, end: None };
    store::insert(&mut tx, &claim).await?;
    record(&mut tx, "claim-asked", &claim, Some(actor)).await?;
    tx.commit().await?;
    Ok(claim.id)
}

/// Answers a claim, and tells the person that an answer is there.
///
/// # Errors
/// Not found; refused when it has ended, without words, and for an erasure that is said to be done.
pub async fn answer_claim(ctx: &Ctx, id: Id<Claim>, outcome: Outcome, words: &str) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let told = store::load_claim(&mut tx, actor, id).await?;
    let answered = told.claim.answered(outcome, words, actor.account, ctx.now()).map_err(Error::Refused)?;
    store::end(&mut tx, &answered).await?;
    record(&mut tx, "claim-answered", &answered, Some(actor)).await?;
    tell(&mut tx, &answered).await?;
    Ok(tx.commit().await?)
}

/// The letter says that an answer is there, and not what it says.
async fn tell(tx: &mut Tx, claim: &Claim) -> Result<(), Error> {
    let Some(person) = account::find(tx, claim.person).await? else { return Ok(()) };
    let Some(to) = person.email else { return Ok(()) };
    let args = vec![("name".to_owned(), person.name)];
    let link = Some(LetterLink { path: "/me/held".to_owned(), purpose: None });
    let letter = Letter { to, language: person.language, key: "privacy-mail-answered".to_owned(), args, link };
    Ok(send_letter(tx, &letter).await?)
}

/// A claim that waits for an answer of an association.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The claim.
    pub id: Id<Claim>,
    /// What is asked.
    pub kind: Kind,
    /// The name of the person.
    pub person: String,
    /// The key of the purpose that it is about; none for an erasure.
    pub about: Option<String>,
    /// Since when.
    pub asked_on: Date,
    /// The day by which it must be answered.
    pub due_on: Date,
}

/// What waits for an answer of the association, the longest first (50 at the most): for Today.
///
/// # Errors
/// The engine's error.
pub async fn waiting(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>) -> passerelle_store::Result<Vec<Waiting>> {
    let zone = ctx.words().zone();
    let told = store::waiting(tx, org).await?.into_iter().map(|told| Waiting {
        id: told.claim.id,
        kind: told.claim.kind,
        asked_on: told.claim.asked_at.to_zoned(zone.clone()).date(),
        due_on: told.claim.due_on(zone),
        person: told.person,
        about: told.claim.about,
    });
    Ok(told.collect())
}
