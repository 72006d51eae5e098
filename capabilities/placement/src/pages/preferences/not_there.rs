//! The private list: teams and institutions where a peer does not want to work. Nobody else sees it, nor why.
//!
//! A place is found by its name among those of the directory, so that nobody has to be told which one it is.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Field, Input, Kind, Look};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect};

use crate::{
    actions::missions::{AvoidedPlace, set_not_there},
    pages::missions::NOTHING_CHOSEN,
    store::preferences::{Avoided, Kind as PlaceKind, avoided},
};

pub(super) async fn ask(ctx: Ctx) -> PageResult {
    let listed = avoided(&mut ctx.begin_read().await?, ctx.actor()?.account).await?;
    Ok(show(&ctx, &listed, "", &[]))
}

/// Looks for a place. A form that posts: the name of the place is in no address and so in no log.
pub(super) async fn look(ctx: Ctx, fields: Fields) -> PageResult {
    let name = fields.value("name").trim();
    let mut tx = ctx.begin_read().await?;
    let listed = avoided(&mut tx, ctx.actor()?.account).await?;
    let found = if name.is_empty() { Vec::new() } else { places_named(&mut tx, name).await? };
    drop(tx);
    Ok(show(&ctx, &listed, name, &found))
}

/// The teams that may be meant, and their institutions.
async fn places_named(tx: &mut Tx, name: &str) -> Result<Vec<Avoided>, PageError> {
    let mut places: Vec<Avoided> = Vec::new();
    for team in passerelle_directory::match_team(tx, name, name).await? {
        let whole = Avoided { kind: PlaceKind::Institution, id: team.org.to_string(), name: team.org_name.clone() };
        if !places.iter().any(|place| place.id == whole.id) {
            places.push(whole);
        }
        let name = format!("{}, {}", team.name, team.org_name);
        places.push(Avoided { kind: PlaceKind::Team, id: team.id.to_string(), name });
    }
    Ok(places)
}

fn show(ctx: &Ctx, listed: &[Avoided], name: &str, found: &[Avoided]) -> Response {
    let say = |name: &str| ctx.say(&format!("placement-not-there-{name}"));
    let title = say("title");
    let (label, hint) = (say("name"), say("name-hint"));
    let field = Field { name: "name", label: &label, hint: Some(&hint), value: name, ..Field::default() };
    let is_new = |place: &&Avoided| !listed.iter().any(|other| other.kind == place.kind && other.id == place.id);
    let found: Vec<&Avoided> = found.iter().filter(is_new).collect();
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say("text")) }
        @if listed.is_empty() { p.govuk-body { (say("empty")) } }
        @for place in listed { (row(ctx, place, "/me/not-there/remove", "remove")) }
        h2.govuk-heading-m { (say("add-title")) }
        (ctx.form("/me/not-there/look", html! {
            (ui::input(ctx.words(), Input { field, kind: Kind::Search, ..Input::default() }))
            (ui::button(Button { text: &say("look"), look: Look::Secondary, ..Button::default() }))
        }))
        @if !name.trim().is_empty() && found.is_empty() { p.govuk-body { (say("nothing")) } }
        @for place in found { (row(ctx, place, "/me/not-there", "add")) }
    };
    let back = Some(("/me/peer".to_owned(), Some(ctx.say("placement-terms-title"))));
    let seen_by = Some(say("seen-by"));
    page(ctx, Page { title, back, main, seen_by, ..Page::default() })
}

fn row(ctx: &Ctx, place: &Avoided, action: &str, verb: &str) -> Markup {
    let kind = ctx.say(&format!("placement-not-there-{}", place.kind.as_str()));
    html! {
        div.govuk-summary-card {
            div.govuk-summary-card__title-wrapper { h3.govuk-summary-card__title { (place.name) } }
            div.govuk-summary-card__content {
                p.govuk-body { (kind) }
                (ctx.form(action, html! {
                    input type="hidden" name="kind" value=(place.kind.as_str());
                    input type="hidden" name="place" value=(place.id);
                    (ui::button(Button {
                        text: &ctx.say(&format!("placement-not-there-{verb}")),
                        about: Some(&place.name),
                        look: Look::Secondary,
                        ..Button::default()
                    }))
                }))
            }
        }
    }
}

fn place(fields: &Fields) -> Result<AvoidedPlace, PageError> {
    let id = fields.value("place");
    let place = match PlaceKind::parse(fields.value("kind")) {
        Some(PlaceKind::Team) => id.parse().ok().map(AvoidedPlace::Team),
        Some(PlaceKind::Institution) => id.parse().ok().map(AvoidedPlace::Institution),
        None => None,
    };
    place.ok_or(PageError::Refused(NOTHING_CHOSEN))
}

pub(super) async fn add(ctx: Ctx, fields: Fields) -> PageResult {
    set_not_there(&ctx, place(&fields)?, true).await?;
    Ok(redirect("/me/not-there?done=placement-not-there-done"))
}

pub(super) async fn remove(ctx: Ctx, fields: Fields) -> PageResult {
    set_not_there(&ctx, place(&fields)?, false).await?;
    Ok(redirect("/me/not-there?done=placement-not-there-removed-done"))
}
