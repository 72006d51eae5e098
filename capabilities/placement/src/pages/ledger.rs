//! The books for whoever keeps the accounts: a year or a month as a file, and the accounts in which they are kept.

mod file;

use axum::{extract::Query, response::Response};
use maud::{Markup, html};
use passerelle_directory::find_organisation;
use passerelle_kernel::Date;
use passerelle_ui::{self as ui, Button, Column, Field, Input, Item, Narrow, Table, Width};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::{capital, say};
use serde::Deserialize;

use super::invoices::sections;
use crate::{
    access::LEDGER,
    actions::money::choose_accounts,
    ledger::{Accounts, Use},
    period::{Days, Month},
    refusal::Refusal,
    store::ledger as store,
};

pub(super) fn routes() -> Routes {
    let right = Needs::Right(LEDGER);
    Routes::default()
        .get("/ledger", right, show)
        .post("/ledger", right, choose)
        .get("/ledger.csv", right, file::list)
        .get("/ledger.xlsx", right, file::list)
        .get("/ledger.txt", right, file::fec)
}

#[derive(Deserialize)]
struct Wanted {
    year: Option<i16>,
}

async fn show(ctx: Ctx, Query(wanted): Query<Wanted>) -> PageResult {
    show_page(&ctx, wanted.year, None).await
}

/// The page; `asked` is what was typed into the form of the accounts.
async fn show_page(ctx: &Ctx, year: Option<i16>, asked: Option<&Fields>) -> PageResult {
    let org = ctx.actor()?.association(LEDGER).ok_or(PageError::Forbidden)?;
    let mut tx = ctx.begin_read().await?;
    let years = store::years(&mut tx, org).await?;
    let own = find_organisation(&mut tx, org).await?;
    let country = own.as_ref().map_or("", |own| own.country.as_str());
    let accounts = store::accounts(&mut tx, org, country).await?;
    drop(tx);
    let known;
    let fields = match asked {
        Some(fields) => fields,
        None => {
            known = Use::ALL
                .iter()
                .fold(Fields::empty(ctx), |fields, used| fields.with(used.as_str(), accounts.number(*used)));
            &known
        }
    };
    Ok(whole(ctx, years, year, fields))
}

fn whole(ctx: &Ctx, years: Option<(i16, i16)>, year: Option<i16>, fields: &Fields) -> Response {
    let title = ctx.say("placement-ledger-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (sections(ctx, "/ledger"))
        (ui::lead(&ctx.say("placement-ledger-text")))
        @match years {
            None => (ui::empty(&ctx.say("placement-ledger-empty-title"), &ctx.say("placement-ledger-empty-text"), None)),
            Some(years) => (files(ctx, years, year)),
        }
        h2.govuk-heading-m { (ctx.say("placement-ledger-accounts")) }
        p.govuk-body { (ctx.say("placement-ledger-accounts-text")) }
        (ctx.form("/ledger", questions(ctx, fields)))
    };
    let seen_by = Some(ctx.say("placement-ledger-seen-by"));
    page(ctx, Page { title, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

/// The files of one year: the whole of it, and its months that have begun.
fn files(ctx: &Ctx, (first, last): (i16, i16), year: Option<i16>) -> Markup {
    let today = ctx.today();
    // Money may come in, in the year after the last invoice.
    let last = last.max(today.year());
    let year = year.unwrap_or(last).clamp(first, last);
    let names: Vec<(String, String)> =
        (first..=last).map(|year| (format!("/ledger?year={year}"), year.to_string())).collect();
    let items: Vec<Item<'_>> =
        names.iter().zip(first..).map(|((href, text), of)| Item { href, text, current: of == year }).collect();
    let titles = ["days", "fec", "sheet"].map(|name| ctx.say(&format!("placement-ledger-column-{name}")));
    let columns: Vec<Column<'_>> = titles.iter().map(|title| Column::words(title)).collect();
    let caption = say!(ctx.words(), "placement-ledger-files", year = year.to_string());
    let rows = rows(ctx, year, today);
    html! {
        @if first < last { (ui::section_navigation(&ctx.say("placement-ledger-years"), &items)) }
        (ui::table(&Table {
            id: "ledger",
            caption: &caption,
            caption_hidden: false,
            columns: &columns,
            rows: &rows,
            narrow: Narrow::Stack,
        }))
    }
}

fn rows(ctx: &Ctx, year: i16, today: Date) -> Vec<Vec<Markup>> {
    let months = (1..=12).filter_map(|month| Date::new(year, month, 1).ok()).filter(|first| *first <= today);
    let months: Vec<(String, Days)> =
        months.map(|first| (capital(&ctx.words().month(first)), Month::of(first).days())).collect();
    let whole = Date::new(year, 1, 1).ok().zip(Date::new(year, 12, 31).ok());
    let whole = whole.and_then(|(first, last)| Days::new(first, last).ok());
    let whole = whole.map(|days| (say!(ctx.words(), "placement-ledger-whole", year = year.to_string()), days));
    whole.into_iter().chain(months).map(|(name, days)| row(ctx, &name, days)).collect()
}

fn row(ctx: &Ctx, name: &str, days: Days) -> Vec<Markup> {
    let link = |ending: &str, text: &str| {
        let href = format!("/ledger.{ending}?from={}&until={}", days.first(), days.last());
        html! { a.govuk-link href=(href) download { (text) (ui::hidden(&format!(" {name}"))) } }
    };
    vec![
        html! { (name) },
        link("txt", &ctx.say("placement-ledger-fec")),
        html! { (link("csv", &ctx.say("web-listing-csv"))) " · " (link("xlsx", &ctx.say("web-listing-xlsx"))) },
    ]
}

fn questions(ctx: &Ctx, fields: &Fields) -> Markup {
    html! {
        @for used in Use::ALL { (question(ctx, fields, used.as_str())) }
        (ui::button(Button { text: &ctx.say("placement-save"), ..Button::default() }))
    }
}

fn question(ctx: &Ctx, fields: &Fields, name: &str) -> Markup {
    let label = ctx.say(&format!("placement-ledger-account-{name}"));
    let field = Field { name, label: &label, value: fields.value(name), error: fields.error(name), ..Field::default() };
    ui::input(ctx.words(), Input { field, kind: ui::Kind::Number, width: Width::Characters(10), ..Input::default() })
}

async fn choose(ctx: Ctx, mut fields: Fields) -> PageResult {
    match Accounts::read(|used| fields.value(used.as_str()).to_owned()) {
        Ok(accounts) => {
            choose_accounts(&ctx, &accounts).await?;
            Ok(redirect("/ledger?done=placement-ledger-accounts-done"))
        }
        Err(wrong) => {
            wrong.iter().for_each(|used| fields.refuse_key(used.as_str(), Refusal::AccountUnreadable.key()));
            show_page(&ctx, None, Some(&fields)).await
        }
    }
}
