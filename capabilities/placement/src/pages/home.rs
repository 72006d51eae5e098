//! The landing page: what peer support work is, what a team gets, how it goes, who takes requests.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_directory::{OrganisationId, associations_open_to_requests};
use passerelle_ui::{self as ui, Look};
use passerelle_web::{Ctx, Needs, Page, PageError, Routes, Stale, page};

const GAINS: [&str; 4] = ["trust", "links", "reach", "trial"];
const STEPS: [&str; 4] = ["ask", "talk", "choose", "work"];

/// Who takes requests, on the landing page.
pub(crate) const TAKERS: &Stale = &Stale {
    name: "takers",
    because: "a list of associations for everybody; whether one still takes requests is asked again when it is asked",
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/", Needs::Public, show)
}

async fn show(ctx: Ctx) -> Result<Response, PageError> {
    let associations = associations_open_to_requests(&mut ctx.begin_stale_read(TAKERS).await?).await?;
    let main = html! {
        h1.govuk-heading-xl { (ctx.say("placement-home-heading")) }
        (ui::lead(&ctx.say("placement-home-lead")))
        (ui::link_button(&ctx.say("placement-home-ask"), "/ask", Look::Primary))
        p.govuk-body { (ctx.say("placement-home-ask-hint")) }
        (part(&ctx, "what", &["one", "two"]))
        h2.govuk-heading-m { (ctx.say("placement-home-gains-heading")) }
        ul.govuk-list.govuk-list--bullet {
            @for gain in GAINS { li { (ctx.say(&format!("placement-home-gain-{gain}"))) } }
        }
        h2.govuk-heading-m { (ctx.say("placement-home-steps-heading")) }
        ol.govuk-list.govuk-list--number.govuk-list--spaced {
            @for step in STEPS { li { (ctx.say(&format!("placement-home-step-{step}"))) } }
        }
        (takers(&ctx, &associations))
        (part(&ctx, "peers", &["one"]))
        p.govuk-body { a.govuk-link href="/sign-in" { (ctx.say("placement-home-peers-link")) } }
        (part(&ctx, "associations", &["one"]))
        p.govuk-body { a.govuk-link href="/sign-in" { (ctx.say("placement-home-associations-link")) } }
    };
    Ok(page(&ctx, Page { title: ctx.say("placement-home-title"), main, ..Page::default() }))
}

fn part(ctx: &Ctx, name: &str, paragraphs: &[&str]) -> Markup {
    html! {
        h2.govuk-heading-m { (ctx.say(&format!("placement-home-{name}-heading"))) }
        @for paragraph in paragraphs { p.govuk-body { (ctx.say(&format!("placement-home-{name}-{paragraph}"))) } }
    }
}

fn takers(ctx: &Ctx, associations: &[(OrganisationId, String, Option<String>)]) -> Markup {
    html! {
        h2.govuk-heading-m { (ctx.say("placement-home-takers-heading")) }
        @if associations.is_empty() { p.govuk-body { (ctx.say("placement-home-takers-empty")) } }
        ul.govuk-list {
            @for (id, name, town) in associations {
                li {
                    a.govuk-link href={ "/ask?to=" (id) } { (name) }
                    @if let Some(town) = town { " · " (town) }
                }
            }
        }
        p.govuk-body { a.govuk-link href="/network" { (ctx.say("placement-home-network")) } }
    }
}
