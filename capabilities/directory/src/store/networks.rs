//! Which organisations are members of which networks.

use passerelle_store::{Result, Row, Tx, params};

use crate::{NetworkLink, OrganisationId, Period};

passerelle_store::sql! {
    /// The statements about networks.
    pub STATEMENTS;
    INSERT = "INSERT INTO organisation_of_network (id, network_id, org_id, from_on, until_on) VALUES (?1, ?2, ?3, ?4, ?5)";
    ALL = "SELECT id, network_id, org_id, from_on, until_on FROM organisation_of_network ORDER BY id LIMIT 20000";
    OF_ORG = "SELECT n.id, o.name, n.from_on, n.until_on FROM organisation_of_network n
        JOIN organisation o ON o.id = n.network_id WHERE n.org_id = ?1 ORDER BY n.from_on, n.id LIMIT 100";
    MEMBERS = "SELECT o.id, o.name, n.from_on, n.until_on FROM organisation_of_network n
        JOIN organisation o ON o.id = n.org_id WHERE n.network_id = ?1 AND o.merged_into IS NULL ORDER BY o.name_key, n.id LIMIT 500";
    NETWORKS = "SELECT id, name FROM organisation WHERE kind = 'federation' ORDER BY name_key LIMIT 200";
}

/// A member of a network, or a network of a member: its name and the days.
pub(crate) struct Tie {
    pub name: String,
    pub period: Period,
}

fn period(row: &Row<'_>, first: usize) -> Result<Period> {
    let wrong = |_| passerelle_store::Error::Column { column: first + 1, problem: "before the first day" };
    Period::new(row.get(first)?, row.get(first + 1)?).map_err(wrong)
}

pub(crate) async fn insert(tx: &mut Tx, link: &NetworkLink) -> Result<()> {
    let (from, until) = (link.period.from(), link.period.until());
    tx.execute(INSERT, params![link.id, link.network, link.member, from, until]).await.map(drop)
}

/// Every link: networks are few, and a circle can be anywhere.
pub(crate) async fn all(tx: &mut Tx) -> Result<Vec<NetworkLink>> {
    tx.query(ALL, &[], |row| {
        let period = period(row, 3)?;
        Ok(NetworkLink { id: row.get(0)?, network: row.get(1)?, member: row.get(2)?, period })
    })
    .await
}

/// The networks that an organisation is or was a member of.
pub(crate) async fn of_org(tx: &mut Tx, org: OrganisationId) -> Result<Vec<Tie>> {
    tx.query(OF_ORG, params![org], |row| Ok(Tie { name: row.get(1)?, period: period(row, 2)? })).await
}

/// The members of a network, by name.
pub(crate) async fn members(tx: &mut Tx, network: OrganisationId) -> Result<Vec<Tie>> {
    tx.query(MEMBERS, params![network], |row| Ok(Tie { name: row.get(1)?, period: period(row, 2)? })).await
}

/// Every network, by name.
pub(crate) async fn networks(tx: &mut Tx) -> Result<Vec<(OrganisationId, String)>> {
    tx.query(NETWORKS, &[], |row| Ok((row.get(0)?, row.get(1)?))).await
}
