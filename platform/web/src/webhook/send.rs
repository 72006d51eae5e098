//! The job that sends a message: once more asked whether it may be told, signed, sent, and what came of it noted.
//!
//! It waits for a server of strangers, so it is done beside the other jobs (its kind begins with `outside-`). It runs at
//! least once: a message that is sent twice has the same id. A failure is no failure of the job: the next try is a job of
//! its own, at its time.

use axum::http::{HeaderMap, HeaderValue, header};
use passerelle_access::{
    account,
    webhook::{
        self, Webhook,
        delivery::{self, Delivery, State, TEST},
        signature,
    },
};
use passerelle_kernel::{Id, Timestamp};
use passerelle_store::{
    Result, Tx,
    job::{self, Job},
};
use serde::{Deserialize, Serialize};

use super::{body, right};
use crate::{
    App, JobContext, Letter, LetterLink, PageError, capability::JobFuture, mail::send_letter, outside::Silence,
};

pub(crate) const JOB: &str = "outside-webhook";

/// The answer that says: never again (RFC 9110, 15.5.11).
const GONE: u16 = 410;

/// Which message is to be sent, after how many tries.
#[derive(Serialize, Deserialize)]
struct Given {
    delivery: Id<Delivery>,
    tries: i64,
}

/// What is to be sent, and where.
struct Ready {
    address: String,
    headers: HeaderMap,
    body: String,
}

/// Enqueues the sending of a message after so many tries: at once, or at its time.
pub(crate) async fn enqueue(tx: &mut Tx, delivery: Id<Delivery>, tries: i64, at: Option<Timestamp>) -> Result<()> {
    let at = at.unwrap_or_else(|| tx.now());
    tx.enqueue_at(JOB, &Given { delivery, tries }, at).await
}

/// The job that sends a message.
pub(crate) fn job(ctx: JobContext, job: Job) -> JobFuture {
    Box::pin(async move {
        let given: Given = job.payload().map_err(|_| "a message of another version")?;
        Ok(send(&ctx.app, &job, &given).await?)
    })
}

async fn send(app: &App, job: &Job, given: &Given) -> std::result::Result<(), PageError> {
    let Some(ready) = prepare(app, job, given).await? else { return Ok(()) };
    let said = match app.asker() {
        Some(asker) => asker.tell(&ready.address, ready.headers, ready.body).await,
        None => Err(Silence::Unreachable),
    };
    // It has left: what comes in the way now does not send it again at once.
    told(app, job, given, said).await.map_err(|error| PageError::Internal(error.to_string()))
}

async fn told(app: &App, job: &Job, given: &Given, said: std::result::Result<u16, Silence>) -> Result<()> {
    let mut tx = app.db().begin_brief().await?;
    job::finish(&mut tx, job).await?;
    note(&mut tx, given, said).await?;
    tx.commit().await
}

/// What is to be sent; nothing when it was sent already, and when it must not be told: then it is forgotten.
async fn prepare(app: &App, job: &Job, given: &Given) -> std::result::Result<Option<Ready>, PageError> {
    let mut tx = app.db().begin_brief().await?;
    let found = delivery::find(&mut tx, given.delivery).await?;
    let found = found.filter(|found| matches!(found.state, State::Waiting(_)) && found.tries == given.tries);
    let ready = match &found {
        Some(delivery) => made(app, &mut tx, delivery).await?,
        None => None,
    };
    if ready.is_none() {
        if let Some(delivery) = found {
            delivery::forget(&mut tx, delivery.id).await?;
        }
        job::finish(&mut tx, job).await?;
    }
    tx.commit().await?;
    Ok(ready)
}

async fn made(app: &App, tx: &mut Tx, delivery: &Delivery) -> std::result::Result<Option<Ready>, PageError> {
    let today = app.db().clock().today(&app.settings().zone);
    let Some(webhook) = webhook::find(tx, delivery.webhook, today).await? else { return Ok(None) };
    let Ok(actor) = right::actor(app, &webhook) else { return Ok(None) };
    let notices = app.notices();
    let is_told = match notices.iter().find(|notice| notice.name == delivery.kind) {
        Some(notice) => right::may_tell(tx, &actor, &webhook, notice, &delivery.subject).await?,
        None => delivery.kind == TEST,
    };
    let secrets = webhook::secrets::open(tx, &webhook).await?;
    let (seconds, id) = (tx.now().as_second(), delivery.id.to_string());
    let parts = || {
        let (address, body) = (webhook.address.clone()?, body(notices, delivery)?);
        let signature = signature::sign(&secrets, &id, seconds, &body)?;
        Some(Ready { address, headers: headers(&id, seconds, &signature)?, body })
    };
    Ok(if is_told { parts() } else { None })
}

fn headers(id: &str, seconds: i64, signature: &str) -> Option<HeaderMap> {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert("webhook-id", HeaderValue::from_str(id).ok()?);
    headers.insert("webhook-timestamp", HeaderValue::from(seconds));
    headers.insert("webhook-signature", HeaderValue::from_str(signature).ok()?);
    Some(headers)
}

/// Notes what came of a try, and what follows: nothing, another try, or the end.
async fn note(tx: &mut Tx, given: &Given, said: std::result::Result<u16, Silence>) -> Result<()> {
    let (id, tries) = (given.delivery, given.tries);
    let answer = match said {
        Ok(status) => status.to_string(),
        Err(Silence::Address) => "address".to_owned(),
        Err(Silence::Slow) => "slow".to_owned(),
        Err(Silence::Unreachable | Silence::TooLarge) => "unreachable".to_owned(),
    };
    if said.is_ok_and(|status| (200..300).contains(&status)) {
        return delivery::arrive(tx, id, tries, &answer).await.map(drop);
    }
    let Some(found) = delivery::find(tx, id).await? else { return Ok(()) };
    let is_test = found.kind == TEST;
    let next = delivery::next_try(tries + 1, tx.now()).filter(|_| !is_test && said != Ok(GONE));
    if let Some(next) = next {
        if delivery::put_off(tx, id, tries, &answer, next).await? {
            enqueue(tx, id, tries + 1, Some(next)).await?;
        }
        return Ok(());
    }
    if delivery::give_up(tx, id, tries, &answer).await? && !is_test {
        stop(tx, found.webhook).await?;
    }
    Ok(())
}

/// The webhook tells nothing from now on, and its person is told once.
async fn stop(tx: &mut Tx, id: Id<Webhook>) -> Result<()> {
    let today = tx.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let Some(webhook) = webhook::find(tx, id, today).await? else { return Ok(()) };
    if !webhook::stop(tx, id).await? {
        return Ok(());
    }
    let Some(person) = account::find(tx, webhook.account).await? else { return Ok(()) };
    let Some(to) = person.email else { return Ok(()) };
    // The rest of the address may be a secret.
    let host = webhook.address.as_deref().and_then(host).unwrap_or_default();
    let args = vec![("name".to_owned(), person.name), ("host".to_owned(), host)];
    let link = Some(LetterLink { path: format!("/me/webhooks/{id}"), purpose: None });
    let key = "web-mail-webhook-stopped".to_owned();
    send_letter(tx, &Letter { to, language: person.language, key, args, link }).await
}

/// The name in an address.
pub(crate) fn host(address: &str) -> Option<String> {
    reqwest::Url::parse(address).ok()?.host_str().map(str::to_owned)
}
