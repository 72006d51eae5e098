//! A week as days side by side with their slots, and the same week as a table.
//!
//! Wide screens and paper show the drawing with words in it; phones show a small drawing without words, and the table.
//! Screen readers always read the table. Patterns tell kinds of slots apart without colour.

use maud::{Markup, html};
use passerelle_kernel::Time;
use passerelle_words::{Words, say};

use super::scale::{Scale, fitting, wrapped};

/// How a slot is filled; the legend says what it means on this page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pattern {
    /// Filled: it stands.
    #[default]
    Full,
    /// A dashed outline: it is proposed.
    Outline,
    /// Stripes: it does not take place.
    Stripes,
}

impl Pattern {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Full => "p-week__slot p-week__slot--full",
            Self::Outline => "p-week__slot p-week__slot--outline",
            Self::Stripes => "p-week__slot p-week__slot--stripes",
        }
    }
}

/// A day of the drawing.
#[derive(Clone, Copy, Debug)]
pub struct Day<'a> {
    /// The day in full, for the table (“lundi 23 novembre”).
    pub name: &'a str,
    /// The day in short, for the drawing (“lun. 23”).
    pub short: &'a str,
}

/// A slot on one day.
#[derive(Clone, Copy, Debug)]
pub struct Slot<'a> {
    /// The index of its day.
    pub day: usize,
    /// When it begins.
    pub from: Time,
    /// When it ends, on the same day.
    pub to: Time,
    /// What or where it is.
    pub title: &'a str,
    /// More about it.
    pub detail: &'a str,
    /// How it is filled.
    pub pattern: Pattern,
}

/// A week.
#[derive(Clone, Copy, Debug)]
pub struct Week<'a> {
    /// The id, unique on the page.
    pub id: &'a str,
    /// Whose week it is.
    pub caption: &'a str,
    /// The days in their order.
    pub days: &'a [Day<'a>],
    /// The slots, by day and time.
    pub slots: &'a [Slot<'a>],
    /// What each pattern of this week means.
    pub legend: &'a [(Pattern, &'a str)],
}

/// A week as a drawing and as a table.
pub fn week(words: &Words, week: &Week<'_>) -> Markup {
    let (first_hour, last_hour) = hours(week.slots);
    let days = week.days.len();
    let large = Scale { width: 960.0, height: 420.0, left: 56.0, top: 36.0, days, first_hour, last_hour };
    let small = Scale { width: 350.0, height: 190.0, left: 40.0, top: 24.0, days, first_hour, last_hour };
    html! {
        figure.p-week aria-labelledby={ (week.id) "-caption" } {
            figcaption.govuk-heading-m id={ (week.id) "-caption" } { (week.caption) }
            (picture(words, week, &large, "large"))
            (picture(words, week, &small, "small"))
            (legend(week.legend))
            (table(words, week))
        }
    }
}

/// The hours to draw: those of the slots, and at least from 8 to 18.
fn hours(slots: &[Slot<'_>]) -> (i8, i8) {
    let first = slots.iter().map(|slot| slot.from.hour()).min().unwrap_or(8).min(8);
    let last = slots.iter().map(|slot| slot.to.hour() + i8::from(slot.to.minute() > 0)).max().unwrap_or(18).max(18);
    (first, last)
}

fn picture(words: &Words, week: &Week<'_>, scale: &Scale, size: &str) -> Markup {
    let stripes = format!("{}-stripes-{size}", week.id);
    html! {
        svg class={ "p-week__picture p-week__picture--" (size) } viewBox={ "0 0 " (scale.width) " " (scale.height) }
            aria-hidden="true" focusable="false" {
            defs {
                pattern id=(stripes) width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect.p-week__stripe width="3" height="8" {}
                }
            }
            (grid(words, week, scale, size))
            @for slot in week.slots { (block(words, slot, scale, size, &stripes)) }
        }
    }
}

fn grid(words: &Words, week: &Week<'_>, scale: &Scale, size: &str) -> Markup {
    let middle = |day| scale.x(day) + scale.column() / 2.0;
    html! {
        @for hour in scale.hours() {
            line.p-week__line x1=(scale.left) x2=(scale.width) y1=(scale.y(hour)) y2=(scale.y(hour)) {}
            text.p-week__hour x=(scale.left - 8.0) y=(scale.y(hour) + 5.0) text-anchor="end" { (words.time(hour)) }
        }
        @for (index, day) in week.days.iter().enumerate() {
            text.p-week__day x=(middle(index)) y=(scale.top - 14.0) text-anchor="middle" {
                @if size == "small" { (day.short.chars().take(2).collect::<String>()) } @else { (day.short) }
            }
        }
    }
}

/// A letter's width, in points of the drawing.
const LETTER: f64 = 7.6;

fn block(words: &Words, slot: &Slot<'_>, scale: &Scale, size: &str, stripes: &str) -> Markup {
    let (x, y) = (scale.x(slot.day) + 3.0, scale.y(slot.from));
    let (width, height) = (scale.column() - 6.0, (scale.y(slot.to) - y).max(6.0));
    let room = width - 12.0;
    // The title in as many lines as leave one for the hours; the detail if it still fits.
    let lines = std::iter::successors(Some(20.0), |at| Some(at + 19.0)).take_while(|at| at + 4.0 < height);
    let count = lines.clone().count();
    let mut texts = wrapped(slot.title, room, LETTER, count.saturating_sub(1).max(1));
    let titles = texts.len();
    texts.push(fitting(&span(words, slot), room, LETTER));
    texts.extend((!slot.detail.is_empty()).then(|| fitting(slot.detail, room, LETTER)));
    html! {
        g class=(slot.pattern.class()) {
            rect x=(x) y=(y) width=(width) height=(height) rx="5" {}
            @if slot.pattern == Pattern::Stripes {
                rect.p-week__stripes x=(x) y=(y) width=(width) height=(height) rx="5" fill={ "url(#" (stripes) ")" } {}
            }
            @if size == "large" {
                @for (index, (text, at)) in texts.iter().zip(lines).enumerate() {
                    text.p-week__title[index < titles] x=(x + 8.0) y=(y + at) { (text) }
                }
            }
        }
    }
}

fn span(words: &Words, slot: &Slot<'_>) -> String {
    say!(words, "ui-week-span", from = words.time(slot.from), to = words.time(slot.to))
}

pub(super) fn legend(patterns: &[(Pattern, &str)]) -> Markup {
    html! {
        ul.p-week__legend {
            @for (pattern, meaning) in patterns {
                li { span class={ "p-week__key " (pattern.class()) } aria-hidden="true" {} (meaning) }
            }
        }
    }
}

/// What the legend says of a pattern.
pub(super) fn meaning<'a>(legend: &[(Pattern, &'a str)], pattern: Pattern) -> &'a str {
    legend.iter().find(|(known, _)| *known == pattern).map_or("", |(_, meaning)| *meaning)
}

fn table(words: &Words, week: &Week<'_>) -> Markup {
    html! {
        table.govuk-table.p-table--stack.p-week__table {
            caption.govuk-visually-hidden { (week.caption) }
            thead.govuk-table__head {
                tr.govuk-table__row {
                    @for key in ["ui-week-day", "ui-week-time", "ui-week-what", "ui-week-kind"] {
                        th.govuk-table__header scope="col" { (words.say(key)) }
                    }
                }
            }
            tbody.govuk-table__body {
                @for slot in week.slots {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" { (week.days.get(slot.day).map_or("", |day| day.name)) }
                        td.govuk-table__cell { (span(words, slot)) }
                        td.govuk-table__cell { (slot.title) @if !slot.detail.is_empty() { ", " (slot.detail) } }
                        td.govuk-table__cell { (meaning(week.legend, slot.pattern)) }
                    }
                }
                @if week.slots.is_empty() {
                    tr.govuk-table__row { td.govuk-table__cell colspan="4" { (words.say("ui-week-empty")) } }
                }
            }
        }
    }
}
