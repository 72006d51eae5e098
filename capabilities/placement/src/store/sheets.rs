//! The sheets in the database: one row a mission that carries the version, one row an answered point.

use std::collections::BTreeMap;

use passerelle_kernel::{Date, Id};
use passerelle_store::{Error, Result, Row, Tx, params};

use super::sealed::{ANSWER_WORDS, Bytes};
use crate::{
    mission::Mission,
    outside::Organisation,
    sheet::{Answer, Point, Sheet},
    stamp::Stamp,
};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    VERSION = "SELECT version FROM sheet WHERE mission_id = ?1";
    ANSWERS = "SELECT point, words, open_until, by_id, at, org_id FROM sheet_answer WHERE mission_id = ?1";
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
    let mut answers = BTreeMap::new();
    for (org, sealed, point, mut answer) in tx.query(ANSWERS, params![mission], read).await? {
        if let Answer::Settled { words, .. } = &mut answer {
            *words = tx.open(ANSWER_WORDS, org, row_id(mission, point), sealed.as_deref()).await?;
        }
        answers.insert(point, answer);
    }
    Ok(Sheet { mission, version, answers })
}

/// What tells the rows of answers apart.
fn row_id(mission: Id<Mission>, point: Point) -> String {
    format!("{mission}/{}", point.as_str())
}

/// An answer whose words are still sealed.
fn read(row: &Row<'_>) -> Result<(Id<Organisation>, Bytes, Point, Answer)> {
    let stamp = Stamp::of(row.get(3)?, row.get(4)?);
    let sealed: Bytes = row.get(1)?;
    let answer = match (&sealed, row.get::<Option<Date>>(2)?) {
        (_, None) => Answer::Settled { words: String::new(), stamp },
        (None, Some(by)) => Answer::Open { by, stamp },
        _ => return Err(Error::Column { column: 1, problem: "both words and a day" }),
    };
    Ok((row.get(5)?, sealed, row.code(0, Point::parse)?, answer))
}

/// Begins the blank sheet of a new mission.
pub(crate) async fn begin(tx: &mut Tx, mission: &Mission) -> Result<()> {
    tx.execute(BEGIN, params![mission.id, mission.org]).await.map(drop)
}

/// Writes the version of a sheet; false when somebody has changed it since the version `before`.
pub(crate) async fn raise(tx: &mut Tx, before: u32, sheet: &Sheet) -> Result<bool> {
    Ok(tx.execute(RAISE, params![sheet.mission, before, sheet.version]).await? == 1)
}

/// Writes the new answer to one point; false when somebody has changed the sheet since the version `before`.
pub(crate) async fn save(tx: &mut Tx, org: Id<Organisation>, before: u32, sheet: &Sheet, point: Point) -> Result<bool> {
    let Some(answer) = sheet.answers.get(&point) else { return Ok(false) };
    if !raise(tx, before, sheet).await? {
        return Ok(false);
    }
    let (words, by, stamp) = match answer {
        Answer::Settled { words, stamp } => (words.as_str(), None, stamp),
        Answer::Open { by, stamp } => ("", Some(*by), stamp),
    };
    let words = tx.seal(ANSWER_WORDS, org, row_id(sheet.mission, point), words).await?;
    let (by_id, at) = (stamp.by.account().into(), stamp.at.into());
    let values = [sheet.mission.into(), point.as_str().into(), org.into(), words, by.into(), by_id, at];
    tx.execute(ANSWER, &values).await?;
    Ok(true)
}
