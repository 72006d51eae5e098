//! The map of the network with the list that says the same. Everybody sees who has published something; who holds a
//! role here sees everybody with whom the network works. A country is a link: the view adapts to it, without a script.

use axum::extract::Query;
use maud::{Markup, html};
use passerelle_access::Facts;
use passerelle_ui::{
    self as ui, Item,
    drawing::{Map, Mark, map},
};
use passerelle_web::{Ctx, Needs, Page, PageResult, Routes, Stale, page};
use passerelle_words::say;

use super::{Asked, asked};
use crate::{
    Country, OrganisationKind, Towns, access,
    place::{Place, countries, near, places},
    store::places::{Placed, placed},
};

/// Where everybody is.
pub(crate) const MAP: &Stale = &Stale {
    name: "map",
    because: "places and names that are published; whoever publishes or withdraws one sees it at once, others seconds later",
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/network", Needs::Public, show)
}

/// What part of the world is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    /// Where most are.
    Near,
    /// Everything.
    World,
    /// One country.
    Of(Country),
}

impl View {
    fn read(text: &str, known: &[(Country, usize)]) -> Self {
        match text {
            "world" => Self::World,
            _ => {
                known.iter().find(|(country, _)| country.as_str() == text).map_or(Self::Near, |(one, _)| Self::Of(*one))
            }
        }
    }

    /// Whether the list shows a place: a country shows its own, the others everything.
    fn lists(self, place: &Place) -> bool {
        match self {
            Self::Of(country) => place.country == country,
            Self::Near | Self::World => true,
        }
    }
}

async fn show(ctx: Ctx, Query(query): Query<Asked>) -> PageResult {
    let is_known = ctx.visitor().is_some_and(|actor| actor.may(access::ORGANISATIONS_READ, &Facts::default()));
    let places = places(placed(&mut ctx.begin_stale_read(MAP).await?, is_known).await?, Towns::built_in());
    let countries = countries(&places);
    let view = View::read(asked(&query, "country"), &countries);
    let count: usize = countries.iter().map(|(_, count)| count).sum();
    let title = ctx.say("directory-map-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if places.is_empty() {
            (ui::empty(&ctx.say("directory-map-empty-title"), &ctx.say("directory-map-empty-text"), None))
        } @else {
            p.govuk-body { (say!(ctx.words(), "directory-map-text", count = count, countries = countries.len())) }
            (choice(&ctx, view, &countries, &near(&places)))
            div.p-map-page {
                (picture(&ctx, view, &places))
                (list(&ctx, view, &places, &countries, is_known))
            }
        }
    };
    let seen_by = Some(ctx.say(if is_known { "directory-map-seen-by-known" } else { "directory-map-seen-by" }));
    Ok(page(&ctx, Page { title, main, seen_by, ..Page::default() }))
}

/// The parts of the world to choose from.
fn choice(ctx: &Ctx, view: View, countries: &[(Country, usize)], near: &[bool]) -> Markup {
    let mut views = Vec::new();
    if near.contains(&false) {
        views.push(("/network".to_owned(), ctx.say("directory-map-near"), View::Near));
        views.push(("/network?country=world".to_owned(), ctx.say("directory-map-world"), View::World));
    } else {
        views.push(("/network".to_owned(), ctx.say("directory-map-all"), View::Near));
    }
    for (country, count) in countries {
        let name = format!("{} ({count})", ctx.words().country(country.as_str()));
        views.push((format!("/network?country={}", country.as_str()), name, View::Of(*country)));
    }
    let items: Vec<Item<'_>> =
        views.iter().map(|(href, text, one)| Item { href, text, current: *one == view }).collect();
    ui::section_navigation(&ctx.say("directory-map-choose"), &items)
}

/// The name of a place as an anchor.
fn anchor(index: usize) -> String {
    format!("place-{}", index + 1)
}

fn picture(ctx: &Ctx, view: View, places: &[Place]) -> Markup {
    let near = near(places);
    let links: Vec<String> = (0..places.len()).map(|index| format!("#{}", anchor(index))).collect();
    let marks: Vec<Mark<'_>> = places
        .iter()
        .enumerate()
        .filter(|(_, place)| view.lists(place))
        .filter_map(|(index, place)| {
            let point = place.point?;
            Some(Mark {
                name: place.name.as_deref()?,
                country: place.country.as_str(),
                lat: point.lat(),
                lon: point.lon(),
                count: place.organisations.len(),
                href: links.get(index)?,
                held: view != View::Near || near.get(index).copied().unwrap_or(true),
            })
        })
        .collect();
    // Several places under one mark: closer to their country, or to the first of them in the list.
    let closer = |marks: &[&Mark<'_>]| {
        let first = marks.first();
        let country = first.map_or("", |mark| mark.country);
        let together = marks.iter().all(|mark| mark.country == country);
        match view {
            View::Near | View::World if together => format!("/network?country={country}"),
            _ => first.map_or_else(String::new, |mark| mark.href.to_owned()),
        }
    };
    map(ctx.words(), &Map { id: "network", title: &ctx.say("directory-map-picture"), marks: &marks, closer: &closer })
}

fn list(ctx: &Ctx, view: View, places: &[Place], countries: &[(Country, usize)], is_known: bool) -> Markup {
    html! {
        div {
            @for (country, _) in countries.iter().filter(|(country, _)| view.lists_country(*country)) {
                h2.govuk-heading-m { (ctx.words().country(country.as_str())) }
                @for (index, place) in places.iter().enumerate().filter(|(_, place)| place.country == *country) {
                    div.p-place id=(anchor(index)) {
                        h3.p-place__name { (place.name.clone().unwrap_or_else(|| ctx.say("directory-map-no-town"))) }
                        @if place.point.is_none() { p.govuk-body-s.p-muted { (ctx.say("directory-map-nowhere")) } }
                        ul.p-place__list { @for one in &place.organisations { li { (organisation(ctx, one, is_known)) } } }
                    }
                }
            }
        }
    }
}

impl View {
    fn lists_country(self, country: Country) -> bool {
        !matches!(self, Self::Of(only) if only != country)
    }
}

fn organisation(ctx: &Ctx, one: &Placed, is_known: bool) -> Markup {
    let described = matches!(one.kind, OrganisationKind::Association | OrganisationKind::Federation);
    let path = if described || !is_known { "associations" } else { "organisations" };
    html! {
        a.govuk-link href={ "/" (path) "/" (one.id) } { (one.name) } br;
        (ui::muted(&ctx.say(&format!("directory-kind-{}", one.kind.as_str()))))
    }
}
