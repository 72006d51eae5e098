//! Pages of the list of invoices: all of them, the newest first, or those to be paid, the one due longest ago first.

use passerelle_access::Scope;
use passerelle_kernel::{Date, Id};
use passerelle_store::{Result, Row, Sql, Tx, params};

use super::Owed;
use crate::{
    agreement::Agreement,
    invoice::{Invoice, Standing},
    outside::Organisation,
};

/// How many invoices a page of the list shows.
pub(crate) const LINES: usize = 30;

/// What the list tells of an invoice.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Its id.
    pub(crate) id: Id<Invoice>,
    /// Its number.
    pub(crate) number: String,
    /// The institution that pays.
    pub(crate) institution: String,
    /// The association that invoices.
    pub(crate) org: String,
    /// The date of the invoice.
    pub(crate) issued_on: Date,
    /// Its sums, and where it stands.
    pub(crate) standing: Standing,
}

/// Which part of a list: which invoices, and from where on.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    /// All, the newest first, from before this one on: its date, its number, its id.
    All(Option<(Date, String, Id<Invoice>)>),
    /// Those to be paid, the one due longest ago first, after this one: its day to pay, its number, its id.
    Unpaid(Option<(Date, String, Id<Invoice>)>),
}

macro_rules! lines {
    ($rest:expr) => {
        concat!(
            "SELECT v.id, v.number, coalesce(i.name, ''), coalesce(o.name, ''), v.issued_on, v.due_on, v.gross, v.paid,
                v.kind, v.credited_by
            FROM invoice v LEFT JOIN organisation i ON i.id = v.institution_id
            LEFT JOIN organisation o ON o.id = v.org_id WHERE ",
            $rest
        )
    };
}

macro_rules! all {
    ($whose:literal) => {
        lines!(concat!(
            $whose,
            " AND (v.issued_on < ?3 OR (v.issued_on = ?3 AND (v.number < ?4 OR (v.number = ?4 AND v.id < ?5))))
            ORDER BY v.issued_on DESC, v.number DESC, v.id DESC LIMIT ?2"
        ))
    };
}

macro_rules! unpaid {
    ($whose:literal) => {
        lines!(concat!(
            $whose,
            " AND v.kind = 'invoice' AND v.credited_by IS NULL AND v.paid < v.gross
            AND (v.due_on > ?3 OR (v.due_on = ?3 AND (v.number > ?4 OR (v.number = ?4 AND v.id > ?5))))
            ORDER BY v.due_on, v.number, v.id LIMIT ?2"
        ))
    };
}

macro_rules! owed {
    ($whose:literal) => {
        concat!(
            "SELECT CAST(coalesce(sum(v.gross - v.paid), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN v.due_on < ?2 THEN v.gross - v.paid ELSE 0 END), 0) AS BIGINT)
            FROM invoice v WHERE v.kind = 'invoice' AND v.credited_by IS NULL AND v.paid < v.gross AND ",
            $whose
        )
    };
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    OF_ASSOCIATION = all!("v.org_id = ?1");
    OF_INSTITUTION = all!("v.institution_id = ?1");
    OF_AGREEMENT = lines!("v.agreement_id = ?1 ORDER BY v.number DESC LIMIT ?2");
    UNPAID_OF_ASSOCIATION = unpaid!("v.org_id = ?1");
    UNPAID_OF_INSTITUTION = unpaid!("v.institution_id = ?1");
    OWED_TO = owed!("v.org_id = ?1");
    OWED_BY = owed!("v.institution_id = ?1");
}

/// Whose invoices: a list for each of the two sides.
fn side(scope: Scope) -> Option<(Id<Organisation>, [&'static Sql; 3])> {
    match scope {
        Scope::Association(org) => Some((org, [OF_ASSOCIATION, UNPAID_OF_ASSOCIATION, OWED_TO])),
        Scope::Institution(org) => Some((org, [OF_INSTITUTION, UNPAID_OF_INSTITUTION, OWED_BY])),
        // Invoices are between two organisations: no team and no person has any of their own.
        Scope::Team(_) | Scope::Own(..) => None,
    }
}

/// A part of the invoices in `scope`, `most` at the most.
pub(crate) async fn list(tx: &mut Tx, scope: Scope, part: &Part, most: usize) -> Result<Vec<Line>> {
    let Some((whose, [all, unpaid, _])) = side(scope) else { return Ok(Vec::new()) };
    let mut values = params![whose, i64::try_from(most).unwrap_or(i64::MAX)].to_vec();
    // Every date is smaller than `z` and greater than nothing.
    let (statement, seen, beyond) = match part {
        Part::All(before) => (all, before, "z"),
        Part::Unpaid(after) => (unpaid, after, ""),
    };
    values.extend(match seen {
        Some((on, number, id)) => [(*on).into(), number.into(), (*id).into()],
        None => [beyond.into(), "".into(), "".into()],
    });
    tx.query(statement, &values, read).await
}

/// The last invoices under an agreement, the newest first (20 at the most).
pub(crate) async fn of_agreement(tx: &mut Tx, agreement: Id<Agreement>) -> Result<Vec<Line>> {
    tx.query(OF_AGREEMENT, params![agreement, 20], read).await
}

/// What is still to be paid in `scope`, and the part of it that is late.
pub(crate) async fn owed(tx: &mut Tx, scope: Scope, today: Date) -> Result<Owed> {
    let Some((whose, [_, _, owed])) = side(scope) else { return Ok(Owed::default()) };
    tx.one(owed, params![whose, today], |row| Ok(Owed { all: row.get(0)?, late: row.get(1)? })).await
}

fn read(row: &Row<'_>) -> Result<Line> {
    let standing = Standing {
        is_credit_note: row.get::<String>(8)? == "credit-note",
        is_credited: row.get::<Option<String>>(9)?.is_some(),
        gross: row.get(6)?,
        paid: row.get(7)?,
        due_on: row.get(5)?,
    };
    let (id, number, institution, org) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
    Ok(Line { id, number, institution, org, issued_on: row.get(4)?, standing })
}
