//! Imports: the file, how far it is, what the preview lists.

use passerelle_access::Account;
use passerelle_kernel::{Date, Id};
use passerelle_store::{Result, Row, Tx, params};

use crate::{
    FinessNumber, OrganisationId,
    finess::Plan,
    import::{Counts, Import, ImportState},
    list_import::List,
};

/// How many lines of each part the preview keeps.
pub(crate) const LISTED: usize = 300;

/// A line of the preview.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pub line: u64,
    pub about: String,
    /// The field, or the key of the reason.
    pub code: String,
    /// The repair.
    pub kind: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// The columns of an import, in the order of [`read`].
macro_rules! columns {
    () => {
        "id, org_id, made_at, state, done, total, edition, published_on, lines, created, changed, unchanged, refused, \
         repaired, problem, list"
    };
}

pub(super) use columns;

passerelle_store::sql! {
    /// The statements about imports.
    pub STATEMENTS;
    INSERT = "INSERT INTO import (id, org_id, made_by, made_at, state, file, done, total, lines, created, changed,
        unchanged, refused, repaired) VALUES (?1, ?2, ?3, ?4, 'reading', ?5, 0, ?6, 0, 0, 0, 0, 0, 0)";
    FIND = concat!("SELECT ", columns!(), " FROM import WHERE id = ?1");
    OF_ORG = concat!("SELECT ", columns!(), " FROM import WHERE org_id = ?1 AND list IS NULL ORDER BY id DESC LIMIT 20");
    FILE = "SELECT file FROM import WHERE id = ?1";
    PROGRESS = "UPDATE import SET done = ?2, total = ?3 WHERE id = ?1";
    READY = "UPDATE import SET state = 'ready', edition = ?2, published_on = ?3, lines = ?4, created = ?5, changed = ?6,
        unchanged = ?7, refused = ?8, repaired = ?9 WHERE id = ?1 AND state = 'reading'";
    CONFIRM = "UPDATE import SET state = 'applying', done = 0, total = created + changed WHERE id = ?1 AND state = 'ready'
        AND list IS NULL";
    APPLIED = "UPDATE import SET state = 'applied', file = NULL, staged = NULL WHERE id = ?1";
    STOP = "UPDATE import SET state = 'stopped', file = NULL, staged = NULL, problem = ?2 WHERE id = ?1";
    LATEST = "SELECT max(published_on) FROM import WHERE state = 'applied'";
    ADD_LINE = "INSERT INTO import_line (import_id, part, place, line, about, code, kind, before, after)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    LINES = "SELECT line, about, code, kind, before, after FROM import_line WHERE import_id = ?1 AND part = ?2
        ORDER BY place";
    FORGET_LINES = "DELETE FROM import_line WHERE import_id = ?1";
    BY_HAND = "SELECT o.finess_site, o.id FROM organisation o LEFT JOIN finess_site f ON f.number = o.finess_site
        WHERE o.finess_site IS NOT NULL AND f.number IS NULL AND o.merged_into IS NULL ORDER BY o.id";
}

pub(super) fn read(row: &Row<'_>) -> Result<Import> {
    let count = |column| row.get::<i64>(column);
    let counts = Counts {
        lines: count(8)?,
        created: count(9)?,
        changed: count(10)?,
        unchanged: count(11)?,
        refused: count(12)?,
        repaired: count(13)?,
    };
    Ok(Import {
        id: row.get(0)?,
        org: row.get(1)?,
        made_at: row.get(2)?,
        state: row.code(3, ImportState::parse)?,
        done: count(4)?.try_into().unwrap_or(0),
        total: count(5)?.try_into().unwrap_or(0),
        edition: row.get(6)?,
        published_on: row.get(7)?,
        counts,
        problem: row.get(14)?,
        list: row.code_opt(15, List::parse)?,
    })
}

fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(crate) async fn insert(
    tx: &mut Tx,
    id: Id<Import>,
    org: OrganisationId,
    by: Id<Account>,
    file: Vec<u8>,
) -> Result<()> {
    let (now, total) = (tx.now(), number(file.len() as u64));
    tx.execute(INSERT, params![id, org, by, now, file, total]).await.map(drop)
}

pub(crate) async fn find(tx: &mut Tx, id: Id<Import>) -> Result<Option<Import>> {
    tx.find(FIND, params![id], read).await
}

/// The last 20 imports of an association, the newest first.
pub(crate) async fn of_org(tx: &mut Tx, org: OrganisationId) -> Result<Vec<Import>> {
    tx.query(OF_ORG, params![org], read).await
}

/// The file, as long as it is needed.
pub(crate) async fn file(tx: &mut Tx, id: Id<Import>) -> Result<Option<Vec<u8>>> {
    Ok(tx.find(FILE, params![id], |row| row.get(0)).await?.flatten())
}

pub(crate) async fn tell_progress(tx: &mut Tx, id: Id<Import>, done: u64, total: u64) -> Result<()> {
    tx.execute(PROGRESS, params![id, number(done), number(total)]).await.map(drop)
}

/// Writes what the import would change, and that somebody may confirm it.
pub(crate) async fn make_ready(tx: &mut Tx, id: Id<Import>, plan: &Plan) -> Result<()> {
    let (c, manifest) = (Counts::of(plan), plan.manifest.as_ref());
    let edition = manifest.map(|manifest| manifest.edition.clone());
    let published = manifest.and_then(|manifest| manifest.published_on);
    let counts = [c.lines, c.created, c.changed, c.unchanged, c.refused, c.repaired];
    let [lines, created, changed, unchanged, refused, repaired] = counts;
    tx.execute(READY, params![id, edition, published, lines, created, changed, unchanged, refused, repaired]).await?;
    tx.execute(FORGET_LINES, params![id]).await?;
    for (part, lines) in parts(plan) {
        for (place, line) in lines.into_iter().enumerate() {
            let values = params![
                id,
                part,
                number(place as u64),
                number(line.line),
                line.about,
                line.code,
                line.kind,
                line.before,
                line.after
            ];
            tx.execute(ADD_LINE, values).await?;
        }
    }
    Ok(())
}

/// The first lines of each part of a plan.
fn parts(plan: &Plan) -> [(&'static str, Vec<Line>); 4] {
    let site = |facts: &crate::finess::Facts| format!("{} {}", facts.number, facts.name);
    let created = plan.created.iter().map(|c| Line { line: c.line, about: site(&c.facts), ..Line::default() });
    let changed = plan.changed.iter().flat_map(|change| {
        change.fields.iter().map(move |field| Line {
            line: change.line,
            about: site(&change.facts),
            code: field.field.as_str().to_owned(),
            before: field.from.clone(),
            after: field.to.clone(),
            ..Line::default()
        })
    });
    let refused = plan.refused.iter().map(|refused| Line {
        line: refused.line,
        about: refused.about.clone(),
        code: refused.reason.key().to_owned(),
        before: match refused.reason {
            crate::finess::Reason::Twice(line) => Some(line.to_string()),
            _ => None,
        },
        ..Line::default()
    });
    let repaired = plan.repairs.iter().map(|repair| Line {
        line: repair.line,
        code: repair.field.as_str().to_owned(),
        kind: repair.kind.as_str().to_owned(),
        before: Some(repair.from.clone()),
        after: repair.to.clone(),
        ..Line::default()
    });
    [
        ("created", created.take(LISTED).collect()),
        ("changed", changed.take(LISTED).collect()),
        ("refused", refused.take(LISTED).collect()),
        ("repaired", repaired.take(LISTED).collect()),
    ]
}

/// The lines of a part of the preview.
pub(crate) async fn lines(tx: &mut Tx, id: Id<Import>, part: &'static str) -> Result<Vec<Line>> {
    tx.query(LINES, params![id, part], |row| {
        Ok(Line {
            line: row.get::<i64>(0)?.try_into().unwrap_or(0),
            about: row.get(1)?,
            code: row.get(2)?,
            kind: row.get(3)?,
            before: row.get(4)?,
            after: row.get(5)?,
        })
    })
    .await
}

/// Marks an import that was shown as confirmed; false when it was not waiting for that.
pub(crate) async fn confirm(tx: &mut Tx, id: Id<Import>) -> Result<bool> {
    Ok(tx.execute(CONFIRM, params![id]).await? == 1)
}

/// Marks an import as written; its file is no longer kept.
pub(crate) async fn finish(tx: &mut Tx, id: Id<Import>) -> Result<()> {
    tx.execute(APPLIED, params![id]).await.map(drop)
}

/// Marks an import as stopped, with the key of the reason; its file is no longer kept.
pub(crate) async fn stop(tx: &mut Tx, id: Id<Import>, problem: &str) -> Result<()> {
    tx.execute(STOP, params![id, problem]).await.map(drop)
}

/// The date of the newest edition that was imported by anybody.
pub(crate) async fn latest_edition(tx: &mut Tx) -> Result<Option<Date>> {
    Ok(tx.find(LATEST, &[], |row| row.get(0)).await?.flatten())
}

/// The organisations that somebody entered with their FINESS number before the registry was imported.
pub(crate) async fn entered_by_hand(tx: &mut Tx) -> Result<Vec<(FinessNumber, OrganisationId)>> {
    tx.query(BY_HAND, &[], |row| Ok((row.code(0, |text| FinessNumber::parse(text).ok())?, row.get(1)?))).await
}
