//! Who is where, day by day: a row for each person or thing, a column for each day, a block for each time.
//!
//! It is a table and drawn as one, so that everybody reads the same: wide screens and paper show a grid, which a printer
//! breaks between two rows and heads on every page; phones show a list of days for each row. A close rota (a month)
//! shows when a time begins, and tells the rest to screen readers and phones.

use maud::{Markup, html};
use passerelle_words::Words;

use super::{
    Day, Pattern,
    week::{legend, meaning},
};

/// How a column looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shade {
    /// A day like another.
    #[default]
    Plain,
    /// A day of rest.
    Rest,
    /// Today.
    Today,
}

/// The head of a column.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// The day.
    pub day: Day<'a>,
    /// How it looks.
    pub shade: Shade,
}

/// A time in a cell.
#[derive(Clone, Debug)]
pub struct Time<'a> {
    /// Where a click leads.
    pub href: String,
    /// When it begins, for a close rota.
    pub begins: String,
    /// From when to when.
    pub span: String,
    /// What or where it is.
    pub what: &'a str,
    /// How it is filled.
    pub pattern: Pattern,
}

/// A row, with as many lists of times as there are days.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Whose or what row it is.
    pub name: &'a str,
    /// The times of each day.
    pub days: Vec<Vec<Time<'a>>>,
}

/// A rota.
#[derive(Clone, Copy, Debug)]
pub struct Rota<'a> {
    /// What it shows.
    pub caption: &'a str,
    /// What the rows are.
    pub who: &'a str,
    /// The days in their order.
    pub heads: &'a [Head<'a>],
    /// The rows.
    pub rows: &'a [Row<'a>],
    /// What each pattern means.
    pub legend: &'a [(Pattern, &'a str)],
    /// Whether there are too many days for words in the cells.
    pub close: bool,
}

/// A rota.
pub fn rota(words: &Words, rota: &Rota<'_>) -> Markup {
    html! {
        div.p-rota.p-rota--close[rota.close] {
            table.govuk-table.p-table--stack {
                caption.govuk-table__caption.govuk-table__caption--m { (rota.caption) }
                thead.govuk-table__head {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="col" { (rota.who) }
                        @for head in rota.heads { (column(head)) }
                    }
                }
                tbody.govuk-table__body {
                    @for row in rota.rows { (line(words, rota, row)) }
                }
            }
            (legend(rota.legend))
        }
    }
}

fn column(head: &Head<'_>) -> Markup {
    html! {
        th.govuk-table__header.p-rota__rest[head.shade == Shade::Rest].p-rota__today[head.shade == Shade::Today] scope="col" {
            span aria-hidden="true" { (head.day.short) }
            span.govuk-visually-hidden { (head.day.name) }
        }
    }
}

fn line(words: &Words, rota: &Rota<'_>, row: &Row<'_>) -> Markup {
    let is_free = row.days.iter().all(Vec::is_empty);
    html! {
        tr.govuk-table__row {
            th.govuk-table__header scope="row" {
                (row.name)
                @if is_free { span.p-rota__free { ", " (words.say("ui-rota-free")) } }
            }
            @for (head, times) in rota.heads.iter().zip(&row.days) {
                td.govuk-table__cell.p-rota__rest[head.shade == Shade::Rest].p-rota__today[head.shade == Shade::Today]
                    data-label=(head.day.name) {
                    @for time in times { (block(rota, time)) }
                }
            }
        }
    }
}

fn block(rota: &Rota<'_>, time: &Time<'_>) -> Markup {
    // What a pattern says must be heard too; of a time that stands, nothing is to be said.
    let kind = (time.pattern != Pattern::Full).then(|| meaning(rota.legend, time.pattern));
    html! {
        a class={ "p-rota__time " (time.pattern.class()) } href=(time.href) {
            @if rota.close { span.p-rota__short aria-hidden="true" { (time.begins) } }
            span.p-rota__long {
                b { (time.span) } " " span { (time.what) }
                @if let Some(kind) = kind { span.govuk-visually-hidden { ", " (kind) } }
            }
        }
    }
}
