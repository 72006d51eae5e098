//! What is held, group by group: the same on the page and in the copy that a person takes away.

use maud::{Markup, html};
use passerelle_store::held::{Fact as HeldFact, Purpose, Record};
use passerelle_ui::{self as ui, Column, Fact, Narrow, Table};
use passerelle_words::{Words, say};

use crate::{
    file::{Group, Part, Until},
    told,
};

/// Where the groups are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On the page, where long lists are folded: a phone shows what there is, and what of it is opened.
    Page,
    /// In the copy, which may be printed.
    Copy,
}

/// More rows than these are folded on the page.
const OPEN: usize = 2;

/// The groups, each with what follows it (the ways to object, on the page).
pub(crate) fn groups(
    words: &Words,
    groups: &[Group],
    until: &Until,
    place: Place,
    after: impl Fn(&'static Purpose) -> Markup,
) -> Markup {
    html! {
        @for group in groups {
            section id=(anchor(group.purpose)) {
                h2.govuk-heading-l { (words.say(group.purpose.key)) }
                p.govuk-body { (words.say(&format!("{}-why", group.purpose.key))) }
                (readers(words, group.purpose))
                @for part in &group.parts { (rows(words, part, until, place)) }
                (after(group.purpose))
            }
        }
    }
}

/// What stands on a long page, to jump to: where each part stands, and its name.
pub(super) fn contents(words: &Words, parts: impl Iterator<Item = (&'static str, String)>) -> Markup {
    let title = words.say("privacy-held-contents");
    html! {
        nav aria-label=(title) {
            h2.govuk-heading-m { (title) }
            ul.govuk-list.govuk-list--bullet {
                @for (anchor, name) in parts { li { a.govuk-link href={ "#" (anchor) } { (name) } } }
            }
        }
    }
}

/// Where a group stands on the page.
pub(super) fn anchor(purpose: &Purpose) -> &'static str {
    purpose.key
}

/// Who receives it, and what makes it lawful.
fn readers(words: &Words, purpose: &Purpose) -> Markup {
    let basis = words.say(&format!("web-basis-{}", purpose.basis.as_str()));
    ui::details(
        &words.say("privacy-held-readers"),
        html! {
            p.govuk-body { (words.say(&format!("{}-readers", purpose.key))) }
            p.govuk-body { (say!(words, "privacy-held-basis", basis = basis)) }
        },
    )
}

fn rows(words: &Words, part: &Part, until: &Until, place: Place) -> Markup {
    let title = words.say(part.held.key);
    let origin = words.say(&format!("web-origin-{}", part.held.origin.as_str()));
    let content = match part.records.as_slice() {
        [] => counted(words, part),
        [only] => one(words, part, only),
        several => {
            let list = html! { (table(words, part, several, until)) (rest(words, part, several.len())) };
            let is_folded = place == Place::Page && several.len() > OPEN;
            if is_folded { ui::details(&say!(words, "privacy-held-lines", count = several.len()), list) } else { list }
        }
    };
    // Each row of a table has its own day.
    let kept = (part.records.len() < 2).then(|| {
        let since = part.records.first().map_or(part.counted.last, |record| record.since);
        say!(words, "privacy-kept", until = told::until(words, until, part, since, part.counted.country.as_deref()))
    });
    html! {
        h3.govuk-heading-m { (title) }
        (content)
        p.govuk-body-s { (origin) @if let Some(kept) = kept { " " (kept) } }
    }
}

/// Rows that only bear the person's id.
fn counted(words: &Words, part: &Part) -> Markup {
    let count = part.counted.rows;
    let text = match part.counted.last {
        Some(last) => say!(words, "privacy-held-count-last", count = count, day = words.day(last)),
        None => say!(words, "privacy-held-count", count = count),
    };
    html! { p.govuk-body { (text) } }
}

fn cell(words: &Words, fact: &HeldFact, record: &Record, place: usize) -> Option<String> {
    told::value(words, fact.shown, record.values.get(place)?)
}

fn one(words: &Words, part: &Part, record: &Record) -> Markup {
    let none = words.say("privacy-held-nothing");
    let facts = part.held.facts.iter().enumerate().map(|(place, fact)| {
        let value = match cell(words, fact, record, place) {
            Some(text) => html! { (lines(&text)) },
            None => ui::muted(&none),
        };
        (words.say(fact.key), value)
    });
    let facts: Vec<(String, Markup)> = facts.collect();
    let facts: Vec<Fact<'_>> = facts.iter().map(|(key, value)| Fact::new(key, value.clone())).collect();
    ui::summary_list(words, &facts)
}

fn lines(text: &str) -> Markup {
    html! { @for (index, line) in text.lines().enumerate() { @if index > 0 { br; } (line) } }
}

/// A table of rows; columns in which nothing is kept are left out.
fn table(words: &Words, part: &Part, records: &[Record], until: &Until) -> Markup {
    let is_kept = |place: &usize| {
        let fact = part.held.facts.get(*place);
        fact.is_some_and(|fact| records.iter().any(|record| cell(words, fact, record, *place).is_some()))
    };
    let places: Vec<usize> = (0..part.held.facts.len()).filter(is_kept).collect();
    let facts = || places.iter().filter_map(|place| Some((*place, part.held.facts.get(*place)?)));
    let mut titles: Vec<String> = facts().map(|(_, fact)| words.say(fact.key)).collect();
    titles.push(words.say("privacy-kept-title"));
    let columns: Vec<Column<'_>> = titles.iter().map(|title| Column::words(title)).collect();
    let row = |record: &Record| {
        let mut cells: Vec<Markup> = facts()
            .map(|(place, fact)| html! { (lines(&cell(words, fact, record, place).unwrap_or_default())) })
            .collect();
        cells.push(html! { (told::until(words, until, part, record.since, record.country.as_deref())) });
        cells
    };
    let rows: Vec<Vec<Markup>> = records.iter().map(row).collect();
    let caption = words.say(part.held.key);
    ui::table(&Table {
        id: part.held.key,
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}

/// How many rows are not shown.
fn rest(words: &Words, part: &Part, shown: usize) -> Markup {
    let rest = part.counted.rows - i64::try_from(shown).unwrap_or(i64::MAX);
    html! { @if rest > 0 { p.govuk-body { (say!(words, "privacy-held-rest", count = rest)) } } }
}
