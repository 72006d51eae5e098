//! The files that a person takes away with a copy of their data: the papers that they have signed.

use std::{future::Future, pin::Pin};

use passerelle_access::Account;
use passerelle_kernel::Id;
use passerelle_web::{Ctx, OwnFile, PageError};

use crate::store::{
    files::{self, Part},
    lists,
};

/// Collects them.
pub(crate) fn make(
    ctx: Ctx,
    person: Id<Account>,
) -> Pin<Box<dyn Future<Output = Result<Vec<OwnFile>, PageError>> + Send>> {
    Box::pin(async move { collect(&ctx, person).await })
}

async fn collect(ctx: &Ctx, person: Id<Account>) -> Result<Vec<OwnFile>, PageError> {
    let mut tx = ctx.begin_read().await?;
    let mut own = Vec::new();
    for (number, one) in (1..).zip(lists::of_account(&mut tx, person).await?) {
        let name = format!("{}-{number}.pdf", ctx.say("signing-own-file"));
        let last = files::find(&mut tx, one.paper, Part::Final, None).await?;
        let file = match last {
            Some(file) => Some(file),
            None => files::find(&mut tx, one.paper, Part::Offered, None).await?,
        };
        own.extend(file.map(|file| OwnFile { name, bytes: file.bytes }));
    }
    Ok(own)
}
