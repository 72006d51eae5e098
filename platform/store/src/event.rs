//! Events: who did what to which record, and when. Written with the change, never changed afterwards.

use passerelle_kernel::{Id, Timestamp};

use crate::{Change, Result, Tx, params};

/// Something that happened to a record, to be written with the change itself.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// What happened, as a stable code such as `mission-ended`.
    pub kind: &'static str,
    /// The organisation whose record it is; nothing for what belongs to none (see [`OF_THE_HOUSE`]).
    pub org: Option<String>,
    /// The other organisation that the record concerns, whose people may look at it too.
    pub partner: Option<String>,
    /// The record.
    pub subject: String,
    /// The account that acted; nothing for the public and for jobs.
    pub actor: Option<String>,
    /// Facts that explain it, without personal text (ids, codes, amounts).
    pub detail: &'a serde_json::Value,
}

/// The organisation of events that belong to none: the id that no record has.
pub const OF_THE_HOUSE: &str = "00000000-0000-0000-0000-000000000000";

/// An event as it is read back.
#[derive(Clone, Debug)]
pub struct PastEvent {
    /// What happened.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// The account that acted.
    pub actor: Option<String>,
}

crate::sql! {
    /// The statements about events.
    pub EVENT_STATEMENTS;
    RECORD = "INSERT INTO event (id, org_id, at, kind, subject_id, actor_id, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    LAST = "SELECT at FROM event ORDER BY id DESC LIMIT 1";
    HISTORY = "SELECT kind, at, actor_id FROM event WHERE subject_id = ?1 ORDER BY id LIMIT 200";
}

impl Tx {
    /// Writes an event; live pages hear of it when the transaction is committed.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn record(&mut self, event: Event<'_>) -> Result<()> {
        let id: Id<Event<'_>> = self.new_id();
        let detail = event.detail.to_string();
        let at = self.now();
        let org = event.org.as_deref().unwrap_or(OF_THE_HOUSE);
        let values = params![id, org, at, event.kind, event.subject.clone(), event.actor, detail];
        self.execute(RECORD, values).await?;
        let orgs = [event.org, event.partner];
        self.changes.push(Change { kind: event.kind.into(), orgs, subject: event.subject });
        Ok(())
    }
}

/// What happened to a record, the first event first (200 at the most).
///
/// # Errors
/// The engine's error.
pub async fn history(tx: &mut Tx, subject: &str) -> Result<Vec<PastEvent>> {
    tx.query(HISTORY, params![subject], |row| Ok(PastEvent { kind: row.get(0)?, at: row.get(1)?, actor: row.get(2)? }))
        .await
}

/// When the last thing happened.
///
/// # Errors
/// The engine's error.
pub async fn last_event(tx: &mut Tx) -> Result<Option<Timestamp>> {
    tx.find(LAST, &[], |row| row.get(0)).await
}
