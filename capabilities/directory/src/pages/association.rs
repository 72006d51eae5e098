//! An association as it describes itself to this reader: to everybody, to its networks, or to its own people.

use axum::extract::Path;
use maud::{Markup, PreEscaped, html};
use passerelle_access::{Actor, Facts};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Look};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, Stale, page};
use passerelle_words::say;

use super::{age, contacts};
use crate::{
    Organisation, OrganisationId, access,
    actions::{Entry, audience_of, find_description, find_entry, is_described},
    description::{Description, Part, Readers},
    entry::{Age, EntryKind},
    published::Contact,
    store::{self, organisations::find_organisation},
    visibility::Audience,
};

/// An association, as those read it who are not signed in.
pub(crate) const PUBLIC: &Stale = &Stale {
    name: "association",
    because: "what it has published; what it withdraws is gone seconds later, as from every page that somebody has open",
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/associations/{organisation}", Needs::Public, show)
}

/// What of an association is shown to the reader.
struct Told {
    organisation: Organisation,
    reader: Readers,
    description: Description,
    contacts: Vec<(Contact, Age)>,
    entry: Option<Entry>,
}

/// Which circle of readers the visitor is in.
pub(super) async fn reader(ctx: &Ctx, tx: &mut Tx, org: OrganisationId) -> Result<Readers, PageError> {
    let Some(actor) = ctx.visitor() else { return Ok(Readers::Public) };
    Ok(match audience_of(tx, actor, org, ctx.today()).await? {
        Some(Audience::Coordinators | Audience::Colleagues) => Readers::Ours,
        Some(Audience::Network) => Readers::Network,
        Some(Audience::Teams) | None => Readers::Public,
    })
}

async fn load(ctx: &Ctx, id: OrganisationId) -> Result<Told, PageError> {
    // In which circle somebody is, is never read where it may be old.
    let mut tx = if ctx.visitor().is_none() { ctx.begin_stale_read(PUBLIC).await? } else { ctx.begin_read().await? };
    let organisation = find_organisation(&mut tx, id).await?.filter(is_described).ok_or(PageError::NotFound)?;
    let reader = reader(ctx, &mut tx, id).await?;
    let description = find_description(&mut tx, &organisation).await?;
    let ages = store::entries::of_org(&mut tx, id).await?;
    let contacts = contacts::with_age(ctx, store::contacts::of_org(&mut tx, id).await?, &ages, reader);
    let entry = find_entry(&mut tx, ctx.app(), EntryKind::Description, &id.to_string()).await?;
    drop(tx);
    let told = Told { organisation, reader, description, contacts, entry };
    // Who has published nothing has no public page.
    let is_known = ctx.visitor().is_some_and(|actor| actor.may(access::ORGANISATIONS_READ, &Facts::default()));
    if is_known || parts(&told).next().is_some() || !told.contacts.is_empty() {
        Ok(told)
    } else {
        Err(PageError::NotFound)
    }
}

/// What the reader may read, without the name that stands above it and the site, which alone publishes nothing.
fn parts(told: &Told) -> impl Iterator<Item = (Part, &str)> {
    told.description.read_by(told.reader).filter(|(part, _)| !part.is_of_entry())
}

async fn show(ctx: Ctx, Path(id): Path<OrganisationId>) -> PageResult {
    let told = load(&ctx, id).await?;
    let title = told.organisation.name.to_string();
    let kind = ctx.say(&format!("directory-kind-{}", told.organisation.kind.as_str()));
    let country = ctx.words().country(told.organisation.country.as_str());
    let place = told.organisation.town.as_ref().map_or(country.clone(), |town| format!("{town}, {country}"));
    let main = html! {
        span.govuk-caption-l { (kind) " · " (place) }
        h1.govuk-heading-l { (title) }
        (ways(&ctx, &told))
        (description(&ctx, &told))
        (contacts::list(&ctx, &told.contacts))
        @if ctx.visitor().is_some_and(|actor| actor.holds(access::COLLEAGUES_READ)) {
            p.govuk-body { a.govuk-link href={ "/organisations/" (id) "/people" } { (ctx.say("directory-shown-link")) } }
        }
    };
    let back = Some(("/network".to_owned(), Some(ctx.say("directory-nav-network"))));
    let seen_by = Some(ctx.say(&format!("directory-description-seen-by-{}", told.reader.as_str())));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

/// What those who answer for the description can do with it.
fn ways(ctx: &Ctx, told: &Told) -> Markup {
    let id = told.organisation.id;
    let facts = Facts { association: Some(id), ..Facts::default() };
    let may = |rule| ctx.visitor().is_some_and(|actor: &Actor| actor.may(rule, &facts));
    html! {
        @if may(access::DESCRIPTION_MANAGE) {
            (ui::link_button(&ctx.say("directory-description-edit-action"), &format!("/organisations/{id}/description"), Look::Primary))
        }
        @if may(access::DESCRIPTION_READ) {
            ul.govuk-list {
                @if may(access::DESCRIPTION_MANAGE) {
                    li { a.govuk-link href={ "/organisations/" (id) "/contacts" } { (ctx.say("directory-contacts-edit-action")) } }
                }
                li { a.govuk-link href={ "/organisations/" (id) "/description/history" } { (ctx.say("directory-description-history-title")) } }
            }
        }
    }
}

fn description(ctx: &Ctx, told: &Told) -> Markup {
    let site = told.description.text(Part::Website);
    let is_empty = parts(told).next().is_none();
    html! {
        @for (part, text) in parts(told) {
            h2.govuk-heading-m { (ctx.say(&format!("directory-part-{}", part.as_str()))) }
            (paragraphs(text))
            @if told.reader == Readers::Ours { (circle(ctx, told.description.readers(part))) }
        }
        @if !site.is_empty() {
            h2.govuk-heading-m { (ctx.say("directory-part-website")) }
            p.govuk-body { a.govuk-link href=(site) rel="noopener noreferrer" { (site) } }
        }
        @if is_empty { p.govuk-body { (ctx.say("directory-description-empty")) } }
        @if let Some(entry) = told.entry.as_ref().filter(|entry| !is_empty || entry.age != Age::Never) { (age::part(ctx, entry)) }
    }
}

/// Who else reads a part, for the people of the association.
fn circle(ctx: &Ctx, readers: Readers) -> Markup {
    let text = ctx.say(&format!("directory-readers-{}", readers.as_str()));
    html! { p.govuk-body-s.p-muted { (say!(ctx.words(), "directory-readers-of", readers = text)) } }
}

/// A text with its line breaks; an empty line begins a paragraph.
pub(super) fn paragraphs(text: &str) -> Markup {
    html! {
        @for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
            p.govuk-body {
                @for (place, line) in paragraph.trim().lines().enumerate() {
                    @if place > 0 { (PreEscaped("<br>")) }
                    (line)
                }
            }
        }
    }
}
