//! What an import adds, changes, refuses and repairs, line by line.

use maud::{Markup, html};
use passerelle_store::{Result, Tx};
use passerelle_ui::{self as ui, Column, Table};
use passerelle_web::Ctx;
use passerelle_words::say;

use crate::{
    import::{Import, ImportState},
    store::imports::{self, LISTED, Line},
};

/// The parts of a preview, what needs a look first.
const PARTS: [&str; 4] = ["refused", "changed", "repaired", "created"];

/// The lines of each part that has some.
pub(super) type Tables = Vec<(&'static str, i64, Vec<Line>)>;

/// Reads the lines of an import that can be looked at.
pub(super) async fn load(tx: &mut Tx, import: &Import) -> Result<Tables> {
    let mut tables = Tables::new();
    if !matches!(import.state, ImportState::Ready | ImportState::Applied) {
        return Ok(tables);
    }
    let c = import.counts;
    for (part, count) in PARTS.into_iter().zip([c.refused, c.changed, c.repaired, c.created]) {
        let lines = imports::lines(tx, import.id, part).await?;
        if !lines.is_empty() {
            tables.push((part, count, lines));
        }
    }
    Ok(tables)
}

/// A part of a preview: a heading and a table, of which only the first lines may be shown.
pub(super) struct Part {
    pub id: &'static str,
    pub heading: String,
    pub is_cut: bool,
    pub titles: Vec<String>,
    pub rows: Vec<Vec<Markup>>,
}

/// The tables of an import of the registry.
pub(super) fn show(ctx: &Ctx, tables: &Tables) -> Markup {
    let parts = tables.iter().map(|(part, count, lines)| Part {
        id: part,
        heading: ctx.say(&format!("directory-import-{part}")),
        is_cut: lines.len() >= LISTED && *count > i64::try_from(LISTED).unwrap_or(0),
        titles: titles(ctx, part),
        rows: lines.iter().map(|line| row(ctx, part, line)).collect(),
    });
    draw(ctx, &parts.collect::<Vec<_>>())
}

/// The parts of a preview, each under its heading.
pub(super) fn draw(ctx: &Ctx, parts: &[Part]) -> Markup {
    html! {
        @for part in parts {
            h2.govuk-heading-m { (part.heading) }
            @if part.is_cut { p.govuk-body { (say!(ctx.words(), "directory-import-first", count = LISTED)) } }
            (table(part))
        }
    }
}

fn titles(ctx: &Ctx, part: &str) -> Vec<String> {
    let titles: &[&str] = match part {
        "refused" => &["line", "site", "reason"],
        "changed" => &["line", "site", "field", "from", "to"],
        "repaired" => &["line", "field", "kind", "read", "kept"],
        _ => &["line", "site"],
    };
    titles.iter().map(|title| ctx.say(&format!("directory-import-{title}"))).collect()
}

fn table(part: &Part) -> Markup {
    let mut columns: Vec<Column<'_>> = part.titles.iter().map(|title| Column::words(title)).collect();
    // Every part begins with the number of the line.
    if let Some(first) = columns.first_mut() {
        *first = Column::ranks(first.title);
    }
    ui::table(&Table {
        id: part.id,
        caption: &part.heading,
        caption_hidden: true,
        columns: &columns,
        rows: &part.rows,
        narrow: ui::Narrow::Stack,
    })
}

fn row(ctx: &Ctx, part: &str, line: &Line) -> Vec<Markup> {
    let number = html! { (line.line) };
    let about = html! { (line.about) };
    let field = || html! { (ctx.say(&format!("directory-field-{}", line.code))) };
    let value = |value: &Option<String>, missing: &str| {
        let missing = ctx.say(missing);
        html! { (value.as_deref().filter(|value| !value.is_empty()).unwrap_or(&missing)) }
    };
    let (before, after) = (&line.before, &line.after);
    match part {
        "refused" => {
            let other = before.as_deref().unwrap_or_default();
            vec![number, about, html! { (say!(ctx.words(), &line.code, line = other)) }]
        }
        "changed" => {
            let empty = "directory-import-empty-value";
            vec![number, about, field(), value(before, empty), value(after, empty)]
        }
        "repaired" => {
            let kind = html! { (ctx.say(&format!("directory-repair-{}", line.kind))) };
            let kept = value(after, "directory-import-left-empty");
            vec![number, field(), kind, value(before, "directory-import-empty-value"), kept]
        }
        _ => vec![number, about],
    }
}
