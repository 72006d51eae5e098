//! Lists of papers: of an association, about something, to be signed by somebody, without an answer.

use passerelle_access::{Account, Organisation};
use passerelle_kernel::{Id, Timestamp};
use passerelle_store::{Result, Row, Tx, params};

use super::declared::{NAME, TITLE};
use crate::{
    paper::{Kind, Paper, Stage},
    signer::Signer,
};

/// How many lines a page shows.
pub(crate) const PAGE: usize = 50;

/// A line of a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// The paper.
    pub id: Id<Paper>,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// The number of its version.
    pub version: i64,
    /// Where it stands.
    pub stage: Stage,
    /// When it was offered.
    pub offered_at: Timestamp,
    /// How many have signed.
    pub signed: i64,
    /// How many are to sign.
    pub signers: i64,
}

/// A paper that waits for a signature of somebody.
#[derive(Clone, Debug)]
pub struct ToSign {
    /// The place on it that is theirs.
    pub signer: Id<Signer>,
    /// The paper.
    pub paper: Id<Paper>,
    /// Its title.
    pub title: String,
    /// Who offers it.
    pub org_name: String,
    /// When they were asked.
    pub asked_at: Timestamp,
    /// When they have signed.
    pub signed_at: Option<Timestamp>,
}

macro_rules! lines {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.org_id, p.title, p.kind, p.version, p.offered_at,
            CASE WHEN p.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN p.replaced_at IS NOT NULL THEN 'replaced'
                WHEN p.declined_at IS NOT NULL THEN 'declined' WHEN p.signed_at IS NOT NULL THEN 'signed'
                ELSE 'open' END,
            (SELECT count(*) FROM signer s WHERE s.paper_id = p.id AND s.signed_way IS NOT NULL),
            (SELECT count(*) FROM signer s WHERE s.paper_id = p.id) FROM paper p ",
            $rest
        )
    };
}

macro_rules! own {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, p.id, p.org_id, p.title, coalesce(o.name, ''), s.asked_at,
            CASE WHEN s.signed_way IS NOT NULL THEN s.answered_at END
            FROM signer s JOIN paper p ON p.id = s.paper_id LEFT JOIN organisation o ON o.id = p.org_id
            WHERE s.account_id = ?1 AND ",
            $rest
        )
    };
}

passerelle_store::sql! {
    /// The statements about lists.
    pub(crate) STATEMENTS;
    OF_ORG = lines!("WHERE p.org_id = ?1 AND p.id < ?2 ORDER BY p.id DESC LIMIT ?3");
    ABOUT = lines!("WHERE p.org_id = ?1 AND p.subject = ?2 ORDER BY p.id DESC LIMIT 20");
    DECLINED = lines!("WHERE p.org_id = ?1 AND p.declined_at IS NOT NULL AND p.withdrawn_at IS NULL
        AND p.replaced_at IS NULL ORDER BY p.declined_at, p.id LIMIT 20");
    TO_SIGN = own!("s.answered_at IS NULL AND s.way <> 'paper' AND p.withdrawn_at IS NULL AND p.replaced_at IS NULL
        AND p.declined_at IS NULL ORDER BY s.asked_at, s.id LIMIT 20");
    OWN = own!("(s.answered_at IS NOT NULL OR s.way <> 'paper') ORDER BY s.id DESC LIMIT 50");
    ORGS_OF = "SELECT DISTINCT org_id FROM signer WHERE account_id = ?1 ORDER BY org_id";
    SILENT = "SELECT s.id, s.org_id, s.name, p.id, p.title, s.asked_at FROM signer s JOIN paper p ON p.id = s.paper_id
        WHERE p.org_id = ?1 AND s.answered_at IS NULL AND s.asked_at <= ?2 AND p.withdrawn_at IS NULL
            AND p.replaced_at IS NULL AND p.declined_at IS NULL ORDER BY s.asked_at, s.id LIMIT 20";
    WAITING = "SELECT s.id FROM signer s JOIN paper p ON p.id = s.paper_id
        WHERE s.answered_at IS NULL AND s.reminded < 3 AND s.way <> 'paper' AND s.asked_at <= ?1 AND p.withdrawn_at IS NULL
            AND p.replaced_at IS NULL AND p.declined_at IS NULL AND s.id > ?2 ORDER BY s.id LIMIT 100";
}

type Closed<T> = (T, Id<Organisation>, Option<Vec<u8>>);

fn read(row: &Row<'_>) -> Result<Closed<Line>> {
    let line = Line {
        id: row.get(0)?,
        title: String::new(),
        kind: row.code(3, Kind::parse)?,
        version: row.get(4)?,
        offered_at: row.get(5)?,
        stage: row.code(6, Stage::parse)?,
        signed: row.get(7)?,
        signers: row.get(8)?,
    };
    Ok((line, row.get(1)?, row.get(2)?))
}

async fn open(tx: &mut Tx, found: Vec<Closed<Line>>) -> Result<Vec<Line>> {
    let mut lines = Vec::with_capacity(found.len());
    for (mut line, org, title) in found {
        line.title = tx.open(TITLE, org, line.id, title.as_deref()).await?;
        lines.push(line);
    }
    Ok(lines)
}

/// The papers of an association, the latest first, before the paper with this id; one more than a page.
pub(crate) async fn of_org(tx: &mut Tx, org: Id<Organisation>, before: &str) -> Result<Vec<Line>> {
    // No id comes after it.
    let before = if before.is_empty() { "g" } else { before };
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let found = tx.query(OF_ORG, params![org, before, limit], read).await?;
    open(tx, found).await
}

/// The papers about something, the latest version first.
pub(crate) async fn about(tx: &mut Tx, org: Id<Organisation>, subject: &str) -> Result<Vec<Line>> {
    let found = tx.query(ABOUT, params![org, subject], read).await?;
    open(tx, found).await
}

/// The papers that somebody has declined and that nobody has replaced or withdrawn.
pub(crate) async fn declined(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Line>> {
    let found = tx.query(DECLINED, params![org], read).await?;
    open(tx, found).await
}

/// What waits for a signature of this person, the longest first.
pub(crate) async fn to_sign(tx: &mut Tx, account: Id<Account>) -> Result<Vec<ToSign>> {
    let found = tx.query(TO_SIGN, params![account], own).await?;
    open_own(tx, found).await
}

/// What this person was asked to sign, the latest first.
pub(crate) async fn of_account(tx: &mut Tx, account: Id<Account>) -> Result<Vec<ToSign>> {
    let found = tx.query(OWN, params![account], own).await?;
    open_own(tx, found).await
}

/// The associations whose papers this person was asked to sign.
pub(crate) async fn orgs_of(tx: &mut Tx, account: Id<Account>) -> Result<Vec<Id<Organisation>>> {
    tx.query(ORGS_OF, params![account], |row| row.get(0)).await
}

fn own(row: &Row<'_>) -> Result<Closed<ToSign>> {
    let one = ToSign {
        signer: row.get(0)?,
        paper: row.get(1)?,
        title: String::new(),
        org_name: row.get(4)?,
        asked_at: row.get(5)?,
        signed_at: row.get(6)?,
    };
    Ok((one, row.get(2)?, row.get(3)?))
}

async fn open_own(tx: &mut Tx, found: Vec<Closed<ToSign>>) -> Result<Vec<ToSign>> {
    let mut all = Vec::with_capacity(found.len());
    for (mut one, org, title) in found {
        one.title = tx.open(TITLE, org, one.paper, title.as_deref()).await?;
        all.push(one);
    }
    Ok(all)
}

/// Somebody who has not answered although they were reminded.
#[derive(Clone, Debug)]
pub(crate) struct Silent {
    /// The paper.
    pub paper: Id<Paper>,
    /// Its title.
    pub title: String,
    /// Who.
    pub name: String,
    /// Since when they are asked.
    pub asked_at: Timestamp,
}

/// Who was asked before this instant and has not answered, the longest first.
pub(crate) async fn silent(tx: &mut Tx, org: Id<Organisation>, asked_before: Timestamp) -> Result<Vec<Silent>> {
    type Found = (Id<Signer>, Option<Vec<u8>>, Option<Vec<u8>>, Silent);
    let found: Vec<Found> = tx
        .query(SILENT, params![org, asked_before], |row| {
            let (title, name) = (String::new(), String::new());
            let silent = Silent { paper: row.get(3)?, title, name, asked_at: row.get(5)? };
            Ok((row.get(0)?, row.get(2)?, row.get(4)?, silent))
        })
        .await?;
    let mut all = Vec::with_capacity(found.len());
    for (signer, name, title, mut silent) in found {
        silent.name = tx.open(NAME, org, signer, name.as_deref()).await?;
        silent.title = tx.open(TITLE, org, silent.paper, title.as_deref()).await?;
        all.push(silent);
    }
    Ok(all)
}

/// Who may be due for a reminder, 100 at a time after this id.
pub(crate) async fn waiting(tx: &mut Tx, asked_before: Timestamp, after: &str) -> Result<Vec<Id<Signer>>> {
    tx.query(WAITING, params![asked_before, after], |row| row.get(0)).await
}
