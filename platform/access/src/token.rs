//! Personal tokens: with one of them a program acts for a person, in the role in which it was made.
//!
//! The secret is shown once; the table holds its hash. A token has a last day, does no more than the [`Ability`]s that
//! its person chose, and opens nothing any more once the role has ended in which it was made. It knows with how many
//! proofs its person had come in: what a role does with two proofs only, its tokens do only if they were made with two.

use passerelle_kernel::{Chance, Date, Id, Timestamp};
use passerelle_store::{Result, Row, Tx, params};

use crate::{Ability, Account, Actor, Membership, hash, membership, session::Factors};

/// How every secret begins, so that those who search published code for secrets know it.
pub const PREFIX: &str = "passerelle_";
/// The most tokens of one person at a time.
pub const MOST: usize = 20;
/// For how many days a token may hold at the most.
pub const LONGEST_DAYS: i32 = 366;

/// A token of a person.
#[derive(Clone, Debug)]
pub struct Token {
    /// Its id, which opens nothing.
    pub id: Id<Token>,
    /// What its person calls it.
    pub name: String,
    /// The names of what it lets a program do.
    pub abilities: Vec<String>,
    /// With how many proofs its person had come in.
    pub factors: Factors,
    /// When it was made.
    pub created_at: Timestamp,
    /// The last day on which it opens something.
    pub until_on: Date,
    /// The last day on which it was used.
    pub used_on: Option<Date>,
    /// The role in which it acts, if it still holds.
    pub seat: Option<Membership>,
}

/// A token that is to be made.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    /// What its person calls it.
    pub name: &'a str,
    /// What it lets a program do.
    pub abilities: &'a [&'static Ability],
    /// With how many proofs its person has come in.
    pub factors: Factors,
    /// The last day on which it opens something.
    pub until_on: Date,
}

/// The columns of a token and of the role in which it acts, as [`read`] takes them.
macro_rules! tokens {
    ($rest:literal) => {
        concat!(
            "SELECT t.id, t.name, t.abilities, t.factors, t.created_at, t.until_on, t.used_on,
            m.id, m.account_id, m.org_id, m.team_id, m.role, m.place_name, m.from_on, m.until_on,
            a.id, a.name, a.language, a.zone
            FROM token t JOIN account a ON a.id = t.account_id
            LEFT JOIN membership m ON m.id = t.membership_id AND m.from_on <= ?2
                AND (m.until_on IS NULL OR m.until_on >= ?2) AND m.aside_at IS NULL
            WHERE ",
            $rest
        )
    };
}

passerelle_store::sql! {
    /// The statements about tokens.
    pub STATEMENTS;
    INSERT = "INSERT INTO token (id, account_id, membership_id, name, abilities, hash, factors, created_at, until_on)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    OPEN = tokens!("t.hash = ?1 AND t.until_on >= ?2 AND a.closed_at IS NULL
        AND (t.membership_id IS NULL OR m.id IS NOT NULL)");
    OF_ACCOUNT = tokens!("t.account_id = ?1 ORDER BY t.created_at DESC, t.id DESC LIMIT 200");
    SEE = "UPDATE token SET used_on = ?2 WHERE id = ?1";
    END = "DELETE FROM token WHERE account_id = ?1 AND id = ?2";
    END_ALL = "DELETE FROM token WHERE account_id = ?1";
}

fn read(row: &Row<'_>) -> Result<Token> {
    let abilities: String = row.get(2)?;
    let is_seated = row.get::<Option<String>>(7)?.is_some();
    Ok(Token {
        id: row.get(0)?,
        name: row.get(1)?,
        abilities: abilities.split_whitespace().map(str::to_owned).collect(),
        factors: Factors::of_number(row.get(3)?),
        created_at: row.get(4)?,
        until_on: row.get(5)?,
        used_on: row.get(6)?,
        seat: if is_seated { Some(membership::read(row, 7)?) } else { None },
    })
}

impl Token {
    /// Whether it lets a program do this.
    pub fn lets(&self, ability: &Ability) -> bool {
        self.abilities.iter().any(|name| name == ability.name)
    }
}

/// Makes a token for the person who acts, in the role in which they act; gives its secret, which nobody sees again.
///
/// # Errors
/// The engine's error.
pub async fn create(tx: &mut Tx, actor: &Actor, chance: &Chance, draft: &Draft<'_>) -> Result<String> {
    let secret = format!("{PREFIX}{}", chance.secret().reveal());
    let (id, now) = (tx.new_id::<Token>(), tx.now());
    let abilities = draft.abilities.iter().map(|ability| ability.name).collect::<Vec<_>>().join(" ");
    let seat = actor.seat.as_ref().map(|seat| seat.id);
    let factors = draft.factors.number();
    let values = params![id, actor.account, seat, draft.name, abilities, hash(&secret), factors, now, draft.until_on];
    tx.execute(INSERT, values).await?;
    Ok(secret)
}

/// The person for whom this secret acts on this day, and the token.
///
/// # Errors
/// The engine's error.
pub async fn open(tx: &mut Tx, secret: &str, on: Date) -> Result<Option<(Actor, Token)>> {
    tx.find(OPEN, params![hash(secret), on], |row| {
        let token = read(row)?;
        let actor = Actor {
            account: row.get(15)?,
            name: row.get(16)?,
            language: row.get(17)?,
            zone: row.get(18)?,
            seat: token.seat.clone(),
        };
        Ok((actor, token))
    })
    .await
}

/// The tokens of a person, the newest first, those whose last day is over among them.
///
/// # Errors
/// The engine's error.
pub async fn of_account(tx: &mut Tx, account: Id<Account>, on: Date) -> Result<Vec<Token>> {
    tx.query(OF_ACCOUNT, params![account, on], read).await
}

/// Notes the day on which a token was used.
///
/// # Errors
/// The engine's error.
pub async fn see(tx: &mut Tx, id: Id<Token>, on: Date) -> Result<()> {
    tx.execute(SEE, params![id, on]).await.map(drop)
}

/// Ends a token of a person; false when it is not theirs or had ended.
///
/// # Errors
/// The engine's error.
pub async fn end(tx: &mut Tx, account: Id<Account>, id: Id<Token>) -> Result<bool> {
    Ok(tx.execute(END, params![account, id]).await? == 1)
}

/// Ends every token of a person: somebody else may have had a hand in their account.
///
/// # Errors
/// The engine's error.
pub async fn end_all(tx: &mut Tx, account: Id<Account>) -> Result<()> {
    tx.execute(END_ALL, params![account]).await.map(drop)
}
