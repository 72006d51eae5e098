//! How institutions have recruited the peers of missions.

use passerelle_kernel::Id;
use passerelle_store::{Result, Row, Tx, params};

use super::sealed::{Bytes, HIRE_WORDS};
use crate::{
    hire::{Contract, Hire},
    mission::Mission,
    outside::Organisation,
};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    KEEP = "INSERT INTO direct_hire (mission_id, org_id, from_on, contract, words) VALUES (?1, ?2, ?3, ?4, ?5)";
    FIND = "SELECT from_on, contract, words FROM direct_hire WHERE mission_id = ?1";
}

/// Keeps how the peer of a mission was recruited.
pub(crate) async fn keep(tx: &mut Tx, org: Id<Organisation>, mission: Id<Mission>, hire: &Hire) -> Result<()> {
    let words = tx.seal(HIRE_WORDS, org, mission, &hire.words).await?;
    let values = [mission.into(), org.into(), hire.from.into(), hire.contract.as_str().into(), words];
    tx.execute(KEEP, &values).await.map(drop)
}

/// How the peer of a mission was recruited, if that was said.
pub(crate) async fn find(tx: &mut Tx, org: Id<Organisation>, mission: Id<Mission>) -> Result<Option<Hire>> {
    let read = |row: &Row<'_>| -> Result<(Hire, Bytes)> {
        let hire = Hire { from: row.get(0)?, contract: row.code(1, Contract::parse)?, words: String::new() };
        Ok((hire, row.get(2)?))
    };
    let Some((hire, sealed)) = tx.find(FIND, params![mission], read).await? else { return Ok(None) };
    let words = tx.open(HIRE_WORDS, org, mission, sealed.as_deref()).await?;
    Ok(Some(Hire { words, ..hire }))
}
