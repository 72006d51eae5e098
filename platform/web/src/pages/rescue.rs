//! The way back for somebody who has lost every proof (see [`passerelle_access::rescue`]): the letters, the page that
//! stops it, and the page that opens the account with a new password and without the lost proofs.

use axum::{extract::Path, response::Response};
use maud::html;
use passerelle_access::{
    Account, account, authenticator, ceremony, email_change, link, passkey, password, recovery,
    rescue::{self, Confirmed, Rescue, Witness},
    session, token, webhook,
};
use passerelle_kernel::{Id, Timestamp};
use passerelle_store::{
    About, Error as StoreError, Event, Tx,
    job::{self, Job},
};
use passerelle_ui::{self as ui, Button, Field, Look};
use passerelle_words::say;
use serde::{Deserialize, Serialize};

use super::{invitation::weakness_key, sign_in};
use crate::{
    Ctx, Fields, JobContext, Letter, LetterLink, Needs, Page, PageError, PageResult, Routes, capability::JobFuture,
    mail::send_letter, page,
};

pub(super) const JOB: &str = "rescue";
/// What is done here is done for this.
const RESCUE: &str = "rescue";
const OPEN: &str = "rescue";
const STOP: &str = "rescue-stop";

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/rescues/{secret}", Needs::Public, show)
        .post("/rescues/{secret}", Needs::Public, enter)
        .get("/rescues/stop/{secret}", Needs::Public, ask_stop)
        .post("/rescues/stop/{secret}", Needs::Public, stop)
}

/// The actor confirms that this person, whom they may manage, is who they say, and, as the first one, that they have this
/// new address. Needs two proofs of the actor.
///
/// # Errors
/// [`PageError::Forbidden`] without two proofs or without a role; the engine's error.
pub async fn confirm_rescue(
    ctx: &Ctx,
    tx: &mut Tx,
    person: Id<Account>,
    met: bool,
    email: Option<&str>,
) -> Result<Confirmed, PageError> {
    let actor = ctx.actor()?;
    let org = actor.seat.as_ref().filter(|_| ctx.has_two_factors()).map(|seat| seat.org).ok_or(PageError::Forbidden)?;
    let confirmed = rescue::confirm(tx, person, &Witness { account: actor.account, org, met }, email).await?;
    let (id, kind) = match confirmed {
        Confirmed::First(id) => (id, "rescue-confirmed-first"),
        Confirmed::Second(id, ready_at) => {
            tx.enqueue_at(JOB, &Ready { rescue: id.to_string() }, ready_at).await?;
            (id, "rescue-confirmed-second")
        }
        Confirmed::No => return Ok(confirmed),
    };
    let detail = serde_json::json!({ "met": met });
    record(tx, kind, Some(org.to_string()), person, Some(actor.account), &detail).await?;
    let args = [("witness", actor.name.clone())];
    write(tx, person, None, "web-mail-rescue", &args, ("/rescues/stop/", STOP, 7), id).await?;
    Ok(confirmed)
}

async fn record(
    tx: &mut Tx,
    kind: &'static str,
    org: Option<String>,
    person: Id<Account>,
    actor: Option<Id<Account>>,
    detail: &serde_json::Value,
) -> Result<(), PageError> {
    let about = About { person: Some(person.to_string()), purpose: Some(RESCUE), ..About::default() };
    let (subject, actor) = (person.to_string(), actor.map(|actor| actor.to_string()));
    Ok(tx.record_about(Event { kind, org, partner: None, subject, actor, detail }, about).await?)
}

/// A letter to the person who is helped, at their address or at a new one, with a link to this way back.
async fn write(
    tx: &mut Tx,
    person: Id<Account>,
    new_address: Option<String>,
    key: &str,
    args: &[(&str, String)],
    (path, purpose, days): (&str, &str, i64),
    id: Id<Rescue>,
) -> passerelle_store::Result<()> {
    let Some(person) = account::find(tx, person).await? else { return Ok(()) };
    let Some(to) = new_address.or(person.email) else { return Ok(()) };
    let mut args: Vec<_> = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    args.push(("name".to_owned(), person.name));
    let purpose = Some((purpose.to_owned(), id.to_string(), days));
    let link = Some(LetterLink { path: path.to_owned(), purpose });
    send_letter(tx, &Letter { to, language: person.language, key: key.to_owned(), args, link }).await
}

#[derive(Serialize, Deserialize)]
struct Ready {
    rescue: String,
}

/// When the day has passed: the person gets the link, unless somebody stopped it.
pub(super) fn job(ctx: JobContext, job: Job) -> JobFuture {
    Box::pin(async move {
        let ready: Ready = job.payload().map_err(|_| "a job of another version")?;
        let id = ready.rescue.parse().map_err(|_| "no id")?;
        let mut tx = ctx.app.db().begin_write().await?;
        job::finish(&mut tx, &job).await?;
        let Some(found) = rescue::find(&mut tx, id).await? else { return Ok(tx.commit().await?) };
        let link = ("/rescues/", OPEN, 3);
        write(&mut tx, found.account, found.email, "web-mail-rescue-ready", &[], link, id).await?;
        Ok(tx.commit().await?)
    })
}

/// The way back to which this link leads; nothing when the link is too old, or it was used or stopped.
async fn linked(tx: &mut Tx, secret: &str, purpose: &str, now: Timestamp) -> Result<Option<Rescue>, PageError> {
    let link = link::find(tx, secret, purpose).await?.ok_or(PageError::NotFound)?;
    let id = link.subject.parse().map_err(|_| PageError::NotFound)?;
    let is_over = link.is_expired(now) || link.is_used();
    Ok(rescue::find(tx, id).await?.filter(|_| !is_over))
}

async fn show(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let found = linked(&mut ctx.begin_read().await?, &secret, OPEN, ctx.now()).await?;
    Ok(match found {
        Some(_) => form(&ctx, &secret, &Fields::empty(&ctx)),
        None => over(&ctx),
    })
}

fn over(ctx: &Ctx) -> Response {
    let title = ctx.say("web-link-stale-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-rescue-over")) }
    };
    page(ctx, Page { title, main, ..Page::default() })
}

fn form(ctx: &Ctx, secret: &str, fields: &Fields) -> Response {
    let title = ctx.say("web-rescue-title");
    let hint = say!(ctx.words(), "web-password-hint", fewest = password::SHORTEST);
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-rescue-text")) }
        (ctx.form(&format!("/rescues/{secret}"), html! {
            (ui::password_to_choose(ctx.words(), Field {
                name: "password",
                label: &ctx.say("web-password-new"),
                hint: Some(&hint),
                error: fields.error("password"),
                ..Field::default()
            }))
            (ui::button(Button { text: &ctx.say("web-rescue-action"), ..Button::default() }))
        }))
    };
    page(ctx, Page { title, main, refused: !fields.is_clean(), ..Page::default() })
}

async fn enter(ctx: Ctx, Path(secret): Path<String>, mut fields: Fields) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let Some(found) = linked(&mut tx, &secret, OPEN, ctx.now()).await? else { return Ok(over(&ctx)) };
    let person = account::find(&mut tx, found.account).await?.ok_or(PageError::NotFound)?;
    drop(tx);
    let given = fields.value("password").to_owned();
    let email = found.email.as_deref().or(person.email.as_deref()).unwrap_or_default();
    if let Err(weakness) = password::check(&given, email, &person.name) {
        fields.refuse_key("password", weakness_key(weakness));
        return Ok(form(&ctx, &secret, &fields));
    }
    let hash = password::hash(given, ctx.db().chance()).await.map_err(|e| PageError::Internal(e.to_string()))?;
    let mut tx = ctx.begin_write().await?;
    if !link::spend(&mut tx, &secret).await? || !rescue::end(&mut tx, found.id).await? {
        return Ok(over(&ctx));
    }
    account::set_password(&mut tx, person.id, &hash).await?;
    forget_proofs(&mut tx, person.id).await?;
    match rescue::settle_address(&mut tx, &found).await {
        // Somebody else has the new address since: nothing of this is kept.
        Err(StoreError::Unique) => return Ok(over(&ctx)),
        other => other?,
    }
    record(&mut tx, "rescue-used", Some(found.org.to_string()), person.id, Some(person.id), &serde_json::Value::Null)
        .await?;
    sign_in::enter(&ctx, tx, person.id, "/account").await
}

/// What was lost opens nothing any more, wherever it is.
async fn forget_proofs(tx: &mut Tx, person: Id<Account>) -> Result<(), PageError> {
    authenticator::remove(tx, person).await?;
    recovery::remove(tx, person).await?;
    passkey::remove_all(tx, person).await?;
    session::end_all(tx, person).await?;
    token::end_all(tx, person).await?;
    webhook::end_all(tx, person).await?;
    ceremony::end_all(tx, person).await?;
    email_change::end_all(tx, person).await?;
    link::revoke(tx, link::SIGN_IN, &person.to_string()).await?;
    Ok(())
}

async fn ask_stop(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    if linked(&mut ctx.begin_read().await?, &secret, STOP, ctx.now()).await?.is_none() {
        return Ok(over(&ctx));
    }
    let title = ctx.say("web-rescue-stop-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-rescue-stop-text")) }
        (ctx.form(&format!("/rescues/stop/{secret}"), html! {
            (ui::button(Button { text: &ctx.say("web-rescue-stop-action"), look: Look::Warning, ..Button::default() }))
        }))
    };
    Ok(page(&ctx, Page { title, main, ..Page::default() }))
}

async fn stop(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    let Some(found) = linked(&mut tx, &secret, STOP, ctx.now()).await? else { return Ok(over(&ctx)) };
    rescue::end(&mut tx, found.id).await?;
    record(&mut tx, "rescue-stopped", Some(found.org.to_string()), found.account, None, &serde_json::Value::Null)
        .await?;
    tx.commit().await?;
    let title = ctx.say("web-rescue-stopped-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-rescue-stopped-text")) }
    };
    Ok(page(&ctx, Page { title, main, ..Page::default() }))
}
