//! What the nodes on one PostgreSQL tell each other: that something changed, and that there is a job.
//!
//! Each node has one connection for it, which listens and tells. Telling happens after the commit, so that no write
//! waits for it. Whoever was cut off cannot know what was missed: it tells all its pages that something changed, and
//! the other nodes too. Nothing depends on a message: jobs are looked for every few seconds, pages are fetched again.

use std::{
    pin::pin,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use futures_util::{StreamExt as _, stream};
use passerelle_kernel::Chance;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;
use tokio_postgres::{AsyncMessage, Client, Connection, Socket, tls::TlsStream};

use crate::{Change, Db, wire::Wire};

/// PostgreSQL refuses messages of 8000 bytes.
const LARGEST: usize = 7_900;
/// How many messages may wait to be told.
const WAITING: usize = 4_096;
/// How often the connection is tried, so that a dead one is noticed.
const PULSE: Duration = Duration::from_secs(15);
const PATIENCE: Duration = Duration::from_secs(10);

/// One message of a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Message {
    /// Who tells: a node does not listen to itself.
    node: String,
    /// What changed; nothing known means anything may have changed.
    changes: Vec<Change>,
    /// There is a job to be done.
    jobs: bool,
}

/// The way out of this node.
pub(crate) struct Telling {
    node: String,
    sender: mpsc::Sender<Message>,
    receiver: Mutex<Option<mpsc::Receiver<Message>>>,
    /// Something could not be told: it is made up for by telling that anything may have changed.
    missed: AtomicBool,
}

impl Telling {
    pub(crate) fn new() -> Self {
        let (sender, receiver) = mpsc::channel(WAITING);
        // Not of the database's chance: two nodes in a test would get the same name.
        let node = format!("{}-{}", std::process::id(), &Chance::System.secret().reveal()[..16]);
        Self { node, sender, receiver: Mutex::new(Some(receiver)), missed: AtomicBool::new(false) }
    }

    /// Hands a message to the task that tells; never waits.
    pub(crate) fn tell(&self, changes: &[Change], jobs: bool) {
        let message = Message { node: self.node.clone(), changes: changes.to_vec(), jobs };
        if self.sender.try_send(message).is_err() {
            self.missed.store(true, Ordering::Release);
        }
    }
}

impl Db {
    /// Listens to the other nodes, and tells them, until the program ends; on SQLite there are none.
    pub async fn run_listener(&self) {
        let (Some(wire), telling) = (self.wire(), self.telling()) else { return };
        let taken = telling.receiver.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(mut receiver) = taken else { return };
        let mut pause = Duration::from_millis(50);
        loop {
            match self.listen(wire, telling, &mut receiver).await {
                Ok(()) => pause = Duration::from_millis(50),
                Err(error) => tracing::warn!(%error, "the other nodes are not heard"),
            }
            telling.missed.store(true, Ordering::Release);
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(2));
        }
    }

    /// One connection, until it ends.
    async fn listen(
        &self,
        wire: &Wire,
        telling: &Telling,
        receiver: &mut mpsc::Receiver<Message>,
    ) -> Result<(), tokio_postgres::Error> {
        let (client, connection) = wire.connect().await?;
        tokio::select! {
            () = self.hear(connection, &telling.node) => Ok(()),
            told = self.talk(&client, telling, receiver) => told,
        }
    }

    async fn hear(&self, mut connection: Connection<Socket, impl TlsStream + Unpin>, own: &str) {
        let mut messages = pin!(stream::poll_fn(move |context| connection.poll_message(context)));
        while let Some(Ok(message)) = messages.next().await {
            let AsyncMessage::Notification(note) = message else { continue };
            match serde_json::from_str::<Message>(note.payload()) {
                Ok(message) if message.node == own => {}
                Ok(message) => self.heard(message.changes, message.jobs),
                // A node of another version: something happened.
                Err(_) => self.heard(vec![Change::unknown()], true),
            }
        }
    }

    async fn talk(
        &self,
        client: &Client,
        telling: &Telling,
        receiver: &mut mpsc::Receiver<Message>,
    ) -> Result<(), tokio_postgres::Error> {
        let channel: String = client.query_one(CHANNEL, &[]).await?.get(0);
        client.batch_execute(&format!("SET synchronous_commit = off; LISTEN {channel}")).await?;
        // Whatever was said before we listened was missed.
        self.heard(vec![Change::unknown()], true);
        loop {
            let mut batch = Vec::new();
            if telling.missed.swap(false, Ordering::AcqRel) {
                batch.push(Message { node: telling.node.clone(), changes: vec![Change::unknown()], jobs: true });
            }
            if batch.is_empty() && tokio::time::timeout(PULSE, receiver.recv_many(&mut batch, 100)).await.is_err() {
                match tokio::time::timeout(PATIENCE, client.simple_query("")).await {
                    Ok(alive) => drop(alive?),
                    Err(_) => return Ok(()),
                }
            }
            let payloads: Vec<String> = batch.into_iter().map(payload).collect();
            if !payloads.is_empty()
                && let Err(error) = client.execute(NOTIFY, &[&channel, &payloads]).await
            {
                telling.missed.store(true, Ordering::Release);
                return Err(error);
            }
        }
    }
}

/// One channel for each schema: several programs may share a database.
const CHANNEL: &str = "SELECT 'passerelle_' || left(md5(current_schema()), 16)";
const NOTIFY: &str = "SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload";

/// The message as text; one that is too large says only that anything may have changed.
fn payload(message: Message) -> String {
    let text = serde_json::to_string(&message).unwrap_or_default();
    if text.len() <= LARGEST {
        return text;
    }
    let message = Message { changes: vec![Change::unknown()], ..message };
    serde_json::to_string(&message).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(changes: usize) -> Message {
        let change =
            Change { kind: "hours-recorded".into(), orgs: [Some("a".repeat(36)), None], subject: "b".repeat(36) };
        Message { node: "1-a".into(), changes: vec![change; changes], jobs: true }
    }

    #[test]
    fn a_message_is_never_too_large_and_a_small_one_comes_as_it_was() {
        for changes in [0, 1, 10, 60, 70, 1_000] {
            let text = payload(message(changes));
            assert!(text.len() <= LARGEST, "{changes}: {}", text.len());
            let read: Message = serde_json::from_str(&text).unwrap();
            assert!(read.jobs);
            assert_eq!(read == message(changes), changes <= 60, "{changes}");
            assert!(read == message(changes) || read.changes == [Change::unknown()]);
        }
    }
}
