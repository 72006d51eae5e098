//! The draft of an invoice: from an agreement and the hours, whatever their state, what is invoiced and what is not.
//!
//! Every entry of the agreement's missions up to the last day is either in the annex or left out with a reason, never
//! neither and never both; only what is before the first day and already invoiced is not spoken of any more. One line
//! per mission; corrections count in the sum.

use std::collections::{BTreeMap, BTreeSet};

use passerelle_einvoice::Quantity;
use passerelle_kernel::{Date, Id, Minutes, Money, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Invoice, Kind};
use crate::{
    agreement::Agreement,
    hours::{Activity, Entry, State},
    mission::Mission,
    outside::Person,
    period::Days,
    refusal::Refusal,
};

codes! {
    /// Why an entry is not on the invoice.
    pub enum Why {
        /// The referent has not confirmed it.
        NotConfirmed = "not-confirmed",
        /// The coordinator has not approved it.
        NotApproved = "not-approved",
        /// It went back to the peer with a question.
        Returned = "returned",
        /// It is on an earlier invoice.
        AlreadyInvoiced = "already-invoiced",
        /// It is before the first day of the invoice, and on none.
        OutsidePeriod = "outside-period",
        /// It is on a day on which the agreement does not count.
        OutsideAgreement = "outside-agreement",
    }
}

/// A line: the time of one mission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The mission.
    pub mission: Id<Mission>,
    /// The approved time.
    pub minutes: Minutes,
    /// For an hour, without VAT.
    pub rate: Money,
    /// Without VAT.
    pub amount: Money,
}

/// An entry that is invoiced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnexLine {
    /// The entry.
    pub entry: Id<Entry>,
    /// Its mission.
    pub mission: Id<Mission>,
    /// Who worked.
    pub peer: Id<Person>,
    /// The day.
    pub on: Date,
    /// How long; negative in a correction.
    pub minutes: Minutes,
    /// What for.
    pub activity: Activity,
    /// The entry that it corrects.
    pub correction_of: Option<Id<Entry>>,
    /// When the referent confirmed it.
    pub confirmed_at: Timestamp,
    /// When the coordinator approved it.
    pub approved_at: Timestamp,
}

/// An entry that is not invoiced this time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The entry.
    pub entry: Id<Entry>,
    /// Its mission.
    pub mission: Id<Mission>,
    /// The day.
    pub on: Date,
    /// How long.
    pub minutes: Minutes,
    /// Why.
    pub why: Why,
}

/// What would be invoiced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The agreement.
    pub agreement: Id<Agreement>,
    /// The days.
    pub period: Days,
    /// One line per mission.
    pub lines: Vec<Line>,
    /// Every entry that is invoiced, by day.
    pub annex: Vec<AnnexLine>,
    /// Every entry that is not, by day.
    pub left_out: Vec<LeftOut>,
    /// The sum without VAT.
    pub net: Money,
    /// The VAT.
    pub vat: Money,
}

impl Draft {
    /// The sum with VAT.
    pub fn gross(&self) -> Money {
        self.net + self.vat
    }

    /// The time of all lines.
    pub fn minutes(&self) -> Minutes {
        self.lines.iter().map(|line| line.minutes).sum()
    }
}

/// The entries that are on an invoice that counts, and on which: a credit note sets them free.
pub fn allocated(invoices: &[Invoice]) -> BTreeMap<Id<Entry>, Id<Invoice>> {
    let count = |invoice: &&Invoice| invoice.issued().kind == Kind::Invoice && invoice.credited_by().is_none();
    let entries = |invoice: &Invoice| {
        let id = invoice.issued().id;
        invoice.issued().content.annex.iter().map(move |line| (line.entry, id)).collect::<Vec<_>>()
    };
    invoices.iter().filter(count).flat_map(entries).collect()
}

/// The same last day, but from the earliest approved day that no invoice has yet: what was approved late is not lost.
pub fn with_arrears(
    agreement: &Agreement,
    period: Days,
    hours: &[Entry],
    allocated: &BTreeMap<Id<Entry>, Id<Invoice>>,
) -> Days {
    let free = |entry: &&Entry| {
        let facts = entry.facts();
        matches!(entry.state(), State::Approved { .. })
            && agreement.missions.contains(&facts.mission)
            && agreement.period.contains(facts.work.on)
            && !allocated.contains_key(&facts.id)
    };
    let earliest = hours.iter().filter(free).map(|entry| entry.facts().work.on).min();
    Days::new(earliest.unwrap_or(period.first()).min(period.first()), period.last()).unwrap_or(period)
}

/// Puts an invoice together from the hours of an agreement's missions.
///
/// # Errors
/// Refused when there is nothing to invoice, or less than nothing, and above the cost of the time.
pub fn draft(
    agreement: &Agreement,
    period: Days,
    hours: &[Entry],
    allocated: &BTreeMap<Id<Entry>, Id<Invoice>>,
) -> Result<Draft, Refusal> {
    let (annex, left_out) = sorted(agreement, period, hours, allocated);
    let lines = lines(agreement, &annex);
    let net: Money = lines.iter().map(|line| line.amount).sum();
    let draft = Draft { agreement: agreement.id, period, lines, annex, left_out, net, vat: agreement.vat.on(net) };
    if draft.minutes() <= Minutes::ZERO || net <= Money::ZERO {
        return Err(Refusal::NothingToInvoice);
    }
    agreement.basis.allows(net, draft.minutes(), draft.lines.len())?;
    Ok(draft)
}

/// What an invoice of these days leaves out, by day, even when there is nothing to invoice.
pub fn left_out(
    agreement: &Agreement,
    period: Days,
    hours: &[Entry],
    allocated: &BTreeMap<Id<Entry>, Id<Invoice>>,
) -> Vec<LeftOut> {
    sorted(agreement, period, hours, allocated).1
}

/// Every entry up to the last day: in the annex, or left out with its reason.
fn sorted(
    agreement: &Agreement,
    period: Days,
    hours: &[Entry],
    allocated: &BTreeMap<Id<Entry>, Id<Invoice>>,
) -> (Vec<AnnexLine>, Vec<LeftOut>) {
    let (mut annex, mut left_out) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    let concerned = |entry: &&Entry| {
        let facts = entry.facts();
        let settled = facts.work.on < period.first() && allocated.contains_key(&facts.id);
        agreement.missions.contains(&facts.mission) && facts.work.on <= period.last() && !settled
    };
    for entry in hours.iter().filter(concerned).filter(|entry| seen.insert(entry.facts().id)) {
        match judge(agreement, period, entry, allocated) {
            Ok(line) => annex.push(line),
            Err(why) => left_out.push(leave_out(entry, why)),
        }
    }
    annex.sort_by_key(|line| (line.on, line.entry));
    left_out.sort_by_key(|left| (left.on, left.entry));
    (annex, left_out)
}

fn judge(
    agreement: &Agreement,
    period: Days,
    entry: &Entry,
    allocated: &BTreeMap<Id<Entry>, Id<Invoice>>,
) -> Result<AnnexLine, Why> {
    let facts = entry.facts();
    let work = facts.work;
    if !agreement.period.contains(work.on) {
        return Err(Why::OutsideAgreement);
    }
    if allocated.contains_key(&facts.id) {
        return Err(Why::AlreadyInvoiced);
    }
    if !period.contains(work.on) {
        return Err(Why::OutsidePeriod);
    }
    match entry.state() {
        State::Recorded => Err(Why::NotConfirmed),
        State::Confirmed(_) => Err(Why::NotApproved),
        State::Returned { .. } => Err(Why::Returned),
        State::Approved { confirmed, approved } => Ok(AnnexLine {
            entry: facts.id,
            mission: facts.mission,
            peer: facts.peer,
            on: work.on,
            minutes: work.minutes,
            activity: work.activity,
            correction_of: facts.correction_of,
            confirmed_at: confirmed.at,
            approved_at: approved.at,
        }),
    }
}

fn leave_out(entry: &Entry, why: Why) -> LeftOut {
    let facts = entry.facts();
    LeftOut { entry: facts.id, mission: facts.mission, on: facts.work.on, minutes: facts.work.minutes, why }
}

fn lines(agreement: &Agreement, annex: &[AnnexLine]) -> Vec<Line> {
    let mut minutes = BTreeMap::new();
    for line in annex {
        let sum = minutes.entry(line.mission).or_insert(Minutes::ZERO);
        *sum = *sum + line.minutes;
    }
    let rate = agreement.basis.rate();
    // The amount is that of the quantity which the invoice shows, so that paper and machine agree to the cent.
    let amount = |minutes| Quantity::hours(minutes, rate).times(rate);
    let line = |(mission, minutes)| Line { mission, minutes, rate, amount: amount(minutes) };
    minutes.into_iter().map(line).collect()
}
