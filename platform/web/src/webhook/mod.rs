//! What webhooks tell and how: Standard Webhooks, with as little in them as possible (decision 22).
//!
//! The outbox is the trail: an event is written with its change, and linked under a number without gaps shortly after the
//! commit. Whoever links looks which webhooks tell it ([`note`]), writes their messages, each with a job, and notes the
//! number in the same transaction. The job sends ([`send`]). Twice is asked whether the person may read the record: when
//! the message is written, and each time it is sent.

mod note;
mod notice;
mod right;
mod send;

pub use note::tell_what_happened;
pub use notice::{MayRead, Notice};
pub(crate) use right::{Silent, WEBHOOK_MANAGE, actor};
pub(crate) use send::{JOB, enqueue, host, job};

use passerelle_access::webhook::delivery::{Delivery, TEST};
use passerelle_kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

/// What a test names as the record: for whom a program acts.
const OF_TEST: &str = "/api/v1/me";

/// What is told to a webhook.
#[derive(Serialize, ToSchema)]
#[schema(as = WebhookMessage)]
pub(crate) struct Message {
    /// The id of the message, the same each time it is sent; also in `webhook-id`.
    #[schema(value_type = Uuid)]
    id: Id<Delivery>,
    /// What happened, such as `mission.started`.
    #[serde(rename = "type")]
    kind: String,
    /// When it happened.
    timestamp: Timestamp,
    data: MessageData,
}

/// Where to read on.
#[derive(Serialize, ToSchema)]
#[schema(as = WebhookMessageData)]
struct MessageData {
    /// The path of the record, to be read with a token.
    href: String,
}

/// The body of a message; nothing for a kind that this program does not know.
fn body(notices: &[&Notice], delivery: &Delivery) -> Option<String> {
    let href = match notices.iter().find(|notice| notice.name == delivery.kind) {
        Some(notice) => notice.href(&delivery.subject),
        None if delivery.kind == TEST => OF_TEST.to_owned(),
        None => return None,
    };
    let (id, timestamp) = (delivery.id, delivery.happened_at);
    serde_json::to_string(&Message { id, kind: delivery.kind.clone(), timestamp, data: MessageData { href } }).ok()
}
