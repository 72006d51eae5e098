//! The networks of an organisation, and the members of a network.

use axum::extract::Path;
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Field, Look};
use passerelle_web::{Ctx, Failure, Fields, Needs, PageResult, Routes};
use passerelle_words::say;

use super::{done, organisation, refuse};
use crate::{OrganisationId, Refusal, access, actions, store::networks::Tie};

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(access::ORGANISATIONS_MANAGE);
    Routes::default().post("/organisations/{organisation}/networks", manage, join)
}

/// The networks of an organisation, and the question for another one.
pub(super) fn part(
    ctx: &Ctx,
    id: OrganisationId,
    ties: &[Tie],
    offered: &[(OrganisationId, String)],
    may_manage: bool,
    fields: &Fields,
) -> Markup {
    let may_join = may_manage && !offered.is_empty();
    html! {
        @if may_join || !ties.is_empty() { h2.govuk-heading-m { (ctx.say("directory-networks-title")) } }
        (list(ctx, ties))
        @if may_join { (ui::details(&ctx.say("directory-network-join-title"), form(ctx, id, offered, fields))) }
    }
}

/// The members of a network.
pub(super) fn members(ctx: &Ctx, members: &[Tie]) -> Markup {
    html! {
        h2.govuk-heading-m { (ctx.say("directory-members-title")) }
        @if members.is_empty() { p.govuk-body { (ctx.say("directory-members-empty")) } }
        (list(ctx, members))
    }
}

fn list(ctx: &Ctx, ties: &[Tie]) -> Markup {
    let days = |tie: &Tie| match tie.period.until() {
        None => say!(ctx.words(), "directory-since", day = ctx.words().day(tie.period.from())),
        Some(until) => say!(ctx.words(), "directory-until", day = ctx.words().day(until)),
    };
    html! {
        @if !ties.is_empty() {
            ul.govuk-list { @for tie in ties { li { (tie.name) " · " (days(tie)) } } }
        }
    }
}

fn form(ctx: &Ctx, id: OrganisationId, offered: &[(OrganisationId, String)], fields: &Fields) -> Markup {
    let nothing = ctx.say("directory-choose");
    let ids: Vec<(String, &str)> = offered.iter().map(|(id, name)| (id.to_string(), name.as_str())).collect();
    let options: Vec<(&str, &str)> =
        std::iter::once(("", nothing.as_str())).chain(ids.iter().map(|(id, name)| (id.as_str(), *name))).collect();
    let label = ctx.say("directory-network");
    let (value, error) = (fields.value("network"), fields.error("network"));
    let field = Field { name: "network", label: &label, value, error, ..Field::default() };
    ctx.form(
        &format!("/organisations/{id}/networks"),
        html! {
            (ui::select(ctx.words(), ui::Select { field, options: &options }))
            (ui::button(Button { text: &ctx.say("directory-network-join-action"), look: Look::Secondary, ..Button::default() }))
        },
    )
}

async fn join(ctx: Ctx, Path(id): Path<OrganisationId>, mut fields: Fields) -> PageResult {
    let outcome = match fields.value("network").parse() {
        Ok(network) => actions::link_to_network(&ctx, network, id, ctx.today()).await,
        Err(_) => Err(Failure::Refused(Refusal::NotANetwork)),
    };
    match outcome {
        Ok(()) => Ok(done(&format!("/organisations/{id}"), "directory-network-joined-done")),
        Err(Failure::Refused(refusal)) => {
            refuse(&mut fields, vec![refusal]);
            organisation::draw(&ctx, id, &fields).await
        }
        Err(failure) => Err(failure.into()),
    }
}
