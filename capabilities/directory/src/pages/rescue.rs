//! Two people of an association confirm that somebody who cannot come in any more is who they say.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_access::{
    account,
    rescue::{self, Confirmed, Rescue, Witness},
};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Field, Input, Kind};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, confirm_rescue, page};
use passerelle_words::say;

use super::{done, person_form::seen_by};
use crate::{PersonId, access, actions::load_person};

pub(super) fn routes() -> Routes {
    let manage = Needs::FreshRight(access::PEOPLE_MANAGE);
    Routes::default().get("/people/{person}/rescue", manage, show).post("/people/{person}/rescue", manage, confirm)
}

async fn show(ctx: Ctx, Path(id): Path<PersonId>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    view(&ctx, &mut tx, id, &Fields::empty(&ctx)).await
}

async fn view(ctx: &Ctx, tx: &mut Tx, id: PersonId, fields: &Fields) -> Result<Response, PageError> {
    let (facts, _) = load_person(tx, ctx.actor()?, id, access::PEOPLE_MANAGE).await?;
    let under_way = rescue::under_way(tx, id).await?.filter(|found| !found.is_stale(ctx.now()));
    let title = say!(ctx.words(), "web-rescue-ask-title", name = facts.name.as_str());
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-rescue-ask-text")) }
        p.govuk-body { (ctx.say("web-rescue-ask-two")) }
        (what_to_do(ctx, id, under_way.as_ref(), fields)?)
    };
    let back = Some((format!("/people/{id}"), Some(facts.name)));
    Ok(page(ctx, Page { title, main, back, seen_by: seen_by(ctx), refused: !fields.is_clean(), ..Page::default() }))
}

/// The form for whoever may confirm now; for the others, what is missing.
fn what_to_do(ctx: &Ctx, id: PersonId, under_way: Option<&Rescue>, fields: &Fields) -> Result<Markup, PageError> {
    let actor = ctx.actor()?;
    let org = actor.seat.as_ref().map(|seat| seat.org).ok_or(PageError::Forbidden)?;
    let may = under_way.is_none_or(|found| found.takes(&Witness { account: actor.account, org, met: false }));
    let ready = under_way.and_then(|found| found.ready_at);
    Ok(html! {
        @if !ctx.has_two_factors() {
            p.govuk-body { (ctx.say("web-rescue-ask-own-proof")) }
            p.govuk-body { a.govuk-link href="/account" { (ctx.say("web-rescue-ask-own-link")) } }
        }
        @else if let Some(at) = ready { p.govuk-body { (say!(ctx.words(), "web-rescue-ask-ready", when = ctx.words().instant(at))) } }
        @else if !may || id == actor.account { p.govuk-body { (ctx.say("web-rescue-ask-other")) } }
        @else { (form(ctx, id, under_way, fields)) }
    })
}

/// The first one says where the link goes, the second one sees it.
fn form(ctx: &Ctx, id: PersonId, under_way: Option<&Rescue>, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("web-rescue-ask-met"), ctx.say("web-rescue-ask-met-hint"));
    let (email, email_hint) = (ctx.say("web-rescue-ask-email"), ctx.say("web-rescue-ask-email-hint"));
    let field = Field {
        name: "email",
        label: &email,
        hint: Some(&email_hint),
        value: fields.value("email"),
        error: fields.error("email"),
        optional: true,
        ..Field::default()
    };
    html! {
        @if let Some(found) = under_way {
            p.govuk-body { (ctx.say("web-rescue-ask-second")) }
            @if let Some(email) = &found.email {
                (ui::warning(ctx.words(), &say!(ctx.words(), "web-rescue-ask-second-email", email = email.as_str())))
            }
        }
        (ctx.form(&format!("/people/{id}/rescue"), html! {
            (ui::checkbox(ctx.words(), Field { name: "met", label: &label, hint: Some(&hint), ..Field::default() }))
            @if under_way.is_none() {
                (ui::input(ctx.words(), Input { field, kind: Kind::Email, autocomplete: Some("off"), ..Input::default() }))
            }
            (ui::button(Button { text: &ctx.say("web-rescue-ask-action"), ..Button::default() }))
        }))
    }
}

async fn confirm(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> PageResult {
    let email = if fields.value("email").trim().is_empty() { None } else { fields.email("email") };
    let mut tx = ctx.begin_write().await?;
    let (facts, _) = load_person(&mut tx, ctx.actor()?, id, access::PEOPLE_MANAGE).await?;
    let is_under_way = rescue::under_way(&mut tx, id).await?.is_some_and(|found| !found.is_stale(ctx.now()));
    if email.is_none() && facts.email.is_none() && !is_under_way {
        fields.refuse_key("email", "web-rescue-ask-no-email");
    }
    if !ctx.has_two_factors() {
        fields.refuse_key("", "web-rescue-ask-own-proof");
    }
    // Nothing is lost yet; an invitation leads in, or to the account that they have.
    if !account::has_come_in(&mut tx, id).await? {
        fields.refuse_key("", "directory-rescue-never-in");
    }
    if !fields.is_clean() {
        return view(&ctx, &mut tx, id, &fields).await;
    }
    // The address that is known already is no new one.
    let email = email.filter(|email| facts.email.as_ref() != Some(email));
    let key = match confirm_rescue(&ctx, &mut tx, id, fields.has("met", "yes"), email.as_deref()).await? {
        Confirmed::First(_) => "web-rescue-ask-first-done",
        Confirmed::Second(..) => "web-rescue-ask-second-done",
        Confirmed::No => {
            fields.refuse_key("", "web-rescue-ask-other");
            return view(&ctx, &mut tx, id, &fields).await;
        }
    };
    tx.commit().await?;
    Ok(done(&format!("/people/{id}"), key))
}
