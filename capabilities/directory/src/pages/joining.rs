//! Somebody who has an account joins another association: the page to which the letter leads. Opening it does nothing.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_access::Membership;
use passerelle_ui::{self as ui, Button};
use passerelle_web::{Ctx, Needs, Page, PageResult, Routes, page, redirect};
use passerelle_words::say;

use crate::{
    actions::{self, Joining, joining_of_link},
    store::people,
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/joining/{secret}", Needs::Public, show).post("/joining/{secret}", Needs::Public, join)
}

async fn show(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let Some(joining) = joining_of_link(&ctx, &mut tx, &secret).await? else { return Ok(stale(&ctx)) };
    let roles = people::memberships(&mut tx, joining.keeper.0, joining.waiting).await?;
    drop(tx);
    Ok(ask(&ctx, &secret, &joining, &roles))
}

fn stale(ctx: &Ctx) -> Response {
    let title = ctx.say("web-link-stale-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("directory-joining-stale")) }
    };
    page(ctx, Page { title, main, ..Page::default() })
}

fn ask(ctx: &Ctx, secret: &str, joining: &Joining, roles: &[Membership]) -> Response {
    let (words, place) = (ctx.words(), joining.keeper.1.as_str());
    let title = say!(words, "directory-joining-title", place = place);
    let email = joining.own.email.clone().unwrap_or_default();
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body {
            (say!(words, "directory-joining-text", name = joining.own.name.as_str(), email = email, place = place))
        }
        @if !roles.is_empty() { (given(ctx, place, roles)) }
        h2.govuk-heading-m { (ctx.say("directory-joining-then")) }
        ul.govuk-list.govuk-list--bullet {
            @for key in ["directory-joining-name", "directory-joining-closed", "directory-joining-others"] {
                li { (say!(words, key, place = place)) }
            }
        }
        (ctx.form(&format!("/joining/{secret}"), ui::button(Button {
            text: &say!(words, "directory-joining-action", place = place),
            ..Button::default()
        })))
        p.govuk-body { (ctx.say("directory-joining-no")) }
    };
    page(ctx, Page { title, main, seen_by: Some(ctx.say("directory-joining-seen-by")), ..Page::default() })
}

/// The roles that the association gives.
fn given(ctx: &Ctx, place: &str, roles: &[Membership]) -> Markup {
    html! {
        p.govuk-body { (say!(ctx.words(), "directory-joining-roles", place = place)) }
        ul.govuk-list.govuk-list--bullet {
            @for held in roles { li { (ctx.say(&format!("web-role-{}", held.role.as_str()))) " · " (held.place) } }
        }
    }
}

async fn join(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let own = actions::join(&ctx, &secret).await?;
    let is_in = ctx.visitor().is_some_and(|actor| actor.account == own.id);
    Ok(redirect(if is_in { "/me?done=directory-joined-done" } else { "/sign-in?done=directory-joined-done" }))
}
