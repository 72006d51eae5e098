//! Two records side by side, the page at the address of a record that stepped back, and the lines of a list of doubles.

use maud::{Markup, html};
use passerelle_store::reference::Subject;
use passerelle_ui::{self as ui, Button, Column, Narrow, Table};
use passerelle_web::{Ctx, Page, PageResult, page};
use passerelle_words::say;

use super::{Desk, Found};

/// One of two records that are compared: its id, its name, and the values of the facts.
pub(super) struct Side {
    pub id: String,
    pub name: String,
    pub values: Vec<String>,
}

impl Desk<'_> {
    /// The record that stays beside the one that would step back, what happens, and the other way round.
    pub(super) fn compared(&self, titles: &[String], kept: &Side, gone: &Side, other_way: &str) -> Markup {
        let (ctx, words) = (self.ctx, self.ctx.words());
        let heads = ["fact", "kept", "gone"].map(|part| ctx.say(&format!("directory-merger-head-{part}")));
        let columns: Vec<Column<'_>> = heads.iter().map(|head| Column::words(head)).collect();
        let rows: Vec<Vec<Markup>> = titles
            .iter()
            .zip(kept.values.iter().zip(&gone.values))
            .filter(|(_, (kept, gone))| !kept.is_empty() || !gone.is_empty())
            .map(|(title, (kept, gone))| vec![html! { (title) }, cell(kept), cell(gone)])
            .collect();
        let caption = ctx.say("directory-merger-compared");
        let table = Table {
            id: "compared",
            caption: &caption,
            caption_hidden: false,
            columns: &columns,
            rows: &rows,
            narrow: Narrow::Stack,
        };
        let error = self.fields.error("double");
        html! {
            div #double tabindex="-1" {
                @if let Some(error) = error { (ui::error_message(words, "double", error)) }
                (ui::table(&table))
            }
            p.govuk-body { (say!(words, "directory-merger-what", kept = kept.name.as_str(), gone = gone.name.as_str())) }
            p.govuk-body { (self.say("copy")) }
            (ctx.form(self.path, html! {
                input type="hidden" name="double" value=(gone.id);
                input type="hidden" name="q" value=(self.fields.value("q"));
                (ui::button(Button { text: &ctx.say("directory-merger-action"), ..Button::default() }))
            }))
            p.govuk-body { a.govuk-link href=(other_way) { (ctx.say("directory-merger-other-way")) } }
            p.govuk-body { a.govuk-link href=(self.path) { (ctx.say("directory-merger-another")) } }
        }
    }
}

fn cell(value: &str) -> Markup {
    html! {
        @if value.is_empty() { "–" }
        @for (index, line) in value.lines().enumerate() { @if index > 0 { br; } (line) }
    }
}

/// A list of records that may be the same, two by two, each with the way to compare them.
pub(super) fn pairs(ctx: &Ctx, base: &str, found: &[[Found; 2]]) -> Markup {
    html! {
        ul.govuk-list.govuk-list--spaced {
            @for [one, other] in found {
                li {
                    strong { (one.name) } br; (one.hint) br;
                    @if other.name != one.name { strong { (other.name) } br; }
                    (other.hint) br;
                    a.govuk-link href={ (base) "/" (one.id) "/merger?double=" (other.id) } {
                        (ctx.say("directory-merger-compare-link")) (ui::hidden(&format!(" {}", one.name)))
                    }
                }
            }
        }
    }
}

/// What stands at the address of a record that stepped back: where everything is now.
pub(in crate::pages) fn moved(ctx: &Ctx, noun: Subject, path: &str, name: &str) -> PageResult {
    let title = ctx.say("directory-moved-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say(&format!("directory-moved-text-{}", noun.as_str()))) }
        p.govuk-body { a.govuk-link href=(path) { (name) } }
    };
    let back = Some(("/organisations".to_owned(), Some(ctx.say("directory-nav-organisations"))));
    let seen_by = Some(ctx.say("directory-organisation-seen-by"));
    Ok(page(ctx, Page { title, main, back, seen_by, ..Page::default() }))
}
