//! The invoices of an association, or those that an institution pays: all, or what is to be paid, the latest first.

mod file;
mod paper;
mod prepare;
mod sent;
mod show;
pub(super) mod tables;

use axum::extract::Query;
use maud::{Markup, html};
use passerelle_access::Scope;
use passerelle_kernel::{Date, Id};
use passerelle_ui::{self as ui, Column, Item, Look, Narrow, Table, Tone};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, page};
use passerelle_words::say;
use serde::Deserialize;

use crate::{
    access::{AGREEMENT_READ, INVOICE_MANAGE, INVOICE_READ, LEDGER},
    invoice::{Invoice, Stage},
    store::invoices::{
        Owed,
        list::{self, LINES, Line, Part},
    },
};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/invoices", Needs::Right(INVOICE_READ), list)
        .get("/invoices.csv", Needs::Right(INVOICE_READ), file::take)
        .get("/invoices.xlsx", Needs::Right(INVOICE_READ), file::take)
        .and(prepare::routes())
        .and(show::routes())
        .and(paper::routes())
        .and(sent::routes())
}

/// Which part of the list is wanted.
#[derive(Deserialize)]
struct Wanted {
    show: Option<String>,
    /// The date by which the list goes, of the last line that was seen.
    on: Option<Date>,
    number: Option<String>,
    id: Option<Id<Invoice>>,
}

impl Wanted {
    fn part(self) -> Part {
        let seen = self.on.zip(self.id).map(|(on, id)| (on, self.number.unwrap_or_default(), id));
        if self.show.as_deref() == Some("unpaid") { Part::Unpaid(seen) } else { Part::All(seen) }
    }
}

async fn list(ctx: Ctx, Query(wanted): Query<Wanted>) -> PageResult {
    let scope = ctx.actor()?.scope(INVOICE_READ).ok_or(PageError::Forbidden)?;
    let part = wanted.part();
    let only_unpaid = matches!(part, Part::Unpaid(_));
    let mut tx = ctx.begin_read().await?;
    // One more tells that there is another page.
    let mut lines = list::list(&mut tx, scope, &part, LINES + 1).await?;
    let owed = list::owed(&mut tx, scope, ctx.today()).await?;
    drop(tx);
    let is_more = lines.len() > LINES;
    lines.truncate(LINES);
    let older = lines.last().filter(|_| is_more).map(|line| {
        let (which, on) = if only_unpaid { ("show=unpaid&", line.standing.due_on) } else { ("", line.issued_on) };
        format!("/invoices?{which}on={on}&number={}&id={}", line.number.replace('+', "%2B"), line.id)
    });
    let title = ctx.say("placement-invoices-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (sections(&ctx, "/invoices"))
        (sum_of(&ctx, owed))
        (which(&ctx, only_unpaid))
        @if lines.is_empty() { (nothing(&ctx, only_unpaid)) } @else { (table(&ctx, scope, &lines)) }
        (ui::pagination(ctx.words(), None, older.as_deref()))
        @if !lines.is_empty() { (file::downloads(&ctx, only_unpaid)) }
    };
    Ok(page(&ctx, Page { title, main, seen_by: Some(ctx.say("placement-invoices-seen-by")), ..Page::default() }))
}

/// The parts of the section on money, for whoever may see them.
pub(super) fn sections(ctx: &Ctx, current: &str) -> Markup {
    let parts = [
        ("/invoices", "placement-invoices-section", INVOICE_READ),
        ("/invoices/new", "placement-invoices-section-prepare", INVOICE_MANAGE),
        ("/agreements", "placement-invoices-section-agreements", AGREEMENT_READ),
        ("/ledger", "placement-ledger-section", LEDGER),
    ];
    let seen = parts.into_iter().filter(|(.., rule)| ctx.visitor().is_some_and(|actor| actor.holds(rule)));
    let seen: Vec<(&str, String)> = seen.map(|(href, key, _)| (href, ctx.say(key))).collect();
    let items = seen.iter().map(|(href, text)| Item { href, text, current: *href == current });
    ui::section_navigation(&ctx.say("placement-invoices-sections"), &items.collect::<Vec<_>>())
}

fn sum_of(ctx: &Ctx, owed: Owed) -> Markup {
    let words = ctx.words();
    let (all, late) = (words.money(owed.all), words.money(owed.late));
    let text = match (owed.all.0, owed.late.0) {
        (0, _) => ctx.say("placement-invoices-owed-nothing"),
        (_, 0) => say!(words, "placement-invoices-owed", all = all),
        _ => say!(words, "placement-invoices-owed-late", all = all, late = late),
    };
    ui::lead(&text)
}

fn which(ctx: &Ctx, only_unpaid: bool) -> Markup {
    let (href, key) = if only_unpaid {
        ("/invoices", "placement-invoices-show-all")
    } else {
        ("/invoices?show=unpaid", "placement-invoices-show-unpaid")
    };
    html! { p.govuk-body { a.govuk-link href=(href) { (ctx.say(key)) } } }
}

fn nothing(ctx: &Ctx, only_unpaid: bool) -> Markup {
    if only_unpaid {
        let text = ctx.say("placement-invoices-unpaid-empty-text");
        return ui::empty(&ctx.say("placement-invoices-unpaid-empty-title"), &text, None);
    }
    let may = ctx.visitor().is_some_and(|actor| actor.holds(INVOICE_MANAGE));
    let action = may.then(|| ui::link_button(&ctx.say("placement-invoices-prepare"), "/invoices/new", Look::Primary));
    let key = if may { "placement-invoices-empty-text" } else { "placement-invoices-empty-wait" };
    ui::empty(&ctx.say("placement-invoices-empty-title"), &ctx.say(key), action)
}

/// Each side reads the name of the other one: whether the reader pays, and the key of the other's title.
const fn other_side(scope: Scope) -> (bool, &'static str) {
    match scope {
        Scope::Institution(_) => (true, "placement-invoice-seller"),
        _ => (false, "placement-invoice-buyer"),
    }
}

fn table(ctx: &Ctx, scope: Scope, lines: &[Line]) -> Markup {
    let (is_payer, other) = other_side(scope);
    let keys = ["placement-invoice-number", other, "placement-invoice-date", "placement-invoice-due-on"];
    let titles = keys.map(|key| ctx.say(key));
    let (amount, state) = (ctx.say("placement-invoice-amount"), ctx.say("placement-invoice-state"));
    let mut columns: Vec<Column<'_>> = titles.iter().map(|title| Column::words(title)).collect();
    columns.extend([Column::numbers(&amount), Column::words(&state)]);
    let rows: Vec<Vec<Markup>> = lines.iter().map(|line| row(ctx, line, is_payer)).collect();
    ui::table(&Table {
        id: "invoices",
        caption: &ctx.say("placement-invoices-title"),
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}

fn row(ctx: &Ctx, line: &Line, is_payer: bool) -> Vec<Markup> {
    let words = ctx.words();
    let other = if is_payer { &line.org } else { &line.institution };
    vec![
        html! { a.govuk-link href={ "/invoices/" (line.id) } { (ui::whole(&line.number)) } },
        html! { (other) },
        html! { (words.day(line.issued_on)) },
        html! { @if !line.standing.is_credit_note { (words.day(line.standing.due_on)) } },
        html! { (words.money(line.standing.gross)) },
        stage_tag(ctx, line.standing.stage(ctx.today())),
    ]
}

/// Where an invoice stands, in words.
pub(super) fn stage_tag(ctx: &Ctx, stage: Stage) -> Markup {
    let tone = match stage {
        Stage::Issued | Stage::PartlyPaid => Tone::Calm,
        Stage::Paid => Tone::Good,
        Stage::Late => Tone::Urgent,
        Stage::Credited | Stage::CreditNote => Tone::Neutral,
    };
    ui::tag(&ctx.say(&format!("placement-invoice-stage-{}", stage.as_str())), tone)
}
