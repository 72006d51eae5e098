//! Everything about a person is to be erased: asked, taken back, carried out.

use passerelle_access::Account;
use passerelle_directory::keepers;
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::{App, Ctx};

use super::{actor, org_of, record};
use crate::{
    Error, Refusal,
    claim::{Claim, Kind},
    erasing::{erase_person, obstacles},
    store,
};

/// Asks for the erasure of the person who acts: every association that keeps their record hears of it.
///
/// # Errors
/// Refused when it was asked already.
pub async fn ask_erasure(ctx: &Ctx) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    if !store::erasures(&mut tx, actor.account).await?.is_empty() {
        return Err(Error::Refused(Refusal::AskedAlready));
    }
    let keepers: Vec<_> = keepers(&mut tx, actor.account).await?.into_iter().map(|(org, _)| Some(org)).collect();
    let orgs = if keepers.is_empty() { vec![org_of(ctx, &mut tx).await?] } else { keepers };
    for org in orgs {
        let (id, person, asked_at) = (ctx.new_id(), actor.account, ctx.now());
        let claim =
            Claim { id, org, person, kind: Kind::Erasure, about: None, words: String::new(), asked_at, end: None };
        store::insert(&mut tx, &claim).await?;
        record(&mut tx, "erasure-asked", &claim, Some(actor)).await?;
    }
    Ok(tx.commit().await?)
}

/// Takes back the erasure that the person who acts has asked for.
///
/// # Errors
/// Not found when none waits.
pub async fn take_back(ctx: &Ctx) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let waiting = store::erasures(&mut tx, actor.account).await?;
    if waiting.is_empty() {
        return Err(Error::NotFound);
    }
    for claim in waiting {
        let withdrawn = claim.withdrawn(ctx.now()).map_err(Error::Refused)?;
        store::end(&mut tx, &withdrawn).await?;
        record(&mut tx, "erasure-withdrawn", &withdrawn, Some(actor)).await?;
    }
    Ok(tx.commit().await?)
}

/// Carries an erasure out, for the association.
///
/// # Errors
/// Not found; refused for another claim, while it can be taken back, and while something is open.
pub async fn carry_out(ctx: &Ctx, id: Id<Claim>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let told = store::load_claim(&mut tx, actor, id).await?;
    let person = told.claim.person;
    told.claim.carried_out(Some(actor.account), ctx.now()).map_err(Error::Refused)?;
    end_with(&mut tx, ctx.app(), person, Some(actor.account)).await?;
    Ok(tx.commit().await?)
}

/// Carries out the erasure that a person has asked for and can no longer take back.
///
/// # Errors
/// Not found when none waits; refused while it can be taken back and while something is open.
pub(crate) async fn carry_out_for(app: &App, person: Id<Account>) -> Result<(), Error> {
    let mut tx = app.db().begin_write().await?;
    end_with(&mut tx, app, person, None).await?;
    Ok(tx.commit().await?)
}

/// Ends every erasure that the person has asked for, and erases.
async fn end_with(tx: &mut Tx, app: &App, person: Id<Account>, by: Option<Id<Account>>) -> Result<(), Error> {
    let (today, now) = (app.db().clock().today(&app.settings().zone), tx.now());
    let waiting = store::erasures(tx, person).await?;
    if waiting.is_empty() {
        return Err(Error::NotFound);
    }
    if !obstacles(tx, app, person, today).await?.is_empty() {
        return Err(Error::Refused(Refusal::StillOpen));
    }
    for claim in waiting {
        let done = claim.carried_out(by, now).map_err(Error::Refused)?;
        store::end(tx, &done).await?;
        record(tx, "erasure-carried-out", &done, None).await?;
    }
    erase_person(tx, app, person, by, today).await
}
