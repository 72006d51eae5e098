//! Teams, and the teams that somebody may mean.

use passerelle_kernel::comparable;
use passerelle_store::{Result, Row, Tx, params};

use super::{
    inside,
    search::{index_team, unindex_team},
};
use crate::{OrganisationId, Point, TeamFacts, TeamId};

passerelle_store::sql! {
    /// The statements about teams.
    pub STATEMENTS;
    INSERT = "INSERT INTO team (id, org_id, name, name_key, town, lat, lon, version) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1)";
    UPDATE = "UPDATE team SET name = ?2, name_key = ?3, town = ?4, lat = ?5, lon = ?6, version = version + 1
        WHERE id = ?1 AND version = ?7";
    FIND = "SELECT t.id, t.org_id, t.name, o.name, COALESCE(t.town, o.town),
        CASE WHEN t.town IS NULL THEN o.lat ELSE t.lat END, CASE WHEN t.town IS NULL THEN o.lon ELSE t.lon END, t.version
        FROM team t JOIN organisation o ON o.id = t.org_id WHERE t.id = ?1 AND t.merged_into IS NULL";
    OWN_TOWN = "SELECT town FROM team WHERE id = ?1";
    OF_ORG = "SELECT t.id, t.org_id, t.name, o.name, COALESCE(t.town, o.town),
        CASE WHEN t.town IS NULL THEN o.lat ELSE t.lat END, CASE WHEN t.town IS NULL THEN o.lon ELSE t.lon END, t.version
        FROM team t JOIN organisation o ON o.id = t.org_id WHERE t.org_id = ?1 AND t.merged_into IS NULL
        ORDER BY t.name_key, t.id LIMIT 500";
    STEP_BACK = "UPDATE team SET merged_into = ?2 WHERE id = ?1 AND merged_into IS NULL";
    COME_BACK = "UPDATE team SET merged_into = NULL WHERE id = ?1 AND merged_into = ?2";
    SUCCESSOR = "SELECT k.id, k.name FROM team g JOIN team k ON k.id = g.merged_into WHERE g.id = ?1";
    ALL = "SELECT t.id, t.org_id, t.name, o.name, COALESCE(t.town, o.town), NULL, NULL, t.version
        FROM team t JOIN organisation o ON o.id = t.org_id WHERE t.merged_into IS NULL
        ORDER BY o.name_key, t.name_key, t.id LIMIT 500";
    LIKE = "SELECT t.id, t.org_id, t.name, o.name, COALESCE(t.town, o.town),
        CASE WHEN t.town IS NULL THEN o.lat ELSE t.lat END, CASE WHEN t.town IS NULL THEN o.lon ELSE t.lon END, t.version
        FROM team t JOIN organisation o ON o.id = t.org_id
        WHERE t.merged_into IS NULL
        AND (o.search_key LIKE ?1 OR o.search_key LIKE ?2 OR o.search_key LIKE ?3 OR t.name_key LIKE ?4)
        ORDER BY o.name_key, t.name_key, t.id LIMIT 500";
}

fn read(row: &Row<'_>) -> Result<TeamFacts> {
    Ok(TeamFacts {
        id: row.get(0)?,
        org: row.get(1)?,
        name: row.get(2)?,
        org_name: row.get(3)?,
        town: row.get(4)?,
        lat: row.get(5)?,
        lon: row.get(6)?,
        version: row.get(7)?,
    })
}

/// What is written of a team: its own town and place, not its organisation's.
pub(crate) struct Written<'a> {
    pub id: TeamId,
    pub org: OrganisationId,
    pub name: &'a str,
    pub town: Option<&'a str>,
    pub point: Option<Point>,
}

pub(crate) async fn insert(tx: &mut Tx, team: &Written<'_>) -> Result<()> {
    let (lat, lon) = (team.point.map(Point::lat), team.point.map(Point::lon));
    let values = params![team.id, team.org, team.name, comparable(team.name), team.town, lat, lon];
    tx.execute(INSERT, values).await?;
    index_team(tx, team).await
}

/// Changes a team; false when somebody changed it since `version`.
pub(crate) async fn update(tx: &mut Tx, team: &Written<'_>, version: i64) -> Result<bool> {
    let (lat, lon) = (team.point.map(Point::lat), team.point.map(Point::lon));
    let values = params![team.id, team.name, comparable(team.name), team.town, lat, lon, version];
    let is_changed = tx.execute(UPDATE, values).await? == 1;
    if is_changed {
        index_team(tx, team).await?;
    }
    Ok(is_changed)
}

/// The team with this id; nothing when another record has taken its place.
///
/// # Errors
/// The engine's error.
pub async fn find_team(tx: &mut Tx, id: TeamId) -> Result<Option<TeamFacts>> {
    tx.find(FIND, params![id], read).await
}

/// One record steps back behind the other: nobody finds it by its words any more.
pub(crate) async fn step_back(tx: &mut Tx, gone: TeamId, kept: TeamId) -> Result<()> {
    tx.execute(STEP_BACK, params![gone, kept]).await?;
    unindex_team(tx, gone).await
}

/// A record is there again that had stepped back behind the other; false when it had not.
pub(crate) async fn come_back(tx: &mut Tx, gone: TeamId, kept: TeamId) -> Result<bool> {
    Ok(tx.execute(COME_BACK, params![gone, kept]).await? == 1)
}

/// The record that stands in the place of this one, with its name.
pub(crate) async fn successor(tx: &mut Tx, id: TeamId) -> Result<Option<(TeamId, String)>> {
    tx.find(SUCCESSOR, params![id], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// Lets a team be found by its words.
pub(crate) async fn index(tx: &mut Tx, id: TeamId) -> Result<()> {
    let Some(team) = find_team(tx, id).await? else { return Ok(()) };
    let town = own_town(tx, id).await?;
    index_team(tx, &Written { id, org: team.org, name: &team.name, town: town.as_deref(), point: None }).await
}

/// The town of the team itself, when it is not its organisation's.
pub(crate) async fn own_town(tx: &mut Tx, id: TeamId) -> Result<Option<String>> {
    Ok(tx.find(OWN_TOWN, params![id], |row| row.get(0)).await?.flatten())
}

/// The teams of an organisation, by name.
///
/// # Errors
/// The engine's error.
pub async fn teams_of(tx: &mut Tx, org: OrganisationId) -> Result<Vec<TeamFacts>> {
    tx.query(OF_ORG, params![org], read).await
}

/// Every team by organisation and name, the first 500: for a choice in a form.
pub(crate) async fn all(tx: &mut Tx) -> Result<Vec<TeamFacts>> {
    tx.query(ALL, &[], read).await
}

/// Up to five teams that may be meant by what somebody typed as institution and team, the likeliest first.
///
/// # Errors
/// The engine's error.
pub async fn match_team(tx: &mut Tx, institution: &str, team: &str) -> Result<Vec<TeamFacts>> {
    let (institution, team) = (comparable(institution), comparable(team));
    let mut words: Vec<&str> = institution.split(' ').filter(|word| word.len() > 2).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    // A pattern that matches nothing stands where a word is missing: keys never hold a capital.
    let pattern = |word: Option<&&str>| word.map_or_else(|| "X".to_owned(), |word| inside(word));
    let of_team = team.split(' ').filter(|word| word.len() > 3).max_by_key(|word| word.len());
    let values =
        params![pattern(words.first()), pattern(words.get(1)), pattern(words.get(2)), pattern(of_team.as_ref())];
    let mut found: Vec<(f64, TeamFacts)> = tx
        .query(LIKE, values, read)
        .await?
        .into_iter()
        .map(|facts| (likeness(&institution, &facts.org_name) * 2.0 + likeness(&team, &facts.name), facts))
        .collect();
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    Ok(found.into_iter().take(5).map(|(_, facts)| facts).collect())
}

fn likeness(words: &str, name: &str) -> f64 {
    strsim::sorensen_dice(words, &comparable(name))
}
