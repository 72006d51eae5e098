//! What our layouts show. Every text is final: words, numbers and dates are written by the caller.

use serde::{Deserialize, Serialize};

/// A layout with its data.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(untagged)]
pub enum Layout<'a> {
    /// An invoice or a credit note with the annex of its hours.
    Invoice(&'a InvoicePage),
    /// A plain page: mission sheet, paper twin of a form, receipt.
    Sheet(&'a Sheet),
}

impl Layout<'_> {
    pub(crate) const fn template(self) -> &'static str {
        match self {
            Self::Invoice(_) => include_str!("../templates/invoice.typ"),
            Self::Sheet(_) => include_str!("../templates/sheet.typ"),
        }
    }
}

/// An invoice as a person reads it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InvoicePage {
    /// Such as “Facture 2026-0042”.
    pub heading: String,
    /// Said under the heading: the invoice that a credit note gives back, or that this is a copy.
    pub standing: Option<String>,
    /// Who sells.
    pub seller: Block,
    /// Who pays.
    pub buyer: Block,
    /// Dates, period of service, references.
    pub facts: Vec<Row>,
    /// What is billed.
    pub lines: Table,
    /// The sums before the last one.
    pub sums: Vec<Row>,
    /// What is to be paid.
    pub total: Row,
    /// The VAT position with its legal reason.
    pub vat: Option<Block>,
    /// Account and reference.
    pub payment: Group,
    /// Legal mentions.
    pub notes: Option<Section>,
    /// The hours behind the invoice.
    pub annex: Option<Annex>,
    /// At the foot of every page: who the seller is in law.
    pub footer: String,
    /// Said before the page number, such as “Page”.
    pub page_word: String,
}

/// A name with lines under it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Block {
    /// What it is, such as “Facturé à”.
    pub label: String,
    /// Its first line, stronger.
    pub name: String,
    /// Its other lines.
    pub lines: Vec<String>,
}

/// A label and its value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// How much, when, who.
    pub value: String,
}

/// Rows under a title.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Group {
    /// The title.
    pub title: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A table; a line break in a cell starts a smaller second line.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Table {
    /// What the table is, for those who cannot see it and above it.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// One cell per column.
    pub rows: Vec<Vec<String>>,
    /// The last row, stronger: one cell per column.
    pub sum: Option<Vec<String>>,
    /// Said when there is no row.
    pub empty: String,
}

/// A column of a table.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Column {
    /// Its header.
    pub label: String,
    /// Numbers stand at the right.
    pub is_number: bool,
    /// Takes the room that the others leave; give it to one or two columns.
    pub is_wide: bool,
}

/// The hours behind an invoice.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Annex {
    /// Such as “Annexe : heures confirmées”.
    pub title: String,
    /// What the reader sees here.
    pub intro: String,
    /// Every entry of hours.
    pub hours: Table,
    /// What was left out of the invoice, and why.
    pub left_out: Option<Table>,
}

/// A plain, accessible document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The title.
    pub title: String,
    /// Said under the title: whose it is, its version, its date.
    pub subtitle: Option<String>,
    /// Its parts.
    pub sections: Vec<Section>,
    /// At the foot of every page.
    pub footer: String,
    /// Said before the page number, such as “Page”.
    pub page_word: String,
}

/// A part of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Text first.
    pub paragraphs: Vec<String>,
    /// Then what is listed.
    pub points: Vec<String>,
    /// Then labels and values.
    pub rows: Vec<Row>,
    /// Then lines to fill in by hand, each with its label.
    pub blanks: Vec<String>,
}
