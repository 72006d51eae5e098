//! From the trail to messages: each event once, in the order of the links, on one node at a time.

use passerelle_access::webhook::{
    self,
    delivery::{self, Told},
};
use passerelle_store::{
    Error as StoreError,
    trail::{self, Linked},
};

use super::{Notice, enqueue, right};
use crate::{App, PageError};

/// How many events are read at a time.
const BATCH: i64 = 100;

/// Writes the messages of what was linked since the last time; gives how many there are. Another node that does the same
/// at the same moment is left to it.
///
/// # Errors
/// The engine's error; what was noted until then stays so.
pub async fn tell_what_happened(app: &App) -> passerelle_store::Result<usize> {
    let kinds: Vec<&str> = app.notices().iter().map(|notice| notice.event).collect();
    let mut count = 0;
    loop {
        let mut tx = app.db().begin_read().await?;
        let (reached, last) = (webhook::reached(&mut tx).await?, trail::last(&mut tx).await?);
        if reached >= last {
            return Ok(count);
        }
        let is_heard = webhook::any(&mut tx).await?;
        let events = if is_heard { trail::after(&mut tx, reached, &kinds, BATCH).await? } else { Vec::new() };
        drop(tx);
        let mut from = reached;
        for event in &events {
            match note_or_pass(app, from, event).await? {
                Some(noted) => count += noted,
                None => return Ok(count),
            }
            from = event.number;
        }
        let is_end = events.len() < usize::try_from(BATCH).unwrap_or(usize::MAX);
        if is_end && from < last && !pass(app, from, last).await? {
            return Ok(count);
        }
    }
}

/// Notes an event; one that cannot be looked at is passed over, and told in the log, so that those after it are not held up.
async fn note_or_pass(app: &App, from: i64, event: &Linked) -> passerelle_store::Result<Option<usize>> {
    match note(app, from, event).await {
        Ok(noted) => Ok(noted),
        Err(PageError::Conflict | PageError::Repeated) => Ok(None),
        Err(PageError::Away | PageError::Unsure) => Err(StoreError::Lost),
        Err(error) => {
            tracing::error!(kind = event.kind, ?error, "an event is told to no webhook");
            Ok(pass(app, from, event.number).await?.then_some(0))
        }
    }
}

async fn pass(app: &App, from: i64, to: i64) -> passerelle_store::Result<bool> {
    let mut tx = app.db().begin_brief().await?;
    let is_ours = webhook::reach(&mut tx, from, to).await?;
    tx.commit().await?;
    Ok(is_ours)
}

/// The messages of one event, in one transaction with its number; nothing when another node has been faster.
async fn note(app: &App, from: i64, event: &Linked) -> Result<Option<usize>, PageError> {
    let mut tx = app.db().begin_brief().await?;
    if !webhook::reach(&mut tx, from, event.number).await? {
        return Ok(None);
    }
    let mut count = 0;
    let today = app.db().clock().today(&app.settings().zone);
    let notices: Vec<&Notice> = app.notices().iter().copied().filter(|notice| notice.event == event.kind).collect();
    for webhook in webhook::listening(&mut tx, &event.org, today, event.at).await? {
        let Ok(actor) = right::actor(app, &webhook) else { continue };
        for notice in &notices {
            if !right::may_tell(&mut tx, &actor, &webhook, notice, &event.subject).await? {
                continue;
            }
            let told = Told { event: Some(&event.id), kind: notice.name, subject: &event.subject, at: event.at };
            if let Some(id) = delivery::note(&mut tx, webhook.id, &told).await? {
                enqueue(&mut tx, id, 0, None).await?;
                count += 1;
            }
        }
    }
    tx.commit().await?;
    Ok(Some(count))
}
