//! What webhooks may tell of placement: steps of the trade whose record a program can read, under the rules of its page.
//!
//! Not on offer, and not to be: what is noticed about a peer's weeks, what a peer leaves out and when they are away, where
//! somebody does not want to work, requests outside the charter, and answers to a proposal – a no needs no reason and
//! leaves no trace elsewhere; the yes that was agreed is told as the mission that has its peer.

use std::pin::Pin;

use passerelle_access::{Actor, Rule};
use passerelle_store::Tx;
use passerelle_web::{Failure, Notice, PageError};

use crate::{
    Error,
    access::{HOURS_READ, INVOICE_READ, MISSION_READ, REQUEST_READ},
    store::{invoices::load_invoice, missions::load_mission, requests::load_request},
};

type Asked<'a> = Pin<Box<dyn Future<Output = Result<bool, PageError>> + Send + 'a>>;

/// Whether a record could be loaded; what does not exist, or not for this person, may not be read.
fn loaded<T>(found: Result<T, Error>) -> Result<bool, PageError> {
    match found {
        Ok(_) => Ok(true),
        Err(Failure::NotFound | Failure::Forbidden | Failure::Refused(_)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn request<'a>(tx: &'a mut Tx, actor: &'a Actor, id: &'a str) -> Asked<'a> {
    Box::pin(async move {
        let Ok(id) = id.parse() else { return Ok(false) };
        loaded(load_request(tx, actor, id, REQUEST_READ).await)
    })
}

fn mission<'a>(tx: &'a mut Tx, actor: &'a Actor, id: &'a str) -> Asked<'a> {
    Box::pin(async move {
        let Ok(id) = id.parse() else { return Ok(false) };
        loaded(load_mission(tx, actor, id, MISSION_READ).await)
    })
}

/// Hours are told of by their mission.
fn hours<'a>(tx: &'a mut Tx, actor: &'a Actor, id: &'a str) -> Asked<'a> {
    Box::pin(async move {
        let Ok(id) = id.parse() else { return Ok(false) };
        loaded(load_mission(tx, actor, id, HOURS_READ).await)
    })
}

fn invoice<'a>(tx: &'a mut Tx, actor: &'a Actor, id: &'a str) -> Asked<'a> {
    Box::pin(async move {
        let Ok(id) = id.parse() else { return Ok(false) };
        loaded(load_invoice(tx, actor, id, INVOICE_READ).await)
    })
}

/// `of!(request: name, words, event, summary)`: a notice about a record of this kind.
macro_rules! of {
    (request: $($rest:tt)+) => { of!(@ request REQUEST_READ "/api/v1/requests/{request}", $($rest)+) };
    (mission: $($rest:tt)+) => { of!(@ mission MISSION_READ "/api/v1/missions/{mission}", $($rest)+) };
    (hours: $($rest:tt)+) => { of!(@ hours HOURS_READ "/api/v1/missions/{mission}", $($rest)+) };
    (invoice: $($rest:tt)+) => { of!(@ invoice INVOICE_READ "/api/v1/invoices/{invoice}", $($rest)+) };
    (@ $may_read:ident $rule:ident $path:literal, $name:literal, $key:literal, $event:literal, $summary:literal) => {{
        const RULE: &Rule = $rule;
        &Notice { name: $name, key: $key, summary: $summary, event: $event, rule: RULE, path: $path, may_read: $may_read }
    }};
}

/// What webhooks may tell here.
pub(crate) const NOTICES: &[&Notice] = &[
    of!(request: "request.submitted", "placement-notice-request-submitted", "request-submitted", "A team has sent a request"),
    of!(request: "request.answered", "placement-notice-request-answered", "request-answered", "A team has answered a question"),
    of!(request: "request.withdrawn", "placement-notice-request-withdrawn", "request-withdrawn", "A team has withdrawn its request"),
    of!(request: "request.accepted", "placement-notice-request-accepted", "request-accepted", "The association has accepted a request"),
    of!(request: "request.declined", "placement-notice-request-declined", "request-declined", "The association has declined a request"),
    of!(mission: "mission.opened", "placement-notice-mission-opened", "mission-opened", "A mission is open"),
    of!(mission: "mission.agreed", "placement-notice-mission-agreed", "mission-agreed", "A mission has its peer worker"),
    of!(mission: "mission.started", "placement-notice-mission-started", "mission-started", "A mission has started"),
    of!(mission: "mission.prolonged", "placement-notice-mission-prolonged", "mission-prolonged", "A mission goes on for longer"),
    of!(mission: "mission.ended", "placement-notice-mission-ended", "mission-ended", "A mission has ended"),
    of!(hours: "hours.confirmed", "placement-notice-hours-confirmed", "hours-confirmed", "A team has confirmed hours of a mission"),
    of!(hours: "hours.approved", "placement-notice-hours-approved", "hours-approved", "The association has approved hours of a mission"),
    of!(invoice: "invoice.issued", "placement-notice-invoice-issued", "invoice-issued", "An invoice is issued"),
    of!(invoice: "invoice.credited", "placement-notice-invoice-credited", "invoice-credited", "A credit note cancels an invoice"),
    of!(invoice: "invoice.payment", "placement-notice-invoice-payment", "payment-recorded", "A payment of an invoice is recorded"),
];
