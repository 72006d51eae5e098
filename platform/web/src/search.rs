//! Finding records by words: what a capability brings for it, and the job that makes the index anew.
//!
//! Each capability finds its own kinds and shows only what the reader may see: its statement names the readers for whom
//! an entry is. Its store writes entries with the change they follow.

use std::{future::Future, pin::Pin};

use passerelle_access::account;
use passerelle_store::{Result, Tx, job::Job, search::Search};
use serde::{Deserialize, Serialize};

use crate::{App, Ctx, JobContext, PageError, capability::JobFuture};

/// A record that was found, as its finder may see it.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it is called.
    pub title: String,
    /// Where it is shown.
    pub href: String,
    /// What tells it from others of this name.
    pub detail: String,
}

/// The future of a search.
pub type Finding<'a> = Pin<Box<dyn Future<Output = std::result::Result<Vec<Found>, PageError>> + Send + 'a>>;

/// The most records of a kind that are looked at; the best of them are shown.
pub const LOOKED_AT: i64 = 200;

/// A kind of record that can be found.
#[derive(Clone, Copy)]
pub struct Findable {
    /// The key of what several of them are called.
    pub title: &'static str,
    /// Its place on the page: smaller first.
    pub order: u8,
    /// Finds at most [`LOOKED_AT`] of those that the person who acts may see.
    pub find: for<'a> fn(&'a Ctx, &'a mut Tx, &'a Search) -> Finding<'a>,
}

/// The future of a step: the last record that was indexed; nothing at the end.
pub type Indexing<'a> = Pin<Box<dyn Future<Output = Result<Option<String>>> + Send + 'a>>;

/// Indexes the next records of a kind, some hundred, after the record with this id.
pub type Index = for<'a> fn(&'a mut Tx, &'a str) -> Indexing<'a>;

/// How many records one step indexes.
pub const STEP: i64 = 300;

/// The kind of the job that makes the index anew.
pub(crate) const JOB: &str = "search-index";

/// How far the job is: which of the kinds, after which record.
#[derive(Serialize, Deserialize)]
struct Place {
    kind: usize,
    after: String,
}

/// Has the index made when there is none: after an upgrade from a version without it, after a move.
///
/// # Errors
/// The engine's error.
pub async fn index_if_empty(app: &App) -> Result<()> {
    let mut tx = app.db().begin_write().await?;
    if tx.is_index_empty().await? {
        tx.enqueue(JOB, &Place { kind: 0, after: String::new() }).await?;
        tx.commit().await?;
    }
    Ok(())
}

pub(crate) fn job(ctx: JobContext, job: Job) -> JobFuture {
    Box::pin(async move {
        let place: Place = job.payload().map_err(|_| "a step of another version")?;
        Ok(step(&ctx.app, &place).await?)
    })
}

/// Some records and the job for those after them, in one transaction.
async fn step(app: &App, place: &Place) -> Result<()> {
    let Some(index) = app.indexes().get(place.kind) else { return Ok(()) };
    let mut tx = app.db().begin_write().await?;
    let next = match index(&mut tx, &place.after).await? {
        Some(after) => Place { kind: place.kind, after },
        None => Place { kind: place.kind + 1, after: String::new() },
    };
    tx.enqueue(JOB, &next).await?;
    tx.commit().await
}

/// The names and addresses of people, by which records about them are found.
pub(crate) const NAMES: Index = |tx, after| Box::pin(account::call_all(tx, after, STEP));
