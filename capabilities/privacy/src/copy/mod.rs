//! The copy that a person takes away: a page that stands alone, the same as data for programs, and the files.

mod data;
mod html;
mod pack;

use passerelle_store::Event;
use passerelle_web::{Ctx, OwnFile, PageError};

use crate::file::{self, Until};

/// More rows of one kind than anybody has: each is in the copy.
const ALL: i64 = 1_000_000;

/// Makes the copy of the person who acts, as the bytes of a ZIP file, and records that it was made.
pub(crate) async fn make(ctx: &Ctx) -> Result<Vec<u8>, PageError> {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let groups = file::read(&mut tx, ctx.app(), actor.account, ALL).await?;
    let until = Until::of(&mut tx, ctx.app(), actor.account, ctx.today()).await?;
    drop(tx);
    let mut files = Vec::new();
    for make in ctx.app().own_files() {
        files.extend(make(ctx.clone(), actor.account).await?);
    }
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let data = data::write(ctx, actor.account, &groups, &until, &names)?;
    let page = html::write(ctx, &actor.name, &groups, &until, &names);
    let (page_name, data_name) = (format!("{}.html", ctx.say("privacy-copy-name")), "data.json".to_owned());
    let mut all = vec![OwnFile { name: page_name, bytes: page.into() }, OwnFile { name: data_name, bytes: data }];
    all.extend(files);
    note(ctx).await?;
    tokio::task::spawn_blocking(move || pack::zip(&all))
        .await
        .map_err(|error| PageError::Internal(error.to_string()))?
        .map_err(|error| PageError::Internal(error.to_string()))
}

/// A download is no form that acts: the same button gives the copy again.
async fn note(ctx: &Ctx) -> Result<(), PageError> {
    let me = ctx.actor()?.account.to_string();
    let mut tx = ctx.db().begin_write().await?;
    let detail = serde_json::Value::Null;
    let (actor, subject) = (Some(me.clone()), me);
    tx.record(Event { kind: "copy-taken", org: None, partner: None, subject, actor, detail: &detail }).await?;
    Ok(tx.commit().await?)
}
