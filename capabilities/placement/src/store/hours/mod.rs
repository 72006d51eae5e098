//! Hours of work in the database: the noun ↔ its row, the sums that the rules ask for, quiet weeks.
//!
//! What is approved has no way to change: every UPDATE and DELETE names the state that it leaves, and none leaves
//! `approved`, and every write goes through the gate of closed months. Lists and sums for pages are in `lists.rs` and `around.rs`.

pub(crate) mod around;
pub(crate) mod each;
pub(crate) mod lists;
pub(in crate::store) mod row;

use passerelle_access::{Actor, Decision, Facts, Rule};
use passerelle_kernel::{Date, Id, Language, Minutes, Timestamp};
use passerelle_store::{Error as StoreError, Param, Result, Tx, params};

use crate::{
    Error,
    access::HOURS_READ,
    hours::{Entry, QuietWeek, Stage, State},
    mission::Mission,
    outside::{Organisation, Person, Team},
    period::{Days, Month},
    store::{closings, sealed::QUESTION},
};

pub(crate) use row::Kept;

passerelle_store::sql! {
    /// The statements about hours.
    pub(crate) STATEMENTS;
    INSERT = "INSERT INTO hours_entry (id, org_id, institution_id, team_id, mission_id, peer_id, worked_on, minutes,
            activity, correction_of, recorded_at, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'recorded')";
    FIND = concat!("SELECT ", row::columns!(), " FROM hours_entry h WHERE h.id = ?1");
    OF_MISSION = concat!("SELECT ", row::columns!(), " FROM hours_entry h
        WHERE h.mission_id = ?1 AND h.worked_on >= ?2 AND h.worked_on <= ?3 ORDER BY h.worked_on, h.id LIMIT 1000");
    SAVE = "UPDATE hours_entry SET worked_on = ?3, minutes = ?4, activity = ?5, recorded_at = ?6, state = ?7,
            confirmed_means = ?8, confirmed_by = ?9, confirmed_name = ?10, confirmed_at = ?11,
            approved_by = ?12, approved_at = ?13,
            returned_means = ?14, returned_by = ?15, returned_name = ?16, returned_at = ?17, question = ?18
        WHERE id = ?1 AND state = ?2 AND state <> 'approved'";
    DELETE = "DELETE FROM hours_entry WHERE id = ?1 AND state IN ('recorded', 'returned')";
    OWNER = "SELECT org_id FROM hours_entry WHERE id = ?1";
    OF_DAY = "SELECT CAST(coalesce(sum(minutes), 0) AS BIGINT) FROM hours_entry
        WHERE peer_id = ?1 AND worked_on = ?2 AND id <> ?3";
    OF_DAYS = "SELECT CAST(coalesce(sum(minutes), 0) AS BIGINT) FROM hours_entry
        WHERE mission_id = ?1 AND worked_on >= ?2 AND worked_on <= ?3";
    CORRECTED = "SELECT CAST(coalesce(sum(minutes), 0) AS BIGINT) FROM hours_entry WHERE correction_of = ?1";
    SAY_QUIET = "INSERT INTO quiet_week (mission_id, monday, org_id, peer_id, said_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (mission_id, monday) DO NOTHING";
    NOT_QUIET = "DELETE FROM quiet_week WHERE mission_id = ?1 AND monday = ?2";
    ASKED = "SELECT asked_at FROM confirmation_asked WHERE mission_id = ?1 AND month = ?2";
    ASK = "INSERT INTO confirmation_asked (mission_id, month, org_id, asked_at) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (mission_id, month) DO UPDATE SET asked_at = excluded.asked_at";
    REFERENTS = "SELECT DISTINCT a.name, COALESCE(a.email, a.joining_email), a.language
        FROM membership r JOIN account a ON a.id = r.account_id
        WHERE r.team_id = ?1 AND r.role = 'referent' AND r.from_on <= ?2 AND (r.until_on IS NULL OR r.until_on >= ?2)
        AND COALESCE(a.email, a.joining_email) IS NOT NULL AND a.closed_at IS NULL ORDER BY 1, 2 LIMIT 10";
}

/// Somebody of a team who is written to.
#[derive(Clone, Debug)]
pub(crate) struct Addressee {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The language of the letter.
    pub language: Language,
}

/// Those who hold the referent's role in a team on this day and can be written to.
///
/// # Errors
/// The engine's error.
pub(crate) async fn referents(tx: &mut Tx, team: Id<Team>, on: Date) -> Result<Vec<Addressee>> {
    tx.query(REFERENTS, params![team, on], |row| {
        Ok(Addressee { name: row.get(0)?, email: row.get(1)?, language: row.get(2)? })
    })
    .await
}

/// Writes a new entry, which concerns these.
///
/// # Errors
/// Refused in a month that is closed; the engine's error.
pub(crate) async fn insert(tx: &mut Tx, entry: &Entry, of: &Facts) -> std::result::Result<(), Error> {
    let f = entry.facts();
    closings::gate(tx, of.association, f.work.on).await?;
    let values = params![
        f.id,
        of.association,
        of.institution,
        of.team,
        f.mission,
        f.peer,
        f.work.on,
        f.work.minutes,
        f.work.activity.as_str(),
        f.correction_of,
        f.recorded_at,
    ];
    tx.execute(INSERT, values).await?;
    Ok(())
}

/// The entry, if the person may see it and do `rule` with it.
///
/// # Errors
/// [`Error::NotFound`] or [`Error::Forbidden`]; the engine's error.
pub(crate) async fn load_entry(
    tx: &mut Tx,
    actor: &Actor,
    id: Id<Entry>,
    rule: &Rule,
) -> std::result::Result<Kept, Error> {
    let kept = find(tx, id).await?.ok_or(Error::NotFound)?;
    match actor.decide(tx, HOURS_READ, rule, &kept.of) {
        Decision::Yes => Ok(kept),
        Decision::Forbidden => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// The entry, whoever asks: for whoever holds the link of its mission.
///
/// # Errors
/// The engine's error.
pub(crate) async fn find(tx: &mut Tx, id: Id<Entry>) -> Result<Option<Kept>> {
    match tx.find(FIND, params![id], row::kept).await? {
        Some(kept) => row::open(tx, kept).await.map(Some),
        None => Ok(None),
    }
}

/// The entries of a mission in a month, by day.
///
/// # Errors
/// The engine's error.
pub(crate) async fn of_mission(tx: &mut Tx, mission: Id<Mission>, month: Month) -> Result<Vec<Entry>> {
    let days = month.days();
    let kept = tx.query(OF_MISSION, params![mission, days.first(), days.last()], row::kept).await?;
    Ok(row::open_all(tx, kept).await?.into_iter().map(|kept| kept.entry).collect())
}

/// Writes the new state of an entry that stood at `was`.
///
/// # Errors
/// Refused in a month that is closed; [`StoreError::Conflict`] when it stands elsewhere by now.
pub(crate) async fn save(tx: &mut Tx, entry: &Entry, was: Stage) -> std::result::Result<(), Error> {
    closings::gate_of_entry(tx, entry.facts().id, entry.facts().work.on).await?;
    let mut values = row::values(entry, was);
    values.push(match entry.state() {
        State::Returned { question, .. } => {
            let id = entry.facts().id;
            let org: Id<Organisation> = tx.one(OWNER, params![id], |row| row.get(0)).await?;
            tx.seal(QUESTION, org, id, question).await?
        }
        _ => Param::Null,
    });
    match tx.execute(SAVE, &values).await? {
        1 => Ok(()),
        _ => Err(StoreError::Conflict.into()),
    }
}

/// Takes an entry away that nobody has confirmed.
///
/// # Errors
/// Refused in a month that is closed; [`StoreError::Conflict`] when it is confirmed by now.
pub(crate) async fn delete(tx: &mut Tx, entry: &Entry) -> std::result::Result<(), Error> {
    closings::gate_of_entry(tx, entry.facts().id, entry.facts().work.on).await?;
    match tx.execute(DELETE, params![entry.facts().id]).await? {
        1 => Ok(()),
        _ => Err(StoreError::Conflict.into()),
    }
}

/// The minutes of a peer on a day, in all missions and associations, without the entry `but`.
///
/// # Errors
/// The engine's error.
pub(crate) async fn of_day(tx: &mut Tx, peer: Id<Person>, on: Date, but: Id<Entry>) -> Result<Minutes> {
    tx.one(OF_DAY, params![peer, on, but], |row| row.get(0)).await
}

/// The minutes recorded on a mission in these days.
///
/// # Errors
/// The engine's error.
pub(crate) async fn of_days(tx: &mut Tx, mission: Id<Mission>, days: Days) -> Result<Minutes> {
    tx.one(OF_DAYS, params![mission, days.first(), days.last()], |row| row.get(0)).await
}

/// The sum of the corrections of an entry.
///
/// # Errors
/// The engine's error.
pub(crate) async fn corrected(tx: &mut Tx, id: Id<Entry>) -> Result<Minutes> {
    tx.one(CORRECTED, params![id], |row| row.get(0)).await
}

/// Writes a quiet week; saying it twice is saying it once.
///
/// # Errors
/// The engine's error.
pub(crate) async fn say_quiet(tx: &mut Tx, quiet: &QuietWeek, org: Id<Organisation>) -> Result<()> {
    let values = params![quiet.mission, quiet.week.monday(), org, quiet.peer, quiet.said_at];
    tx.execute(SAY_QUIET, values).await.map(drop)
}

/// Forgets that the week was quiet: hours have been recorded in it.
///
/// # Errors
/// The engine's error.
pub(crate) async fn not_quiet(tx: &mut Tx, mission: Id<Mission>, monday: Date) -> Result<()> {
    tx.execute(NOT_QUIET, params![mission, monday]).await.map(drop)
}

/// When the team was last asked to confirm this month.
///
/// # Errors
/// The engine's error.
pub(crate) async fn asked(tx: &mut Tx, mission: Id<Mission>, month: Month) -> Result<Option<Timestamp>> {
    tx.find(ASKED, params![mission, month.to_string()], |row| row.get(0)).await
}

/// Notes that the team is asked now.
///
/// # Errors
/// The engine's error.
pub(crate) async fn ask(tx: &mut Tx, mission: Id<Mission>, month: Month, org: Option<Id<Organisation>>) -> Result<()> {
    let now = tx.now();
    tx.execute(ASK, params![mission, month.to_string(), org, now]).await.map(drop)
}
