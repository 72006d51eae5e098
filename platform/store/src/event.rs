//! Events: who did what to which record, when and what for. Written with the change, never changed afterwards.
//!
//! An event names people by their ids and says what happened by codes: it holds no text about anybody, so that it can
//! stay as it was written (see [`crate::trail`]) when somebody's data is erased.

use passerelle_kernel::{Id, Timestamp};
use serde_json::Value;

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
    pub detail: &'a Value,
}

/// The organisation of events that belong to none: the id that no record has.
pub const OF_THE_HOUSE: &str = "00000000-0000-0000-0000-000000000000";

/// What an event says beside: whose data it is, what for, in which role somebody acted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The person whose data it is, when it is somebody's.
    pub person: Option<String>,
    /// What it was done for: the name of the right that allowed it, or [`OWN`].
    pub purpose: Option<&'static str>,
    /// The code of the role in which the actor acted; nothing for somebody who held none, or came by a link.
    pub role: Option<&'static str>,
    /// The organisation in which the actor held it.
    pub role_org: Option<String>,
}

/// The purpose of what somebody does with their own data.
pub const OWN: &str = "own";

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
    RECORD = "INSERT INTO event (id, org_id, at, kind, subject_id, actor_id, detail, person_id, purpose, actor_role,
            actor_org_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    WAIT = "INSERT INTO event_waiting (event_id) VALUES (?1)";
    LAST = "SELECT at FROM event ORDER BY id DESC LIMIT 1";
    HISTORY = "SELECT kind, at, actor_id FROM event WHERE subject_id = ?1 ORDER BY id LIMIT 200";
}

impl Tx {
    /// Writes an event; live pages hear of it when the transaction is committed.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn record(&mut self, event: Event<'_>) -> Result<()> {
        self.record_about(event, About::default()).await
    }

    /// Writes an event with whose data it is, what for, and in which role; live pages hear of it when the transaction is
    /// committed.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn record_about(&mut self, event: Event<'_>, about: About) -> Result<()> {
        let id: Id<Event<'_>> = self.new_id();
        let detail = event.detail.to_string();
        let (at, subject) = (self.now(), event.subject.clone());
        let org = event.org.as_deref().unwrap_or(OF_THE_HOUSE);
        let About { person, purpose, role, role_org } = about;
        let values = params![id, org, at, event.kind, subject, event.actor, detail, person, purpose, role, role_org];
        self.execute(RECORD, values).await?;
        self.execute(WAIT, params![id]).await?;
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
