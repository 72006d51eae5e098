//! The two sides of a paper: an organisation with its address and its number, and the framework agreement of a mission.

use passerelle_kernel::Id;
use passerelle_store::{Result, Row, Tx, params};

use crate::{agreement::Agreement, mission::Mission, outside::Organisation};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    SIDE = "SELECT name, address, coalesce(post_code, ''), coalesce(town, ''), coalesce(siret, siren, enterprise, '')
        FROM organisation WHERE id = ?1";
    AGREEMENT_OF = "SELECT c.agreement_id FROM agreement_mission c JOIN agreement g ON g.id = c.agreement_id
        WHERE c.mission_id = ?1 ORDER BY g.from_on DESC, g.id DESC LIMIT 1";
}

/// An organisation as papers name it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Side {
    /// Its name.
    pub(crate) name: String,
    /// Its street.
    pub(crate) address: String,
    /// Post code and town.
    pub(crate) town: String,
    /// The number by which law knows it, or nothing.
    pub(crate) number: String,
}

/// An organisation as papers name it.
pub(crate) async fn side(tx: &mut Tx, id: Id<Organisation>) -> Result<Side> {
    let read = |row: &Row<'_>| {
        let town = format!("{} {}", row.get::<String>(2)?, row.get::<String>(3)?).trim().to_owned();
        Ok(Side { name: row.get(0)?, address: row.get(1)?, town, number: row.get(4)? })
    };
    Ok(tx.find(SIDE, params![id], read).await?.unwrap_or_default())
}

/// The last framework agreement that covers a mission.
pub(crate) async fn agreement_of(tx: &mut Tx, mission: Id<Mission>) -> Result<Option<Id<Agreement>>> {
    tx.find(AGREEMENT_OF, params![mission], |row| row.get(0)).await
}
