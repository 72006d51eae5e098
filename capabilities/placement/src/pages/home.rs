//! The landing page: what peer support work is, what a team gets, how it goes, why to trust it, who takes requests.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_directory::{OrganisationId, associations_open_to_requests};
use passerelle_ui::{self as ui, Look};
use passerelle_web::{Ctx, Needs, Page, PageError, Routes, Stale, page};

const GAINS: [&str; 4] = ["trust", "links", "reach", "trial"];
/// What we promise, and keep in the program itself.
const PROMISES: [&str; 4] = ["employer", "agreement", "private", "free"];
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
    let title = ctx.say("placement-home-heading");
    let main = html! {
        div.p-hero {
            div.p-hero__words {
                h1.govuk-heading-xl { (title) }
                (ui::lead(&ctx.say("placement-home-lead")))
                (ui::link_button(&ctx.say("placement-home-ask"), "/ask", Look::Primary))
                p.govuk-body { (ctx.say("placement-home-ask-hint")) }
            }
            (ui::drawing::crossing())
        }
        (beside(part(&ctx, "what", &["one", "two"]), list(&ctx, "gains", "gain", &GAINS)))
        (beside(steps(&ctx), list(&ctx, "trust", "trust", &PROMISES)))
        (takers(&ctx, &associations))
        (beside(doors(&ctx, "peers"), doors(&ctx, "associations")))
    };
    Ok(page(&ctx, Page { title, main, ..Page::default() }))
}

/// Two parts side by side where there is room.
fn beside(one: Markup, other: Markup) -> Markup {
    html! {
        div.govuk-grid-row {
            div.govuk-grid-column-one-half { (one) }
            div.govuk-grid-column-one-half { (other) }
        }
    }
}

/// A part that lists `placement-home-<item>-<code>` for each code.
fn list(ctx: &Ctx, name: &str, item: &str, codes: &[&str]) -> Markup {
    html! {
        h2.govuk-heading-m { (ctx.say(&format!("placement-home-{name}-heading"))) }
        ul.govuk-list.govuk-list--bullet.govuk-list--spaced {
            @for code in codes { li { (ctx.say(&format!("placement-home-{item}-{code}"))) } }
        }
    }
}

fn steps(ctx: &Ctx) -> Markup {
    html! {
        h2.govuk-heading-m { (ctx.say("placement-home-steps-heading")) }
        ol.govuk-list.govuk-list--number.govuk-list--spaced {
            @for step in STEPS { li { (ctx.say(&format!("placement-home-step-{step}"))) } }
        }
    }
}

/// The way in for those who have an account.
fn doors(ctx: &Ctx, name: &str) -> Markup {
    html! {
        (part(ctx, name, &["one"]))
        p.govuk-body { a.govuk-link href="/sign-in" { (ctx.say(&format!("placement-home-{name}-link"))) } }
    }
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
        ul.govuk-list.govuk-list--spaced {
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
