//! When, how and to whom invoices were sent; and which ones nobody has sent yet.

use passerelle_kernel::{Date, Id, Money};
use passerelle_store::{Result, Row, Tx, params};

use crate::{
    invoice::{Dispatch, Invoice, Way},
    outside::{Organisation, Person},
    store::sealed::{Bytes, SENT_TO},
};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    INSERT = "INSERT INTO invoice_dispatch (id, org_id, invoice_id, sent_on, way, sent_to, recorded_by, recorded_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    OF_INVOICE = "SELECT sent_on, way, sent_to, id, org_id FROM invoice_dispatch WHERE invoice_id = ?1 ORDER BY sent_on, id LIMIT 50";
    UNSENT = "SELECT v.id, v.number, v.issued_on, v.gross, coalesce(o.name, '')
        FROM invoice v LEFT JOIN organisation o ON o.id = v.institution_id
        WHERE v.org_id = ?1 AND v.kind = 'invoice' AND v.credited_by IS NULL AND v.paid < v.gross
        AND NOT EXISTS (SELECT 1 FROM invoice_dispatch d WHERE d.invoice_id = v.id)
        ORDER BY v.due_on, v.number, v.id LIMIT 50";
}

/// Writes that an invoice was sent.
pub(crate) async fn insert(
    tx: &mut Tx,
    org: Id<Organisation>,
    invoice: Id<Invoice>,
    dispatch: &Dispatch,
    by: Id<Person>,
) -> Result<()> {
    let (id, now): (Id<Dispatch>, _) = (tx.new_id(), tx.now());
    let to = tx.seal(SENT_TO, org, id, &dispatch.to).await?;
    let values = params![id, org, invoice, dispatch.on, dispatch.way.as_str(), to, by, now];
    tx.execute(INSERT, values).await.map(drop)
}

/// How an invoice was sent, the first time first.
pub(crate) async fn of_invoice(tx: &mut Tx, invoice: Id<Invoice>) -> Result<Vec<Dispatch>> {
    let read = |row: &Row<'_>| {
        let dispatch = Dispatch { on: row.get(0)?, way: row.code(1, Way::parse)?, to: String::new() };
        Ok((dispatch, row.get::<Bytes>(2)?, row.get::<Id<Dispatch>>(3)?, row.get::<Id<Organisation>>(4)?))
    };
    let mut dispatches = Vec::new();
    for (mut dispatch, sealed, id, org) in tx.query(OF_INVOICE, params![invoice], read).await? {
        dispatch.to = tx.open(SENT_TO, org, id, sealed.as_deref()).await?;
        dispatches.push(dispatch);
    }
    Ok(dispatches)
}

/// An invoice that nobody has sent, as far as is known.
pub(crate) struct Unsent {
    pub(crate) id: Id<Invoice>,
    pub(crate) number: String,
    pub(crate) issued_on: Date,
    pub(crate) gross: Money,
    pub(crate) institution: String,
}

/// The invoices of an association that are to be paid and were not sent, the one due first first (50 at the most).
pub(crate) async fn unsent(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Unsent>> {
    tx.query(UNSENT, params![org], |row| {
        let (id, number, issued_on) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Unsent { id, number, issued_on, gross: row.get(3)?, institution: row.get(4)? })
    })
    .await
}
