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

/// The tables, each folded under its heading.
pub(super) fn show(ctx: &Ctx, tables: &Tables) -> Markup {
    html! {
        @for (part, count, lines) in tables {
            h2.govuk-heading-m { (ctx.say(&format!("directory-import-{part}"))) }
            @if lines.len() >= LISTED && *count > i64::try_from(LISTED).unwrap_or(0) {
                p.govuk-body { (say!(ctx.words(), "directory-import-first", count = LISTED)) }
            }
            (table(ctx, part, lines))
        }
    }
}

fn table(ctx: &Ctx, part: &'static str, lines: &[Line]) -> Markup {
    let titles: &[&str] = match part {
        "refused" => &["line", "site", "reason"],
        "changed" => &["line", "site", "field", "from", "to"],
        "repaired" => &["line", "field", "kind", "read", "kept"],
        _ => &["line", "site"],
    };
    let titles: Vec<String> = titles.iter().map(|title| ctx.say(&format!("directory-import-{title}"))).collect();
    let columns: Vec<Column<'_>> = titles.iter().map(|title| Column::words(title)).collect();
    let rows: Vec<Vec<Markup>> = lines.iter().map(|line| row(ctx, part, line)).collect();
    let caption = ctx.say(&format!("directory-import-{part}"));
    ui::table(&Table {
        id: part,
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
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
