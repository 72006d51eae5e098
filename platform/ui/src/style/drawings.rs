//! The week, as a drawing and as a table; the map and its list.

use maud::{Markup, html};
use passerelle_kernel::{Date, Time};
use passerelle_words::Words;

use crate::drawing::{Day, Map, Mark, Pattern, Slot, Week, map, week};

pub(super) fn parts(words: &Words) -> Markup {
    let names: Vec<_> = (23..=27).map(|day| words.date(Date::constant(2026, 11, day))).collect();
    let shorts: Vec<_> = names.iter().map(|name| short(name)).collect();
    let days: Vec<_> = names.iter().zip(&shorts).map(|(name, short)| Day { name, short }).collect();
    let (ward, home, group) = (words.say("ui-style-ward"), words.say("ui-style-home"), words.say("ui-style-group"));
    let (stands, proposed, off) =
        (words.say("ui-style-stands"), words.say("ui-style-proposed"), words.say("ui-style-off"));
    let slots = [
        slot(0, (9, 12), &ward, "Saint-Martin", Pattern::Full),
        slot(0, (14, 17), &home, "Lyon", Pattern::Stripes),
        slot(1, (9, 17), &ward, "Saint-Martin", Pattern::Full),
        slot(3, (10, 12), &group, "Visio", Pattern::Full),
        slot(4, (13, 16), &home, "Lyon", Pattern::Outline),
    ];
    html! {
        (week(words, &Week {
            id: "week",
            caption: &words.say("ui-style-week"),
            days: &days,
            slots: &slots,
            legend: &[(Pattern::Full, &stands), (Pattern::Outline, &proposed), (Pattern::Stripes, &off)],
        }))
        (places(words))
    }
}

/// Some towns of our field, as a map and as a list.
fn places(words: &Words) -> Markup {
    let towns = [
        ("Bruxelles", "BE", 50.8503, 4.3517, 6),
        ("Namur", "BE", 50.4669, 4.8675, 4),
        ("Lyon", "FR", 45.764, 4.8357, 2),
        ("Lille", "FR", 50.6292, 3.0573, 1),
        ("Nice", "FR", 43.7031, 7.2661, 1),
    ];
    let marks = towns.map(|(name, country, lat, lon, count)| Mark {
        name,
        country,
        lat,
        lon,
        count,
        href: "#places",
        held: true,
    });
    super::part(
        &words.say("ui-style-map"),
        html! {
            p.govuk-body { (words.say("ui-style-map-text")) }
            div.p-map-page {
                (map(words, &Map { id: "map", title: &words.say("ui-style-map"), marks: &marks, closer: &|_| "#places".to_owned() }))
                ul.govuk-list id="places" { @for mark in &marks { li { (mark.name) " · " (mark.count) } } }
            }
        },
    )
}

/// The name and number of the day: “lundi 23”.
fn short(date: &str) -> String {
    date.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
}

fn slot<'a>(day: usize, hours: (i8, i8), title: &'a str, detail: &'a str, pattern: Pattern) -> Slot<'a> {
    let at = |hour| Time::new(hour, 0, 0, 0).unwrap_or(Time::MIN);
    Slot { day, from: at(hours.0), to: at(hours.1), title, detail, pattern }
}
