//! The claims in the database. [`load_claim`] is the only way in which somebody of an association gets one.

use passerelle_access::{Account, Actor, Decision, Facts, Organisation};
use passerelle_kernel::{Id, Timestamp};
use passerelle_store::{
    Error as StoreError, Result, Row, Sql, TRAIL, Tx,
    held::{Basis, Purpose},
    params,
};

use crate::{
    Error,
    access::CLAIM_ANSWER,
    claim::{Claim, End, Kind, Outcome},
};

/// How many claims a page shows.
pub(crate) const PAGE: usize = 50;

/// To answer what people ask about their data.
const RIGHTS: &Purpose = &Purpose { key: "privacy-purpose-rights", basis: Basis::Law };

passerelle_store::sealed! {
    /// What is sealed of claims.
    pub(crate) SEALED;
    WORDS = claim.words, row "id", owner Person "person_id",
        "What somebody asks about their own data", "Tells what is wrong about them, or why they want to leave";
    ANSWER = claim.answer, row "id", owner Person "person_id",
        "What an association answered to it", "Speaks of the person";
}

passerelle_store::held! {
    /// The rows of this capability that are about people. What was asked stays, without its words: the proof that it
    /// was answered.
    pub(crate) HELD;
    ENDED = claim "privacy-held-answered", for TRAIL, from Program, of "ended_by = ?1 AND person_id <> ?1",
        since Instant "ended_at", term Requests, erasure keep, purge no, facts {};
    CLAIMS = claim "privacy-held-claims", for RIGHTS, from Person, of "person_id = ?1",
        since Instant "ended_at", term Requests, erasure empty "words = NULL, answer = NULL", purge delete "",
        facts {
            "privacy-held-kind" Code("privacy-kind-") "kind"; "privacy-held-about" Code("") "about";
            "privacy-held-words" Sealed(WORDS) "words, person_id, id"; "privacy-held-asked" Instant "asked_at";
            "privacy-held-outcome" Code("privacy-outcome-") "outcome"; "privacy-held-ended" Instant "ended_at";
            "privacy-held-answer" Sealed(ANSWER) "answer, person_id, id";
            "privacy-held-by" Text "(SELECT name FROM account WHERE account.id = claim.ended_by)";
        };
}

macro_rules! claims {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.org_id, c.person_id, c.kind, c.about, c.words, c.asked_at, c.outcome, c.ended_at, c.ended_by,
            c.answer, coalesce(p.name, ''), e.name FROM claim c LEFT JOIN account p ON p.id = c.person_id
            LEFT JOIN account e ON e.id = c.ended_by ",
            $rest
        )
    };
}

passerelle_store::sql! {
    /// The statements about claims.
    pub(crate) STATEMENTS;
    INSERT = "INSERT INTO claim (id, org_id, person_id, kind, about, words, asked_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    END = "UPDATE claim SET outcome = ?2, ended_at = ?3, ended_by = ?4, answer = ?5 WHERE id = ?1 AND ended_at IS NULL";
    DROP = "UPDATE claim SET outcome = 'withdrawn', ended_at = ?2 WHERE person_id = ?1 AND ended_at IS NULL";
    BY_ID = claims!("WHERE c.id = ?1");
    OF_PERSON = claims!("WHERE c.person_id = ?1 ORDER BY c.id DESC LIMIT 50");
    OF_ORG = claims!("WHERE c.org_id = ?1 AND c.id < ?2 ORDER BY c.id DESC LIMIT ?3");
    WAITING = claims!("WHERE c.org_id = ?1 AND c.ended_at IS NULL ORDER BY c.asked_at, c.id LIMIT 50");
    ERASURES = claims!("WHERE c.person_id = ?1 AND c.kind = 'erasure' AND c.ended_at IS NULL ORDER BY c.id LIMIT 50");
    RIPE = "SELECT DISTINCT person_id FROM claim WHERE kind = 'erasure' AND ended_at IS NULL AND asked_at <= ?1
        AND person_id > ?2 ORDER BY person_id LIMIT 100";
}

/// Every statement of this capability.
pub(crate) static ALL: &[&[&Sql]] = &[STATEMENTS];

/// A claim with the names that a person reads.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// The claim.
    pub claim: Claim,
    /// The name of the person.
    pub person: String,
    /// The name of who ended it.
    pub ended_by: Option<String>,
}

type Bytes = Option<Vec<u8>>;

fn read(row: &Row<'_>) -> Result<(Told, Bytes, Bytes)> {
    let end = match row.code_opt(7, Outcome::parse)? {
        None => None,
        Some(outcome) => Some(End { outcome, at: row.get(8)?, by: row.get(9)?, answer: String::new() }),
    };
    let claim = Claim {
        id: row.get(0)?,
        org: row.get(1)?,
        person: row.get(2)?,
        kind: row.code(3, Kind::parse)?,
        about: row.get(4)?,
        words: String::new(),
        asked_at: row.get(6)?,
        end,
    };
    Ok((Told { claim, person: row.get(11)?, ended_by: row.get(12)? }, row.get(5)?, row.get(10)?))
}

async fn open(tx: &mut Tx, found: Vec<(Told, Bytes, Bytes)>) -> Result<Vec<Told>> {
    let mut all = Vec::with_capacity(found.len());
    for (mut told, words, answer) in found {
        let claim = &mut told.claim;
        claim.words = tx.open(WORDS, claim.person, claim.id, words.as_deref()).await?;
        if let Some(end) = &mut claim.end {
            end.answer = tx.open(ANSWER, claim.person, claim.id, answer.as_deref()).await?;
        }
        all.push(told);
    }
    Ok(all)
}

/// Writes a new claim.
pub(crate) async fn insert(tx: &mut Tx, claim: &Claim) -> Result<()> {
    let words = tx.seal(WORDS, claim.person, claim.id, &claim.words).await?;
    let about = claim.about.as_deref().into();
    let (kind, asked_at) = (claim.kind.as_str().into(), claim.asked_at.into());
    let values = [claim.id.into(), claim.org.into(), claim.person.into(), kind, about, words, asked_at];
    tx.execute(INSERT, &values).await.map(drop)
}

/// Writes how a claim ended.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody else has ended it.
pub(crate) async fn end(tx: &mut Tx, claim: &Claim) -> Result<()> {
    let Some(end) = &claim.end else { return Ok(()) };
    let answer = tx.seal(ANSWER, claim.person, claim.id, &end.answer).await?;
    let values = [claim.id.into(), end.outcome.as_str().into(), end.at.into(), end.by.into(), answer];
    match tx.execute(END, &values).await? {
        1 => Ok(()),
        _ => Err(StoreError::Conflict),
    }
}

/// Ends what a person has asked and nobody has answered: they are not there any more.
pub(crate) async fn drop_waiting(tx: &mut Tx, person: Id<Account>) -> Result<()> {
    let now = tx.now();
    tx.execute(DROP, params![person, now]).await.map(drop)
}

/// The claim, if the actor may answer it.
pub(crate) async fn load_claim(tx: &mut Tx, actor: &Actor, id: Id<Claim>) -> std::result::Result<Told, Error> {
    let found = tx.query(BY_ID, params![id], read).await?;
    let told = open(tx, found).await?.pop().ok_or(Error::NotFound)?;
    let facts = Facts { association: told.claim.org, person: Some(told.claim.person), ..Facts::default() };
    match actor.decide(tx, CLAIM_ANSWER, CLAIM_ANSWER, &facts) {
        Decision::Yes => Ok(told),
        Decision::Forbidden => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// What a person has asked, the latest first (50 at the most).
pub(crate) async fn of_person(tx: &mut Tx, person: Id<Account>) -> Result<Vec<Told>> {
    let found = tx.query(OF_PERSON, params![person], read).await?;
    open(tx, found).await
}

/// What the people of an association have asked, the latest first, before the claim with this id; one more than a page.
pub(crate) async fn of_org(tx: &mut Tx, org: Id<Organisation>, before: &str) -> Result<Vec<Told>> {
    // No id comes after it.
    let before = if before.is_empty() { "g" } else { before };
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let found = tx.query(OF_ORG, params![org, before, limit], read).await?;
    open(tx, found).await
}

/// What waits for an answer of the association, the longest first (50 at the most).
pub(crate) async fn waiting(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Told>> {
    let found = tx.query(WAITING, params![org], read).await?;
    open(tx, found).await
}

/// The erasure that a person has asked and that waits: one for each association that keeps them.
pub(crate) async fn erasures(tx: &mut Tx, person: Id<Account>) -> Result<Vec<Claim>> {
    let found = tx.query(ERASURES, params![person], read).await?;
    Ok(open(tx, found).await?.into_iter().map(|told| told.claim).collect())
}

/// People whose erasure was asked before this instant and waits, 100 at a time after this id.
pub(crate) async fn ripe(tx: &mut Tx, asked_before: Timestamp, after: &str) -> Result<Vec<Id<Account>>> {
    tx.query(RIPE, params![asked_before, after], |row| row.get(0)).await
}
