//! A page of the list of missions: one query, which walks an index from the newest on and takes its names along.

use passerelle_access::Scope;
use passerelle_kernel::{Date, Id, Minutes};
use passerelle_store::{Param, Result, Row, Sql, Tx, params};

use crate::mission::{Mission, Stage};

/// How many missions a page of the list shows.
pub(crate) const LINES: usize = 50;

/// What the list tells of a mission; its texts lie where the database has put them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    /// Its id.
    pub(crate) id: Id<Mission>,
    /// A few words that name it.
    pub(crate) title: &'a str,
    /// Where it stands.
    pub(crate) stage: Stage,
    /// Its first day.
    pub(crate) from: Date,
    /// Its last day, if it is known.
    pub(crate) until: Option<Date>,
    /// Hours a week.
    pub(crate) hours_week: Minutes,
    /// The team that welcomes.
    pub(crate) team: &'a str,
    /// Its institution.
    pub(crate) institution: &'a str,
    /// The peer, once one is agreed.
    pub(crate) peer: Option<&'a str>,
}

macro_rules! lines_where {
    ($condition:literal) => {
        concat!(
            "SELECT m.id, m.title, m.state, m.from_on, m.until_on, m.hours_week, t.name, i.name, a.name
            FROM mission m
            LEFT JOIN team t ON t.id = m.team_id
            LEFT JOIN organisation i ON i.id = m.institution_id
            LEFT JOIN account a ON a.id = m.peer_id
            WHERE m.id < ?1 AND ",
            $condition,
            " ORDER BY m.id DESC LIMIT ?2"
        )
    };
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    OF_ASSOCIATION = lines_where!("m.org_id = ?3");
    OF_ASSOCIATION_IN = lines_where!("m.org_id = ?3 AND m.state = ?4");
    OF_INSTITUTION = lines_where!("m.institution_id = ?3");
    OF_INSTITUTION_IN = lines_where!("m.institution_id = ?3 AND m.state = ?4");
    OF_TEAM = lines_where!("m.team_id = ?3");
    OF_TEAM_IN = lines_where!("m.team_id = ?3 AND m.state = ?4");
    OF_PEER = lines_where!("m.peer_id = ?3 AND m.org_id = ?4");
    OF_PEER_IN = lines_where!("m.peer_id = ?3 AND m.org_id = ?4 AND m.state = ?5");
}

/// The missions in `scope` (in this stage only), the newest first, from before `before` on, `most` at the most; each is
/// told to `each` and what it makes of it is given back.
pub(crate) async fn list<T: Send>(
    tx: &mut Tx,
    scope: Scope,
    stage: Option<Stage>,
    before: Option<Id<Mission>>,
    most: usize,
    mut each: impl FnMut(Line<'_>) -> T + Send,
) -> Result<Vec<T>> {
    let (all, of_stage, whose) = statements(scope);
    // Every id is smaller than `z`.
    let before = before.map_or_else(|| "z".to_owned(), |id| id.to_string());
    let mut values = params![before, i64::try_from(most).unwrap_or(i64::MAX)].to_vec();
    values.extend(whose);
    values.extend(stage.map(|stage| Param::from(stage.as_str())));
    tx.query(if stage.is_some() { of_stage } else { all }, &values, |row| read(row).map(&mut each)).await
}

fn statements(scope: Scope) -> (&'static Sql, &'static Sql, Vec<Param>) {
    match scope {
        Scope::Association(org) => (OF_ASSOCIATION, OF_ASSOCIATION_IN, vec![org.into()]),
        Scope::Institution(org) => (OF_INSTITUTION, OF_INSTITUTION_IN, vec![org.into()]),
        Scope::Team(team) => (OF_TEAM, OF_TEAM_IN, vec![team.into()]),
        Scope::Own(org, person) => (OF_PEER, OF_PEER_IN, vec![person.into(), org.into()]),
    }
}

fn read<'a>(row: &'a Row<'_>) -> Result<Line<'a>> {
    Ok(Line {
        id: row.get(0)?,
        title: row.text(1)?.unwrap_or_default(),
        stage: row.code(2, Stage::parse)?,
        from: row.get(3)?,
        until: row.get(4)?,
        hours_week: row.get(5)?,
        team: row.text(6)?.unwrap_or_default(),
        institution: row.text(7)?.unwrap_or_default(),
        peer: row.text(8)?,
    })
}
