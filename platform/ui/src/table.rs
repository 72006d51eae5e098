//! A table with a caption, numbers to the right, and a form that a phone can show.

use maud::{Markup, PreEscaped, Render, html};

use crate::{Room, hidden};

/// What becomes of a table on a narrow screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Narrow {
    /// Each row becomes a small block that names its columns: for lists of people and things.
    #[default]
    Stack,
    /// The table scrolls in a region of its own that the keyboard reaches: for figures that are compared.
    Scroll,
}

/// The head of a column.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// What the column holds.
    pub title: &'a str,
    /// What kind of cells it has.
    pub kind: Cells,
}

/// What stands in the cells of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cells {
    /// Words.
    #[default]
    Words,
    /// Numbers, which stand to the right.
    Numbers,
    /// Links that say themselves where they lead: only screen readers need the title.
    Links,
    /// Bare numbers that name their rows, such as those of lines: where rows are stacked, the title stands before them.
    Ranks,
}

impl<'a> Column<'a> {
    /// A column of words.
    pub const fn words(title: &'a str) -> Self {
        Self { title, kind: Cells::Words }
    }

    /// A column of numbers.
    pub const fn numbers(title: &'a str) -> Self {
        Self { title, kind: Cells::Numbers }
    }

    /// A column of links.
    pub const fn links(title: &'a str) -> Self {
        Self { title, kind: Cells::Links }
    }

    /// A column of bare numbers that name their rows.
    pub const fn ranks(title: &'a str) -> Self {
        Self { title, kind: Cells::Ranks }
    }

    fn is_numeric(&self) -> bool {
        self.kind == Cells::Numbers
    }

    fn is_quiet(&self) -> bool {
        self.kind == Cells::Links
    }
}

/// A table; the first cell of each row names the row.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a, Cell = Markup> {
    /// The id, unique on the page.
    pub id: &'a str,
    /// What the table shows.
    pub caption: &'a str,
    /// Whether a heading above already shows the caption, so that only screen readers need it.
    pub caption_hidden: bool,
    /// The columns.
    pub columns: &'a [Column<'a>],
    /// The rows, each with as many cells as there are columns.
    pub rows: &'a [Vec<Cell>],
    /// What becomes of it on a narrow screen.
    pub narrow: Narrow,
}

/// A table.
pub fn table<Cell: Render>(table: &Table<'_, Cell>) -> Markup {
    let mut rows = Rows::new(table.columns, table.rows.len());
    table.rows.iter().for_each(|row| rows.add(row));
    written_table(table, &rows)
}

/// A table whose rows were written before, in place of those that it names.
pub fn written_table<Cell>(table: &Table<'_, Cell>, rows: &Rows) -> Markup {
    match table.narrow {
        Narrow::Stack => body(table, rows, "govuk-table p-table--stack"),
        Narrow::Scroll => html! {
            div.p-scroll role="region" aria-labelledby={ (table.id) "-caption" } tabindex="0" { (body(table, rows, "govuk-table")) }
        },
    }
}

fn body<Cell>(table: &Table<'_, Cell>, rows: &Rows, class: &str) -> Markup {
    html! {
        (Room(rows.html.len() + ROOM * 10))
        table class=(class) id=(table.id) {
            caption.govuk-table__caption.govuk-table__caption--m.govuk-visually-hidden[table.caption_hidden]
                id={ (table.id) "-caption" } { (table.caption) }
            thead.govuk-table__head {
                tr.govuk-table__row {
                    @for column in table.columns {
                        th.govuk-table__header.govuk-table__header--numeric[column.is_numeric()] scope="col" {
                            @if column.is_quiet() { (hidden(column.title)) } @else { (column.title) }
                        }
                    }
                }
            }
            tbody.govuk-table__body { (PreEscaped(&rows.html)) }
        }
    }
}

/// The bytes that a cell takes, about.
const ROOM: usize = 120;

/// The rows of a table, written one after the other: a long list needs no copy of what it shows. What stands around the
/// cells of a column is made once.
#[derive(Debug)]
pub struct Rows {
    /// What begins each cell, and the end of the one before it.
    begins: Vec<String>,
    /// What ends each cell.
    ends: Vec<&'static str>,
    html: String,
}

impl Rows {
    /// No rows yet, room for `count` of them.
    pub fn new(columns: &[Column<'_>], count: usize) -> Self {
        let (mut begins, mut ends) = (Vec::new(), Vec::new());
        for (n, column) in columns.iter().enumerate() {
            let (begin, end) = frame(n, column);
            begins.push(format!("{}{begin}", ends.last().unwrap_or(&"<tr class=\"govuk-table__row\">")));
            ends.push(end);
        }
        Self { begins, ends, html: String::with_capacity(count * columns.len() * ROOM) }
    }

    /// Adds a row of as many cells as there are columns.
    pub fn add<Cell: Render>(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let mut last = "";
        for ((begin, end), cell) in self.begins.iter().zip(&self.ends).zip(cells) {
            self.html.push_str(begin);
            cell.render_to(&mut self.html);
            last = end;
        }
        self.html.push_str(last);
        self.html.push_str("</tr>");
    }
}

/// What stands before and after a cell of the `n`th column.
fn frame(n: usize, column: &Column<'_>) -> (String, &'static str) {
    let numeric = column.is_numeric();
    let (whole, after) = if n == 0 {
        // A name says itself what it is; a bare number does not.
        let label = (column.kind == Cells::Ranks).then_some(column.title);
        (html! { th.govuk-table__header scope="row" data-label=[label] {} }, "</th>")
    } else {
        let label = (!column.is_quiet()).then_some(column.title);
        (html! { td.govuk-table__cell.govuk-table__cell--numeric[numeric] data-label=[label] {} }, "</td>")
    };
    let before = whole.0.strip_suffix(after).map(str::to_owned);
    (before.unwrap_or(whole.0), after)
}
