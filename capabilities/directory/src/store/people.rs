//! People: what the directory knows beside their account, and who holds which role.

use passerelle_access::{Account, Role};
use passerelle_kernel::{Date, comparable};
use passerelle_store::{Result, Row, Tx, params};

use super::{After, PAGE, phones, point, search::index_person};
use crate::{Country, OrganisationId, PersonFacts, PersonId, Point, SpokenLanguages, TeamId};

/// A person as a list shows them.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub id: PersonId,
    pub key: String,
    pub name: String,
    pub email: Option<String>,
    pub has_come_in: bool,
}

/// A role as the list and the page of a person show it.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub person: PersonId,
    pub role: Role,
    pub place: String,
    pub until_on: Option<Date>,
}

/// Who holds the role `?2` on the day `?3`, each once, by name.
macro_rules! people_who {
    ($condition:literal) => {
        concat!(
            "SELECT a.id, COALESCE(a.email, a.joining_email), a.name, a.language, a.zone
            FROM membership m JOIN account a ON a.id = m.account_id WHERE ",
            $condition,
            " AND m.role = ?2 AND m.from_on <= ?3 AND (m.until_on IS NULL OR m.until_on >= ?3) AND a.closed_at IS NULL
            GROUP BY a.id, a.email, a.joining_email, a.name, a.language, a.zone ORDER BY a.name, a.id LIMIT 1000"
        )
    };
}

/// Whether the account `a` has been opened by its person.
macro_rules! has_come_in {
    () => {
        "CASE WHEN a.password_hash IS NULL AND NOT EXISTS (SELECT 1 FROM session s WHERE s.account_id = a.id)
            THEN 0 ELSE 1 END"
    };
}

pub(super) use has_come_in;

passerelle_store::sql! {
    /// The statements about people.
    pub STATEMENTS;
    INSERT = "INSERT INTO person (id, org_id, name_key, phone, country, town, lat, lon, languages, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1)";
    UPDATE = "UPDATE person SET name_key = ?2, phone = ?3, country = ?4, town = ?5, lat = ?6, lon = ?7, languages = ?8,
        version = version + 1 WHERE id = ?1 AND version = ?9 AND org_id = ?10";
    RENAME = "UPDATE person SET name_key = ?2, version = version + 1 WHERE id = ?1";
    FIND = "SELECT a.name, COALESCE(a.email, a.joining_email), a.language, p.phone, p.country, p.town, p.lat, p.lon,
        p.languages FROM account a LEFT JOIN person p ON p.id = a.id AND p.org_id = ?2
        WHERE a.id = ?1 AND a.closed_at IS NULL";
    KNOWN = "SELECT 1 FROM event WHERE person_id = ?1 AND org_id = ?2 LIMIT 1";
    VERSION = "SELECT version FROM person WHERE org_id = ?1 AND id = ?2";
    KEEPERS = "SELECT o.id, o.name FROM person p JOIN organisation o ON o.id = p.org_id WHERE p.id = ?1
        ORDER BY o.name, o.id";
    KNOWN_BY_EMAIL = "SELECT 1 FROM person p JOIN account a ON a.id = p.id WHERE p.org_id = ?1 AND a.closed_at IS NULL
        AND (a.email = ?2 OR a.joining_email = ?2) AND a.id <> ?3";
    ONLY_ADMIN = "SELECT count(*) FROM membership m WHERE m.account_id = ?1 AND m.role = 'admin' AND m.from_on <= ?2
        AND (m.until_on IS NULL OR m.until_on >= ?2) AND NOT EXISTS (SELECT 1 FROM membership other
            JOIN account a ON a.id = other.account_id
            WHERE other.org_id = m.org_id AND other.role = 'admin' AND other.account_id <> ?1 AND other.from_on <= ?2
            AND (other.until_on IS NULL OR other.until_on >= ?2) AND a.closed_at IS NULL)";
    LIST = concat!("SELECT p.id, p.name_key, a.name, COALESCE(a.email, a.joining_email), ", has_come_in!(), "
        FROM person p JOIN account a ON a.id = p.id
        WHERE p.org_id = ?1 AND a.closed_at IS NULL AND (p.name_key > ?2 OR (p.name_key = ?2 AND p.id > ?3))
        ORDER BY p.name_key, p.id LIMIT ?4");
    ROLES_OF_PAGE = "SELECT m.account_id, m.role, m.place_name, m.until_on FROM membership m
        JOIN person p ON p.id = m.account_id AND p.org_id = m.by_org_id
        WHERE p.org_id = ?1 AND p.name_key >= ?2 AND p.name_key <= ?3 AND m.from_on <= ?4
        AND (m.until_on IS NULL OR m.until_on >= ?4) AND m.aside_at IS NULL ORDER BY m.from_on, m.id";
    MEMBERSHIPS = "SELECT id, account_id, org_id, team_id, role, place_name, from_on, until_on FROM membership
        WHERE account_id = ?1 AND by_org_id = ?2 AND aside_at IS NULL ORDER BY from_on, id LIMIT 200";
    WITH_ROLE = people_who!("m.org_id = ?1");
    OF_TEAM = people_who!("m.team_id = ?1");
    OF_TEAM_BY = people_who!("m.team_id = ?1 AND m.by_org_id = ?4");
}

pub(crate) async fn insert(tx: &mut Tx, id: PersonId, keeper: OrganisationId, facts: &PersonFacts) -> Result<()> {
    let (lat, lon) = (facts.point.map(Point::lat), facts.point.map(Point::lon));
    let (phone, town) = (phones::seal(tx, keeper, id, facts.phone.as_deref()).await?, facts.town.as_deref());
    let (key, languages) = (comparable(&facts.name), facts.languages.to_string());
    let values = params![id, keeper, key, phone, facts.country.as_str(), town, lat, lon, languages];
    tx.execute(INSERT, values).await?;
    index_person(tx, id).await
}

/// Changes what an association has noted of a person; false when somebody changed it since `version`.
pub(crate) async fn update(
    tx: &mut Tx,
    keeper: OrganisationId,
    id: PersonId,
    facts: &PersonFacts,
    version: i64,
) -> Result<bool> {
    let (lat, lon) = (facts.point.map(Point::lat), facts.point.map(Point::lon));
    let (phone, town) = (phones::seal(tx, keeper, id, facts.phone.as_deref()).await?, facts.town.as_deref());
    let (key, languages) = (comparable(&facts.name), facts.languages.to_string());
    let values = params![id, key, phone, facts.country.as_str(), town, lat, lon, languages, version, keeper];
    let is_changed = tx.execute(UPDATE, values).await? == 1;
    if is_changed {
        index_person(tx, id).await?;
    }
    Ok(is_changed)
}

/// Lists a person under their new name, wherever a record of them is kept.
pub(crate) async fn rename(tx: &mut Tx, id: PersonId, name: &str) -> Result<()> {
    tx.execute(RENAME, params![id, comparable(name)]).await.map(drop)
}

/// What an association knows of a person; those of whom it has noted nothing are found too, by their account.
///
/// # Errors
/// The engine's error.
pub async fn find_person(tx: &mut Tx, keeper: OrganisationId, id: PersonId) -> Result<Option<PersonFacts>> {
    let Some((mut facts, sealed)) = find_closed(tx, keeper, id).await? else { return Ok(None) };
    facts.phone = phones::open(tx, keeper, id, sealed).await?;
    Ok(Some(facts))
}

/// The same without the telephone number, which comes as it lies in the row.
pub(super) async fn find_closed(
    tx: &mut Tx,
    keeper: OrganisationId,
    id: PersonId,
) -> Result<Option<(PersonFacts, phones::Bytes)>> {
    tx.find(FIND, params![id, keeper], |row| {
        let facts = PersonFacts {
            name: row.get(0)?,
            email: row.get(1)?,
            language: row.get(2)?,
            phone: None,
            country: row.code_opt(4, Country::parse)?.unwrap_or_default(),
            town: row.get(5)?,
            point: point(row, 6)?,
            languages: row.code_opt(8, |codes| SpokenLanguages::parse(codes).ok())?.unwrap_or_default(),
        };
        Ok((facts, row.get(3)?))
    })
    .await
}

/// The associations that keep a record of a person, with their names.
///
/// # Errors
/// The engine's error.
pub async fn keepers(tx: &mut Tx, id: PersonId) -> Result<Vec<(OrganisationId, String)>> {
    tx.query(KEEPERS, params![id], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// Whether a person is the only administrator of an association on this day.
///
/// # Errors
/// The engine's error.
pub async fn is_only_admin(tx: &mut Tx, id: PersonId, on: Date) -> Result<bool> {
    Ok(tx.one(ONLY_ADMIN, params![id, on], |row| row.get::<i64>(0)).await? > 0)
}

/// The version of the record that an association keeps of a person, if it keeps one.
pub(crate) async fn version(tx: &mut Tx, keeper: OrganisationId, id: PersonId) -> Result<Option<i64>> {
    tx.find(VERSION, params![keeper, id], |row| row.get(0)).await
}

/// Whether something was noted about a person by this association.
pub(crate) async fn has_known(tx: &mut Tx, keeper: OrganisationId, id: PersonId) -> Result<bool> {
    Ok(tx.find(KNOWN, params![id, keeper], |row| row.get::<i64>(0)).await?.is_some())
}

/// Whether an association keeps the record of somebody else with this e-mail.
pub(crate) async fn is_known_by_email(tx: &mut Tx, keeper: OrganisationId, email: &str, but: PersonId) -> Result<bool> {
    Ok(tx.find(KNOWN_BY_EMAIL, params![keeper, email, but], |row| row.get::<i64>(0)).await?.is_some())
}

/// A page of the people whose record an association keeps, by name, and one row more if there are others.
pub(crate) async fn list(tx: &mut Tx, org: OrganisationId, after: &After) -> Result<Vec<Listed>> {
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    tx.query(LIST, params![org, &after.key, &after.id, limit], |row| {
        let (id, key, name) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Listed { id, key, name, email: row.get(3)?, has_come_in: row.get(4)? })
    })
    .await
}

/// The roles that the association has given, held on a day by the people of a page of [`list`].
pub(crate) async fn roles_of_page(tx: &mut Tx, org: OrganisationId, page: &[Listed], on: Date) -> Result<Vec<Held>> {
    let (Some(first), Some(last)) = (page.first(), page.last()) else { return Ok(Vec::new()) };
    tx.query(ROLES_OF_PAGE, params![org, &first.key, &last.key, on], |row| {
        Ok(Held { person: row.get(0)?, role: row.code(1, Role::parse)?, place: row.get(2)?, until_on: row.get(3)? })
    })
    .await
}

/// Every role that an association has given a person, the oldest first.
pub(crate) async fn memberships(
    tx: &mut Tx,
    keeper: OrganisationId,
    id: PersonId,
) -> Result<Vec<passerelle_access::Membership>> {
    tx.query(MEMBERSHIPS, params![id, keeper], read_membership).await
}

pub(super) fn read_membership(row: &Row<'_>) -> Result<passerelle_access::Membership> {
    Ok(passerelle_access::Membership {
        id: row.get(0)?,
        account: row.get(1)?,
        org: row.get(2)?,
        team: row.get(3)?,
        role: row.code(4, Role::parse)?,
        place: row.get(5)?,
        from_on: row.get(6)?,
        until_on: row.get(7)?,
    })
}

fn read_account(row: &Row<'_>) -> Result<Account> {
    Ok(Account { id: row.get(0)?, email: row.get(1)?, name: row.get(2)?, language: row.get(3)?, zone: row.get(4)? })
}

/// Who holds this role in the organisation (or in one of its teams) on this day, by name.
///
/// # Errors
/// The engine's error.
pub async fn people_with_role(tx: &mut Tx, org: OrganisationId, role: Role, on: Date) -> Result<Vec<Account>> {
    tx.query(WITH_ROLE, params![org, role.as_str(), on], read_account).await
}

/// Who holds this role in the team on this day, by name.
///
/// # Errors
/// The engine's error.
pub async fn people_of_team(tx: &mut Tx, team: TeamId, role: Role, on: Date) -> Result<Vec<Account>> {
    tx.query(OF_TEAM, params![team, role.as_str(), on], read_account).await
}

/// The same, only by the word of this association.
pub(crate) async fn of_team_by(
    tx: &mut Tx,
    team: TeamId,
    role: Role,
    on: Date,
    keeper: OrganisationId,
) -> Result<Vec<Account>> {
    tx.query(OF_TEAM_BY, params![team, role.as_str(), on, keeper], read_account).await
}
