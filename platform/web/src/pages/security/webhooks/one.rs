//! One of my webhooks: how it stands, what was sent there, a test, another secret, and the way to go on after a stop.

use axum::extract::Path;
use maud::{Markup, html};
use passerelle_access::webhook::{
    self, Webhook,
    delivery::{self, Delivery, State, TEST, Told},
};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Column, Fact, Look, Narrow, Table, Tone};
use passerelle_words::say;

use super::{PATH, WEBHOOK_MANAGE, day, kinds, load, name, once, state};
use crate::{
    Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page,
    pages::security::change::{self, Change},
    redirect,
    webhook::{self as telling, Silent},
};

pub(super) fn routes() -> Routes {
    let manage = Needs::FreshRight(WEBHOOK_MANAGE);
    Routes::default()
        .get("/me/webhooks/{webhook}", manage, show)
        .post("/me/webhooks/{webhook}/deliveries", manage, again)
        .post("/me/webhooks/{webhook}/restart", manage, restart)
        .post("/me/webhooks/{webhook}/secret", manage, renew)
        .post("/me/webhooks/{webhook}/test", manage, test)
}

fn path(webhook: &Webhook) -> String {
    format!("{PATH}/{}", webhook.id)
}

async fn show(ctx: Ctx, Path(id): Path<Id<Webhook>>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let webhook = load(&ctx, &mut tx, id).await?;
    let last = delivery::last(&mut tx, webhook.id).await?;
    drop(tx);
    let (words, path, title) = (ctx.words(), path(&webhook), name(&ctx, &webhook));
    let standing = telling::actor(ctx.app(), &webhook);
    let is_sending = standing.is_ok();
    let main = html! {
        h1.govuk-heading-l { (title) }
        @match standing {
            Ok(_) => {}
            Err(Silent::RoleEnded) => {
                (ui::inset(html! { p.govuk-body { (ctx.say("web-webhooks-role-ended")) } }))
            }
            Err(Silent::OneProof) => { (ui::warning(words, &ctx.say("web-webhooks-one-proof"))) }
            Err(Silent::Stopped(at)) => {
                (ui::warning(words, &say!(words, "web-webhooks-stopped-text", instant = words.instant(at))))
                (ctx.form(&format!("{path}/restart"), html! {
                    (ui::button(Button { text: &ctx.say("web-webhooks-restart"), ..Button::default() }))
                }))
            }
        }
        (facts(&ctx, &webhook))
        h2.govuk-heading-m { (ctx.say("web-webhooks-last")) }
        @if last.is_empty() {
            p.govuk-body { (ctx.say("web-webhooks-last-none")) }
        } @else {
            (table(&ctx, &path, &last, is_sending))
        }
        @if last.iter().any(|one| one.tries == 0 && is_on_its_way(&ctx, one)) {
            p.govuk-body { a.govuk-link href=(path) { (ctx.say("web-webhooks-refresh")) } }
        }
        @if is_sending {
            (ctx.form(&format!("{path}/test"), html! {
                (ui::button(Button { text: &ctx.say("web-webhooks-test"), ..Button::default() }))
            }))
        }
        h2.govuk-heading-m { (ctx.say("web-webhooks-secret")) }
        p.govuk-body { (ctx.say("web-webhooks-renew-hint")) }
        (ctx.form(&format!("{path}/secret"), html! {
            (ui::button(Button { text: &ctx.say("web-webhooks-renew"), look: Look::Secondary, ..Button::default() }))
        }))
        h2.govuk-heading-m { (ctx.say("web-webhooks-end-title")) }
        p.govuk-body { (ctx.say("web-webhooks-end-hint")) }
        (ctx.form("/me/webhooks/end", html! {
            input type="hidden" name="webhook" value=(webhook.id);
            (ui::button(Button { text: &ctx.say("web-webhooks-end"), look: Look::Warning, ..Button::default() }))
        }))
    };
    let back = Some((PATH.to_owned(), Some(ctx.say("web-webhooks-title"))));
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

fn facts(ctx: &Ctx, webhook: &Webhook) -> Markup {
    let words = ctx.words();
    let address = webhook.address.clone().unwrap_or_else(|| ctx.say("web-webhooks-unreadable"));
    let kinds = kinds(ctx, webhook, "govuk-list");
    let until = webhook.former_until.filter(|_| webhook.is_overlapping(ctx.now()));
    let secret = until.map_or_else(
        || ctx.say("web-webhooks-secret-one"),
        |until| say!(words, "web-webhooks-secret-two", instant = words.instant(until)),
    );
    let role = webhook.seat.as_ref().map(|seat| {
        let role = ctx.say(&format!("web-role-{}", seat.role.as_str()));
        say!(words, "web-me-seat", role = role, place = seat.place.as_str())
    });
    let keys = ["address", "kinds", "role", "since", "secret"].map(|part| ctx.say(&format!("web-webhooks-{part}")));
    let [of_address, of_kinds, of_role, of_since, of_secret] = &keys;
    let address = html! { span translate="no" { (address) } " " (state(ctx, webhook)) };
    let mut facts = vec![Fact::new(of_address, address), Fact::new(of_kinds, kinds)];
    facts.extend(role.map(|role| Fact::new(of_role, role)));
    facts.push(Fact::new(of_since, day(words, webhook.created_at)));
    facts.push(Fact::new(of_secret, secret));
    ui::summary_list(words, &facts)
}

fn is_on_its_way(ctx: &Ctx, delivery: &Delivery) -> bool {
    matches!(delivery.state, State::Waiting(_)) && !delivery.is_lost(ctx.now())
}

fn table(ctx: &Ctx, path: &str, last: &[Delivery], is_sending: bool) -> Markup {
    let titles = ["when", "what", "how", "act"].map(|part| ctx.say(&format!("web-webhooks-{part}")));
    let [when, what, how, act] = &titles;
    let columns = [Column::words(when), Column::words(what), Column::words(how), Column::links(act)];
    let caption = ctx.say("web-webhooks-last");
    let rows: Vec<Vec<Markup>> = last.iter().map(|one| cells(ctx, path, one, is_sending)).collect();
    ui::table(&Table {
        id: "deliveries",
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}

fn cells(ctx: &Ctx, path: &str, delivery: &Delivery, is_sending: bool) -> Vec<Markup> {
    let words = ctx.words();
    let notice = ctx.app().notices().iter().find(|notice| notice.name == delivery.kind);
    let what = ctx.say(match notice {
        Some(notice) => notice.key,
        None if delivery.kind == TEST => "web-webhooks-kind-test",
        None => "web-webhooks-kind-unknown",
    });
    let when = words.instant(delivery.happened_at);
    let is_lost = delivery.is_lost(ctx.now());
    let (key, tone) = match delivery.state {
        State::Waiting(_) if is_lost => ("web-webhooks-given-up", Tone::Urgent),
        State::Arrived => ("web-webhooks-arrived", Tone::Good),
        State::Waiting(_) => ("web-webhooks-waiting", Tone::Calm),
        State::GivenUp => ("web-webhooks-given-up", Tone::Urgent),
    };
    let about = format!("{what}, {when}");
    let how = html! {
        (ui::tag(&ctx.say(key), tone))
        @if is_lost {
            br; (ctx.say("web-webhooks-lost"))
        } @else {
            @if let Some(answer) = &delivery.answer { br; (said(ctx, answer)) }
            @if let (State::Waiting(next), true) = (delivery.state, delivery.tries > 0) {
                br; (say!(words, "web-webhooks-again-at", instant = words.instant(next)))
            }
        }
    };
    let act = html! {
        @if is_sending && !is_on_its_way(ctx, delivery) {
            (ctx.form(&format!("{path}/deliveries"), html! {
                input type="hidden" name="delivery" value=(delivery.id);
                (ui::button(Button {
                    text: &ctx.say("web-webhooks-again"),
                    look: Look::Secondary,
                    about: Some(&about),
                    ..Button::default()
                }))
            }))
        }
    };
    vec![html! { (when) }, html! { (what) }, how, act]
}

/// What came of the last try, in words.
fn said(ctx: &Ctx, answer: &str) -> String {
    match answer {
        "address" => ctx.say("web-webhooks-answer-address"),
        "slow" => ctx.say("web-webhooks-answer-slow"),
        "unreachable" => ctx.say("web-webhooks-answer-unreachable"),
        status => say!(ctx.words(), "web-webhooks-answer", status = status),
    }
}

/// A message that somebody asks for leaves at once, unless nothing may leave here.
async fn test(ctx: Ctx, Path(id): Path<Id<Webhook>>) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    let webhook = load(&ctx, &mut tx, id).await?;
    if telling::actor(ctx.app(), &webhook).is_err() {
        return Err(PageError::Refused("web-webhooks-test-not"));
    }
    let told = Told { event: None, kind: TEST, subject: "", at: ctx.now() };
    if let Some(delivery) = delivery::note(&mut tx, webhook.id, &told).await? {
        telling::enqueue(&mut tx, delivery, 0, None).await?;
    }
    tx.commit().await?;
    Ok(redirect(&format!("{}?done=web-webhooks-test-done", path(&webhook))))
}

async fn again(ctx: Ctx, Path(id): Path<Id<Webhook>>, fields: Fields) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    let webhook = load(&ctx, &mut tx, id).await?;
    let refused = PageError::Refused("web-webhooks-again-not");
    let delivery: Id<Delivery> = fields.value("delivery").parse().map_err(|_| refused.clone())?;
    if telling::actor(ctx.app(), &webhook).is_err() || !delivery::again(&mut tx, delivery, webhook.id).await? {
        return Err(refused);
    }
    telling::enqueue(&mut tx, delivery, 0, None).await?;
    tx.commit().await?;
    Ok(redirect(&format!("{}?done=web-webhooks-again-done", path(&webhook))))
}

async fn restart(ctx: Ctx, Path(id): Path<Id<Webhook>>) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    let webhook = load(&ctx, &mut tx, id).await?;
    webhook::restart(&mut tx, webhook.id).await?;
    tx.commit().await?;
    Ok(redirect(&format!("{}?done=web-webhooks-restarted-done", path(&webhook))))
}

async fn renew(ctx: Ctx, Path(id): Path<Id<Webhook>>) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    let webhook = load(&ctx, &mut tx, id).await?;
    let secret = webhook::secrets::renew(&mut tx, &webhook, ctx.db().chance()).await?;
    change::tell(&ctx, &mut tx, webhook.account, Change::WebhookSecretRenewed).await?;
    tx.commit().await?;
    Ok(once(&ctx, &name(&ctx, &webhook), &secret, &path(&webhook)))
}
