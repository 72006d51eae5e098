//! The sheets in the database: one row a mission that carries the version, one row an answered point.

use passerelle_kernel::{Date, Id};
use passerelle_store::{Error, Result, Row, Tx, params};

use crate::{
    mission::Mission,
    outside::Organisation,
    sheet::{Answer, Point, Sheet},
    stamp::Stamp,
};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    VERSION = "SELECT version FROM sheet WHERE mission_id = ?1";
    ANSWERS = "SELECT point, words, open_until, by_id, at FROM sheet_answer WHERE mission_id = ?1";
    BEGIN = "INSERT INTO sheet (mission_id, org_id, version) VALUES (?1, ?2, 0)";
    RAISE = "UPDATE sheet SET version = ?3 WHERE mission_id = ?1 AND version = ?2";
    ANSWER = "INSERT INTO sheet_answer (mission_id, point, org_id, words, open_until, by_id, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (mission_id, point) DO UPDATE SET words = excluded.words, open_until = excluded.open_until,
            by_id = excluded.by_id, at = excluded.at";
}

/// The sheet of a mission.
pub(crate) async fn find(tx: &mut Tx, mission: Id<Mission>) -> Result<Sheet> {
    let version = tx.find(VERSION, params![mission], |row| row.get(0)).await?.unwrap_or(0);
    let answers = tx.query(ANSWERS, params![mission], read).await?.into_iter().collect();
    Ok(Sheet { mission, version, answers })
}

fn read(row: &Row<'_>) -> Result<(Point, Answer)> {
    let stamp = Stamp::of(row.get(3)?, row.get(4)?);
    let answer = match (row.get::<Option<String>>(1)?, row.get::<Option<Date>>(2)?) {
        (Some(words), None) => Answer::Settled { words, stamp },
        (None, Some(by)) => Answer::Open { by, stamp },
        _ => return Err(Error::Column { column: 1, problem: "neither words nor a day" }),
    };
    Ok((row.code(0, Point::parse)?, answer))
}

/// Begins the blank sheet of a new mission.
pub(crate) async fn begin(tx: &mut Tx, mission: &Mission) -> Result<()> {
    tx.execute(BEGIN, params![mission.id, mission.org]).await.map(drop)
}

/// Writes the new answer to one point; false when somebody has changed the sheet since the version `before`.
pub(crate) async fn save(tx: &mut Tx, org: Id<Organisation>, before: u32, sheet: &Sheet, point: Point) -> Result<bool> {
    let Some(answer) = sheet.answers.get(&point) else { return Ok(false) };
    if tx.execute(RAISE, params![sheet.mission, before, sheet.version]).await? != 1 {
        return Ok(false);
    }
    let (words, by, stamp) = match answer {
        Answer::Settled { words, stamp } => (Some(words), None, stamp),
        Answer::Open { by, stamp } => (None, Some(*by), stamp),
    };
    let values = params![sheet.mission, point.as_str(), org, words, by, stamp.by.account(), stamp.at];
    tx.execute(ANSWER, values).await?;
    Ok(true)
}
