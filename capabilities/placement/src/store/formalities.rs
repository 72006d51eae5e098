//! The formalities of associations, and what was done of them for a mission.

use passerelle_kernel::Id;
use passerelle_store::{Result, Row, Tx, params};

use crate::{
    formality::{Due, Formality},
    mission::Mission,
    outside::{Organisation, Person},
};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    OF_ORG = "SELECT id, text, country, blocking FROM formality WHERE org_id = ?1 AND ended_at IS NULL
        ORDER BY position, id";
    OF_MISSION = "SELECT f.id, f.text, f.country, f.blocking, d.done_at, COALESCE(a.name, '')
        FROM formality f LEFT JOIN formality_done d ON d.formality_id = f.id AND d.mission_id = ?2
        LEFT JOIN account a ON a.id = d.done_by
        WHERE f.org_id = ?1 AND (f.ended_at IS NULL OR d.done_at IS NOT NULL)
            AND (f.country IS NULL OR f.country = (SELECT o.country FROM organisation o WHERE o.id = ?3))
        ORDER BY f.position, f.id";
    ADD = "INSERT INTO formality (id, org_id, text, country, blocking, position, created_at)
        VALUES (?1, ?2, ?3, ?4, ?5, (SELECT COALESCE(max(f.position), 0) + 1 FROM formality f WHERE f.org_id = ?2), ?6)";
    REMOVE = "UPDATE formality SET ended_at = ?3 WHERE id = ?1 AND org_id = ?2 AND ended_at IS NULL";
    KNOWN = "SELECT 1 FROM formality WHERE id = ?1 AND org_id = ?2";
    DONE = "INSERT INTO formality_done (org_id, mission_id, formality_id, done_at, done_by) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (mission_id, formality_id) DO NOTHING";
    UNDONE = "DELETE FROM formality_done WHERE mission_id = ?1 AND formality_id = ?2";
}

fn formality(row: &Row<'_>) -> Result<Formality> {
    Ok(Formality { id: row.get(0)?, text: row.get(1)?, country: row.get(2)?, blocking: row.get(3)? })
}

/// The list of an association.
pub(crate) async fn of_org(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Formality>> {
    tx.query(OF_ORG, params![org], formality).await
}

/// Those of a mission: of its association, for the country of its institution.
pub(crate) async fn of_mission(
    tx: &mut Tx,
    org: Id<Organisation>,
    mission: Id<Mission>,
    institution: Id<Organisation>,
) -> Result<Vec<Due>> {
    tx.query(OF_MISSION, params![org, mission, institution], |row| {
        let at: Option<passerelle_kernel::Timestamp> = row.get(4)?;
        let by: String = row.get(5)?;
        Ok(Due { formality: formality(row)?, done: at.map(|at| (at, by)) })
    })
    .await
}

/// Adds one at the end of the list.
pub(crate) async fn add(tx: &mut Tx, org: Id<Organisation>, one: &Formality) -> Result<()> {
    let now = tx.now();
    tx.execute(ADD, params![one.id, org, &one.text, one.country.as_deref(), one.blocking, now]).await.map(drop)
}

/// Takes one off the list, whether it is still on it or not; false when it never was on this one. What was done of it
/// stays with its missions.
pub(crate) async fn remove(tx: &mut Tx, org: Id<Organisation>, id: Id<Formality>) -> Result<bool> {
    let now = tx.now();
    tx.execute(REMOVE, params![id, org, now]).await?;
    Ok(tx.find(KNOWN, params![id, org], |row| row.get::<i64>(0)).await?.is_some())
}

/// Notes that one is done for a mission.
pub(crate) async fn done(
    tx: &mut Tx,
    org: Id<Organisation>,
    mission: Id<Mission>,
    id: Id<Formality>,
    by: Id<Person>,
) -> Result<()> {
    let now = tx.now();
    tx.execute(DONE, params![org, mission, id, now, by]).await.map(drop)
}

/// Notes that one is open again.
pub(crate) async fn undone(tx: &mut Tx, mission: Id<Mission>, id: Id<Formality>) -> Result<()> {
    tx.execute(UNDONE, params![mission, id]).await.map(drop)
}
