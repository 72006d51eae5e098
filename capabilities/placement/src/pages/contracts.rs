//! The hours of contracts: the coordinator sets them, peer by peer; a peer reads their own.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use passerelle_access::{Scope, account};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Column, Field, Input, Narrow, Table, Width};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;
use serde::Deserialize;

use super::{hours::sheets::form_query, missions::day, overtime};
use crate::{
    Error,
    access::{CONTRACT_MANAGE, CONTRACT_READ},
    actions::contracts::{load, set_contract},
    contract::{Contract, Term},
    outside::{Organisation, Person},
    store::contracts::{self as store, Listed, PAGE, Said},
};

const PATH: &str = "/contracts";

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(CONTRACT_MANAGE);
    Routes::default()
        .get(PATH, manage, list)
        .get("/contracts/{person}", manage, show)
        .post("/contracts/{person}", manage, set)
        .get("/me/contract", Needs::Right(CONTRACT_READ), mine)
}

#[derive(Deserialize)]
struct After {
    #[serde(default)]
    after: String,
    #[serde(default)]
    id: String,
}

async fn list(ctx: Ctx, Query(after): Query<After>) -> PageResult {
    let org = ctx.actor()?.association(CONTRACT_MANAGE).ok_or(PageError::Forbidden)?;
    let mut tx = ctx.begin_read().await?;
    let mut peers = store::peers(&mut tx, org, ctx.today(), (&after.after, &after.id)).await?;
    drop(tx);
    let is_more = peers.len() > PAGE;
    peers.truncate(PAGE);
    ctx.shows(peers.iter().map(|(peer, ..)| *peer), CONTRACT_READ);
    let address = |(id, name, _): &Listed| format!("{PATH}?{}&id={id}", form_query(&[("after", name)]));
    let older = peers.last().filter(|_| is_more).map(address);
    let title = ctx.say("placement-contracts-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("placement-contracts-text")))
        @if peers.is_empty() {
            (ui::empty(&ctx.say("placement-contracts-none-title"), &ctx.say("placement-contracts-none-text"), None))
        } @else { (rows(&ctx, &peers)) }
        (ui::pagination(ctx.words(), None, older.as_deref()))
    };
    let back = Some(("/hours".to_owned(), Some(ctx.say("placement-nav-hours"))));
    let seen_by = Some(ctx.say("placement-contracts-seen-by"));
    Ok(page(&ctx, Page { title, back, main, seen_by, ..Page::default() }))
}

fn rows(ctx: &Ctx, peers: &[Listed]) -> Markup {
    let (peer, week) = (ctx.say("placement-missions-column-peer"), ctx.say("placement-contract-week"));
    let columns = [Column::words(&peer), Column::words(&week)];
    let row = |(id, name, week): &Listed| {
        let week = week.filter(|week| week.0 > 0).map(|week| ctx.words().hours(week));
        vec![
            html! { a.govuk-link href={ (PATH) "/" (id) } { (name) } },
            html! { (week.unwrap_or_else(|| ctx.say("placement-contract-none"))) },
        ]
    };
    let rows: Vec<Vec<Markup>> = peers.iter().map(row).collect();
    let caption = ctx.say("placement-contracts-title");
    ui::table(&Table {
        id: "contracts",
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}

/// What both sides of a contract read.
struct Known {
    name: String,
    said: Vec<Said>,
    contract: Contract,
    overtime: Markup,
}

async fn read(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>, peer: Id<Person>) -> Result<Known, Error> {
    let name = account::find(tx, peer).await?.ok_or(Error::NotFound)?.name;
    let said = store::history(tx, org, peer).await?;
    let contract = store::of_peer(tx, org, peer).await?;
    let overtime = overtime::part(tx, ctx, org, peer).await?;
    Ok(Known { name, said, contract, overtime })
}

async fn show(ctx: Ctx, Path(peer): Path<Id<Person>>) -> PageResult {
    show_page(&ctx, peer, &Fields::empty(&ctx).with_date("from", Some(ctx.today()))).await
}

async fn show_page(ctx: &Ctx, peer: Id<Person>, fields: &Fields) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let org = load(&mut tx, ctx, peer, CONTRACT_MANAGE).await?;
    let known = read(&mut tx, ctx, org, peer).await?;
    drop(tx);
    let title = say!(ctx.words(), "placement-contract-title", name = known.name.as_str());
    let form = html! {
        h2.govuk-heading-m { (ctx.say("placement-contract-new")) }
        (ctx.form(&format!("{PATH}/{peer}"), questions(ctx, fields)))
    };
    let back = (PATH.to_owned(), Some(ctx.say("placement-contracts-title")));
    Ok(whole(ctx, title, &known, &form, fields, back))
}

async fn mine(ctx: Ctx) -> PageResult {
    let Some(Scope::Own(org, peer)) = ctx.actor()?.scope(CONTRACT_READ) else {
        return Ok(redirect(PATH));
    };
    let known = read(&mut ctx.begin_read().await?, &ctx, org, peer).await?;
    let title = ctx.say("placement-contract-mine");
    let back = ("/hours".to_owned(), Some(ctx.say("placement-nav-hours")));
    Ok(whole(&ctx, title, &known, &Markup::default(), &Fields::empty(&ctx), back))
}

fn whole(
    ctx: &Ctx,
    title: String,
    known: &Known,
    form: &Markup,
    fields: &Fields,
    back: (String, Option<String>),
) -> Response {
    let words = ctx.words();
    let now = match known.contract.on(ctx.today()) {
        Some(week) => say!(words, "placement-contract-now", hours = words.hours(week)),
        None => ctx.say("placement-contract-now-none"),
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ui::lead(&now))
        (known.overtime)
        @if !known.said.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-contract-history")) }
            ul.govuk-list { @for said in &known.said { li { (term(ctx, said)) } } }
        }
        (form)
    };
    let seen_by = Some(ctx.say("placement-contract-seen-by"));
    page(ctx, Page { title, back: Some(back), main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

/// “À partir du 1er septembre 2026 : 14 h par semaine”, and who said so.
fn term(ctx: &Ctx, said: &Said) -> Markup {
    let words = ctx.words();
    let day = words.date(said.term.from);
    let text = if said.term.week.0 == 0 {
        say!(words, "placement-contract-ended", day = day)
    } else {
        say!(words, "placement-contract-term", day = day, hours = words.hours(said.term.week))
    };
    let by = say!(words, "placement-contract-by", name = said.by.as_str(), when = words.instant(said.at));
    html! { (text) br; (ui::muted(&by)) }
}

fn questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("placement-contract-week"), ctx.say("placement-contract-week-hint"));
    let field = Field {
        name: "week",
        label: &label,
        hint: Some(&hint),
        error: fields.error("week"),
        value: fields.value("week"),
        ..Field::default()
    };
    html! {
        (ui::input(ctx.words(), Input { field, width: Width::Characters(5), ..Input::default() }))
        (day(ctx, fields, "from", "placement-contract-from"))
        (ui::button(Button { text: &ctx.say("placement-save"), ..Button::default() }))
    }
}

async fn set(ctx: Ctx, Path(peer): Path<Id<Person>>, mut fields: Fields) -> PageResult {
    // Whose it is comes before whether it is well said.
    load(&mut ctx.begin_read().await?, &ctx, peer, CONTRACT_MANAGE).await?;
    let (week, from) = (fields.minutes("week"), fields.date("from", "placement-day-missing"));
    if let (Some(week), Some(from)) = (week, from) {
        let done = match Term::new(from, week) {
            Ok(term) => set_contract(&ctx, peer, term).await,
            Err(refusal) => Err(Error::Refused(refusal)),
        };
        match done {
            Ok(()) => return Ok(redirect(&format!("{PATH}/{peer}?done=placement-contract-done"))),
            Err(Error::Refused(refusal)) => fields.refuse_key("week", refusal.key()),
            Err(other) => return Err(other.into()),
        }
    }
    show_page(&ctx, peer, &fields).await
}
