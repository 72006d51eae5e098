//! Opening a mission from an accepted request: one question, its title.

use axum::{extract::Query, response::Response};
use maud::html;
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Field, Input};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect};
use passerelle_words::say;
use serde::Deserialize;

use super::NOTHING_CHOSEN;
use crate::{Error, access, actions::missions::open_mission, request::Request, store, text};

#[derive(Deserialize)]
pub(super) struct From {
    request: Option<Id<Request>>,
}

/// The place that a request is about, in the words of the team.
async fn place(ctx: &Ctx, id: Id<Request>) -> Result<String, PageError> {
    let mut tx = ctx.begin_read().await?;
    let kept = store::requests::load_request(&mut tx, ctx.actor()?, id, access::REQUEST_MANAGE).await?;
    let answers = kept.request.answers;
    let names = [answers.team, answers.institution].into_iter().filter(|name| !name.is_empty());
    Ok(names.collect::<Vec<_>>().join(", "))
}

pub(super) async fn ask(ctx: Ctx, Query(From { request }): Query<From>) -> PageResult {
    // A mission begins with a request: without one, the requests are where to look.
    let Some(request) = request else { return Ok(redirect("/requests")) };
    let place = place(&ctx, request).await?;
    let title = say!(ctx.words(), "placement-mission-title-proposed", place = place.as_str());
    let title: String = title.chars().take(text::LINE).collect();
    let fields = Fields::empty(&ctx).with("title", title);
    Ok(form(&ctx, request, &place, &fields))
}

fn form(ctx: &Ctx, request: Id<Request>, place: &str, fields: &Fields) -> Response {
    let title = ctx.say("placement-mission-open-title");
    let (label, hint) = (ctx.say("placement-mission-name"), ctx.say("placement-mission-name-hint"));
    let field = Field {
        name: "title",
        label: &label,
        hint: Some(&hint),
        error: fields.error("title"),
        value: fields.value("title"),
        ..Field::default()
    };
    let questions = html! {
        input type="hidden" name="request" value=(request);
        (ui::input(ctx.words(), Input { field, ..Input::default() }))
        (ui::button(Button { text: &ctx.say("placement-mission-open"), ..Button::default() }))
    };
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (place) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("placement-mission-open-text")) }
        (ctx.form("/missions/new", questions))
    };
    let back = Some((format!("/requests/{request}"), None));
    let seen_by = Some(ctx.say("placement-missions-seen-by"));
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

pub(super) async fn open(ctx: Ctx, mut fields: Fields) -> PageResult {
    let request: Id<Request> = fields.value("request").parse().map_err(|_| PageError::Refused(NOTHING_CHOSEN))?;
    let place = place(&ctx, request).await?;
    if let Some(title) = fields.text("title", text::LINE, "placement-refusal-text-missing") {
        match open_mission(&ctx, request, &title).await {
            Ok(id) => return Ok(redirect(&format!("/missions/{id}?done=placement-mission-opened-done"))),
            Err(Error::Refused(refusal)) => fields.refuse_key("title", refusal.key()),
            Err(other) => return Err(other.into()),
        }
    }
    Ok(form(&ctx, request, &place, &fields))
}
