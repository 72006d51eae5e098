//! Imports of people, roles and teams: what a file says, sealed; what it is compared with.

use std::collections::BTreeSet;

use passerelle_access::{Account, Actor, Role};
use passerelle_kernel::{Date, Id, comparable};
use passerelle_store::{Result, Row, Tx, params};

use super::{imports, lists, people};
use crate::{
    Organisation, OrganisationId, OrganisationKind, access,
    actions::may_change,
    import::{Counts, Import},
    list_import::{FoundOrganisation, FoundTeam, Known, KnownPerson, List, Plan, Staged, number},
    lists::ListColumn,
    visibility::{Audience, PersonFact},
};

passerelle_store::sealed! {
    /// The sealed columns of this capability.
    pub(crate) SEALED;
    STAGED = import.staged, row "id", owner Organisation "org_id",
        "A file of people, roles or teams that was handed in and is not imported yet",
        "Names people and how they are reached, before anybody has looked at it";
}

passerelle_store::sql! {
    /// The statements about imports of lists.
    pub STATEMENTS;
    INSERT = "INSERT INTO import (id, org_id, made_by, made_at, state, list, staged, done, total, lines, created, changed,
        unchanged, refused, repaired) VALUES (?1, ?2, ?3, ?4, 'ready', ?5, ?6, 0, 0, ?7, 0, 0, 0, 0, 0)";
    STAGED_TEXT = "SELECT org_id, staged FROM import WHERE id = ?1 AND list IS NOT NULL";
    CONFIRM = "UPDATE import SET state = 'applying', done = 0, total = ?2, created = ?3, changed = ?4, unchanged = ?5,
        refused = ?6 WHERE id = ?1 AND state = 'ready' AND list IS NOT NULL";
    DROP = "UPDATE import SET state = 'dropped', staged = NULL WHERE id = ?1 AND state = 'ready' AND list IS NOT NULL";
    OF_LIST = concat!("SELECT ", imports::columns!(), " FROM import WHERE org_id = ?1 AND list = ?2 AND state <> 'dropped'
        ORDER BY id DESC LIMIT 20");
    HELD = "SELECT id, account_id, org_id, team_id, role, place_name, from_on, until_on FROM membership
        WHERE by_org_id = ?1 AND aside_at IS NULL ORDER BY account_id, from_on, id";
    ORGANISATIONS = "SELECT id, kind, name, finess_site, siret FROM organisation
        WHERE merged_into IS NULL AND (name_key IN (SELECT one.value FROM json_each(?1) one)
            OR finess_site IN (SELECT one.value FROM json_each(?1) one)
            OR siret IN (SELECT one.value FROM json_each(?1) one))
        ORDER BY id";
    TEAMS = "SELECT id, org_id, name, town, version FROM team
        WHERE merged_into IS NULL AND org_id IN (SELECT one.value FROM json_each(?1) one)
        ORDER BY org_id, name_key, id";
}

fn json<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    serde_json::Value::from_iter(texts).to_string()
}

/// Keeps what a file says (as JSON, with its number of lines) until somebody confirms it.
pub(crate) async fn insert(
    tx: &mut Tx,
    (id, org, by): (Id<Import>, OrganisationId, Id<Account>),
    list: List,
    (staged, lines): (&str, usize),
) -> Result<()> {
    let (sealed, now) = (tx.seal(STAGED, org, id, staged).await?, tx.now());
    let lines = i64::try_from(lines).unwrap_or(i64::MAX);
    tx.execute(INSERT, params![id, org, by, now, list.as_str(), sealed, lines]).await.map(drop)
}

/// What a file says, as long as it is kept.
pub(crate) async fn staged(tx: &mut Tx, id: Id<Import>) -> Result<Option<Staged>> {
    let read = |row: &Row<'_>| Ok((row.get::<OrganisationId>(0)?, row.get::<Option<Vec<u8>>>(1)?));
    let Some((org, Some(bytes))) = tx.find(STAGED_TEXT, params![id], read).await? else { return Ok(None) };
    let text = tx.open(STAGED, org, id, Some(&bytes)).await?;
    // A text whose key was destroyed is gone, as if it had been dropped.
    Ok(serde_json::from_str(&text).ok())
}

/// Marks an import as confirmed, with what it does; false when it was not waiting for that.
pub(crate) async fn confirm(tx: &mut Tx, id: Id<Import>, plan: &Plan) -> Result<bool> {
    let c = Counts::of_list(plan);
    let total = c.created + c.changed;
    let values = params![id, total, c.created, c.changed, c.unchanged, c.refused];
    Ok(tx.execute(CONFIRM, values).await? == 1)
}

/// Forgets what a file says; false when the import was not waiting any more.
pub(crate) async fn give_up(tx: &mut Tx, id: Id<Import>) -> Result<bool> {
    Ok(tx.execute(DROP, params![id]).await? == 1)
}

/// The last 20 imports of a list by an association, the newest first.
pub(crate) async fn of_list(tx: &mut Tx, org: OrganisationId, list: List) -> Result<Vec<Import>> {
    tx.query(OF_LIST, params![org, list.as_str()], imports::read).await
}

/// What a file of this list is compared with, as whoever imports it knows it.
pub(crate) async fn known(
    tx: &mut Tx,
    actor: &Actor,
    keeper: Organisation,
    (list, staged): (List, &Staged),
    today: Date,
) -> Result<Known> {
    let org = keeper.id;
    let (organisations, teams) = places(tx, actor, staged).await?;
    if list == List::Teams {
        return Ok(Known::new(keeper, Vec::new(), Vec::new()).with_places(organisations, teams));
    }
    let kept = lists::people(tx, org, usize::MAX).await?;
    let people = kept.into_iter().map(|kept| KnownPerson {
        id: kept.id,
        version: kept.version,
        has_come_in: kept.has_come_in,
        shows_phone: kept.visibility.shows(Audience::Coordinators, PersonFact::Phone),
        facts: kept.facts,
    });
    let people = people.collect();
    let held = tx.query(HELD, params![org], people::read_membership).await?;
    let admins = people::people_with_role(tx, org, Role::Admin, today).await?;
    let admins = admins.into_iter().map(|admin| admin.id).collect();
    Ok(Known::new(keeper, people, held).with_places(organisations, teams).with_admins(admins))
}

/// The organisations that a file may mean, and their teams.
async fn places(tx: &mut Tx, actor: &Actor, staged: &Staged) -> Result<(Vec<FoundOrganisation>, Vec<FoundTeam>)> {
    let named = staged.texts(ListColumn::Organisation).into_iter().map(comparable);
    let numbered = staged.texts(ListColumn::Number).into_iter().filter_map(number);
    let asked: BTreeSet<String> = named.chain(numbered).filter(|text| !text.is_empty()).collect();
    if asked.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let read = |row: &Row<'_>| {
        let (id, kind) = (row.get(0)?, row.code(1, OrganisationKind::parse)?);
        Ok(FoundOrganisation {
            id,
            kind,
            name: row.get(2)?,
            finess: row.get(3)?,
            siret: row.get(4)?,
            may_change: may_change(actor, id, kind, access::ORGANISATIONS_MANAGE),
        })
    };
    let asked = json(asked.iter().map(String::as_str));
    let organisations = tx.query(ORGANISATIONS, params![asked], read).await?;
    let ids: Vec<String> = organisations.iter().map(|one| one.id.to_string()).collect();
    let read = |row: &Row<'_>| {
        let (id, org, name) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(FoundTeam { id, org, name, town: row.get(3)?, version: row.get(4)? })
    };
    let teams = tx.query(TEAMS, params![json(ids.iter().map(String::as_str))], read).await?;
    Ok((organisations, teams))
}
