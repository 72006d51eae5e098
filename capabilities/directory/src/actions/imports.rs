//! A file of the registry is handed in, and confirmed once it has been shown what it changes.

use passerelle_access::{Actor, Facts};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{actor, demand, record};
use crate::{
    Error, Refusal, access,
    import::Import,
    jobs::{About, IMPORT},
    store::imports,
};

/// The import, if the actor may see it.
pub(crate) async fn load_import(tx: &mut Tx, actor: &Actor, id: Id<Import>) -> Result<Import, Error> {
    let import = imports::find(tx, id).await?.filter(|import| import.list.is_none()).ok_or(Error::NotFound)?;
    let facts = Facts { association: Some(import.org), ..Facts::default() };
    demand(tx, actor, access::IMPORT, access::IMPORT, &facts)?;
    Ok(import)
}

/// Hands a file in; it is read by a job, and nothing changes yet.
///
/// # Errors
/// Forbidden without the right.
pub async fn start_import(ctx: &Ctx, file: Vec<u8>) -> Result<Id<Import>, Error> {
    let actor = actor(ctx)?;
    let seat = actor.seat.as_ref().filter(|_| actor.holds(access::IMPORT)).ok_or(Error::Forbidden)?;
    let id = ctx.new_id();
    let mut tx = ctx.begin_write().await?;
    imports::insert(&mut tx, id, seat.org, actor.account, file).await?;
    tx.enqueue(IMPORT, &About::of(id)).await?;
    record(&mut tx, Some(actor), "import-started", id.to_string()).await?;
    tx.commit().await?;
    Ok(id)
}

/// Confirms an import that was shown; a job writes it.
///
/// # Errors
/// Not found, forbidden, or refused when the import does not wait for that.
pub async fn confirm_import(ctx: &Ctx, id: Id<Import>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    load_import(&mut tx, actor, id).await?;
    if !imports::confirm(&mut tx, id).await? {
        return Err(Error::Refused(Refusal::Changed));
    }
    tx.enqueue(IMPORT, &About::of(id)).await?;
    record(&mut tx, Some(actor), "import-confirmed", id.to_string()).await?;
    Ok(tx.commit().await?)
}
