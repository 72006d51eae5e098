//! Hours on their way to an invoice: what an agreement's invoice is made from, and where something is ready.
//!
//! An entry knows the invoice that counts it (`invoice_id`). It is taken in one statement that names the same entries
//! as the annex; whoever calls compares the counts, so that an entry is never on two invoices. A correction belongs to the
//! agreement of the work that it corrects, also when it was made after the agreement's end (`counted_on!`).

use std::collections::BTreeMap;

use passerelle_kernel::{Date, Id, Minutes};
use passerelle_store::{Result, Tx, params};

use crate::{
    agreement::Agreement,
    hours::Entry,
    invoice::Invoice,
    mission::Mission,
    outside::{Organisation, Person},
    period::Days,
    store::hours::row,
};

/// The day on which an entry `h` counts for an agreement `g`; `o` is the entry that it corrects. A correction counts where
/// the work did: on its own day, on the agreement's last one when it came later, and on that of the work, where this
/// agreement does not count, when the work is another one's.
macro_rules! counted_on {
    () => {
        "(CASE WHEN o.id IS NULL THEN h.worked_on
            WHEN o.worked_on < g.from_on OR (g.until_on IS NOT NULL AND o.worked_on > g.until_on) THEN o.worked_on
            WHEN g.until_on IS NOT NULL AND h.worked_on > g.until_on THEN g.until_on ELSE h.worked_on END)"
    };
}

/// The entries of an agreement's missions, each beside the one that it corrects.
macro_rules! entries {
    () => {
        "agreement g JOIN agreement_mission c ON c.agreement_id = g.id
        JOIN hours_entry h ON h.mission_id = c.mission_id LEFT JOIN hours_entry o ON o.id = h.correction_of"
    };
}

/// Whether an approved entry is on no invoice and on a day of the agreement.
macro_rules! free {
    () => {
        concat!(
            "h.state = 'approved' AND h.invoice_id IS NULL AND ",
            counted_on!(),
            " >= g.from_on AND (g.until_on IS NULL OR ",
            counted_on!(),
            " <= g.until_on)"
        )
    };
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    HOURS = concat!("SELECT ", row::columns!(), ", h.invoice_id, ", counted_on!(), " FROM ", entries!(), "
        WHERE g.id = ?1 AND ", counted_on!(), " <= ?3 AND (", counted_on!(), " >= ?2 OR h.invoice_id IS NULL)
        ORDER BY h.worked_on, h.id");
    PEERS = "SELECT DISTINCT a.id, a.name FROM hours_entry h JOIN account a ON a.id = h.peer_id
        WHERE h.mission_id IN (SELECT c.mission_id FROM agreement_mission c WHERE c.agreement_id = ?1)";
    TAKE = concat!("UPDATE hours_entry SET invoice_id = ?1 WHERE invoice_id IS NULL AND id IN (SELECT h.id FROM ",
        entries!(), " WHERE g.id = ?2 AND ", free!(), " AND ", counted_on!(), " >= ?3 AND ", counted_on!(), " <= ?4)");
    FREE = "UPDATE hours_entry SET invoice_id = NULL WHERE invoice_id = ?1";
    FREE_DAYS = concat!("SELECT min(", counted_on!(), "), max(", counted_on!(), ") FROM ", entries!(), "
        WHERE g.id = ?1 AND ", free!());
    READY = concat!("SELECT g.id, coalesce(i.name, ''), CAST(sum(h.minutes) AS BIGINT), min(", counted_on!(), "),
            max(", counted_on!(), ")
        FROM ", entries!(), " LEFT JOIN organisation i ON i.id = g.institution_id
        WHERE g.org_id = ?1 AND h.org_id = g.org_id AND h.institution_id = g.institution_id AND ", free!(), "
        GROUP BY g.id, i.name ORDER BY min(", counted_on!(), "), g.id LIMIT 200");
    UNCOVERED = concat!("SELECT m.id, m.title, coalesce(i.name, ''), CAST(sum(h.minutes) AS BIGINT)
        FROM hours_entry h JOIN mission m ON m.id = h.mission_id LEFT JOIN hours_entry o ON o.id = h.correction_of
        LEFT JOIN organisation i ON i.id = m.institution_id
        WHERE h.org_id = ?1 AND h.state = 'approved' AND h.invoice_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM agreement_mission c JOIN agreement g ON g.id = c.agreement_id
            WHERE c.mission_id = h.mission_id AND ", free!(), ")
        GROUP BY m.id, m.title, i.name ORDER BY m.title, m.id LIMIT 200");
}

/// The hours of an agreement's missions up to the last of `days`, each on the day on which it counts for the agreement, and
/// on which invoice each is.
///
/// What is before the first day and on an invoice is left out: it is not spoken of any more.
pub(crate) async fn hours(
    tx: &mut Tx,
    agreement: Id<Agreement>,
    days: Days,
) -> Result<(Vec<Entry>, BTreeMap<Id<Entry>, Id<Invoice>>)> {
    let mut allocated = BTreeMap::new();
    let values = params![agreement, days.first(), days.last()].to_vec();
    let entries = tx.query(HOURS, &values, |row| {
        let entry = row::entry(row)?.counted_on(row.get(row::AFTER + 1)?);
        if let Some(invoice) = row.get::<Option<Id<Invoice>>>(row::AFTER)? {
            allocated.insert(entry.facts().id, invoice);
        }
        Ok(entry)
    });
    let entries = entries.await?;
    Ok((entries, allocated))
}

/// The names of those who recorded hours on the missions of an agreement.
pub(crate) async fn peers(tx: &mut Tx, agreement: Id<Agreement>) -> Result<BTreeMap<Id<Person>, String>> {
    let names = tx.query(PEERS, params![agreement], |row| Ok((row.get(0)?, row.get(1)?))).await?;
    Ok(names.into_iter().collect())
}

/// Notes that the free approved entries of these days are on this invoice; how many there were.
pub(crate) async fn take(tx: &mut Tx, invoice: Id<Invoice>, agreement: Id<Agreement>, days: Days) -> Result<u64> {
    tx.execute(TAKE, params![invoice, agreement, days.first(), days.last()]).await
}

/// Sets the entries of a credited invoice free.
pub(crate) async fn free(tx: &mut Tx, invoice: Id<Invoice>) -> Result<u64> {
    tx.execute(FREE, params![invoice]).await
}

/// The first and the last day of the approved hours of an agreement that are on no invoice.
pub(crate) async fn free_days(tx: &mut Tx, agreement: Id<Agreement>) -> Result<Option<(Date, Date)>> {
    tx.one(FREE_DAYS, params![agreement], |row| {
        let (first, last): (Option<Date>, Option<Date>) = (row.get(0)?, row.get(1)?);
        Ok(first.zip(last))
    })
    .await
}

/// An agreement under which approved hours are on no invoice.
#[derive(Clone, Debug)]
pub(crate) struct Ready {
    /// The agreement.
    pub(crate) agreement: Id<Agreement>,
    /// The institution.
    pub(crate) institution: String,
    /// How much time.
    pub(crate) minutes: Minutes,
    /// The first day of it.
    pub(crate) first: Date,
    /// The last day of it.
    pub(crate) last: Date,
}

/// The agreements of an association under which approved hours are on no invoice, the oldest hours first.
pub(crate) async fn ready(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Ready>> {
    tx.query(READY, params![org], |row| {
        Ok(Ready {
            agreement: row.get(0)?,
            institution: row.get(1)?,
            minutes: row.get(2)?,
            first: row.get(3)?,
            last: row.get(4)?,
        })
    })
    .await
}

/// A mission with approved hours that no agreement covers.
#[derive(Clone, Debug)]
pub(crate) struct Uncovered {
    /// The mission.
    pub(crate) mission: Id<Mission>,
    /// Its title.
    pub(crate) title: String,
    /// The institution.
    pub(crate) institution: String,
    /// How much time.
    pub(crate) minutes: Minutes,
}

/// The missions of an association with approved hours that no agreement covers, by title.
pub(crate) async fn uncovered(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Uncovered>> {
    tx.query(UNCOVERED, params![org], |row| {
        Ok(Uncovered { mission: row.get(0)?, title: row.get(1)?, institution: row.get(2)?, minutes: row.get(3)? })
    })
    .await
}
