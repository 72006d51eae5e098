//! Records that may be about the same, and the mergers that were made.

use std::collections::HashMap;

use passerelle_access::Account;
use passerelle_kernel::{Id, comparable};
use passerelle_store::{Error, Result, Row, Tx, params, reference::Subject};

use super::inside;
use crate::{Merger, OrganisationId, OrganisationKind, Pair, PersonId, TeamId};

/// How many records a page shows.
const MOST: i64 = 50;

/// The columns of a merger that holds, the last first, before its conditions.
macro_rules! made {
    ($name:literal, $condition:literal) => {
        concat!(
            "SELECT m.id, m.org_id, m.noun, m.gone_id, m.kept_id, m.carried, m.merged_at, m.merged_by, ",
            $name,
            ", (SELECT o.name FROM organisation o WHERE o.id = m.org_id)
            FROM merger m WHERE m.undone_at IS NULL AND m.noun = ?1 AND m.kept_id = ?2",
            $condition,
            " ORDER BY m.id DESC LIMIT 50"
        )
    };
}

/// Whether the organisations `a` and `b` can be one: of one kind and country, and no registry knows them as two.
macro_rules! can_be_one {
    () => {
        "b.id <> a.id AND b.merged_into IS NULL AND b.kind = a.kind AND b.country = a.country
        AND (a.finess_site IS NULL OR b.finess_site IS NULL OR a.finess_site = b.finess_site)
        AND (a.siret IS NULL OR b.siret IS NULL OR a.siret = b.siret)
        AND (a.enterprise IS NULL OR b.enterprise IS NULL OR a.enterprise = b.enterprise)"
    };
}

/// Whether `a` and `b` have one name in one place, or in a place that is not known.
macro_rules! same_name {
    () => {
        "b.name_key = a.name_key AND (a.town IS NULL OR b.town IS NULL OR lower(a.town) = lower(b.town)
        OR a.post_code = b.post_code)"
    };
}

/// What is shown of an organisation.
macro_rules! shown {
    ($of:literal) => {
        concat!(
            $of,
            ".id, ",
            $of,
            ".kind, ",
            $of,
            ".name, ",
            $of,
            ".town, ",
            $of,
            ".post_code, ",
            $of,
            ".finess_site, ",
            $of,
            ".siret, ",
            $of,
            ".enterprise"
        )
    };
}

/// Organisations that have this in common, two by two; by the name of the first.
macro_rules! pairs_by {
    ($common:expr) => {
        concat!(
            "SELECT ",
            shown!("a"),
            ", ",
            shown!("b"),
            ", a.name_key FROM organisation a JOIN organisation b ON ",
            $common,
            " WHERE a.merged_into IS NULL AND a.kind NOT IN ('association', 'federation') AND b.id > a.id AND ",
            can_be_one!()
        )
    };
}

passerelle_store::sql! {
    /// The statements about mergers.
    pub STATEMENTS;
    INSERT = "INSERT INTO merger (id, org_id, noun, gone_id, kept_id, carried, merged_at, merged_by)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    OF_PERSON = made!("(SELECT name FROM account WHERE account.id = m.gone_id)", " AND m.org_id = ?3");
    OF_ORGANISATION = made!("(SELECT name FROM organisation WHERE organisation.id = m.gone_id)", "");
    OF_TEAM = made!("(SELECT name FROM team WHERE team.id = m.gone_id)", "");
    UNDONE = "UPDATE merger SET undone_at = ?2, undone_by = ?3 WHERE id = ?1 AND undone_at IS NULL";
    SAME_NAME = "SELECT p.id, a.name, COALESCE(a.email, a.joining_email), p.town FROM person mine
        JOIN person p ON p.org_id = mine.org_id AND p.name_key = mine.name_key AND p.id <> mine.id
        JOIN account a ON a.id = p.id
        WHERE mine.org_id = ?1 AND mine.id = ?2 AND a.closed_at IS NULL ORDER BY p.id LIMIT ?3";
    NAMED = "SELECT p.id, a.name, COALESCE(a.email, a.joining_email), p.town FROM person p JOIN account a ON a.id = p.id
        WHERE p.org_id = ?1 AND p.id <> ?2 AND p.name_key LIKE ?3 AND a.closed_at IS NULL
        ORDER BY p.name_key, p.id LIMIT ?4";
    PAIRS = "SELECT p.id, a.name, COALESCE(a.email, a.joining_email), p.town FROM person p JOIN account a ON a.id = p.id
        WHERE p.org_id = ?1 AND a.closed_at IS NULL AND EXISTS (SELECT 1 FROM person other
            JOIN account o ON o.id = other.id WHERE other.org_id = p.org_id AND other.name_key = p.name_key
            AND other.id <> p.id AND o.closed_at IS NULL)
        ORDER BY p.name_key, p.id LIMIT ?2";
    LIKE_ORGANISATION = concat!("SELECT ", shown!("b"), " FROM organisation a JOIN organisation b ON ", can_be_one!(), "
            AND (b.finess_site = a.finess_site OR b.siret = a.siret OR b.enterprise = a.enterprise OR (", same_name!(), "))
        WHERE a.id = ?1 ORDER BY b.name_key, b.id LIMIT ?2");
    ORGANISATIONS_NAMED = concat!("SELECT ", shown!("b"), " FROM organisation a JOIN organisation b
            ON b.id <> a.id AND b.merged_into IS NULL AND b.kind = a.kind
        WHERE a.id = ?1 AND b.search_key LIKE ?3 ORDER BY b.name_key, b.id LIMIT ?2");
    ORGANISATION_PAIRS = concat!(pairs_by!("b.finess_site = a.finess_site"), " UNION ", pairs_by!("b.siret = a.siret"),
        " UNION ", pairs_by!("b.enterprise = a.enterprise"), " UNION ", pairs_by!(same_name!()), "
        ORDER BY 17, 1, 9 LIMIT ?1");
    LIKE_TEAM = "SELECT b.id, b.name, b.town, o.name, o.town FROM team a JOIN team b ON b.org_id = a.org_id AND b.id <> a.id
        JOIN organisation o ON o.id = b.org_id
        WHERE a.id = ?1 AND b.merged_into IS NULL AND (CAST(?3 AS BIGINT) = 0 OR b.name_key = a.name_key)
        ORDER BY b.name_key, b.id LIMIT ?2";
    TEAM_PAIRS = "SELECT a.id, a.name, a.town, o.name, o.town, b.id, b.name, b.town, o.name, o.town FROM team a
        JOIN team b ON b.org_id = a.org_id AND b.name_key = a.name_key AND b.id > a.id
        JOIN organisation o ON o.id = a.org_id
        WHERE a.merged_into IS NULL AND b.merged_into IS NULL ORDER BY o.name_key, a.name_key, a.id, b.id LIMIT ?1";
    FORMERLY = "SELECT merged_into, id FROM organisation WHERE merged_into IN (SELECT value FROM json_each(?1))
        UNION ALL SELECT merged_into, id FROM team WHERE merged_into IN (SELECT value FROM json_each(?1))";
}

/// A record that may be about the same person as another one.
#[derive(Clone, Debug)]
pub(crate) struct Double {
    pub id: PersonId,
    pub name: String,
    pub email: Option<String>,
    pub town: Option<String>,
}

fn double(row: &Row<'_>) -> Result<Double> {
    Ok(Double { id: row.get(0)?, name: row.get(1)?, email: row.get(2)?, town: row.get(3)? })
}

/// The other records of the association under the name of this one, or under names that hold these words (50 at the most).
pub(crate) async fn doubles(tx: &mut Tx, org: OrganisationId, of: PersonId, words: &str) -> Result<Vec<Double>> {
    match comparable(words) {
        key if key.is_empty() => tx.query(SAME_NAME, params![org, of, MOST], double).await,
        key => tx.query(NAMED, params![org, of, inside(&key), MOST], double).await,
    }
}

/// The records of the association whose name another one has too (50 at the most).
pub(crate) async fn pairs(tx: &mut Tx, org: OrganisationId) -> Result<Vec<Double>> {
    tx.query(PAIRS, params![org, MOST], double).await
}

/// What an organisation that may be another one shows of itself.
#[derive(Clone, Debug)]
pub(crate) struct Alike {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    pub town: Option<String>,
    pub post_code: Option<String>,
    /// FINESS site, SIRET, Belgian enterprise number.
    pub numbers: [Option<String>; 3],
}

fn alike(row: &Row<'_>, first: usize) -> Result<Alike> {
    Ok(Alike {
        id: row.get(first)?,
        kind: row.code(first + 1, OrganisationKind::parse)?,
        name: row.get(first + 2)?,
        town: row.get(first + 3)?,
        post_code: row.get(first + 4)?,
        numbers: [row.get(first + 5)?, row.get(first + 6)?, row.get(first + 7)?],
    })
}

/// The other organisations that may be this one, or those of its kind that hold these words (50 at the most).
pub(crate) async fn alike_organisations(tx: &mut Tx, of: OrganisationId, words: &str) -> Result<Vec<Alike>> {
    match comparable(words) {
        key if key.is_empty() => tx.query(LIKE_ORGANISATION, params![of, MOST], |row| alike(row, 0)).await,
        key => tx.query(ORGANISATIONS_NAMED, params![of, MOST, inside(&key)], |row| alike(row, 0)).await,
    }
}

/// Organisations that may be the same, two by two (50 pairs at the most).
pub(crate) async fn organisation_pairs(tx: &mut Tx) -> Result<Vec<[Alike; 2]>> {
    tx.query(ORGANISATION_PAIRS, params![MOST], |row| Ok([alike(row, 0)?, alike(row, 8)?])).await
}

/// What a team that may be another one shows of itself.
#[derive(Clone, Debug)]
pub(crate) struct AlikeTeam {
    pub id: TeamId,
    pub name: String,
    pub town: Option<String>,
    pub org_name: String,
    pub org_town: Option<String>,
}

fn alike_team(row: &Row<'_>, first: usize) -> Result<AlikeTeam> {
    Ok(AlikeTeam {
        id: row.get(first)?,
        name: row.get(first + 1)?,
        town: row.get(first + 2)?,
        org_name: row.get(first + 3)?,
        org_town: row.get(first + 4)?,
    })
}

/// The other teams of the same organisation under the name of this one, or under any name (50 at the most).
pub(crate) async fn alike_teams(tx: &mut Tx, of: TeamId, same_name: bool) -> Result<Vec<AlikeTeam>> {
    tx.query(LIKE_TEAM, params![of, MOST, i64::from(same_name)], |row| alike_team(row, 0)).await
}

/// Teams of one organisation with one name, two by two (50 pairs at the most).
pub(crate) async fn team_pairs(tx: &mut Tx) -> Result<Vec<[AlikeTeam; 2]>> {
    tx.query(TEAM_PAIRS, params![MOST], |row| Ok([alike_team(row, 0)?, alike_team(row, 5)?])).await
}

/// The records of organisations and teams that stepped back behind these: those by which something may be known still.
///
/// # Errors
/// The engine's error.
pub async fn known_as(tx: &mut Tx, ids: &[String]) -> Result<HashMap<String, Vec<String>>> {
    let ids = serde_json::Value::from(ids).to_string();
    let mut known: HashMap<String, Vec<String>> = HashMap::new();
    for (kept, gone) in tx.query(FORMERLY, params![ids], |row| Ok((row.get(0)?, row.get(1)?))).await? {
        known.entry(kept).or_default().push(gone);
    }
    Ok(known)
}

pub(crate) async fn insert(tx: &mut Tx, merger: &Merger) -> Result<()> {
    let carried = serde_json::to_string(&merger.carried).map_err(|error| Error::Connection(error.to_string()))?;
    let (pair, noun) = (&merger.pair, merger.pair.noun.as_str());
    let values = params![merger.id, merger.org, noun, &pair.gone, &pair.kept, carried, merger.at, merger.by];
    tx.execute(INSERT, values).await.map(drop)
}

/// The record that stepped back, as the page of the other one shows it.
#[derive(Clone, Debug)]
pub(crate) struct Gone {
    /// Its name.
    pub name: String,
    /// The association by which it was merged.
    pub by: String,
}

/// The mergers into this person of this association that hold, the last first.
pub(crate) async fn of_person(tx: &mut Tx, org: OrganisationId, kept: PersonId) -> Result<Vec<(Merger, Gone)>> {
    tx.query(OF_PERSON, params![Subject::Person.as_str(), kept, org], made).await
}

/// The mergers into this organisation that hold, the last first.
pub(crate) async fn of_organisation(tx: &mut Tx, kept: OrganisationId) -> Result<Vec<(Merger, Gone)>> {
    tx.query(OF_ORGANISATION, params![Subject::Organisation.as_str(), kept], made).await
}

/// The mergers into this team that hold, the last first.
pub(crate) async fn of_team(tx: &mut Tx, kept: TeamId) -> Result<Vec<(Merger, Gone)>> {
    tx.query(OF_TEAM, params![Subject::Team.as_str(), kept], made).await
}

fn made(row: &Row<'_>) -> Result<(Merger, Gone)> {
    let text: String = row.get(5)?;
    let carried = serde_json::from_str(&text).map_err(|_| Error::Column { column: 5, problem: "not rows" })?;
    let pair = Pair { noun: row.code(2, Subject::parse)?, gone: row.get(3)?, kept: row.get(4)? };
    let merger = Merger { id: row.get(0)?, org: row.get(1)?, pair, carried, at: row.get(6)?, by: row.get(7)? };
    Ok((merger, Gone { name: row.get(8)?, by: row.get::<Option<String>>(9)?.unwrap_or_default() }))
}

/// Writes that a merger was undone; false when it was before.
pub(crate) async fn undone(tx: &mut Tx, id: Id<Merger>, by: Id<Account>) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(UNDONE, params![id, now, by]).await? == 1)
}
