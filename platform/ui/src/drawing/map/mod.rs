//! A map of places, drawn from our own outlines of countries: no tile server learns who looks at what.
//!
//! Each mark is a link to its place in the list that stands beside the map and says the same; marks that would lie on
//! each other become one with their number. The view is the smallest that holds what it is asked to hold. Two drawings:
//! one for wide screens, one for phones; the styles show one of them.

mod land;
mod path;
mod plane;
mod sight;

use maud::{Markup, html};
use passerelle_words::{Words, say};

use self::{
    land::countries,
    plane::Plane,
    sight::{Cluster, Label},
};

/// A place on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its country, two letters.
    pub country: &'a str,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// How many things are there.
    pub count: usize,
    /// Where the list says more.
    pub href: &'a str,
    /// Whether the view is chosen so that it holds this mark.
    pub held: bool,
}

/// A map.
pub struct Map<'a> {
    /// The id, unique on the page.
    pub id: &'a str,
    /// What the map shows, for those who do not see it.
    pub title: &'a str,
    /// The places, the most important first.
    pub marks: &'a [Mark<'a>],
    /// Where a mark of several places leads.
    pub closer: &'a dyn Fn(&[&Mark<'a>]) -> String,
}

/// The drawings: their class, and the room they have.
const SIZES: [(&str, f64, f64); 2] = [("wide", 640.0, 620.0), ("narrow", 360.0, 400.0)];
/// A view of the whole world is flatter than others.
const WORLD_HEIGHT: f64 = 0.42;

/// A map of places. The list beside it is the caller's: it holds everything that the map shows.
pub fn map(words: &Words, map: &Map<'_>) -> Markup {
    html! {
        div.p-map {
            @for (size, width, height) in SIZES { (picture(words, map, size, width, height)) }
        }
    }
}

fn picture(words: &Words, map: &Map<'_>, size: &str, width: f64, height: f64) -> Markup {
    let held: Vec<(f64, f64)> = map.marks.iter().filter(|mark| mark.held).map(|mark| (mark.lon, mark.lat)).collect();
    let plane = Plane::holding(&held, width, height, width * WORLD_HEIGHT);
    let clusters = sight::clusters(map.marks, &plane, size);
    let labels = sight::labels(&clusters, &plane, size);
    let title = format!("{}-{size}", map.id);
    let of_ours = |code: &str| !code.is_empty() && map.marks.iter().any(|mark| mark.country == code);
    html! {
        svg class={ "p-map__picture p-map__picture--" (size) } viewBox={ "0 0 " (plane.width) " " (plane.height) }
            role="group" aria-labelledby=(title) {
            title id=(title) { (map.title) }
            rect.p-map__sea width=(plane.width) height=(plane.height) {}
            @for country in countries(plane.is_wide()) {
                @if let Some(outline) = path::outline(country, &plane) {
                    path class=(if of_ours(&country.code) { "p-map__land p-map__land--ours" } else { "p-map__land" })
                        d=(outline) {}
                }
            }
            @for label in &labels { (name(label)) }
            @for cluster in &clusters { (mark(words, map, cluster)) }
        }
    }
}

fn mark<'a>(words: &Words, map: &Map<'a>, cluster: &Cluster<'a>) -> Markup {
    let count = cluster.count();
    let names: Vec<String> = cluster.marks.iter().map(|mark| mark.name.to_owned()).collect();
    let about = say!(words, "ui-map-mark", places = words.list(&names), count = count);
    let href = match cluster.marks.as_slice() {
        [only] => only.href.to_owned(),
        several => (map.closer)(several),
    };
    html! {
        a.p-map__mark href=(href) aria-label=(about) {
            circle.p-map__ring cx=(px(cluster.x)) cy=(px(cluster.y)) r=(px(cluster.radius + 5.0)) {}
            circle.p-map__dot cx=(px(cluster.x)) cy=(px(cluster.y)) r=(px(cluster.radius)) {}
            @if count > 1 {
                text.p-map__count x=(px(cluster.x)) y=(px(cluster.y + 5.0)) text-anchor="middle" aria-hidden="true" { (count) }
            }
        }
    }
}

fn name(label: &Label) -> Markup {
    html! {
        text.p-map__name x=(px(label.x)) y=(px(label.y)) text-anchor=(label.anchor) aria-hidden="true" { (label.text) }
    }
}

/// A length of the drawing: a tenth of a point is enough.
fn px(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}
