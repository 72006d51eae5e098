//! The page of whoever holds the link of a request: where it stands, what was said, a word to add, a way out.
//!
//! Opening a page never acts. No account is needed.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Field, Look, Textarea};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use super::{
    ask, follow_link,
    requests::{Sides, discussion, paragraphs},
};
use crate::{
    actions::requests as actions,
    request::{Side, State},
    store::{
        remarks::{self, Said},
        requests::{self, FOLLOW, Kept},
    },
    text,
};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/follow/{secret}", Needs::Public, show)
        .post("/follow/{secret}/answer", Needs::Public, answer)
        .get("/follow/{secret}/withdrawal", Needs::Public, ask_withdrawal)
        .post("/follow/{secret}/withdrawal", Needs::Public, withdraw)
}

/// What the page of a request shows.
struct Followed {
    kept: Kept,
    org: String,
    said: Vec<Said>,
}

async fn followed(ctx: &Ctx, secret: &str) -> Result<Followed, PageError> {
    let mut tx = ctx.begin_read().await?;
    let kept = requests::by_link(&mut tx, secret, FOLLOW.0).await?.ok_or(PageError::NotFound)?;
    let org = requests::org_name(&mut tx, kept.request.org).await?;
    let said = remarks::of_request(&mut tx, kept.request.id).await?;
    Ok(Followed { kept, org, said })
}

async fn show(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    match followed(&ctx, &secret).await {
        Err(PageError::NotFound) => follow_link::too_old(&ctx, &secret).await,
        followed => Ok(view(&ctx, &secret, &followed?, &Fields::empty(&ctx))),
    }
}

fn view(ctx: &Ctx, secret: &str, followed: &Followed, fields: &Fields) -> Response {
    let Followed { kept, org, said } = followed;
    let request = &kept.request;
    let title = say!(ctx.words(), &format!("placement-follow-{}-title", kept.stage().as_str()), org = org.as_str());
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (state(ctx, &request.state, org))
        (discussion(ctx, Sides::of(request, org), said))
        @if request.waits_for_decision() { (word(ctx, secret, &request.state, fields)) }
        h2.govuk-heading-m { (ctx.say("placement-follow-facts")) }
        (ask::facts(ctx, &request.answers, false))
        @if request.waits_for_decision() {
            p.govuk-body {
                a.govuk-link href={ "/follow/" (secret) "/withdrawal" } { (ctx.say("placement-follow-withdraw")) }
            }
        }
        p.govuk-body { a.govuk-link href={ "/follow/" (secret) "/end" } { (ctx.say("placement-follow-end")) } }
    };
    let seen_by = Some(say!(ctx.words(), "placement-follow-seen-by", org = org.as_str()));
    page(ctx, Page { title, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

/// Where the request stands, in plain words.
fn state(ctx: &Ctx, state: &State, org: &str) -> Markup {
    let words = ctx.words();
    let sent = state.submitted_at().map(|at| words.instant(at)).unwrap_or_default();
    let key = match state {
        State::InDiscussion { turn: Side::Asker, .. } => "placement-follow-your-turn",
        State::InDiscussion { .. } => "placement-follow-their-turn",
        State::Accepted { .. } => "placement-follow-accepted-text",
        State::Declined { .. } => "placement-follow-declined-text",
        State::Withdrawn { .. } => "placement-follow-withdrawn-text",
        State::Draft | State::Submitted { .. } => "placement-follow-submitted-text",
    };
    html! {
        p.govuk-body { (say!(words, key, org = org, sent = sent)) }
        @if let State::Declined { reason, .. } = state { (ui::inset(paragraphs(reason))) }
    }
}

/// The form with which the team answers or adds something.
fn word(ctx: &Ctx, secret: &str, state: &State, fields: &Fields) -> Markup {
    let asked = matches!(state, State::InDiscussion { turn: Side::Asker, .. });
    let label = ctx.say(if asked { "placement-follow-answer" } else { "placement-follow-add" });
    let field = Field {
        name: "words",
        label: &label,
        error: fields.error("words"),
        value: fields.value("words"),
        ..Field::default()
    };
    let look = if asked { Look::Primary } else { Look::Secondary };
    ctx.form(
        &format!("/follow/{secret}/answer"),
        html! {
            (ui::textarea(ctx.words(), Textarea { field, rows: Some(4), limit: u32::try_from(text::SENTENCES).ok() }))
            (ui::button(Button { text: &ctx.say("placement-follow-send"), look, ..Button::default() }))
        },
    )
}

async fn answer(ctx: Ctx, Path(secret): Path<String>, mut fields: Fields) -> PageResult {
    let followed = followed(&ctx, &secret).await?;
    if !ctx.allows(format!("request-answer {}", followed.kept.request.id)).await? {
        return Err(PageError::TooMany);
    }
    let Some(words) = fields.text("words", text::SENTENCES, "placement-refusal-text-missing") else {
        return Ok(view(&ctx, &secret, &followed, &fields));
    };
    match actions::answer(&ctx, &secret, &words).await {
        Ok(()) => Ok(redirect(&format!("/follow/{secret}?done=placement-follow-answer-done"))),
        Err(Failure::Refused(refusal)) => {
            fields.refuse_key("words", refusal.key());
            Ok(view(&ctx, &secret, &followed, &fields))
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn ask_withdrawal(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let followed = followed(&ctx, &secret).await?;
    let back = format!("/follow/{secret}");
    if !followed.kept.request.waits_for_decision() {
        return Ok(redirect(&back));
    }
    let title = ctx.say("placement-follow-withdraw-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say!(ctx.words(), "placement-follow-withdraw-text", org = followed.org.as_str())) }
        (ctx.form(&format!("/follow/{secret}/withdrawal"), ui::actions(html! {
            (ui::button(Button {
                text: &ctx.say("placement-follow-withdraw-action"),
                look: Look::Warning,
                ..Button::default()
            }))
            a.govuk-link href=(back) { (ctx.say("placement-follow-withdraw-keep")) }
        })))
    };
    Ok(page(&ctx, Page { title, main, back: Some((back, None)), ..Page::default() }))
}

async fn withdraw(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    actions::withdraw(&ctx, &secret).await?;
    Ok(redirect(&format!("/follow/{secret}")))
}
