//! The links by which a team follows its request: sent anew to the address of the request, and ended.

use passerelle_access::link;
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::{Ctx, Failure};

use super::{actor, letters, record};
use crate::{
    Error,
    access::REQUEST_MANAGE,
    request::Request,
    store::requests::{self, FOLLOW, Kept},
};

const LETTER: &str = "placement-mail-request-link";

/// Sends a new link in place of one that is too old, to the address of the request only. An old link does so once.
///
/// # Errors
/// Not found without such a link.
pub async fn renew(ctx: &Ctx, secret: &str) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let (kept, _) = requests::by_old_link(&mut tx, secret).await?.ok_or(Failure::NotFound)?;
    if link::spend(&mut tx, secret).await? {
        letters::to_team(&mut tx, &kept, LETTER, "").await?;
        record(&mut tx, &kept, "request-link-renewed", None).await?;
    }
    Ok(tx.commit().await?)
}

/// Sends the team a new link.
///
/// # Errors
/// Forbidden for those who may not manage requests.
pub async fn send_link(ctx: &Ctx, id: Id<Request>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = requests::load_request(&mut tx, actor, id, REQUEST_MANAGE).await?;
    letters::to_team(&mut tx, &kept, LETTER, "").await?;
    record(&mut tx, &kept, "request-link-renewed", Some(actor)).await?;
    Ok(tx.commit().await?)
}

/// Ends every link to the request; the next letter to the team carries a new one.
///
/// # Errors
/// Forbidden for those who may not manage requests.
pub async fn end_links(ctx: &Ctx, id: Id<Request>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = requests::load_request(&mut tx, actor, id, REQUEST_MANAGE).await?;
    end(&mut tx, &kept).await?;
    record(&mut tx, &kept, "request-link-ended", Some(actor)).await?;
    Ok(tx.commit().await?)
}

/// The team ends every link to its request, the one it holds too.
///
/// # Errors
/// Not found without a secret to follow.
pub async fn end_own_links(ctx: &Ctx, secret: &str) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let kept = requests::by_link(&mut tx, secret, FOLLOW.0).await?.ok_or(Failure::NotFound)?;
    end(&mut tx, &kept).await?;
    record(&mut tx, &kept, "request-link-ended", None).await?;
    Ok(tx.commit().await?)
}

async fn end(tx: &mut Tx, kept: &Kept) -> Result<(), Error> {
    link::revoke(tx, FOLLOW.0, &kept.request.id.to_string()).await?;
    Ok(())
}
