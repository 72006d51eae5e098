//! What is found by words here: organisations, teams, and people, for each audience what it sees of them.

use passerelle_access::account::address_name;
use passerelle_kernel::{Date, Id};
use passerelle_store::{
    Result, Row, Tx, found, params,
    search::{Entry, Search, reader},
};
use passerelle_web::search::{LOOKED_AT, STEP};

use super::{
    organisations, people,
    phones::{self, Numbered},
    teams::Written,
    visibility::{are_networked, holds_role, opened},
};
use crate::{
    Name, Organisation, OrganisationId, OrganisationKind, PersonId, TeamId,
    visibility::{Audience, Seen},
};

/// Who finds organisations and teams: everybody who reads organisations.
const ORGANISATION: &str = "organisation";
const TEAM: &str = "team";
const PERSON: &str = "person";

/// The audiences who look for people; teams meet theirs by their missions.
const AUDIENCES: [Audience; 3] = [Audience::Coordinators, Audience::Colleagues, Audience::Network];

macro_rules! shown {
    ($condition:expr) => {
        found!(
            "p.org_id, a.name, p.name_key, o.name",
            "JOIN person p ON p.id = s.id AND p.org_id = s.org_id JOIN account a ON a.id = p.id
            JOIN organisation o ON o.id = p.org_id",
            concat!("AND a.closed_at IS NULL AND ", holds_role!(), $condition)
        )
    };
}

passerelle_store::sql! {
    /// The statements about what is found by words.
    pub STATEMENTS;
    FIND_ORGANISATIONS = found!("o.id, o.kind, o.name, o.town", "JOIN organisation o ON o.id = s.id",
        "AND o.merged_into IS NULL");
    FIND_TEAMS = found!("t.id, t.name, o.name, coalesce(t.town, o.town)",
        "JOIN team t ON t.id = s.id JOIN organisation o ON o.id = t.org_id", "AND t.merged_into IS NULL");
    FIND_KEPT = found!("a.id, a.name, COALESCE(a.email, a.joining_email)",
        "JOIN person p ON p.id = s.id AND p.org_id = s.org_id JOIN account a ON a.id = p.id", "AND a.closed_at IS NULL");
    FIND_COLLEAGUES = shown!("");
    FIND_IN_NETWORK = shown!(concat!(" AND p.org_id <> ?4 AND ", are_networked!("p.org_id", "?4", "?3")));
    PEOPLE_AFTER = "SELECT DISTINCT id FROM person WHERE id > ?1 ORDER BY id LIMIT ?2";
    TEAMS_AFTER = "SELECT id, org_id, name, town FROM team WHERE id > ?1 AND merged_into IS NULL ORDER BY id LIMIT ?2";
}

/// A person as a search shows them to their colleagues or to the network.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub org: OrganisationId,
    pub name: String,
    /// Their place in the list of the association's people.
    pub key: String,
    pub org_name: String,
}

impl From<Numbered> for Shown {
    fn from(one: Numbered) -> Self {
        Self { org: one.org, name: one.name, key: one.key, org_name: one.org_name }
    }
}

/// Organisations: id, kind, name, town.
pub(crate) async fn find_organisations(
    tx: &mut Tx,
    search: &Search,
) -> Result<Vec<(OrganisationId, OrganisationKind, String, Option<String>)>> {
    let searched = tx.searched(search, &[reader(ORGANISATION, None)]);
    tx.query(FIND_ORGANISATIONS, &[searched, LOOKED_AT.into()], |row| {
        Ok((row.get(0)?, row.code(1, OrganisationKind::parse)?, row.get(2)?, row.get(3)?))
    })
    .await
}

/// Teams: id, name, organisation, town.
pub(crate) async fn find_teams(tx: &mut Tx, search: &Search) -> Result<Vec<(TeamId, String, String, Option<String>)>> {
    let searched = tx.searched(search, &[reader(TEAM, None)]);
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    tx.query(FIND_TEAMS, &[searched, LOOKED_AT.into()], read).await
}

/// The people whose record an association keeps: id, name, e-mail address.
pub(crate) async fn find_kept(
    tx: &mut Tx,
    search: &Search,
    org: OrganisationId,
) -> Result<Vec<(PersonId, String, Option<String>)>> {
    let searched = tx.searched(search, &[readers(Audience::Coordinators, org)]);
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let mut found = tx.query(FIND_KEPT, &[searched, LOOKED_AT.into()], read).await?;
    found.extend(phones::kept(tx, search, org).await?.into_iter().map(|one| (one.id, one.name, one.email)));
    Ok(found)
}

/// The people who show themselves to their colleagues in `org`, and those who show themselves to its networks.
pub(crate) async fn find_shown(tx: &mut Tx, search: &Search, org: OrganisationId, on: Date) -> Result<Vec<Shown>> {
    let read =
        |row: &Row<'_>| Ok(Shown { org: row.get(0)?, name: row.get(1)?, key: row.get(2)?, org_name: row.get(3)? });
    let here = tx.searched(search, &[readers(Audience::Colleagues, org)]);
    let mut found = tx.query(FIND_COLLEAGUES, &[here, LOOKED_AT.into(), on.into()], read).await?;
    found.extend(phones::colleagues(tx, search, org, on).await?.into_iter().map(Shown::from));
    found.extend(find_in_network(tx, search, org, on).await?);
    Ok(found)
}

/// The people who show themselves to the networks of `org`, without those of `org`.
pub(crate) async fn find_in_network(tx: &mut Tx, search: &Search, org: OrganisationId, on: Date) -> Result<Vec<Shown>> {
    let read =
        |row: &Row<'_>| Ok(Shown { org: row.get(0)?, name: row.get(1)?, key: row.get(2)?, org_name: row.get(3)? });
    let searched = tx.searched(search, &[readers(Audience::Network, org)]);
    let mut found = tx.query(FIND_IN_NETWORK, &[searched, LOOKED_AT.into(), on.into(), org.into()], read).await?;
    found.extend(phones::in_network(tx, search, org, on).await?.into_iter().map(Shown::from));
    Ok(found)
}

/// Those of an audience who find the people of `org`; which networks it is in is asked when somebody searches.
fn readers(audience: Audience, org: OrganisationId) -> String {
    reader(audience.as_str(), (audience != Audience::Network).then(|| org.to_string()))
}

/// Follows an organisation that was written.
pub(crate) async fn index_organisation(tx: &mut Tx, organisation: &Organisation) -> Result<()> {
    let id = organisation.id.to_string();
    let short = organisation.short_name.as_ref().map_or("", Name::as_str);
    tx.call(&id, &format!("{} {short}", organisation.name)).await?;
    let (readers, text) = ([reader(ORGANISATION, None)], organisations::findable(organisation));
    let entry = Entry { kind: ORGANISATION, org: id.clone(), id, readers: &readers, text: &text, ..Entry::default() };
    tx.index(&entry).await
}

/// An organisation that stepped back is found by nobody, and nothing is found by its name.
pub(crate) async fn unindex_organisation(tx: &mut Tx, id: OrganisationId) -> Result<()> {
    tx.unindex(ORGANISATION, &id.to_string()).await?;
    tx.call(&id.to_string(), "").await
}

/// A team that stepped back is found by nobody, and nothing is found by its name.
pub(crate) async fn unindex_team(tx: &mut Tx, id: TeamId) -> Result<()> {
    tx.unindex(TEAM, &id.to_string()).await?;
    tx.call(&id.to_string(), "").await
}

/// Follows a team that was written; it is found by the name of its organisation too.
pub(crate) async fn index_team(tx: &mut Tx, team: &Written<'_>) -> Result<()> {
    let (id, org) = (team.id.to_string(), team.org.to_string());
    tx.call(&id, team.name).await?;
    let (readers, text) = ([reader(TEAM, None)], format!("{} {}", team.name, team.town.unwrap_or_default()));
    let names = [Some(org.clone()), None, None];
    tx.index(&Entry { kind: TEAM, id, org, readers: &readers, text: &text, names, ..Entry::default() }).await
}

/// Follows a person of whom a record or whose choices were written: an entry for each audience of each association that may
/// find them, with the words that it sees. The name and the address follow the account by themselves.
pub(crate) async fn index_person(tx: &mut Tx, person: PersonId) -> Result<()> {
    for (keeper, _) in people::keepers(tx, person).await? {
        index_record(tx, keeper, person).await?;
    }
    Ok(())
}

async fn index_record(tx: &mut Tx, keeper: OrganisationId, person: PersonId) -> Result<()> {
    let Some((facts, _)) = people::find_closed(tx, keeper, person).await? else { return Ok(()) };
    let visibility = opened(tx, keeper, person).await?;
    let (id, org) = (person.to_string(), keeper.to_string());
    for audience in AUDIENCES {
        let part = audience.as_str();
        let Some(seen) = Seen::by(audience, &visibility, &facts, &[]) else {
            tx.unindex_part(PERSON, &id, part, &org).await?;
            continue;
        };
        let text = seen.town.map(|(town, _)| town).unwrap_or_default();
        let names = [Some(id.clone()), seen.email.map(|_| address_name(person)), None];
        let readers = [readers(audience, keeper)];
        let entry =
            Entry { kind: PERSON, id: id.clone(), org: org.clone(), part, readers: &readers, text: &text, names };
        tx.index(&entry).await?;
    }
    Ok(())
}

/// Indexes the next organisations after this id.
pub(crate) async fn index_organisations(tx: &mut Tx, after: &str) -> Result<Option<String>> {
    let next = organisations::after(tx, after, STEP).await?;
    for organisation in &next {
        index_organisation(tx, organisation).await?;
    }
    Ok(next.last().map(|last| last.id.to_string()))
}

/// Indexes the next teams after this id.
pub(crate) async fn index_teams(tx: &mut Tx, after: &str) -> Result<Option<String>> {
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get::<String>(2)?, row.get::<Option<String>>(3)?));
    let next: Vec<(TeamId, OrganisationId, _, _)> = tx.query(TEAMS_AFTER, params![after, STEP], read).await?;
    for (id, org, name, town) in &next {
        index_team(tx, &Written { id: *id, org: *org, name, town: town.as_deref(), point: None }).await?;
    }
    Ok(next.last().map(|(id, ..)| id.to_string()))
}

/// Indexes the next people after this id.
pub(crate) async fn index_people(tx: &mut Tx, after: &str) -> Result<Option<String>> {
    let next: Vec<PersonId> = tx.query(PEOPLE_AFTER, params![after, STEP], |row| row.get::<Id<_>>(0)).await?;
    for person in &next {
        index_person(tx, *person).await?;
    }
    Ok(next.last().map(ToString::to_string))
}
