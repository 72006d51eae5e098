//! Webhooks: the program of a person is told that something happened, in the form of Standard Webhooks.
//!
//! What is told is a kind, a moment and the path of a record; the program reads the record with its token. A webhook acts
//! in the role in which it was made and with as many proofs as its person had given, like a token, and tells nothing that
//! its person may not read at that moment. Its address and its secrets are sealed. A message that does not arrive is sent
//! again at longer and longer intervals ([`LADDER`]); at the end the webhook stops.

pub mod delivery;
pub mod secrets;
pub mod signature;

use passerelle_kernel::{Chance, Date, Id, Language, Timestamp};
use passerelle_store::{Result, Row, Sql, Tx, params, seal::Opened};

use crate::{Account, Actor, Membership, membership, session::Factors};

/// The most webhooks of one person at a time.
pub const MOST: usize = 10;
/// After how many minutes a message that did not arrive is sent again, each time.
pub const LADDER: [i64; 6] = [1, 5, 30, 2 * 60, 8 * 60, 24 * 60];

/// A webhook of a person.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// Its id, which opens nothing.
    pub id: Id<Webhook>,
    /// Whose it is.
    pub account: Id<Account>,
    /// Where it tells; nothing when it does not open any more.
    pub address: Option<String>,
    /// The names of what it tells.
    pub kinds: Vec<String>,
    /// With how many proofs its person had come in.
    pub factors: Factors,
    /// When it was made.
    pub created_at: Timestamp,
    /// Since when it tells nothing, because messages did not arrive.
    pub stopped_at: Option<Timestamp>,
    /// Until when messages are signed with the former secret too.
    pub former_until: Option<Timestamp>,
    /// The role in which it acts, if it still holds.
    pub seat: Option<Membership>,
    name: String,
    language: Language,
    zone: String,
}

/// A webhook that is to be made.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    /// Where it tells.
    pub address: &'a str,
    /// The names of what it tells.
    pub kinds: &'a [&'static str],
    /// With how many proofs its person has come in.
    pub factors: Factors,
}

passerelle_store::sealed! {
    /// What is sealed of webhooks.
    pub SEALED;
    ADDRESS = webhook.address, row "id", owner Person "account_id",
        "Where the program of a person is told that something happened",
        "Some addresses are secrets: whoever knows them may write there";
    SECRET = webhook.secret, row "id", owner Person "account_id",
        "With what the messages to the program of a person are signed",
        "Whoever has it can pass for this server there";
    FORMER = webhook.former_secret, row "id", owner Person "account_id",
        "With what they were signed before, for two days more",
        "Whoever has it can pass for this server there";
}

/// The columns of a webhook and of the role in which it acts, as [`read`] takes them.
macro_rules! webhooks {
    ($rest:literal) => {
        concat!(
            "SELECT w.id, w.account_id, w.kinds, w.factors, w.created_at, w.stopped_at, w.former_until, w.address,
            m.id, m.account_id, m.org_id, m.team_id, m.role, m.place_name, m.from_on, m.until_on,
            a.name, a.language, a.zone
            FROM webhook w JOIN account a ON a.id = w.account_id
            LEFT JOIN membership m ON m.id = w.membership_id AND m.account_id = w.account_id AND m.from_on <= ?2
                AND (m.until_on IS NULL OR m.until_on >= ?2) AND m.aside_at IS NULL AND a.closed_at IS NULL
            WHERE ",
            $rest
        )
    };
}

passerelle_store::sql! {
    /// The statements about webhooks.
    pub(crate) OF_WEBHOOKS;
    INSERT = "INSERT INTO webhook (id, account_id, membership_id, kinds, factors, created_at, address, secret)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    BY_ID = webhooks!("w.id = ?1");
    OF_ACCOUNT = webhooks!("w.account_id = ?1 ORDER BY w.created_at DESC, w.id DESC LIMIT 50");
    LISTENING = webhooks!("m.org_id = ?1 AND w.stopped_at IS NULL AND w.created_at <= ?3 ORDER BY w.id");
    ANY = "SELECT 1 FROM webhook LIMIT 1";
    STOP = "UPDATE webhook SET stopped_at = ?2 WHERE id = ?1 AND stopped_at IS NULL";
    RESTART = "UPDATE webhook SET stopped_at = NULL WHERE id = ?1 AND stopped_at IS NOT NULL";
    DROP_DELIVERIES = "DELETE FROM webhook_delivery WHERE webhook_id = ?1";
    END = "DELETE FROM webhook WHERE id = ?1";
    DROP_ALL_DELIVERIES = "DELETE FROM webhook_delivery
        WHERE webhook_id IN (SELECT id FROM webhook WHERE account_id = ?1)";
    END_ALL = "DELETE FROM webhook WHERE account_id = ?1";
    REACHED = "SELECT number FROM webhook_reach WHERE id = 1";
    REACH = "UPDATE webhook_reach SET number = ?2 WHERE id = 1 AND number = ?1";
}

/// Every statement about webhooks and their messages.
pub const STATEMENTS: [&[&Sql]; 3] = [OF_WEBHOOKS, secrets::OF_SECRETS, delivery::OF_DELIVERIES];

type Sealed = (Webhook, Option<Vec<u8>>);

fn read(row: &Row<'_>) -> Result<Sealed> {
    let kinds: String = row.get(2)?;
    let is_seated = row.get::<Option<String>>(8)?.is_some();
    let webhook = Webhook {
        id: row.get(0)?,
        account: row.get(1)?,
        address: None,
        kinds: kinds.split_whitespace().map(str::to_owned).collect(),
        factors: Factors::of_number(row.get(3)?),
        created_at: row.get(4)?,
        stopped_at: row.get(5)?,
        former_until: row.get(6)?,
        seat: if is_seated { Some(membership::read(row, 8)?) } else { None },
        name: row.get(16)?,
        language: row.get(17)?,
        zone: row.get(18)?,
    };
    Ok((webhook, row.get(7)?))
}

async fn opened(tx: &mut Tx, (webhook, sealed): Sealed) -> Result<Webhook> {
    let address = match tx.open_as_it_is(ADDRESS, webhook.account, webhook.id, sealed.as_deref()).await? {
        Opened::Text(text) => Some(text),
        Opened::Erased(_) | Opened::Unreadable => None,
    };
    Ok(Webhook { address, ..webhook })
}

async fn all_opened(tx: &mut Tx, found: Vec<Sealed>) -> Result<Vec<Webhook>> {
    let mut webhooks = Vec::with_capacity(found.len());
    for one in found {
        webhooks.push(opened(tx, one).await?);
    }
    Ok(webhooks)
}

impl Webhook {
    /// Whether it tells this kind of thing.
    pub fn tells(&self, kind: &str) -> bool {
        self.kinds.iter().any(|known| known == kind)
    }

    /// The person for whom it tells, in the role in which it was made; nobody once that role has ended.
    pub fn actor(&self) -> Option<Actor> {
        let seat = self.seat.clone()?;
        Some(Actor {
            account: self.account,
            name: self.name.clone(),
            language: self.language,
            zone: self.zone.clone(),
            seat: Some(seat),
        })
    }

    /// Whether messages are signed with the former secret too.
    pub fn is_overlapping(&self, now: Timestamp) -> bool {
        self.former_until.is_some_and(|until| until > now)
    }
}

/// Makes a webhook for the person who acts, in the role in which they act; gives its secret, which nobody sees again.
/// Nothing for somebody without a role.
///
/// # Errors
/// The engine's error.
pub async fn create(tx: &mut Tx, actor: &Actor, chance: &Chance, draft: &Draft<'_>) -> Result<Option<String>> {
    let Some(seat) = &actor.seat else { return Ok(None) };
    let secret = signature::new_secret(chance);
    let (id, now) = (tx.new_id::<Webhook>(), tx.now());
    let address = tx.seal(ADDRESS, actor.account, id, draft.address).await?;
    let sealed = tx.seal(SECRET, actor.account, id, &secret).await?;
    let (kinds, factors) = (draft.kinds.join(" "), draft.factors.number());
    let values = params![id, actor.account, seat.id, kinds, factors, now, address, sealed];
    tx.execute(INSERT, values).await?;
    Ok(Some(secret))
}

/// The webhook with this id, as it is on this day.
///
/// # Errors
/// The engine's error.
pub async fn find(tx: &mut Tx, id: Id<Webhook>, on: Date) -> Result<Option<Webhook>> {
    match tx.find(BY_ID, params![id, on], read).await? {
        Some(found) => opened(tx, found).await.map(Some),
        None => Ok(None),
    }
}

/// The webhooks of a person, the newest first.
///
/// # Errors
/// The engine's error.
pub async fn of_account(tx: &mut Tx, account: Id<Account>, on: Date) -> Result<Vec<Webhook>> {
    let found = tx.query(OF_ACCOUNT, params![account, on], read).await?;
    all_opened(tx, found).await
}

/// Those that tell what happened at `at` in an organisation, of whatever kind.
///
/// # Errors
/// The engine's error.
pub async fn listening(tx: &mut Tx, org: &str, on: Date, at: Timestamp) -> Result<Vec<Webhook>> {
    let found = tx.query(LISTENING, params![org, on, at], read).await?;
    all_opened(tx, found).await
}

/// Whether anybody has one.
///
/// # Errors
/// The engine's error.
pub async fn any(tx: &mut Tx) -> Result<bool> {
    Ok(tx.find(ANY, &[], |row| row.get::<i64>(0)).await?.is_some())
}

/// From now on it tells nothing, and what waits is given up; false when it had stopped already.
///
/// # Errors
/// The engine's error.
pub async fn stop(tx: &mut Tx, id: Id<Webhook>) -> Result<bool> {
    let now = tx.now();
    delivery::give_up_all(tx, id).await?;
    Ok(tx.execute(STOP, params![id, now]).await? == 1)
}

/// From now on it tells what happens; false when it had not stopped.
///
/// # Errors
/// The engine's error.
pub async fn restart(tx: &mut Tx, id: Id<Webhook>) -> Result<bool> {
    Ok(tx.execute(RESTART, params![id]).await? == 1)
}

/// Ends it, with all that was told.
///
/// # Errors
/// The engine's error.
pub async fn end(tx: &mut Tx, id: Id<Webhook>) -> Result<()> {
    tx.execute(DROP_DELIVERIES, params![id]).await?;
    tx.execute(END, params![id]).await.map(drop)
}

/// Ends every webhook of a person: somebody else may have had a hand in their account.
///
/// # Errors
/// The engine's error.
pub async fn end_all(tx: &mut Tx, account: Id<Account>) -> Result<()> {
    tx.execute(DROP_ALL_DELIVERIES, params![account]).await?;
    tx.execute(END_ALL, params![account]).await.map(drop)
}

/// The number of the last link of the trail that was looked at.
///
/// # Errors
/// The engine's error.
pub async fn reached(tx: &mut Tx) -> Result<i64> {
    tx.one(REACHED, &[], |row| row.get(0)).await
}

/// Notes that the trail was looked at from one number to another; false when another node did so first.
///
/// # Errors
/// The engine's error.
pub async fn reach(tx: &mut Tx, from: i64, to: i64) -> Result<bool> {
    Ok(tx.execute(REACH, params![from, to]).await? == 1)
}
