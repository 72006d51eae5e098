//! What an invoice is made of, as tables: lines, every entry of hours, what was left out and why.

use maud::{Markup, html};
use passerelle_ui::{self as ui, Column, Fact, Narrow, Table};
use passerelle_web::Ctx;
use passerelle_words::say;

use crate::invoice::{Draft, LeftOut, Names, Why};

fn table(ctx: &Ctx, id: &str, caption: &str, columns: &[(&str, bool)], rows: &[Vec<Markup>]) -> Markup {
    let titles: Vec<(String, bool)> = columns.iter().map(|(key, numeric)| (ctx.say(key), *numeric)).collect();
    let columns: Vec<Column<'_>> = titles
        .iter()
        .map(|(title, numeric)| if *numeric { Column::numbers(title) } else { Column::words(title) })
        .collect();
    let caption = ctx.say(caption);
    ui::table(&Table { id, caption: &caption, caption_hidden: false, columns: &columns, rows, narrow: Narrow::Stack })
}

/// One line a mission, then the sums.
pub(in crate::pages) fn lines(ctx: &Ctx, draft: &Draft, names: &Names, vat: &str) -> Markup {
    let words = ctx.words();
    let rows: Vec<Vec<Markup>> = draft
        .lines
        .iter()
        .map(|line| {
            vec![
                html! { (names.title(line.mission)) br; (ui::muted(names.team(line.mission))) },
                html! { (words.hours(line.minutes)) },
                html! { (words.money(line.rate)) },
                html! { (words.money(line.amount)) },
            ]
        })
        .collect();
    let columns = [
        ("placement-paper-mission", false),
        ("placement-paper-hours", true),
        ("placement-paper-rate", true),
        ("placement-paper-amount", true),
    ];
    let (net, total) = (ctx.say("placement-paper-net"), ctx.say("placement-invoice-total"));
    let sums = [
        Fact::new(&net, words.money(draft.net)),
        Fact::new(vat, words.money(draft.vat)),
        Fact::new(&total, html! { strong { (words.money(draft.gross())) } }),
    ];
    html! {
        (table(ctx, "lines", "placement-invoice-lines", &columns, &rows))
        (ui::summary_list(words, &sums))
    }
}

/// Every entry that is invoiced, folded.
pub(in crate::pages) fn annex(ctx: &Ctx, draft: &Draft, names: &Names) -> Markup {
    let words = ctx.words();
    let rows: Vec<Vec<Markup>> = draft
        .annex
        .iter()
        .map(|line| {
            let activity = ctx.say(&format!("placement-hours-activity-{}", line.activity.as_str()));
            vec![
                html! { (words.day(line.on)) },
                html! { (names.peer(line.peer)) },
                html! { (names.title(line.mission)) },
                html! { (activity) },
                html! { (words.hours(line.minutes)) },
            ]
        })
        .collect();
    let columns = [
        ("placement-paper-day", false),
        ("placement-paper-person", false),
        ("placement-paper-mission", false),
        ("placement-hours-column-activity", false),
        ("placement-paper-hours", true),
    ];
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let summary = say!(words, "placement-invoice-annex", count = count, hours = words.hours(draft.minutes()));
    ui::details(&summary, table(ctx, "annex", "placement-paper-annex", &columns, &rows))
}

/// Every entry that is not invoiced: one fold for each reason.
pub(in crate::pages) fn left_out(ctx: &Ctx, left_out: &[LeftOut], names: &Names) -> Markup {
    if left_out.is_empty() {
        return html! { p.govuk-body { (ctx.say("placement-invoice-left-out-nothing")) } };
    }
    let of = |why: Why| left_out.iter().filter(move |left| left.why == why).collect::<Vec<_>>();
    html! {
        h2.govuk-heading-m { (ctx.say("placement-paper-left-out")) }
        @for (why, lines) in Why::ALL.iter().map(|why| (*why, of(*why))) {
            @if !lines.is_empty() { (left_out_for(ctx, why, &lines, names)) }
        }
    }
}

fn left_out_for(ctx: &Ctx, why: Why, left_out: &[&LeftOut], names: &Names) -> Markup {
    let words = ctx.words();
    let row = |left: &&LeftOut| {
        vec![
            html! { (words.day(left.on)) },
            html! { (names.title(left.mission)) },
            html! { (words.hours(left.minutes)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = left_out.iter().map(row).collect();
    let hours = words.hours(left_out.iter().map(|left| left.minutes).sum());
    let key = format!("placement-invoice-why-{}", why.as_str());
    let summary = say!(words, "placement-invoice-left-out-sum", why = ctx.say(&key), hours = hours);
    let columns = [("placement-paper-day", false), ("placement-paper-mission", false), ("placement-paper-hours", true)];
    ui::details(&summary, table(ctx, why.as_str(), &key, &columns, &rows))
}

/// The position on VAT on the line of its sum: “TVA 20 %”.
pub(in crate::pages) fn vat_label(ctx: &Ctx, vat: crate::agreement::Vat) -> String {
    let key = format!("placement-paper-vat-{}", vat.category().to_ascii_lowercase());
    say!(ctx.words(), &key, rate = ctx.words().number(vat.basis_points() / 100))
}
