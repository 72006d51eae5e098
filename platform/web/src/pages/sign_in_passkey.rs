//! Sign-in by a passkey: the device knows who it is for, and checks its holder. It is both proofs in one.

use passerelle_access::{Account, session::Factors};
use passerelle_kernel::Id;
use passerelle_store::Tx;

use super::{security::passkey, sign_in};
use crate::{Ctx, Fields, Needs, PageError, PageResult, Routes, frame};

const KIND: &str = "passkey";
pub(super) const ADDRESSES: (&str, &str) = ("/sign-in/passkey", "/sign-in/passkey/options");

pub(super) fn routes() -> Routes {
    Routes::default().post(ADDRESSES.1, Needs::Public, begin).post(ADDRESSES.0, Needs::Public, enter)
}

async fn begin(ctx: Ctx) -> PageResult {
    let site = passkey::site(&ctx).ok_or(PageError::NotFound)?;
    let begun = site.begin().ok_or_else(|| PageError::Internal("a passkey cannot be asked for".into()))?;
    let tx = ctx.begin_write().await?;
    passkey::begin(&ctx, tx, KIND, None, begun).await
}

/// The person whose passkey answered in this browser; nothing when the answer does not fit what was asked here.
pub(super) async fn answered(ctx: &Ctx, tx: &mut Tx, fields: &Fields) -> Result<Option<Id<Account>>, PageError> {
    let site = passkey::site(ctx).ok_or(PageError::NotFound)?;
    let Some(begun) = passkey::take(ctx, tx, KIND).await? else { return Ok(None) };
    Ok(site.finish(tx, &begun.state, fields.value("credential"), ctx.today()).await?)
}

async fn enter(ctx: Ctx, mut fields: Fields) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    let Some(person) = answered(&ctx, &mut tx, &fields).await? else {
        // What was asked is used up.
        tx.commit().await?;
        fields.refuse_key("", "web-passkey-refused");
        return sign_in::form(&ctx, &fields).await;
    };
    sign_in::begin(&ctx, tx, person, Factors::Two, frame::own_path(fields.value("to")).unwrap_or("/today")).await
}
