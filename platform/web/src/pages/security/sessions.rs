//! The devices on which my account is open, and how to close it on one or on all others.

use maud::{Markup, html};
use passerelle_access::session::{self, Session};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Look};
use passerelle_words::say;

use super::day;
use crate::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, device, page, redirect};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/account/sessions", Needs::SignedIn, show)
        .post("/account/sessions/end", Needs::SignedIn, end)
        .post("/account/sessions/end-others", Needs::SignedIn, end_others)
}

/// My sessions that still open something.
pub(super) async fn open(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<Session>, PageError> {
    let (idle, today) = (ctx.app().settings().sign_in.idle, ctx.today());
    let mut sessions = session::of_account(tx, ctx.actor()?.account).await?;
    sessions.retain(|session| !idle.is_over(session, today));
    Ok(sessions)
}

async fn show(ctx: Ctx) -> PageResult {
    let current = ctx.session()?.id.clone();
    let mut sessions = open(&ctx, &mut ctx.begin_read().await?).await?;
    sessions.sort_by_key(|session| session.id != current);
    let title = ctx.say("web-sessions-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-sessions-text")) }
        ul.govuk-list.p-devices {
            @for session in &sessions { li.p-device { (row(&ctx, session, session.id == current)) } }
        }
        @if sessions.len() > 1 {
            (ctx.form("/account/sessions/end-others", html! {
                (ui::button(Button { text: &ctx.say("web-sessions-end-others"), look: Look::Warning, ..Button::default() }))
            }))
        }
        p.govuk-body { (ctx.say("web-sessions-doubt")) " " a.govuk-link href="/account/password" { (ctx.say("web-sessions-doubt-link")) } }
    };
    let back = Some(("/account".to_owned(), Some(ctx.say("web-account-title"))));
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

fn row(ctx: &Ctx, session: &Session, current: bool) -> Markup {
    let words = ctx.words();
    let name = device::name(words, &session.device);
    let began = say!(words, "web-sessions-began", day = day(words, session.began_at));
    let seen = session.seen_on.map(|on| say!(words, "web-sessions-seen", day = words.date(on)));
    html! {
        h2.govuk-heading-s {
            (name) @if current { " " (ui::tag(&ctx.say("web-sessions-current"), ui::Tone::Calm)) }
        }
        p.govuk-body { (began) @if let Some(seen) = seen { br; (seen) } }
        @if !current {
            (ctx.form("/account/sessions/end", html! {
                input type="hidden" name="session" value=(session.id);
                (ui::button(Button {
                    text: &ctx.say("web-sessions-end"),
                    look: Look::Secondary,
                    about: Some(&format!("{name}, {began}")),
                    ..Button::default()
                }))
            }))
        }
    }
}

async fn end(ctx: Ctx, fields: Fields) -> PageResult {
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_write().await?;
    if !session::end_one(&mut tx, me, fields.value("session")).await? {
        return Err(PageError::NotFound);
    }
    tx.commit().await?;
    Ok(redirect("/account/sessions?done=web-sessions-end-done"))
}

async fn end_others(ctx: Ctx) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    session::end_others(&mut tx, ctx.actor()?.account, &ctx.session()?.id).await?;
    tx.commit().await?;
    Ok(redirect("/account/sessions?done=web-sessions-end-others-done"))
}
