//! The private list: teams and institutions where a peer does not want to work. Nobody else sees it, nor why.
//!
//! A place is found by its name among those of the directory, so that nobody has to be told which one it is. Looking,
//! adding and removing go to one address under names that say nothing: whoever reads a log of requests or counts them
//! learns at the most that somebody opened the page.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Field, Input, Kind, Look};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect};

use crate::{
    Error,
    actions::missions::{AvoidedPlace, set_not_there},
    pages::missions::NOTHING_CHOSEN,
    private_list::{Kind as PlaceKind, PrivateList},
    store::private_list::{self as store, Avoided},
};

pub(super) const PATH: &str = "/me/peer/places";
/// What a form of the page does: nothing of these looks for a place.
const ADD: &str = "1";
const REMOVE: &str = "2";

/// What the peer sees: the list, and the places that were found.
struct View {
    is_closed: bool,
    listed: Vec<Avoided>,
    found: Vec<Avoided>,
}

pub(super) async fn ask(ctx: Ctx) -> PageResult {
    let view = look(&ctx, "").await?;
    Ok(show(&ctx, &view, &Fields::empty(&ctx)))
}

pub(super) async fn answer(ctx: Ctx, mut fields: Fields) -> PageResult {
    let listed = match fields.value("act") {
        ADD => Some(true),
        REMOVE => Some(false),
        _ => None,
    };
    if let Some(listed) = listed {
        match set_not_there(&ctx, place(&fields)?, listed).await {
            Ok(()) => return Ok(redirect(&format!("{PATH}?done=placement-places-done"))),
            Err(Error::Refused(refusal)) => fields.refuse_key("name", refusal.key()),
            Err(other) => return Err(other.into()),
        }
    }
    let view = look(&ctx, fields.value("name").trim()).await?;
    Ok(show(&ctx, &view, &fields))
}

/// The list, and the places of this name; a form that posts, so that the name is in no address and in no log.
async fn look(ctx: &Ctx, name: &str) -> Result<View, PageError> {
    let mut tx = ctx.begin_read().await?;
    let list = store::find(&mut tx, ctx.actor()?.account).await?;
    let listed = store::named(&mut tx, &list).await?;
    let mut found = if name.is_empty() { Vec::new() } else { places_named(&mut tx, name).await? };
    found.retain(|place| !listed.iter().any(|other| other.kind == place.kind && other.id == place.id));
    Ok(View { is_closed: list == PrivateList::Closed, listed, found })
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

fn show(ctx: &Ctx, view: &View, fields: &Fields) -> Response {
    let say = |name: &str| ctx.say(&format!("placement-not-there-{name}"));
    let title = say("title");
    let name = fields.value("name");
    let (label, hint) = (say("name"), say("name-hint"));
    let field = Field {
        name: "name",
        label: &label,
        hint: Some(&hint),
        value: name,
        error: fields.error("name"),
        ..Field::default()
    };
    // A shared computer must not offer the name to whoever types next.
    let input = Input { field, kind: Kind::Search, autocomplete: Some("off"), ..Input::default() };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say("text")) }
        @if view.is_closed { (ui::warning(ctx.words(), &say("closed"))) }
        @else if view.listed.is_empty() { p.govuk-body { (say("empty")) } }
        @for place in &view.listed { (row(ctx, place, REMOVE, "remove")) }
        h2.govuk-heading-m { (say("add-title")) }
        (ctx.form(PATH, html! {
            (ui::input(ctx.words(), input))
            (ui::button(Button { text: &say("look"), look: Look::Secondary, ..Button::default() }))
        }))
        @if !name.trim().is_empty() && view.found.is_empty() { p.govuk-body { (say("nothing")) } }
        @for place in &view.found { (row(ctx, place, ADD, "add")) }
    };
    let back = Some(("/me/peer".to_owned(), Some(ctx.say("placement-terms-title"))));
    let seen_by = Some(say("seen-by"));
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn row(ctx: &Ctx, place: &Avoided, act: &str, verb: &str) -> Markup {
    let kind = ctx.say(&format!("placement-not-there-{}", place.kind.as_str()));
    html! {
        div.govuk-summary-card {
            div.govuk-summary-card__title-wrapper {
                @if verb == "remove" { h2.govuk-summary-card__title { (place.name) } }
                @else { h3.govuk-summary-card__title { (place.name) } }
            }
            div.govuk-summary-card__content {
                p.govuk-body { (kind) }
                (ctx.form(PATH, html! {
                    input type="hidden" name="act" value=(act);
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
    let kind = PlaceKind::parse(fields.value("kind"));
    kind.and_then(|kind| AvoidedPlace::parse(kind, fields.value("place"))).ok_or(PageError::Refused(NOTHING_CHOSEN))
}
