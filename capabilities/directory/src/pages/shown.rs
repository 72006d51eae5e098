//! The people of an association who show themselves to the reader: to their colleagues, or to the network.

use axum::extract::{Path, Query};
use maud::{Markup, html};
use passerelle_ui as ui;
use passerelle_web::{Ctx, Needs, Page, PageResult, Routes, page};
use passerelle_words::say;

use super::{Asked, after, rest, seen::card};
use crate::{
    OrganisationId, access,
    actions::{audience_of, load_organisation},
    store::{PAGE, visibility::list},
    visibility::Audience,
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/organisations/{organisation}/people", Needs::Right(access::COLLEAGUES_READ), show)
}

async fn show(ctx: Ctx, Path(id): Path<OrganisationId>, Query(query): Query<Asked>) -> PageResult {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let organisation = load_organisation(&mut tx, actor, id, access::ORGANISATIONS_READ).await?;
    // The coordination reads everybody elsewhere; here it is a colleague like the others.
    let audience = audience_of(&mut tx, actor, id, ctx.today()).await?.map(|audience| match audience {
        Audience::Coordinators => Audience::Colleagues,
        other => other,
    });
    let mut listed = match audience {
        Some(audience) => list(&mut tx, id, audience, ctx.today(), &after(&query)).await?,
        None => Vec::new(),
    };
    drop(tx);
    let is_more = listed.len() > PAGE;
    listed.truncate(PAGE);
    ctx.shows(listed.iter().map(|person| person.id), access::COLLEAGUES_READ);
    let last = listed.last().filter(|_| is_more).map(|last| (last.key.as_str(), last.id.to_string()));
    let name = organisation.called().to_string();
    let title = say!(ctx.words(), "directory-shown-title", name = name.as_str());
    let path = format!("/organisations/{id}/people");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("directory-shown-text")) " " a.govuk-link href="/me/visibility" { (ctx.say("directory-visibility-title")) } }
        @if listed.is_empty() { (nothing(&ctx)) }
        @for one in &listed { (card(&ctx, &one.seen)) }
        (rest(&ctx, &path, "", last))
    };
    let back = Some((format!("/organisations/{id}"), Some(name)));
    let seen_by = Some(ctx.say("directory-shown-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

fn nothing(ctx: &Ctx) -> Markup {
    ui::empty(&ctx.say("directory-shown-empty-title"), &ctx.say("directory-shown-empty-text"), None)
}
