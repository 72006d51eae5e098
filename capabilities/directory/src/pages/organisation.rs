//! An organisation: its facts, its teams, its networks.

use axum::extract::Path;
use maud::{Markup, PreEscaped, html};
use passerelle_store::reference::Subject;
use passerelle_ui::{self as ui, Fact};
use passerelle_web::{Ctx, Fields, Needs, Page, PageResult, Routes, page};

use super::{age, association, contacts, mergers::moved, network, team, town_note};
use crate::{
    Organisation, OrganisationFacts, OrganisationId, OrganisationKind, TeamFacts, access,
    actions::{find_entry, is_described, load_organisation, may_change},
    entry::EntryKind,
    store::{contacts as store_contacts, entries, networks, organisations::successor, teams::teams_of},
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/organisations/{organisation}", Needs::Right(access::ORGANISATIONS_READ), show)
}

async fn show(ctx: Ctx, Path(id): Path<OrganisationId>) -> PageResult {
    if let Some((kept, name)) = successor(&mut ctx.begin_read().await?, id).await? {
        return moved(&ctx, Subject::Organisation, &format!("/organisations/{kept}"), &name);
    }
    let fields = Fields::empty(&ctx);
    draw(&ctx, id, &fields).await
}

/// The page, perhaps with what was refused in one of its forms.
pub(super) async fn draw(ctx: &Ctx, id: OrganisationId, fields: &Fields) -> PageResult {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let organisation = load_organisation(&mut tx, actor, id, access::ORGANISATIONS_READ).await?;
    let teams = teams_of(&mut tx, id).await?;
    let ties = networks::of_org(&mut tx, id).await?;
    let members = if organisation.is_network() { networks::members(&mut tx, id).await? } else { Vec::new() };
    let offered = networks::networks(&mut tx).await?;
    let entry = find_entry(&mut tx, ctx.app(), EntryKind::Organisation, &id.to_string()).await?;
    let ages = entries::of_org(&mut tx, id).await?;
    let reader = association::reader(ctx, &mut tx, id).await?;
    let published = contacts::with_age(ctx, store_contacts::of_org(&mut tx, id).await?, &ages, reader);
    drop(tx);
    let may_manage = may_change(actor, organisation.id, organisation.kind, access::ORGANISATIONS_MANAGE);
    let may_address = may_change(actor, organisation.id, organisation.kind, access::ORGANISATION_ADDRESS);
    let title = organisation.name.to_string();
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        @if is_described(&organisation) {
            p.govuk-body { a.govuk-link href={ "/associations/" (id) } { (ctx.say("directory-association-link")) } }
        }
        (summary(ctx, &organisation, may_address))
        @if let Some(entry) = &entry { (age::part(ctx, entry)) }
        (town_note(ctx, organisation.town.as_deref(), organisation.country, organisation.point))
        @if may_address {
            p.govuk-body { a.govuk-link href={ "/organisations/" (id) "/edit" } { (ctx.say("directory-organisation-edit-action")) } }
        }
        @if may_manage {
            p.govuk-body { a.govuk-link href={ "/organisations/" (id) "/merger" } { (ctx.say("directory-merger-link-organisation")) } }
        }
        (contacts::list(ctx, &published))
        @if may_change(actor, organisation.id, organisation.kind, access::CONTACT_MANAGE) {
            p.govuk-body { a.govuk-link href={ "/organisations/" (id) "/contacts" } { (ctx.say("directory-contacts-edit-action")) } }
        }
        @if organisation.kind != OrganisationKind::Federation { (team_part(ctx, &organisation, &teams, may_manage, fields)) }
        (network::part(ctx, id, &ties, &offered, may_manage, fields))
        @if organisation.is_network() { (network::members(ctx, &members)) }
    };
    let back = Some(("/organisations".to_owned(), Some(ctx.say("directory-nav-organisations"))));
    let key = if may_address { "directory-organisation-seen-by-more" } else { "directory-organisation-seen-by" };
    Ok(page(
        ctx,
        Page { title, main, back, seen_by: Some(ctx.say(key)), refused: !fields.is_clean(), ..Page::default() },
    ))
}

fn summary(ctx: &Ctx, organisation: &Organisation, with_account: bool) -> Markup {
    let typed = OrganisationFacts::of(organisation);
    let words = ctx.words();
    let place = format!("{} {}", typed.post_code, typed.town);
    let address = [typed.address.as_str(), place.trim(), &words.country(typed.country.as_str())].join("\n");
    let kind = ctx.say(&format!("directory-kind-{}", organisation.kind.as_str()));
    let requests = match organisation.takes_requests_at {
        Some(at) => passerelle_words::say!(words, "directory-takes-requests-since", day = words.instant(at)),
        None => String::new(),
    };
    let mut facts = vec![
        ("kind", kind),
        ("short-name", typed.short_name),
        ("address", address.trim().to_owned()),
        ("phone", typed.phone),
        ("email", typed.email),
        ("website", typed.website),
        ("finess", typed.finess_site),
        ("siret", typed.siret),
        ("siren", typed.siren),
        ("enterprise", typed.enterprise),
        ("vat", typed.vat),
        ("requests", requests),
    ];
    if with_account {
        facts.extend([("electronic-address", typed.electronic_address), ("iban", typed.iban), ("bic", typed.bic)]);
    }
    let known: Vec<(String, Markup)> = facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(part, value)| (ctx.say(&format!("directory-organisation-{part}")), lines(part, &value)))
        .collect();
    let facts: Vec<Fact<'_>> = known.iter().map(|(key, value)| Fact::new(key, value.clone())).collect();
    ui::summary_list(words, &facts)
}

/// A fact on its lines; a web address as a link.
fn lines(part: &str, value: &str) -> Markup {
    html! {
        @if part == "website" {
            a.govuk-link href=(value) rel="noopener noreferrer" { (value) }
        } @else {
            @for (index, line) in value.lines().enumerate() { @if index > 0 { (PreEscaped("<br>")) } (line) }
        }
    }
}

fn team_part(ctx: &Ctx, organisation: &Organisation, teams: &[TeamFacts], may_manage: bool, fields: &Fields) -> Markup {
    html! {
        h2.govuk-heading-m { (ctx.say("directory-teams-title")) }
        @if teams.is_empty() {
            p.govuk-body { (ctx.say("directory-teams-empty")) }
        } @else {
            ul.govuk-list {
                @for team in teams {
                    li {
                        a.govuk-link href={ "/teams/" (team.id) } { (team.name) }
                        @if let Some(town) = &team.town { " · " (town) }
                    }
                }
            }
        }
        @if may_manage {
            (team::create_form(ctx, organisation.id, fields))
            @if organisation.kind != OrganisationKind::Association {
                p.govuk-body {
                    a.govuk-link href={ "/people/new?role=head&institution=" (organisation.id) } {
                        (ctx.say("directory-head-invite"))
                    }
                }
            }
        }
    }
}
