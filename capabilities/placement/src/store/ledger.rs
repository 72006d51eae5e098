//! What the books are made of: the documents of a year with what came in, and the accounts that an association uses.

use std::collections::HashMap;

use passerelle_kernel::{Id, TimeZone, Timestamp};
use passerelle_store::{Result, Row, Tx, params};

use crate::{
    invoice::Invoice,
    ledger::{Accounts, Customer, Document, Received, Use},
    outside::Organisation,
};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    ACCOUNTS = "SELECT customers, sales, vat, bank FROM ledger_accounts WHERE org_id = ?1";
    KEEP = "INSERT INTO ledger_accounts (org_id, customers, sales, vat, bank, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (org_id) DO UPDATE SET customers = excluded.customers, sales = excluded.sales, vat = excluded.vat,
            bank = excluded.bank, changed_at = excluded.changed_at";
    DOCUMENTS = "SELECT v.id, v.number, o.number, c.issued_on, v.issued_on, v.issued_at, v.net, v.gross,
            COALESCE(i.siren, substr(i.siret, 1, 9)),
            i.enterprise, coalesce(i.name, ''), v.institution_id
        FROM invoice v LEFT JOIN invoice o ON o.id = v.credit_of LEFT JOIN invoice c ON c.id = v.credited_by
        LEFT JOIN organisation i ON i.id = v.institution_id
        WHERE v.org_id = ?1 AND (v.issued_on BETWEEN ?2 AND ?3 OR v.id IN (SELECT p.invoice_id FROM payment p
            WHERE p.org_id = ?1 AND p.paid_on BETWEEN ?2 AND ?3))
        ORDER BY v.issued_on, length(v.number), v.number, v.id LIMIT ?4";
    RECEIVED = "SELECT p.invoice_id, p.paid_on, p.amount, p.recorded_at FROM payment p
        WHERE p.org_id = ?1 AND p.invoice_id IN (SELECT v.id FROM invoice v WHERE v.org_id = ?1
            AND (v.issued_on BETWEEN ?2 AND ?3 OR v.id IN (SELECT q.invoice_id FROM payment q
                WHERE q.org_id = ?1 AND q.paid_on BETWEEN ?2 AND ?3)))
        ORDER BY p.id";
    YEARS = "SELECT min(issued_on), max(issued_on) FROM invoice WHERE org_id = ?1";
}

/// The accounts that an association has chosen, else the usual ones of its country.
pub(crate) async fn accounts(tx: &mut Tx, org: Id<Organisation>, country: &str) -> Result<Accounts> {
    let read = |row: &Row<'_>| (0..4).map(|n| row.get(n)).collect::<Result<Vec<String>>>();
    let chosen = tx.find(ACCOUNTS, params![org], read).await?.unwrap_or_default();
    // In the order of the columns, which is that of the uses.
    let number = |used: Use| chosen.get(used as usize).cloned().unwrap_or_default();
    Ok(Accounts::read(number).unwrap_or_else(|_| Accounts::usual(country)))
}

/// Keeps the accounts of an association.
pub(crate) async fn keep(tx: &mut Tx, org: Id<Organisation>, accounts: &Accounts) -> Result<()> {
    let [customers, sales, vat, bank] =
        [Use::Customers, Use::Sales, Use::Vat, Use::Bank].map(|used| accounts.number(used));
    let now = tx.now();
    tx.execute(KEEP, params![org, customers, sales, vat, bank, now]).await.map(drop)
}

/// The years in which the association has issued invoices: the first and the last.
pub(crate) async fn years(tx: &mut Tx, org: Id<Organisation>) -> Result<Option<(i16, i16)>> {
    let year = |text: Option<String>| text.and_then(|text| text.get(..4)?.parse().ok());
    tx.one(YEARS, params![org], |row| Ok(year(row.get(0)?).zip(year(row.get(1)?)))).await
}

/// The documents of a year and those for which something came in during it, `most` at the most.
pub(crate) async fn documents(
    tx: &mut Tx,
    org: Id<Organisation>,
    year: i16,
    most: usize,
    zone: &TimeZone,
) -> Result<Vec<Document>> {
    let (first, last) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
    let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
    let read = |row: &Row<'_>| {
        let received = Received {
            on: row.get(1)?,
            amount: row.get(2)?,
            entered_at: row.get::<Timestamp>(3)?.as_millisecond(),
            entered_on: day(row.get(3)?),
        };
        Ok((row.get::<Id<Invoice>>(0)?, received))
    };
    let mut received: HashMap<Id<Invoice>, Vec<Received>> = HashMap::new();
    for (invoice, money) in tx.query(RECEIVED, params![org, &first, &last], read).await? {
        received.entry(invoice).or_default().push(money);
    }
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let documents = tx.query(DOCUMENTS, params![org, first, last, most], |row| document(row, day(row.get(5)?))).await?;
    Ok(documents
        .into_iter()
        .map(|(id, document)| Document { received: received.remove(&id).unwrap_or_default(), ..document })
        .collect())
}

fn document(row: &Row<'_>, entered_on: passerelle_kernel::Date) -> Result<(Id<Invoice>, Document)> {
    let legal = row.get::<Option<String>>(8)?.or(row.get::<Option<String>>(9)?).filter(|number| !number.is_empty());
    // An institution whose number nobody has entered is told by the end of its id: not by its name, which may change.
    let code = match legal {
        Some(number) => number,
        None => row.get::<String>(11)?.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect(),
    };
    let document = Document {
        number: row.get(1)?,
        cancels: row.get(2)?,
        cancelled_on: row.get(3)?,
        issued_on: row.get(4)?,
        entered_on,
        customer: Customer { code, name: row.get(10)? },
        net: row.get(6)?,
        gross: row.get(7)?,
        received: Vec::new(),
    };
    Ok((row.get(0)?, document))
}
