//! Invoices in the database. [`load_invoice`] is the only way in which a person gets one.
//!
//! What was issued is one JSON text that no statement changes. The number is taken in the transaction that writes the
//! invoice: the series has one row an association, so that two writers cannot both go on.

pub(crate) mod dispatches;
pub(crate) mod list;

use passerelle_access::{Actor, Decision, Facts, Rule};
use passerelle_kernel::{Date, Id, Money, Timestamp};
use passerelle_store::{Error as StoreError, Result, Row, Tx, params};
use serde::{Deserialize, Serialize};

use crate::{
    Error, access,
    agreement::{Basis, BuyerReferences, Vat},
    invoice::{Draft, Invoice, Issued, Kind, Last, Number, Paper, Payment, Series},
    outside::{Organisation, Person},
};

/// An invoice with what is known around it.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    /// The invoice with its payments.
    pub(crate) invoice: Invoice,
    /// What its paper says.
    pub(crate) paper: Paper,
    /// When it was issued.
    pub(crate) issued_at: Timestamp,
    /// The number of the credit note that cancels it.
    pub(crate) credit_number: Option<String>,
}

impl Loaded {
    /// Whom the invoice concerns, for the rules.
    pub(crate) fn facts(&self) -> Facts {
        let issued = self.invoice.issued();
        Facts { association: Some(issued.org), institution: Some(issued.institution), ..Facts::default() }
    }
}

/// What is sealed in the column `content`.
#[derive(Serialize, Deserialize)]
struct Content {
    basis: Basis,
    vat: Vat,
    buyer: BuyerReferences,
    draft: Draft,
    paper: Paper,
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    FIND = "SELECT v.id, v.org_id, v.agreement_id, v.institution_id, v.credit_of, o.number, v.number, v.issued_on,
            v.due_on, v.content, v.issued_at, v.credited_by, c.number
        FROM invoice v LEFT JOIN invoice o ON o.id = v.credit_of LEFT JOIN invoice c ON c.id = v.credited_by
        WHERE v.id = ?1";
    INSERT = "INSERT INTO invoice (id, org_id, institution_id, agreement_id, kind, number, issued_on, due_on, net, gross,
            content, issued_at, issued_by, credit_of, credited_by, paid)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, NULL, 0)";
    CREDIT = "UPDATE invoice SET credited_by = ?2 WHERE id = ?1 AND kind = 'invoice' AND credited_by IS NULL";
    SERIES = "SELECT prefix, last_n, last_on FROM invoice_series WHERE org_id = ?1";
    NUMBERED = "INSERT INTO invoice_series (org_id, prefix, last_n, last_on) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (org_id) DO UPDATE SET last_n = excluded.last_n, last_on = excluded.last_on";
    PAYMENTS = "SELECT paid_on, amount, reference FROM payment WHERE invoice_id = ?1 ORDER BY paid_on, id";
    PAY = "INSERT INTO payment (id, org_id, invoice_id, paid_on, amount, reference, recorded_by, recorded_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    PAID = "UPDATE invoice SET paid = ?3 WHERE id = ?1 AND paid = ?2 AND credited_by IS NULL";
}

/// The invoice with this id, for other records that lead to it; people use [`load_invoice`].
pub(crate) async fn find(tx: &mut Tx, id: Id<Invoice>) -> Result<Option<Loaded>> {
    let payments = tx.query(PAYMENTS, params![id], payment).await?;
    tx.find(FIND, params![id], |row| read(row, payments.clone())).await
}

/// The invoice with this id, if this person has this right on it.
pub(crate) async fn load_invoice(
    tx: &mut Tx,
    actor: &Actor,
    id: Id<Invoice>,
    rule: &'static Rule,
) -> std::result::Result<Loaded, Error> {
    let loaded = find(tx, id).await?.ok_or(Error::NotFound)?;
    match actor.decide(tx, access::INVOICE_READ, rule, &loaded.facts()) {
        Decision::Yes => {
            // The annex tells who worked, when and how long.
            loaded.paper.names.peers.keys().for_each(|peer| tx.looked(peer, rule.name));
            Ok(loaded)
        }
        Decision::Forbidden => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// The numbers of an association so far.
pub(crate) async fn series(tx: &mut Tx, org: Id<Organisation>) -> Result<Series> {
    let read = |row: &Row<'_>| {
        let last = Last { n: row.get(1)?, on: row.get(2)? };
        Ok(Series { org, prefix: row.get(0)?, last: Some(last) })
    };
    let known = tx.find(SERIES, params![org], read).await?;
    Ok(known.unwrap_or(Series { org, prefix: String::new(), last: None }))
}

/// Writes the numbers of an association after one more was given.
pub(crate) async fn save_series(tx: &mut Tx, series: &Series) -> Result<()> {
    let Some(last) = series.last else { return Ok(()) };
    tx.execute(NUMBERED, params![series.org, &series.prefix, last.n, last.on]).await.map(drop)
}

/// Writes an issued invoice or credit note.
pub(crate) async fn insert(
    tx: &mut Tx,
    invoice: &Invoice,
    paper: &Paper,
    by: Id<Person>,
) -> std::result::Result<(), Error> {
    let issued = invoice.issued().clone();
    let (kind, of) = match issued.kind {
        Kind::Invoice => ("invoice", None),
        Kind::CreditNote { of, .. } => ("credit-note", Some(of)),
    };
    let Issued { id, org, institution, agreement, number, issued_on, due_on, .. } = issued;
    let (net, gross) = (issued.content.net, issued.content.gross());
    let Issued { basis, vat, buyer, content: draft, .. } = issued;
    let content = Content { basis, vat, buyer, draft, paper: paper.clone() };
    let content = serde_json::to_string(&content).map_err(|error| Error::Internal(error.to_string()))?;
    let (number, now) = (number.as_str(), tx.now());
    let values =
        params![id, org, institution, agreement, kind, number, issued_on, due_on, net, gross, content, now, by, of];
    tx.execute(INSERT, values).await?;
    Ok(())
}

/// Notes the credit note of an invoice; false when it has one by now.
pub(crate) async fn credit(tx: &mut Tx, invoice: Id<Invoice>, note: Id<Invoice>) -> Result<bool> {
    Ok(tx.execute(CREDIT, params![invoice, note]).await? == 1)
}

/// Writes the last payment of `invoice`; false when somebody else has entered one, or credited it, meanwhile.
pub(crate) async fn pay(tx: &mut Tx, invoice: &Invoice, by: Id<Person>) -> Result<bool> {
    let Some(payment) = invoice.payments().last() else { return Ok(false) };
    let issued = invoice.issued();
    let (id, now): (Id<Payment>, _) = (tx.new_id(), tx.now());
    let before = invoice.paid() - payment.amount;
    let values = params![id, issued.org, issued.id, payment.on, payment.amount, &payment.reference, by, now];
    tx.execute(PAY, values).await?;
    Ok(tx.execute(PAID, params![issued.id, before, invoice.paid()]).await? == 1)
}

fn payment(row: &Row<'_>) -> Result<Payment> {
    Ok(Payment { on: row.get(0)?, amount: row.get(1)?, reference: row.get(2)? })
}

fn read(row: &Row<'_>, payments: Vec<Payment>) -> Result<Loaded> {
    let number = |column| row.code(column, |text| Number::read(text).ok());
    let unreadable = |_| StoreError::Column { column: 9, problem: "unreadable content" };
    let content: Content = serde_json::from_str(&row.get::<String>(9)?).map_err(unreadable)?;
    let kind = match row.get::<Option<Id<Invoice>>>(4)? {
        None => Kind::Invoice,
        Some(of) => Kind::CreditNote { of, number: number(5)? },
    };
    let (issued_on, due_on): (Date, Date) = (row.get(7)?, row.get(8)?);
    let issued = Issued {
        id: row.get(0)?,
        org: row.get(1)?,
        agreement: row.get(2)?,
        institution: row.get(3)?,
        kind,
        number: number(6)?,
        issued_on,
        due_on,
        basis: content.basis,
        vat: content.vat,
        buyer: content.buyer,
        content: content.draft,
    };
    Ok(Loaded {
        invoice: Invoice::restore(issued, payments, row.get(11)?),
        paper: content.paper,
        issued_at: row.get(10)?,
        credit_number: row.get(12)?,
    })
}

/// A sum of money that people still owe, and the part of it that is late.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Owed {
    /// All of it.
    pub(crate) all: Money,
    /// What was due before today.
    pub(crate) late: Money,
}
