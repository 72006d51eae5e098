//! Asking for a peer without an account: one question a page, saved on the way, checked, sent.
//!
//! The cookie `draft` holds the secret of the draft for 30 days. Nothing here needs scripts.

mod check;
mod facts;
mod fields;
mod questions;
mod start;

pub(super) use facts::facts;
pub(super) use fields::{fill, read};
pub(super) use questions::question;

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::html;
use passerelle_ui::{self as ui, Button, Heading};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use serde::Deserialize;

use crate::{
    actions::requests as actions,
    request::{Question, Stage},
    store::requests::{self, DRAFT, Kept},
};

/// The cookie that holds the secret of the draft.
const COOKIE: &str = DRAFT.0;

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/ask", Needs::Public, start::show)
        .post("/ask", Needs::Public, start::begin)
        .get("/ask/check", Needs::Public, check::show)
        .post("/ask/check", Needs::Public, check::send)
        .get("/ask/sent", Needs::Public, check::sent)
        .get("/ask/{question}", Needs::Public, show)
        .post("/ask/{question}", Needs::Public, keep)
}

#[derive(Deserialize)]
struct After {
    after: Option<String>,
}

/// The draft of this browser, while it is a draft.
async fn draft(ctx: &Ctx) -> Result<Option<Kept>, PageError> {
    let Some(secret) = ctx.cookies().get(ctx.app(), COOKIE) else { return Ok(None) };
    let kept = requests::by_link(&mut ctx.begin_form().await?, secret, DRAFT.0).await?;
    Ok(kept.filter(|kept| kept.stage() == Stage::Draft))
}

fn path(question: Question) -> String {
    format!("/ask/{}", question.as_str())
}

async fn show(ctx: Ctx, Path(code): Path<String>, Query(after): Query<After>) -> PageResult {
    let question = Question::parse(&code).ok_or(PageError::NotFound)?;
    let Some(kept) = draft(&ctx).await? else { return Ok(redirect("/ask")) };
    let fields = fill(Fields::empty(&ctx), question, &kept.request.answers);
    Ok(form(&ctx, question, &fields.with("after", after.after.unwrap_or_default())))
}

fn form(ctx: &Ctx, asked: Question, fields: &Fields) -> Response {
    let checks_next = fields.value("after") == "check";
    let place = |question: Question| Question::ALL.iter().position(|q| *q == question).unwrap_or(0);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let title = ctx.say(&format!("placement-ask-{}-label", asked.as_str()));
    let action = if checks_next { "placement-ask-save" } else { "placement-ask-continue" };
    let main = html! {
        (ctx.problems(fields))
        (ui::steps(ctx.words(), count(place(asked) + 1), count(Question::ALL.len())))
        (ctx.form(&path(asked), html! {
            input type="hidden" name="after" value=(if checks_next { "check" } else { "" });
            (question(ctx, asked, fields, Heading::Page))
            (ui::button(Button { text: &ctx.say(action), ..Button::default() }))
        }))
        p.govuk-body { (ui::muted(&ctx.say("placement-ask-saved"))) }
    };
    let back = match asked.previous() {
        _ if checks_next => "/ask/check".to_owned(),
        Some(previous) => path(previous),
        None => "/ask".to_owned(),
    };
    let back = Some((back, None));
    page(ctx, Page { title, main, back, refused: !fields.is_clean(), ..Page::default() })
}

async fn keep(ctx: Ctx, Path(code): Path<String>, mut fields: Fields) -> PageResult {
    let asked = Question::parse(&code).ok_or(PageError::NotFound)?;
    let Some(kept) = draft(&ctx).await? else { return Ok(redirect("/ask")) };
    let Some(secret) = ctx.cookies().get(ctx.app(), COOKIE) else { return Ok(redirect("/ask")) };
    let answers = read(&ctx, &mut fields, asked, kept.request.answers);
    if !fields.is_clean() {
        return Ok(form(&ctx, asked, &fields));
    }
    actions::write(&ctx, secret, answers).await?;
    let next = asked.next().filter(|_| fields.value("after") != "check");
    Ok(redirect(&next.map_or_else(|| "/ask/check".to_owned(), path)))
}
