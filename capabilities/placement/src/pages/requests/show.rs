//! One request: what the team answered, what was said, what those who coordinate can do.

use axum::{
    extract::Path,
    response::{Html, IntoResponse, Response},
};
use maud::{Markup, html};
use passerelle_directory::TeamFacts;
use passerelle_ui::{self as ui, Button, Field, Look, Textarea};
use passerelle_web::{Ctx, Failure, Fields, Page, PageError, PageResult, page, redirect};
use passerelle_words::say;

use super::{Sides, discussion, list, matched, paragraphs, path, read_id, sentence};
use crate::{
    access::{REQUEST_MANAGE, REQUEST_READ},
    actions::requests as actions,
    pages::ask,
    request::{Stage, State},
    store::{
        remarks::{self, Said},
        requests::{self, Kept},
    },
    text,
};

/// What the page of a request shows.
struct Shown {
    kept: Kept,
    org: String,
    said: Vec<Said>,
    team: Option<TeamFacts>,
    /// Whether the reader may act.
    manages: bool,
}

async fn load(ctx: &Ctx, id: &str) -> Result<Shown, PageError> {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let kept = requests::load_request(&mut tx, actor, read_id(id)?, REQUEST_READ).await?;
    let org = requests::org_name(&mut tx, kept.request.org).await?;
    let said = remarks::of_request(&mut tx, kept.request.id).await?;
    let team = matched(&mut tx, &kept).await?;
    let manages = actor.may(REQUEST_MANAGE, &kept.facts());
    Ok(Shown { kept, org, said, team, manages })
}

pub(super) async fn show(ctx: Ctx, Path(id): Path<String>) -> PageResult {
    let shown = load(&ctx, &id).await?;
    Ok(view(&ctx, &shown, &Fields::empty(&ctx)))
}

/// The discussion alone, for the live page.
pub(super) async fn fragment(ctx: Ctx, Path(id): Path<String>) -> PageResult {
    let shown = load(&ctx, &id).await?;
    Ok(Html(discussion(&ctx, Sides::of(&shown.kept.request, &shown.org), &shown.said).into_string()).into_response())
}

fn view(ctx: &Ctx, shown: &Shown, fields: &Fields) -> Response {
    let Shown { kept, org, said, team, manages } = shown;
    let title = sentence(ctx, kept);
    let acts = *manages && kept.request.waits_for_decision();
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (list::stage(ctx, kept.stage())) " " (state(ctx, &kept.request.state)) }
        @if let State::Declined { reason, .. } = &kept.request.state { (ui::inset(paragraphs(reason))) }
        @if acts { (decide(ctx, kept, team.as_ref())) }
        @if *manages && kept.stage() == Stage::Accepted { (next(ctx, kept)) }
        div id="live" hx-sse:connect="/live" {}
        div hx-get={ (path(kept.request.id)) "/discussion" } hx-trigger="passerelle-news from:#live" {
            (discussion(ctx, Sides::of(&kept.request, org), said))
        }
        @if acts { (question(ctx, kept, fields)) }
        h2.govuk-heading-m { (ctx.say("placement-request-facts")) }
        (ask::facts(ctx, &kept.request.answers, false))
        @if *manages {
            p.govuk-body {
                a.govuk-link href={ (path(kept.request.id)) "/link" } { (ctx.say("placement-request-link-title")) }
            }
        }
    };
    let back = Some(("/requests".to_owned(), Some(ctx.say("placement-requests-title"))));
    let seen_by = Some(match team {
        Some(team) => {
            say!(ctx.words(), "placement-request-seen-by-team", org = org.as_str(), team = team.name.as_str())
        }
        None => say!(ctx.words(), "placement-request-seen-by", org = org.as_str()),
    });
    page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn state(ctx: &Ctx, state: &State) -> String {
    let at = match state {
        State::InDiscussion { since, .. } => Some(*since),
        State::Accepted { stamp, .. } | State::Declined { stamp, .. } => Some(stamp.at),
        State::Withdrawn { at, .. } => Some(*at),
        State::Draft | State::Submitted { .. } => state.submitted_at(),
    };
    let turn = if let State::InDiscussion { turn, .. } = state { turn.as_str() } else { state.stage().as_str() };
    let at = at.map(|at| ctx.words().instant(at)).unwrap_or_default();
    say!(ctx.words(), &format!("placement-request-since-{turn}"), at = at)
}

/// What can be decided: first which team it is, then yes or no.
fn decide(ctx: &Ctx, kept: &Kept, team: Option<&TeamFacts>) -> Markup {
    let path = path(kept.request.id);
    let (match_path, refusal_path) = (format!("{path}/team"), format!("{path}/refusal"));
    let decline = html! { a.govuk-link href=(refusal_path) { (ctx.say("placement-request-decline")) } };
    let Some(team) = team else {
        return html! {
            p.govuk-body { (ctx.say("placement-request-match-first")) }
            (ui::actions(html! {
                (ui::link_button(&ctx.say("placement-request-match"), &match_path, Look::Primary)) (decline)
            }))
        };
    };
    let (name, org) = (team.name.as_str(), team.org_name.as_str());
    html! {
        p.govuk-body {
            (say!(ctx.words(), "placement-request-matched", team = name, institution = org)) " "
            a.govuk-link href=(match_path) { (ctx.say("placement-request-match-change")) }
        }
        (ctx.form(&format!("{path}/acceptance"), html! {
            input type="hidden" name="version" value=(kept.version);
            (ui::actions(html! {
                (ui::button(Button { text: &ctx.say("placement-request-accept"), ..Button::default() })) (decline)
            }))
        }))
    }
}

fn next(ctx: &Ctx, kept: &Kept) -> Markup {
    let href = format!("/missions/new?request={}", kept.request.id);
    ui::link_button(&ctx.say("placement-request-mission"), &href, Look::Primary)
}

fn question(ctx: &Ctx, kept: &Kept, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("placement-request-ask"), ctx.say("placement-request-ask-hint"));
    let field = Field {
        name: "words",
        label: &label,
        hint: Some(&hint),
        error: fields.error("words"),
        value: fields.value("words"),
        ..Field::default()
    };
    let limit = u32::try_from(text::SENTENCES).ok();
    ctx.form(
        &format!("{}/discussion", path(kept.request.id)),
        html! {
            (ui::textarea(ctx.words(), Textarea { field, rows: Some(4), limit }))
            (ui::button(Button {
                text: &ctx.say("placement-request-ask-send"),
                look: Look::Secondary,
                ..Button::default()
            }))
        },
    )
}

pub(super) async fn ask(ctx: Ctx, Path(id): Path<String>, mut fields: Fields) -> PageResult {
    let shown = load(&ctx, &id).await?;
    let Some(words) = fields.text("words", text::SENTENCES, "placement-refusal-text-missing") else {
        return if shown.manages { Ok(view(&ctx, &shown, &fields)) } else { Err(PageError::Forbidden) };
    };
    match actions::ask(&ctx, shown.kept.request.id, &words).await {
        Ok(()) => Ok(redirect(&format!("{}?done=placement-request-asked-done", path(shown.kept.request.id)))),
        Err(Failure::Refused(refusal)) => {
            fields.refuse_key("words", refusal.key());
            Ok(view(&ctx, &shown, &fields))
        }
        Err(failure) => Err(failure.into()),
    }
}
