//! A page of the list of agreements: one query, the newest first.

use passerelle_access::Scope;
use passerelle_kernel::{Date, Id, Money};
use passerelle_store::{Result, Row, Tx, params};

use crate::{
    agreement::{Agreement, Rhythm},
    outside::Organisation,
};

/// How many agreements a page of the list shows.
pub(crate) const LINES: usize = 50;

/// What the list tells of an agreement.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Its id.
    pub(crate) id: Id<Agreement>,
    /// The institution.
    pub(crate) institution: String,
    /// Lent at cost; else a service.
    pub(crate) is_at_cost: bool,
    /// For an hour.
    pub(crate) rate: Money,
    /// How often an invoice is made.
    pub(crate) rhythm: Rhythm,
    /// Its first day.
    pub(crate) from: Date,
    /// Its last day, if it is known.
    pub(crate) until: Option<Date>,
    /// How many missions it covers.
    pub(crate) missions: i64,
}

macro_rules! lines_where {
    ($condition:literal) => {
        concat!(
            "SELECT g.id, coalesce(i.name, ''), g.basis, g.rate, g.rhythm, g.from_on, g.until_on,
                (SELECT count(*) FROM agreement_mission c WHERE c.agreement_id = g.id)
            FROM agreement g LEFT JOIN organisation i ON i.id = g.institution_id
            WHERE g.id < ?1 AND ",
            $condition,
            " ORDER BY g.id DESC LIMIT ?2"
        )
    };
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    OF_ASSOCIATION = lines_where!("g.org_id = ?3");
    OF_INSTITUTION = lines_where!("g.institution_id = ?3");
    PLACES = "SELECT m.institution_id, coalesce(i.name, '') FROM mission m
        LEFT JOIN organisation i ON i.id = m.institution_id
        WHERE m.org_id = ?1 GROUP BY m.institution_id, i.name ORDER BY coalesce(i.name, ''), m.institution_id LIMIT 200";
}

/// The agreements in `scope`, the newest first, from before `before` on: [`LINES`] and one more, which tells that
/// there is another page.
pub(crate) async fn list(tx: &mut Tx, scope: Scope, before: Option<Id<Agreement>>) -> Result<Vec<Line>> {
    let (statement, whose) = match scope {
        Scope::Association(org) => (OF_ASSOCIATION, org),
        Scope::Institution(org) => (OF_INSTITUTION, org),
        // Agreements are between two organisations: no team and no person has any of their own.
        Scope::Team(_) | Scope::Own(..) => return Ok(Vec::new()),
    };
    // Every id is smaller than `z`.
    let before = before.map_or_else(|| "z".to_owned(), |id| id.to_string());
    let values = params![before, i64::try_from(LINES + 1).unwrap_or(i64::MAX), whose];
    tx.query(statement, values, read).await
}

fn read(row: &Row<'_>) -> Result<Line> {
    Ok(Line {
        id: row.get(0)?,
        institution: row.get(1)?,
        is_at_cost: row.get::<String>(2)? == "at-cost",
        rate: row.get(3)?,
        rhythm: row.code(4, Rhythm::parse)?,
        from: row.get(5)?,
        until: row.get(6)?,
        missions: row.get(7)?,
    })
}

/// The institutions with which an association has missions, by name (200 at the most).
pub(crate) async fn places(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<(Id<Organisation>, String)>> {
    tx.query(PLACES, params![org], |row| Ok((row.get(0)?, row.get(1)?))).await
}
