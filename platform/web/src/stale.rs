//! Reads that may be a little old: made on the replica, where the operator has one.
//!
//! A read is one of these only when its capability declares it, with the reason why it harms nobody. What decides who may
//! see what (sessions, roles, links) is never read so; neither is anything for somebody who has just written.

use axum::{http::header, response::Response};
use passerelle_store::{Db, ReadFrom, Result, Tx};

use crate::{App, Ctx, cookies::set_cookie_for, measure};

/// A read that may be a little old.
#[derive(Clone, Copy, Debug)]
pub struct Stale {
    /// Its name among the figures.
    pub name: &'static str,
    /// Why it harms nobody, for the operator.
    pub because: &'static str,
}

impl Stale {
    /// Begins it for work that no request asked for.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn begin(&self, db: &Db) -> Result<Tx> {
        let (tx, from) = db.begin_stale_read().await?;
        let (from, because) = match from {
            ReadFrom::Replica => ("replica", ""),
            ReadFrom::Alone => ("primary", "alone"),
            ReadFrom::Old => ("primary", "old"),
            ReadFrom::Away => ("primary", "away"),
        };
        self.count(from, because);
        Ok(tx.without(passerelle_access::DECIDING))
    }

    fn count(&self, from: &'static str, because: &'static str) {
        metrics::counter!(measure::STALE_READS, "what" => self.name, "from" => from, "because" => because).increment(1);
    }
}

/// What a browser carries that has written something, for as long as the replica may not have it.
const WROTE: &str = "wrote";

impl Ctx {
    /// Begins to read what may be a little old, but not for somebody who has just written: they see what they wrote.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn begin_stale_read(&self, what: &Stale) -> Result<Tx> {
        if self.cookies().get(self.app(), WROTE).is_some() {
            what.count("primary", "written");
            return Ok(self.begin_read().await?.without(passerelle_access::DECIDING));
        }
        let mut tx = what.begin(self.db()).await?;
        crate::gone::tell_in(&mut tx, self.words());
        Ok(tx)
    }
}

/// Lets the browser know that it has written.
pub(crate) fn note_write(app: &App, response: &mut Response) {
    let Some(oldest) = app.db().oldest() else { return };
    let seconds = i64::try_from(oldest.as_secs()).unwrap_or(i64::MAX).saturating_add(1);
    if let Some(cookie) = set_cookie_for(app, WROTE, "1", seconds) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}
