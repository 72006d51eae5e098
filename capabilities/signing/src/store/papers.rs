//! Papers with their signers, and the only ways in which people get one.

use passerelle_access::{Actor, Decision, Facts, Organisation};
use passerelle_documents::Sheet;
use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Error as StoreError, Result, Row, Tx, params};

use super::{
    declared::{CONTENT, REASON, TITLE},
    signers,
};
use crate::{
    Error,
    access::{PAPER_MANAGE, PAPER_SIGN},
    paper::{Kind, Paper, Withdrawal},
    signer::Signer,
};

/// A paper with what is known around it.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    /// The paper.
    pub paper: Paper,
    /// The name of the association.
    pub org_name: String,
    /// The version after it.
    pub next: Option<Id<Paper>>,
}

impl Loaded {
    /// Notes that the other people of this paper who have an account were looked at.
    pub(crate) fn looked(&self, tx: &Tx, rule: &'static str) {
        self.paper.signers.iter().filter_map(|one| one.account).for_each(|person| tx.looked(person, rule));
    }
}

macro_rules! papers {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.org_id, p.kind, p.title, p.language, p.version, p.former_id, p.subject, p.about, p.content,
            p.hash, p.offered_at, p.offered_by, p.ends_on, p.signed_at, p.declined_at, p.replaced_at, p.withdrawn_at,
            p.withdrawn_by, p.reason, coalesce(o.name, ''),
            (SELECT max(n.id) FROM paper n WHERE n.former_id = p.id) FROM paper p
            LEFT JOIN organisation o ON o.id = p.org_id ",
            $rest
        )
    };
}

passerelle_store::sql! {
    /// The statements about papers.
    pub(crate) STATEMENTS;
    INSERT = "INSERT INTO paper (id, org_id, kind, title, language, version, former_id, subject, about, content, hash,
            offered_at, offered_by, ends_on)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
    SAVE = "UPDATE paper SET signed_at = ?2, declined_at = ?3, replaced_at = ?4, withdrawn_at = ?5, withdrawn_by = ?6,
            reason = ?7, ends_on = ?8 WHERE id = ?1";
    BY_ID = papers!("WHERE p.id = ?1");
    BY_SIGNER = papers!("JOIN signer s ON s.paper_id = p.id WHERE s.id = ?1");
    LATEST = papers!("WHERE p.org_id = ?1 AND p.subject = ?2 ORDER BY p.id DESC LIMIT 1");
    END = "UPDATE paper SET ends_on = ?3 WHERE org_id = ?1 AND subject = ?2 AND signed_at IS NOT NULL
        AND replaced_at IS NULL AND withdrawn_at IS NULL";
    ORG = "SELECT name, country FROM organisation WHERE id = ?1";
}

type Bytes = Option<Vec<u8>>;

fn read(row: &Row<'_>) -> Result<(Loaded, [Bytes; 3])> {
    let withdrawal = match (row.get::<Option<Timestamp>>(17)?, row.get(18)?) {
        (Some(at), Some(by)) => Some(Withdrawal { at, by, reason: String::new() }),
        _ => None,
    };
    let paper = Paper {
        id: row.get(0)?,
        org: row.get(1)?,
        kind: row.code(2, Kind::parse)?,
        title: String::new(),
        language: row.get(4)?,
        version: row.get(5)?,
        former: row.get(6)?,
        subject: row.get(7)?,
        about: row.get(8)?,
        content: Sheet::default(),
        hash: row.get(10)?,
        offered: (row.get(11)?, row.get(12)?),
        ends_on: row.get(13)?,
        signed_at: row.get(14)?,
        declined_at: row.get(15)?,
        replaced_at: row.get(16)?,
        withdrawal,
        signers: Vec::new(),
    };
    let loaded = Loaded { paper, org_name: row.get(20)?, next: row.get(21)? };
    Ok((loaded, [row.get(3)?, row.get(9)?, row.get(19)?]))
}

async fn open(tx: &mut Tx, (mut loaded, [title, content, reason]): (Loaded, [Bytes; 3])) -> Result<Loaded> {
    let (org, id) = (loaded.paper.org, loaded.paper.id);
    let paper = &mut loaded.paper;
    paper.title = tx.open(TITLE, org, id, title.as_deref()).await?;
    // Where the key is gone, so is what it said.
    let content = tx.open(CONTENT, org, id, content.as_deref()).await?;
    paper.content = serde_json::from_str(&content).unwrap_or_else(|_| Sheet { title: content, ..Sheet::default() });
    if let Some(withdrawal) = &mut paper.withdrawal {
        withdrawal.reason = tx.open(REASON, org, id, reason.as_deref()).await?;
    }
    paper.signers = signers::of_paper(tx, id).await?;
    Ok(loaded)
}

/// Writes a new paper with its signers.
pub(crate) async fn insert(tx: &mut Tx, paper: &Paper) -> Result<()> {
    let (org, id) = (paper.org, paper.id);
    let content =
        serde_json::to_string(&paper.content).map_err(|_| StoreError::Column { column: 9, problem: "no JSON" })?;
    let values = params![
        id,
        org,
        paper.kind.as_str(),
        tx.seal(TITLE, org, id, &paper.title).await?,
        paper.language,
        paper.version,
        paper.former,
        paper.subject.as_deref(),
        paper.about.as_deref(),
        tx.seal(CONTENT, org, id, &content).await?,
        &paper.hash,
        paper.offered.0,
        paper.offered.1,
        paper.ends_on,
    ];
    tx.execute(INSERT, values).await?;
    signers::insert(tx, paper).await
}

/// Writes where a paper stands.
pub(crate) async fn save(tx: &mut Tx, paper: &Paper) -> Result<()> {
    let withdrawal = paper.withdrawal.as_ref();
    let reason = tx.seal_opt(REASON, paper.org, paper.id, withdrawal.map(|one| one.reason.as_str())).await?;
    let (at, by) = (withdrawal.map(|one| one.at), withdrawal.map(|one| one.by));
    let values =
        params![paper.id, paper.signed_at, paper.declined_at, paper.replaced_at, at, by, reason, paper.ends_on];
    tx.execute(SAVE, values).await.map(drop)
}

/// The paper with this id, for what leads to it; people use [`load_paper`].
pub(crate) async fn find(tx: &mut Tx, id: Id<Paper>) -> Result<Option<Loaded>> {
    match tx.find(BY_ID, params![id], read).await? {
        Some(found) => open(tx, found).await.map(Some),
        None => Ok(None),
    }
}

/// The paper that this signer is asked to sign, and where they stand on it.
pub(crate) async fn find_of_signer(tx: &mut Tx, signer: Id<Signer>) -> Result<Option<(Loaded, usize)>> {
    let Some(found) = tx.find(BY_SIGNER, params![signer], read).await? else { return Ok(None) };
    let loaded = open(tx, found).await?;
    let place = loaded.paper.place_of(signer).ok();
    Ok(place.map(|place| (loaded, place)))
}

/// The last version of the paper about something.
pub(crate) async fn latest(tx: &mut Tx, org: Id<Organisation>, subject: &str) -> Result<Option<Loaded>> {
    match tx.find(LATEST, params![org, subject], read).await? {
        Some(found) => open(tx, found).await.map(Some),
        None => Ok(None),
    }
}

/// The paper with this id, if the actor manages the papers of its association.
pub(crate) async fn load_paper(tx: &mut Tx, actor: &Actor, id: Id<Paper>) -> std::result::Result<Loaded, Error> {
    let loaded = find(tx, id).await?.ok_or(Error::NotFound)?;
    let facts = Facts { association: Some(loaded.paper.org), ..Facts::default() };
    match actor.decide(tx, PAPER_MANAGE, PAPER_MANAGE, &facts) {
        Decision::Yes => {
            loaded.looked(tx, PAPER_MANAGE.name);
            Ok(loaded)
        }
        Decision::Forbidden => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// The paper that the actor is asked to sign as this signer, whatever role they act in.
pub(crate) async fn load_own(
    tx: &mut Tx,
    actor: &Actor,
    signer: Id<Signer>,
) -> std::result::Result<(Loaded, usize), Error> {
    let (loaded, place) = find_of_signer(tx, signer).await?.ok_or(Error::NotFound)?;
    let person = loaded.paper.signers.get(place).and_then(|one| one.account);
    // A signer acts for themself: for which organisation they hold a role does not matter.
    let association = actor.seat.as_ref().map(|seat| seat.org);
    match actor.decide(tx, PAPER_SIGN, PAPER_SIGN, &Facts { association, person, ..Facts::default() }) {
        Decision::Yes if person == Some(actor.account) => {
            loaded.looked(tx, PAPER_SIGN.name);
            Ok((loaded, place))
        }
        _ => Err(Error::NotFound),
    }
}

/// The association whose papers the actor manages.
pub(crate) fn own_org(actor: &Actor) -> std::result::Result<Id<Organisation>, Error> {
    actor.association(PAPER_MANAGE).ok_or(Error::Forbidden)
}

/// What a paper was about has ended: from this day the time of law counts.
pub(crate) async fn end(tx: &mut Tx, org: Id<Organisation>, subject: &str, on: Date) -> Result<()> {
    tx.execute(END, params![org, subject, on]).await.map(drop)
}

/// The name and the country of an association.
pub(crate) async fn org(tx: &mut Tx, id: Id<Organisation>) -> Result<(String, String)> {
    let found = tx.find(ORG, params![id], |row| Ok((row.get(0)?, row.get(1)?))).await?;
    Ok(found.unwrap_or_default())
}
