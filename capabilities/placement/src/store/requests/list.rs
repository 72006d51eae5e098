//! Lists of requests: what one line tells, a page at a time.

use passerelle_access::Scope;
use passerelle_kernel::{Id, Timestamp};
use passerelle_store::{Result, Row, Tx, params};

use super::Shelf;
use crate::request::{Request, Stage};

/// How many lines a page has.
pub(crate) const PAGE: i64 = 50;

/// One line of a list.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    /// The request.
    pub(crate) id: Id<Request>,
    /// The team's name: the directory's, else as the asker wrote it.
    pub(crate) team: String,
    /// The institution's name: the directory's, else as the asker wrote it.
    pub(crate) institution: String,
    /// Where it stands.
    pub(crate) stage: Stage,
    /// Since when it waits, or when it was decided.
    pub(crate) since: Timestamp,
    /// Its place in the list.
    pub(crate) sort: i64,
}

macro_rules! list {
    ($which:literal) => {
        concat!(
            "SELECT r.id, coalesce(t.name, r.team_words), coalesce(o.name, r.institution_words), r.stage, r.sort_at
            FROM request r LEFT JOIN team t ON t.id = r.team_id LEFT JOIN organisation o ON o.id = r.institution_id
            WHERE ",
            $which,
            " = ?1 AND r.shelf = ?2 AND (r.sort_at > ?3 OR (r.sort_at = ?3 AND r.id > ?4))
            ORDER BY r.sort_at, r.id LIMIT ?5"
        )
    };
}

passerelle_store::sql! {
    pub(crate) LIST_STATEMENTS;
    OF_ORG = list!("r.org_id");
    OF_INSTITUTION = list!("r.institution_id");
    OF_TEAM = list!("r.team_id");
}

/// The requests of a shelf that the scope shows, after the line at `after`, `most` at the most.
pub(crate) async fn list(
    tx: &mut Tx,
    scope: Scope,
    shelf: Shelf,
    after: Option<(i64, Id<Request>)>,
    most: i64,
) -> Result<Vec<Listed>> {
    let (sql, whose) = match scope {
        Scope::Association(org) => (OF_ORG, org.to_string()),
        Scope::Institution(org) => (OF_INSTITUTION, org.to_string()),
        Scope::Team(team) => (OF_TEAM, team.to_string()),
        Scope::Own(..) => return Ok(Vec::new()),
    };
    let (sort, id) = after.unwrap_or((i64::MIN, Id::nil()));
    tx.query(sql, params![whose, shelf.as_str(), sort, id, most], read).await
}

fn read(row: &Row<'_>) -> Result<Listed> {
    let sort: i64 = row.get(4)?;
    Ok(Listed {
        id: row.get(0)?,
        team: row.get(1)?,
        institution: row.get(2)?,
        stage: row.code(3, Stage::parse)?,
        since: Timestamp::from_millisecond(sort.abs()).unwrap_or_default(),
        sort,
    })
}
