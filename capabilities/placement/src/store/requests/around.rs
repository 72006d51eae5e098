//! What pages and letters about requests say of the organisations around them. The directory's tables are only read.

use passerelle_kernel::Id;
use passerelle_store::{Result, Row, Tx, params};

use crate::outside::{Organisation, Person, Team};

/// An association that takes requests.
#[derive(Clone, Debug)]
pub(crate) struct Association {
    /// Its id.
    pub(crate) id: Id<Organisation>,
    /// Its name.
    pub(crate) name: String,
    /// Its town.
    pub(crate) town: Option<String>,
    /// Its site.
    pub(crate) website: Option<String>,
}

passerelle_store::sql! {
    pub(crate) AROUND_STATEMENTS;
    TAKERS = "SELECT id, name, town, website FROM organisation
        WHERE takes_requests_at IS NOT NULL AND kind = 'association' ORDER BY name_key, id LIMIT 200";
    TAKER = "SELECT id, name, town, website FROM organisation
        WHERE id = ?1 AND takes_requests_at IS NOT NULL AND kind = 'association'";
    ORG_NAME = "SELECT name FROM organisation WHERE id = ?1";
    TEAM_ORG = "SELECT org_id FROM team WHERE id = ?1";
    NAME_OF = "SELECT name FROM account WHERE id = ?1";
}

fn read(row: &Row<'_>) -> Result<Association> {
    Ok(Association { id: row.get(0)?, name: row.get(1)?, town: row.get(2)?, website: row.get(3)? })
}

/// The associations that take requests, by name (200 at the most).
pub(crate) async fn takers(tx: &mut Tx) -> Result<Vec<Association>> {
    tx.query(TAKERS, &[], read).await
}

/// Whether the association takes requests.
pub(crate) async fn takes_requests(tx: &mut Tx, org: Id<Organisation>) -> Result<bool> {
    Ok(tx.find(TAKER, params![org], read).await?.is_some())
}

/// The name of an organisation; nothing but the sign of a gap when it is gone.
pub(crate) async fn org_name(tx: &mut Tx, org: Id<Organisation>) -> Result<String> {
    Ok(tx.find(ORG_NAME, params![org], |row| row.get(0)).await?.unwrap_or_else(|| "…".to_owned()))
}

/// The organisation of a team, if the directory knows the team.
pub(crate) async fn team_org(tx: &mut Tx, team: Id<Team>) -> Result<Option<Id<Organisation>>> {
    tx.find(TEAM_ORG, params![team], |row| row.get(0)).await
}

/// The name of a person, if the account is still there.
pub(crate) async fn name_of(tx: &mut Tx, person: Id<Person>) -> Result<Option<String>> {
    tx.find(NAME_OF, params![person], |row| row.get(0)).await
}
