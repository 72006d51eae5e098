//! Sessions: a login on one device. The cookie holds a secret; the table holds its hash.
//!
//! The owner sees their sessions: the device by its family, when it began, the day it was last used; no address, no
//! place. A session is fresh for some minutes after its owner proved who they are; each proof gives it a new secret.

use passerelle_kernel::{Date, Id, Secret, TimeZone, Timestamp};
use passerelle_store::{Result, Row, Tx, params};

use crate::{Account, Actor, Membership, Role, account, hash, membership};

/// How long a session lasts at the most, in days.
pub const DAYS: i64 = 30;

/// For how many days a session may lie unused before it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idle {
    /// In most roles.
    pub days: i64,
    /// In roles that see much of other people ([`Role::wants_second_factor`]).
    pub days_of_staff: i64,
}

impl Default for Idle {
    /// Two weeks; three days for those who see much of other people: from Friday to Monday.
    fn default() -> Self {
        Self { days: 14, days_of_staff: 3 }
    }
}

impl Idle {
    /// No session is over before it has lasted [`DAYS`].
    pub const NEVER: Self = Self { days: DAYS, days_of_staff: DAYS };

    /// Whether a session has lain unused for longer, as of this day.
    pub fn is_over(self, session: &Session, on: Date) -> bool {
        let last = session.seen_on.unwrap_or_else(|| session.began_at.to_zoned(TimeZone::UTC).date());
        let is_staff = session.role.is_some_and(Role::wants_second_factor);
        let days = if is_staff { self.days_of_staff } else { self.days };
        on.duration_since(last).as_hours() / 24 > days
    }
}

/// With how many proofs a session was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Factors {
    /// One: a password, a link, an institution's word.
    #[default]
    One,
    /// Two of different kinds, or a passkey that checked its holder.
    Two,
}

/// A login on one device.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its id, which opens nothing.
    pub id: String,
    /// The family of the browser and of the system, such as `firefox windows`.
    pub device: String,
    /// When it began.
    pub began_at: Timestamp,
    /// The last day on which it was used, where its owner lives; nothing for a session of an older version.
    pub seen_on: Option<Date>,
    /// When its owner last proved who they are.
    pub fresh_at: Timestamp,
    /// With how many proofs.
    pub factors: Factors,
    /// The role in which its owner acts there.
    pub role: Option<Role>,
}

/// How somebody came in.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// The family of the browser and of the system, such as `firefox windows`.
    pub device: String,
    /// With how many proofs.
    pub factors: Factors,
}

passerelle_store::sql! {
    /// The statements about sessions.
    pub STATEMENTS;
    INSERT = "INSERT INTO session
        (hash, account_id, membership_id, created_at, expires_at, id, device, seen_on, fresh_at, factors)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?4, ?9)";
    ACTOR = "SELECT a.id, a.name, a.language, a.zone,
        m.id, m.account_id, m.org_id, m.team_id, m.role, m.place_name, m.from_on, m.until_on,
        s.id, s.device, s.created_at, s.seen_on, s.fresh_at, s.factors, m.role
        FROM session s JOIN account a ON a.id = s.account_id
        LEFT JOIN membership m ON m.id = s.membership_id AND m.from_on <= ?3 AND (m.until_on IS NULL OR m.until_on >= ?3)
            AND m.aside_at IS NULL
        WHERE s.hash = ?1 AND s.expires_at > ?2 AND a.closed_at IS NULL";
    OF_ACCOUNT = "SELECT s.id, s.device, s.created_at, s.seen_on, s.fresh_at, s.factors, m.role
        FROM session s LEFT JOIN membership m ON m.id = s.membership_id
        WHERE s.account_id = ?1 AND s.expires_at > ?2 ORDER BY s.created_at DESC, s.id DESC LIMIT 200";
    SIT = "UPDATE session SET membership_id = ?2 WHERE hash = ?1";
    SEE = "UPDATE session SET seen_on = ?2 WHERE id = ?1";
    RENEW = "UPDATE session SET hash = ?2, fresh_at = ?3, factors = CASE WHEN factors > ?4 THEN factors ELSE ?4 END
        WHERE hash = ?1";
    END = "DELETE FROM session WHERE hash = ?1";
    END_ONE = "DELETE FROM session WHERE account_id = ?1 AND id = ?2";
    END_OTHERS = "DELETE FROM session WHERE account_id = ?1 AND id <> ?2";
    END_ALL = "DELETE FROM session WHERE account_id = ?1";
}

impl Factors {
    pub(crate) const fn number(self) -> i64 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }

    pub(crate) const fn of_number(number: i64) -> Self {
        if number >= 2 { Self::Two } else { Self::One }
    }
}

/// Begins a session in the first role that the person holds on this day; `secret` is for the cookie.
///
/// # Errors
/// The engine's error.
pub async fn begin(tx: &mut Tx, account: Id<Account>, secret: &Secret, on: Date, manner: &Manner) -> Result<()> {
    let seat = membership::of_account(tx, account, on).await?.first().map(|m| m.id);
    let now = tx.now();
    let id: Id<Session> = tx.new_id();
    let expires = now.as_millisecond() + DAYS * 86_400_000;
    let (hash, factors) = (hash(secret.reveal()), manner.factors.number());
    let values = params![hash, account, seat, now, expires, id, &manner.device, on, factors];
    tx.execute(INSERT, values).await?;
    account::come_in(tx, account).await
}

/// The person whose session this secret opens, in the role they sit in, if that role holds on this day.
///
/// # Errors
/// The engine's error.
pub async fn actor(tx: &mut Tx, secret: &str, now: Timestamp, on: Date) -> Result<Option<Actor>> {
    Ok(open(tx, secret, now, on).await?.map(|(actor, _)| actor))
}

/// The same, with the session.
///
/// # Errors
/// The engine's error.
pub async fn open(tx: &mut Tx, secret: &str, now: Timestamp, on: Date) -> Result<Option<(Actor, Session)>> {
    tx.find(ACTOR, params![hash(secret), now, on], |row| {
        let seated = row.get::<Option<String>>(4)?.is_some();
        let actor = Actor {
            account: row.get(0)?,
            name: row.get(1)?,
            language: row.get(2)?,
            zone: row.get(3)?,
            seat: if seated { Some(membership::read(row, 4)?) } else { None },
        };
        Ok((actor, read(row, 12)?))
    })
    .await
}

fn read(row: &Row<'_>, first: usize) -> Result<Session> {
    Ok(Session {
        id: row.get(first)?,
        device: row.get(first + 1)?,
        began_at: row.get(first + 2)?,
        seen_on: row.get(first + 3)?,
        fresh_at: row.get(first + 4)?,
        factors: Factors::of_number(row.get(first + 5)?),
        role: row.code_opt(first + 6, Role::parse)?,
    })
}

/// The sessions of a person that are open, the newest first (200 at the most).
///
/// # Errors
/// The engine's error.
pub async fn of_account(tx: &mut Tx, account: Id<Account>) -> Result<Vec<Session>> {
    let now = tx.now();
    tx.query(OF_ACCOUNT, params![account, now], |row| read(row, 0)).await
}

/// Lets the person of this session act in another of their roles.
///
/// # Errors
/// The engine's error.
pub async fn sit(tx: &mut Tx, secret: &str, seat: Id<Membership>) -> Result<()> {
    tx.execute(SIT, params![hash(secret), seat]).await.map(drop)
}

/// Notes the day on which a session was used.
///
/// # Errors
/// The engine's error.
pub async fn see(tx: &mut Tx, id: &str, on: Date) -> Result<()> {
    tx.execute(SEE, params![id, on]).await.map(drop)
}

/// Notes that the owner has proved again who they are: the session is fresh and gets a new secret.
///
/// # Errors
/// The engine's error.
pub async fn renew(tx: &mut Tx, secret: &str, new: &Secret, factors: Factors) -> Result<()> {
    let now = tx.now();
    let values = params![hash(secret), hash(new.reveal()), now, factors.number()];
    tx.execute(RENEW, values).await.map(drop)
}

/// Ends this session.
///
/// # Errors
/// The engine's error.
pub async fn end(tx: &mut Tx, secret: &str) -> Result<()> {
    tx.execute(END, params![hash(secret)]).await.map(drop)
}

/// Ends one session of a person; false when it is not theirs or had ended.
///
/// # Errors
/// The engine's error.
pub async fn end_one(tx: &mut Tx, account: Id<Account>, id: &str) -> Result<bool> {
    Ok(tx.execute(END_ONE, params![account, id]).await? == 1)
}

/// Ends every session of a person but this one.
///
/// # Errors
/// The engine's error.
pub async fn end_others(tx: &mut Tx, account: Id<Account>, id: &str) -> Result<u64> {
    tx.execute(END_OTHERS, params![account, id]).await
}

/// Ends every session of a person (after a new password).
///
/// # Errors
/// The engine's error.
pub async fn end_all(tx: &mut Tx, account: Id<Account>) -> Result<()> {
    tx.execute(END_ALL, params![account]).await.map(drop)
}
