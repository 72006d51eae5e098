//! My programs that are told what happens: add an address, see what was sent there, exchange its secret, remove it. The
//! secret is shown once.

mod one;

use axum::response::Response;
use maud::{Markup, html};
use passerelle_access::{
    session::Factors,
    webhook::{self, Draft, MOST, Webhook},
};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Input, Kind, Look};
use passerelle_words::say;

use super::{
    change::{self, Change},
    day,
};
use crate::{
    Ctx, Fields, Needs, Notice, Page, PageError, PageResult, Routes,
    outside::{is_local, told_at},
    page, redirect,
    webhook::{Silent, WEBHOOK_MANAGE, actor, host},
};

pub(super) const PATH: &str = "/me/webhooks";

pub(super) fn routes() -> Routes {
    let manage = Needs::FreshRight(WEBHOOK_MANAGE);
    Routes::default()
        .get(PATH, manage, show)
        .post(PATH, manage, make)
        .post("/me/webhooks/end", manage, end)
        .and(one::routes())
}

/// What the person may be told in the role in which they act.
fn offered(ctx: &Ctx) -> Vec<&'static Notice> {
    let actor = ctx.visitor();
    ctx.app().notices().iter().copied().filter(|notice| actor.is_some_and(|actor| actor.holds(notice.rule))).collect()
}

/// A webhook of the person who acts; for everybody else there is none.
async fn load(ctx: &Ctx, tx: &mut Tx, id: Id<Webhook>) -> Result<Webhook, PageError> {
    let me = ctx.actor()?.account;
    let found = webhook::find(tx, id, ctx.today()).await?;
    found.filter(|webhook| webhook.account == me).ok_or(PageError::NotFound)
}

/// What a webhook is called: the name in its address.
fn name(ctx: &Ctx, webhook: &Webhook) -> String {
    let host = webhook.address.as_deref().and_then(host);
    host.unwrap_or_else(|| ctx.say("web-webhooks-address"))
}

async fn show(ctx: Ctx) -> PageResult {
    view(&ctx, &mut ctx.begin_read().await?, &Fields::empty(&ctx)).await
}

async fn view(ctx: &Ctx, tx: &mut Tx, fields: &Fields) -> PageResult {
    let webhooks = webhook::of_account(tx, ctx.actor()?.account, ctx.today()).await?;
    let title = ctx.say("web-webhooks-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-webhooks-text")) }
        p.govuk-body { a.govuk-link href=(super::tokens::PATH) { (ctx.say("web-webhooks-tokens")) } }
        @if !webhooks.is_empty() {
            ul.govuk-list.p-devices { @for one in &webhooks { li.p-device { (row(ctx, one)) } } }
        }
        h2.govuk-heading-m { (ctx.say("web-webhooks-add-title")) }
        (ctx.form(PATH, questions(ctx, fields)))
    };
    let back = Some(("/account".to_owned(), Some(ctx.say("web-account-title"))));
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() }))
}

/// How a webhook stands.
fn state(ctx: &Ctx, webhook: &Webhook) -> Markup {
    let (key, tone) = match actor(ctx.app(), webhook) {
        Ok(_) => ("web-webhooks-on", ui::Tone::Good),
        Err(Silent::RoleEnded) => ("web-tokens-over", ui::Tone::Neutral),
        Err(Silent::Stopped(_) | Silent::OneProof) => ("web-webhooks-stopped", ui::Tone::Urgent),
    };
    ui::tag(&ctx.say(key), tone)
}

fn row(ctx: &Ctx, webhook: &Webhook) -> Markup {
    let name = name(ctx, webhook);
    html! {
        h2.govuk-heading-s { (name) " " (state(ctx, webhook)) }
        (kinds(ctx, webhook, "govuk-list govuk-list--bullet"))
        p.govuk-body {
            a.govuk-link href={ (PATH) "/" (webhook.id) } {
                (ctx.say("web-webhooks-see")) span.govuk-visually-hidden { " " (name) }
            }
        }
    }
}

/// What a webhook tells, in words.
fn kinds(ctx: &Ctx, webhook: &Webhook, class: &str) -> Markup {
    let known = ctx.app().notices().iter().filter(|notice| webhook.tells(notice.name));
    html! { ul class=(class) { @for notice in known { li { (ctx.say(notice.key)) } } } }
}

fn questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let words = ctx.words();
    let say = |key: &str| ctx.say(key);
    let (label, hint) = (say("web-webhooks-address"), say("web-webhooks-address-hint"));
    let (error, value) = (fields.error("address"), fields.value("address"));
    let address = Field { name: "address", label: &label, hint: Some(&hint), value, error, ..Field::default() };
    let offered = offered(ctx);
    let labels: Vec<String> = offered.iter().map(|notice| say(notice.key)).collect();
    let items: Vec<Choice<'_>> = offered
        .iter()
        .zip(&labels)
        .map(|(notice, label)| Choice {
            value: notice.name,
            label,
            checked: fields.has("kinds", notice.name),
            ..Choice::default()
        })
        .collect();
    let (when, when_hint) = (say("web-webhooks-kinds"), say("web-webhooks-kinds-hint"));
    let error = fields.error("kinds");
    let kinds = Field { name: "kinds", label: &when, hint: Some(&when_hint), error, ..Field::default() };
    html! {
        (ui::input(words, Input { field: address, kind: Kind::Address, ..Input::default() }))
        (ui::checkboxes(words, Choices { field: kinds, items: &items, ..Choices::default() }))
        (ui::button(Button { text: &say("web-webhooks-add"), ..Button::default() }))
    }
}

async fn make(ctx: Ctx, mut fields: Fields) -> PageResult {
    let actor = ctx.actor()?;
    let address = told_at(fields.value("address"), is_local(&ctx.app().settings().base_url)).ok();
    if address.is_none() {
        let is_missing = fields.value("address").trim().is_empty();
        let key = if is_missing { "web-webhooks-address-missing" } else { "web-webhooks-address-wrong" };
        fields.refuse_key("address", key);
    }
    let offered = offered(&ctx);
    let find = |name: &str| offered.iter().find(|notice| notice.name == name).map(|notice| notice.name);
    let kinds = fields.choices("kinds", find);
    if kinds.is_empty() {
        fields.refuse_key("kinds", "web-webhooks-kinds-missing");
    }
    let mut tx = ctx.begin_write().await?;
    if webhook::of_account(&mut tx, actor.account, ctx.today()).await?.len() >= MOST {
        fields.refuse("", say!(ctx.words(), "web-webhooks-too-many", most = MOST));
    }
    let (Some(address), true) = (address, fields.is_clean()) else { return view(&ctx, &mut tx, &fields).await };
    let factors = if ctx.has_two_factors() { Factors::Two } else { Factors::One };
    let draft = Draft { address: &address, kinds: &kinds, factors };
    let secret = webhook::create(&mut tx, actor, ctx.db().chance(), &draft).await?.ok_or(PageError::Forbidden)?;
    change::tell(&ctx, &mut tx, actor.account, Change::WebhookMade).await?;
    tx.commit().await?;
    Ok(once(&ctx, &host(&address).unwrap_or_default(), &secret, PATH))
}

/// The secret, this once.
fn once(ctx: &Ctx, host: &str, secret: &str, next: &str) -> Response {
    let title = say!(ctx.words(), "web-webhooks-made-title", host = host);
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::warning(ctx.words(), &ctx.say("web-webhooks-once")))
        p.p-secret translate="no" { (secret) }
        p.govuk-body { (ctx.say("web-webhooks-use")) }
        (ui::link_button(&ctx.say("web-webhooks-kept"), next, Look::Primary))
    };
    let seen_by = Some(ctx.say("web-me-seen-by"));
    page(ctx, Page { title, main, seen_by, ..Page::default() })
}

async fn end(ctx: Ctx, fields: Fields) -> PageResult {
    let id = fields.value("webhook").parse().map_err(|_| PageError::NotFound)?;
    let mut tx = ctx.begin_write().await?;
    let webhook = load(&ctx, &mut tx, id).await?;
    webhook::end(&mut tx, webhook.id).await?;
    change::tell(&ctx, &mut tx, webhook.account, Change::WebhookEnded).await?;
    tx.commit().await?;
    Ok(redirect("/me/webhooks?done=web-webhooks-ended-done"))
}
