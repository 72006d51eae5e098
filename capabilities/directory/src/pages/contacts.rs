//! Published contacts: shown where their readers look, and kept by those who answer for them.

use std::collections::HashMap;

use axum::{
    extract::{Path, Query},
    response::Response,
};
use jiff::Timestamp;
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Field, Kind, Look};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageError, PageResult, Routes, page};

use super::{Asked, age, asked, description::readers_question, done, line};
use crate::{
    Organisation, OrganisationId, Refusal, TeamFacts, TeamId, access,
    actions::{find_entry, is_of_actor, load_organisation, publish, take_back},
    description::Readers,
    entry::{Age, EntryKind},
    published::Contact,
    store::{self, teams::teams_of},
};

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(access::CONTACT_MANAGE);
    Routes::default()
        .get("/organisations/{organisation}/contacts", manage, ask)
        .post("/organisations/{organisation}/contacts", manage, keep)
        .post("/organisations/{organisation}/contacts/removal", manage, remove)
}

/// The contacts that a reader may read, each with its age.
pub(super) fn with_age(
    ctx: &Ctx,
    contacts: Vec<Contact>,
    ages: &HashMap<(EntryKind, String), Timestamp>,
    reader: Readers,
) -> Vec<(Contact, Age)> {
    let days = ctx.app().settings().old_after_days;
    let age =
        |contact: &Contact| Age::of(ages.get(&(EntryKind::Contact, contact.id.to_string())).copied(), ctx.now(), days);
    contacts.into_iter().filter(|contact| contact.readers >= reader).map(|c| (c.clone(), age(&c))).collect()
}

/// The contacts of a page.
pub(super) fn list(ctx: &Ctx, contacts: &[(Contact, Age)]) -> Markup {
    html! {
        @if !contacts.is_empty() { h2.govuk-heading-m { (ctx.say("directory-contacts-title")) } }
        @for (contact, age) in contacts {
            div.p-contact {
                p.govuk-body { strong { (contact.purpose) } @if let Some(name) = &contact.name { " · " (name) } }
                p.govuk-body {
                    @if let Some(email) = &contact.email { a.govuk-link href={ "mailto:" (email) } { (email) } }
                    @if contact.email.is_some() && contact.phone.is_some() { " · " }
                    @if let Some(phone) = &contact.phone { a.govuk-link href={ "tel:" (phone.replace(' ', "")) } { (super::seen::spaced(phone)) } }
                }
                (age::line(ctx, *age))
            }
        }
    }
}

async fn load(ctx: &Ctx, id: OrganisationId) -> Result<(Organisation, Vec<TeamFacts>, Vec<Contact>), PageError> {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let organisation = load_organisation(&mut tx, actor, id, access::CONTACT_MANAGE).await?;
    let mut teams = teams_of(&mut tx, id).await?;
    teams.retain(|team| is_of_actor(actor, Some(team.id)));
    let mut contacts = store::contacts::of_org(&mut tx, id).await?;
    contacts.retain(|contact| is_of_actor(actor, contact.team));
    Ok((organisation, teams, contacts))
}

async fn ask(ctx: Ctx, Path(id): Path<OrganisationId>, Query(query): Query<Asked>) -> PageResult {
    let (_, _, contacts) = load(&ctx, id).await?;
    let chosen = contacts.into_iter().find(|contact| contact.id.to_string() == asked(&query, "contact"));
    let fields = chosen.map_or_else(
        || Fields::empty(&ctx).with("readers", Readers::Ours.as_str()),
        |contact| {
            Fields::empty(&ctx)
                .with("contact", contact.id.to_string())
                .with("version", contact.version.to_string())
                .with("team", contact.team.map(|team| team.to_string()).unwrap_or_default())
                .with("purpose", contact.purpose)
                .with("name", contact.name.unwrap_or_default())
                .with("email", contact.email.unwrap_or_default())
                .with("phone", contact.phone.unwrap_or_default())
                .with("readers", contact.readers.as_str())
        },
    );
    draw(&ctx, id, &fields).await
}

async fn draw(ctx: &Ctx, id: OrganisationId, fields: &Fields) -> PageResult {
    let (organisation, teams, contacts) = load(ctx, id).await?;
    let mut entries = Vec::new();
    let mut tx = ctx.begin_read().await?;
    for contact in &contacts {
        entries.push(find_entry(&mut tx, ctx.app(), EntryKind::Contact, &contact.id.to_string()).await?);
    }
    drop(tx);
    let title = ctx.say("directory-contacts-edit-title");
    let heading = if fields.value("contact").is_empty() { "directory-contact-new" } else { "directory-contact-change" };
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (organisation.name) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("directory-contacts-edit-text")) }
        @for (contact, entry) in contacts.iter().zip(entries.iter().flatten()) {
            section.p-section {
                h2.govuk-heading-s { (contact.purpose) }
                p.govuk-body { (ctx.say(&format!("directory-readers-{}", contact.readers.as_str()))) }
                (age::part(ctx, entry))
                (actions(ctx, contact))
            }
        }
        h2.govuk-heading-m { (ctx.say(heading)) }
        (form(ctx, id, &teams, fields))
    };
    let back = Some((format!("/organisations/{id}"), Some(organisation.called().to_string())));
    let seen_by = Some(ctx.say("directory-contacts-seen-by"));
    Ok(page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() }))
}

fn actions(ctx: &Ctx, contact: &Contact) -> Markup {
    let path = format!("/organisations/{}/contacts", contact.org);
    let text = ctx.say("directory-contact-remove");
    html! {
        p.govuk-body { a.govuk-link href={ (path) "?contact=" (contact.id) } { (ctx.say("directory-contact-change")) } }
        (ctx.form(&format!("{path}/removal"), html! {
            input type="hidden" name="contact" value=(contact.id);
            (ui::button(Button { text: &text, look: Look::Secondary, ..Button::default() }))
        }))
    }
}

fn form(ctx: &Ctx, id: OrganisationId, teams: &[TeamFacts], fields: &Fields) -> Markup {
    let whole = ctx.say("directory-contact-whole");
    let ids: Vec<(String, &str)> = teams.iter().map(|team| (team.id.to_string(), team.name.as_str())).collect();
    let speaks_for_all = ctx.visitor().is_some_and(|actor| is_of_actor(actor, None));
    let first = speaks_for_all.then_some(("", whole.as_str()));
    let options: Vec<(&str, &str)> =
        first.into_iter().chain(ids.iter().map(|(id, name)| (id.as_str(), *name))).collect();
    let label = ctx.say("directory-contact-of");
    let field = Field {
        name: "team",
        label: &label,
        value: fields.value("team"),
        error: fields.error("team"),
        ..Field::default()
    };
    ctx.form(
        &format!("/organisations/{id}/contacts"),
        html! {
            input type="hidden" name="contact" value=(fields.value("contact"));
            input type="hidden" name="version" value=(fields.value("version"));
            (line(ctx, fields, "purpose", "directory-contact-purpose", Kind::Text, false))
            @if options.len() > 1 { (ui::select(ctx.words(), ui::Select { field, options: &options })) }
            @else if let Some((value, _)) = options.first() { input type="hidden" name="team" value=(value); }
            (line(ctx, fields, "email", "directory-contact-email", Kind::Email, true))
            (line(ctx, fields, "phone", "directory-contact-phone", Kind::Telephone, true))
            (line(ctx, fields, "name", "directory-contact-name", Kind::Text, true))
            (readers_question(ctx, fields, "readers"))
            (ui::button(Button { text: &ctx.say("directory-contact-publish"), ..Button::default() }))
        },
    )
}

async fn keep(ctx: Ctx, Path(org): Path<OrganisationId>, mut fields: Fields) -> PageResult {
    let given = |name: &str| Some(fields.value(name).to_owned()).filter(|text| !text.trim().is_empty());
    let contact = Contact {
        id: fields.value("contact").parse().unwrap_or_else(|_| Id::nil()),
        org,
        team: fields.value("team").parse::<TeamId>().ok(),
        purpose: fields.value("purpose").to_owned(),
        name: given("name"),
        email: given("email"),
        phone: given("phone"),
        readers: Readers::parse(fields.value("readers")).unwrap_or(Readers::Ours),
        version: fields.value("version").parse().unwrap_or(0),
    };
    load(&ctx, org).await?;
    let refusals: Vec<Refusal> = contact.read().err().unwrap_or_default();
    super::refuse(&mut fields, refusals);
    if !fields.is_clean() {
        return draw(&ctx, org, &fields).await;
    }
    match publish(&ctx, &contact).await {
        Ok(_) => Ok(contacts_done(org, "directory-contact-published-done")),
        Err(Failure::Refused(refusal)) => {
            super::refuse(&mut fields, vec![refusal]);
            draw(&ctx, org, &fields).await
        }
        Err(failure) => Err(failure.into()),
    }
}

fn contacts_done(org: OrganisationId, key: &str) -> Response {
    done(&format!("/organisations/{org}/contacts"), key)
}

async fn remove(ctx: Ctx, Path(org): Path<OrganisationId>, fields: Fields) -> PageResult {
    let id = fields.value("contact").parse().unwrap_or_else(|_| Id::nil());
    take_back(&ctx, org, id).await?;
    Ok(contacts_done(org, "directory-contact-removed-done"))
}
