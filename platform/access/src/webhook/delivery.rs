//! Messages of webhooks: what was told, and whether it has arrived.
//!
//! A message has one id, however often it is sent, so that the receiver can take it once. The number of its tries is the
//! number of the claim to send it: a job that comes late finds another number and does nothing.

use passerelle_kernel::{Id, Timestamp};
use passerelle_store::{Result, Row, Tx, job::given_up_before, params};

use super::{LADDER, Webhook};

/// The kind of a message that somebody sends to see whether it arrives; it is sent once.
pub const TEST: &str = "webhook.test";

/// A message of a webhook.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Its id, the same each time it is sent.
    pub id: Id<Delivery>,
    /// Which webhook tells it.
    pub webhook: Id<Webhook>,
    /// The name of what happened.
    pub kind: String,
    /// The record.
    pub subject: String,
    /// When it happened.
    pub happened_at: Timestamp,
    /// How often it was sent since somebody last asked for it.
    pub tries: i64,
    /// When it was last sent.
    pub tried_at: Option<Timestamp>,
    /// What came of that: the status of the answer, or a word of ours.
    pub answer: Option<String>,
    /// How it stands.
    pub state: State,
}

impl Delivery {
    /// Whether our end has given up on it: it should have been sent long ago.
    pub fn is_lost(&self, now: Timestamp) -> bool {
        matches!(self.state, State::Waiting(next) if next < given_up_before(now))
    }
}

/// How a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is sent at this moment.
    Waiting(Timestamp),
    /// It has arrived.
    Arrived,
    /// It did not arrive and is not sent again by itself.
    GivenUp,
}

/// What is to be told.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The event of the trail; nothing for a test.
    pub event: Option<&'a str>,
    /// The name of what happened.
    pub kind: &'a str,
    /// The record.
    pub subject: &'a str,
    /// When it happened.
    pub at: Timestamp,
}

macro_rules! deliveries {
    ($rest:literal) => {
        concat!(
            "SELECT id, webhook_id, kind, subject_id, happened_at, tries, tried_at, answer, next_at, arrived_at
            FROM webhook_delivery WHERE ",
            $rest
        )
    };
}

passerelle_store::sql! {
    /// The statements about messages of webhooks.
    pub(crate) OF_DELIVERIES;
    NOTE = "INSERT INTO webhook_delivery (id, webhook_id, event_id, kind, subject_id, happened_at, created_at, tries,
            next_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?7) ON CONFLICT (webhook_id, event_id) DO NOTHING";
    BY_ID = deliveries!("id = ?1");
    LAST = deliveries!("webhook_id = ?1 ORDER BY id DESC LIMIT 20");
    ARRIVED = "UPDATE webhook_delivery SET tries = ?2 + 1, tried_at = ?3, answer = ?4, next_at = NULL, arrived_at = ?3
        WHERE id = ?1 AND tries = ?2 AND next_at IS NOT NULL";
    LATER = "UPDATE webhook_delivery SET tries = ?2 + 1, tried_at = ?3, answer = ?4, next_at = ?5
        WHERE id = ?1 AND tries = ?2 AND next_at IS NOT NULL";
    GIVE_UP = "UPDATE webhook_delivery SET tries = ?2 + 1, tried_at = ?3, answer = ?4, next_at = NULL, given_up_at = ?3
        WHERE id = ?1 AND tries = ?2 AND next_at IS NOT NULL";
    GIVE_UP_ALL = "UPDATE webhook_delivery SET next_at = NULL, given_up_at = ?2
        WHERE webhook_id = ?1 AND next_at IS NOT NULL";
    AGAIN = "UPDATE webhook_delivery SET tries = 0, next_at = ?3, arrived_at = NULL, given_up_at = NULL
        WHERE id = ?1 AND webhook_id = ?2 AND (next_at IS NULL OR next_at < ?4)";
    FORGET = "DELETE FROM webhook_delivery WHERE id = ?1";
}

fn read(row: &Row<'_>) -> Result<Delivery> {
    let state = match (row.get::<Option<Timestamp>>(8)?, row.get::<Option<Timestamp>>(9)?) {
        (Some(next), _) => State::Waiting(next),
        (None, Some(_)) => State::Arrived,
        (None, None) => State::GivenUp,
    };
    Ok(Delivery {
        id: row.get(0)?,
        webhook: row.get(1)?,
        kind: row.get(2)?,
        subject: row.get(3)?,
        happened_at: row.get(4)?,
        tries: row.get(5)?,
        tried_at: row.get(6)?,
        answer: row.get(7)?,
        state,
    })
}

/// When a message is sent again that was sent so often without arriving; nothing at the end of the ladder.
pub fn next_try(tries: i64, now: Timestamp) -> Option<Timestamp> {
    let minutes = LADDER.get(usize::try_from(tries.checked_sub(1)?).ok()?)?;
    Timestamp::from_millisecond(now.as_millisecond() + minutes * 60_000).ok()
}

/// Writes a message to be sent; nothing when this webhook tells the event already.
///
/// # Errors
/// The engine's error.
pub async fn note(tx: &mut Tx, webhook: Id<Webhook>, told: &Told<'_>) -> Result<Option<Id<Delivery>>> {
    let (id, now) = (tx.new_id::<Delivery>(), tx.now());
    let values = params![id, webhook, told.event, told.kind, told.subject, told.at, now];
    Ok((tx.execute(NOTE, values).await? == 1).then_some(id))
}

/// The message with this id.
///
/// # Errors
/// The engine's error.
pub async fn find(tx: &mut Tx, id: Id<Delivery>) -> Result<Option<Delivery>> {
    tx.find(BY_ID, params![id], read).await
}

/// The last messages of a webhook, the newest first (20 at the most).
///
/// # Errors
/// The engine's error.
pub async fn last(tx: &mut Tx, webhook: Id<Webhook>) -> Result<Vec<Delivery>> {
    tx.query(LAST, params![webhook], read).await
}

/// A message has arrived, at the try after `tries` others; false when somebody else has noted that try.
///
/// # Errors
/// The engine's error.
pub async fn arrive(tx: &mut Tx, id: Id<Delivery>, tries: i64, answer: &str) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(ARRIVED, params![id, tries, now, answer]).await? == 1)
}

/// A message did not arrive, and is sent again at `next`; false as [`arrive`].
///
/// # Errors
/// The engine's error.
pub async fn put_off(tx: &mut Tx, id: Id<Delivery>, tries: i64, answer: &str, next: Timestamp) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(LATER, params![id, tries, now, answer, next]).await? == 1)
}

/// A message did not arrive, and is not sent again by itself; false as [`arrive`].
///
/// # Errors
/// The engine's error.
pub async fn give_up(tx: &mut Tx, id: Id<Delivery>, tries: i64, answer: &str) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(GIVE_UP, params![id, tries, now, answer]).await? == 1)
}

pub(super) async fn give_up_all(tx: &mut Tx, webhook: Id<Webhook>) -> Result<()> {
    let now = tx.now();
    tx.execute(GIVE_UP_ALL, params![webhook, now]).await.map(drop)
}

/// A message of this webhook is to be sent again now; false when it is on its way, or is another one's.
///
/// # Errors
/// The engine's error.
pub async fn again(tx: &mut Tx, id: Id<Delivery>, webhook: Id<Webhook>) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(AGAIN, params![id, webhook, now, given_up_before(now)]).await? == 1)
}

/// Forgets a message: its person may not read the record, or does not act any more.
///
/// # Errors
/// The engine's error.
pub async fn forget(tx: &mut Tx, id: Id<Delivery>) -> Result<()> {
    tx.execute(FORGET, params![id]).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_has_six_steps_over_a_day_and_a_half() {
        let now: Timestamp = "2026-09-07T07:00:00Z".parse().unwrap();
        let minutes = |tries| next_try(tries, now).map(|at| (at.as_millisecond() - now.as_millisecond()) / 60_000);
        let all: Vec<_> = (1..=7).map(minutes).collect();
        assert_eq!(all, [Some(1), Some(5), Some(30), Some(120), Some(480), Some(1440), None]);
        assert_eq!(minutes(0), None, "what was never sent waits for its first try, not for the next");
    }
}
