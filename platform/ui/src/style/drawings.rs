//! The week, as a drawing and as a table.

use maud::{Markup, html};
use passerelle_kernel::{Date, Time};
use passerelle_words::Words;

use crate::drawing::{Day, Pattern, Slot, Week, week};

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
    }
}

/// The name and number of the day: “lundi 23”.
fn short(date: &str) -> String {
    date.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
}

fn slot<'a>(day: usize, hours: (i8, i8), title: &'a str, detail: &'a str, pattern: Pattern) -> Slot<'a> {
    let at = |hour| Time::new(hour, 0, 0, 0).unwrap_or(Time::MIN);
    Slot { day, from: at(hours.0), to: at(hours.1), title, detail, pattern }
}
