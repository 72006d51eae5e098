//! The pages: each parses, calls one action, renders or redirects.

mod age;
mod association;
mod contacts;
mod description;
mod files;
mod import;
mod import_lines;
mod imports;
mod joining;
mod list_import;
mod list_preview;
mod list_template;
mod map;
mod mergers;
mod network;
mod organisation;
mod organisation_form;
mod organisations;
mod own_name;
mod people;
mod person;
mod person_form;
mod rescue;
mod roles;
mod seen;
mod shown;
mod team;
mod visibility;
mod who_sees;

use std::collections::HashMap;

use axum::response::Response;
use maud::{Markup, html};
use passerelle_ui::{self as ui, Field, Input, Kind};
use passerelle_web::{Ctx, Fields, Routes, redirect};
use passerelle_words::say;
pub use seen::card as seen_card;
pub(crate) use who_sees::who_sees;

pub(crate) use self::{association::PUBLIC, map::MAP, organisations::SEARCH};
use crate::{Country, Point, Refusal, Towns, store::After};

/// Every route of this capability.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .and(people::routes())
        .and(files::routes())
        .and(person_form::routes())
        .and(person::routes())
        .and(rescue::routes())
        .and(mergers::routes())
        .and(joining::routes())
        .and(own_name::routes())
        .and(visibility::routes())
        .and(shown::routes())
        .and(association::routes())
        .and(description::routes())
        .and(contacts::routes())
        .and(age::routes())
        .and(map::routes())
        .and(organisations::routes())
        .and(organisation_form::routes())
        .and(organisation::routes())
        .and(network::routes())
        .and(team::routes())
        .and(imports::routes())
        .and(import::routes())
        .and(list_import::routes())
        .and(list_preview::routes())
}

/// What stands after the question mark of an address.
type Asked = HashMap<String, String>;

/// The countries that a form offers.
pub(crate) const COUNTRIES: &[&str] = &["FR", "BE", "CH", "LU", "CA"];

fn asked<'a>(asked: &'a Asked, name: &str) -> &'a str {
    asked.get(name).map_or("", String::as_str)
}

/// Where a list goes on, from the address.
fn after(query: &Asked) -> After {
    After { key: asked(query, "after").to_owned(), id: asked(query, "id").to_owned() }
}

/// The link to the rest of a list.
fn rest(ctx: &Ctx, path: &str, words: &str, last: Option<(&str, String)>) -> Markup {
    let Some((key, id)) = last else { return Markup::default() };
    let mut query = form_urlencoded::Serializer::new(String::new());
    if !words.is_empty() {
        query.append_pair("q", words);
    }
    let query = query.append_pair("after", key).append_pair("id", &id).finish();
    html! { p.govuk-body { a.govuk-link href={ (path) "?" (query) } rel="next" { (ctx.say("directory-list-rest")) } } }
}

/// Shows each reason at its question.
fn refuse(fields: &mut Fields, refusals: Vec<Refusal>) {
    for refusal in refusals {
        fields.refuse_key(refusal.field(), refusal.key());
    }
}

/// Sends the person on with a sentence that says what was done.
fn done(path: &str, key: &str) -> Response {
    redirect(&format!("{path}?done={key}"))
}

/// A question with one line of text.
fn line(ctx: &Ctx, fields: &Fields, name: &str, key: &str, kind: Kind, optional: bool) -> Markup {
    let label = ctx.say(key);
    let hint_key = format!("{key}-hint");
    let hint = ctx.words().has(&hint_key).then(|| ctx.say(&hint_key));
    let (value, error) = (fields.value(name), fields.error(name));
    let field = Field { name, label: &label, hint: hint.as_deref(), value, error, optional, ..Field::default() };
    ui::input(ctx.words(), Input { field, kind, ..Input::default() })
}

/// The question for the country.
fn country_question(ctx: &Ctx, fields: &Fields) -> Markup {
    let names: Vec<(&str, String)> = COUNTRIES.iter().map(|code| (*code, ctx.words().country(code))).collect();
    let options: Vec<(&str, &str)> = names.iter().map(|(code, name)| (*code, name.as_str())).collect();
    let label = ctx.say("directory-country");
    let (value, error) = (fields.value("country"), fields.error("country"));
    let field = Field { name: "country", label: &label, value, error, ..Field::default() };
    ui::select(ctx.words(), ui::Select { field, options: &options })
}

/// Says that distances cannot be told when the town is not known, and which towns may be meant.
fn town_note(ctx: &Ctx, town: Option<&str>, country: Country, point: Option<Point>) -> Markup {
    let (Some(town), None) = (town, point) else { return Markup::default() };
    let meant: Vec<String> = Towns::built_in().suggest(town, country).iter().map(|town| town.name.clone()).collect();
    ui::inset(html! {
        p.govuk-body { (say!(ctx.words(), "directory-town-unknown", town = town)) }
        @if !meant.is_empty() {
            p.govuk-body { (say!(ctx.words(), "directory-town-meant", towns = ctx.words().list(&meant))) }
        }
    })
}
