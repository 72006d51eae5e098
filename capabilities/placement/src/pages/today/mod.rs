//! Today: what waits for the reader, worst first, each thing with the way to do it beside it.
//!
//! The order is the rule of [`crate::today`]. The list is fetched again when something of the reader's organisation
//! has changed. The number of queries does not depend on how much waits.

mod association;
mod house;
mod institution;
mod invoices;
mod item;
mod papers;
mod peer;
mod side;
mod signals;

use axum::response::{Html, IntoResponse, Response};
use maud::{Markup, html};
use passerelle_access::{Actor, Membership, Role};
use passerelle_kernel::{Date, Timestamp};
use passerelle_store::Tx;
use passerelle_ui as ui;
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, page};
use passerelle_words::{capital, say};

use crate::{
    period::Month,
    store::{hours::lists, swaps},
    today::{What, in_order},
};
use item::{Action, Item};

pub(super) fn routes() -> Routes {
    Routes::default().get("/today", Needs::SignedIn, show).get("/today/list", Needs::SignedIn, list)
}

async fn show(ctx: Ctx) -> PageResult {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let items = items(&mut tx, &ctx, actor).await?;
    let side = side::load(&mut tx, &ctx, actor).await?;
    drop(tx);
    let title = say!(ctx.words(), "placement-today-hello", name = actor.name.as_str());
    let main = html! {
        h1.govuk-heading-l { (title) }
        div.govuk-grid-row {
            // The stream only says that something has changed; the list is then fetched again.
            div.govuk-grid-column-two-thirds id="today-live" "hx-sse:connect"="/live" hx-swap="none" {
                div id="today-list" hx-get="/today/list" hx-trigger="passerelle-news from:#today-live" hx-swap="innerMorph" {
                    (items_list(&ctx, &items))
                }
            }
            div.govuk-grid-column-one-third { (side.facts) }
        }
        (side.below)
    };
    let seen_by = Some(ctx.say("placement-today-seen-by"));
    Ok(page(&ctx, Page { title, main, seen_by, ..Page::default() }))
}

/// The list alone, for the page that is already open.
async fn list(ctx: Ctx) -> Result<Response, PageError> {
    let mut tx = ctx.begin_read().await?;
    let items = items(&mut tx, &ctx, ctx.actor()?).await?;
    Ok(Html(items_list(&ctx, &items).into_string()).into_response())
}

async fn items(tx: &mut Tx, ctx: &Ctx, actor: &Actor) -> Result<Vec<Item>, PageError> {
    let Some(seat) = &actor.seat else { return Ok(Vec::new()) };
    let mut items = match seat.role {
        Role::Coordinator => {
            let mut items = association::for_coordinator(tx, ctx, seat.org).await?;
            items.extend(signals::for_coordinator(tx, ctx, seat.org).await?);
            items
        }
        Role::Treasurer => house::for_treasurer(tx, ctx, actor).await?,
        Role::Admin => house::for_admin(tx, ctx, actor).await?,
        Role::Peer => {
            let mut items = peer::items(tx, ctx, seat.org, actor.account).await?;
            items.extend(signals::for_peer(tx, ctx, seat.org, actor.account).await?);
            items
        }
        Role::Referent => for_referent(tx, ctx, seat).await?,
        Role::Head => institution::for_head(tx, ctx, actor).await?,
    };
    items.extend(papers::items(tx, ctx, actor, seat.org).await?);
    Ok(in_order(items, ctx.today(), |item| item.waiting))
}

async fn for_referent(tx: &mut Tx, ctx: &Ctx, seat: &Membership) -> Result<Vec<Item>, PageError> {
    let Some(team) = seat.team else { return Ok(Vec::new()) };
    let sheets = lists::to_confirm(tx, team).await?;
    let swaps = swaps::of_team(tx, team, ctx.today()).await?;
    Ok(sheets.iter().map(|sheet| to_confirm(ctx, sheet)).chain(swaps.iter().map(|swap| to_swap(ctx, swap))).collect())
}

fn to_swap(ctx: &Ctx, swap: &swaps::Waiting) -> Item {
    let words = ctx.words();
    let text = say!(words, "placement-today-swap-text", day = words.date(swap.on), to = words.date(swap.to));
    Item::new(
        What::SwapToAnswer(swap.id, swap.on),
        date(ctx, swap.since),
        say!(words, "placement-today-swap", name = swap.peer.as_str(), mission = swap.title.as_str()),
        text,
        Action::link(ctx.say("placement-today-swap-action"), format!("/swaps/{}", swap.id)),
    )
}

fn to_confirm(ctx: &Ctx, sheet: &lists::Sheet) -> Item {
    let words = ctx.words();
    let (name, hours, month) = (sheet.names.peer.as_str(), words.hours(sheet.recorded), month_name(ctx, sheet.month));
    let title = say!(words, "placement-today-confirm", name = name, hours = hours, month = month);
    let href = format!("/hours/confirm/{}?month={}", sheet.mission, sheet.month);
    Item::new(
        What::HoursToConfirm(sheet.mission, sheet.month),
        date(ctx, sheet.since),
        title,
        sheet.names.mission.clone(),
        Action::link(ctx.say("placement-today-confirm-action"), href),
    )
}

fn month_name(ctx: &Ctx, month: Month) -> String {
    ctx.words().month(month.days().first())
}

/// The day of an instant, where the reader lives.
fn date(ctx: &Ctx, instant: Timestamp) -> Date {
    instant.to_zoned(ctx.words().zone().clone()).date()
}

fn items_list(ctx: &Ctx, items: &[Item]) -> Markup {
    let words = ctx.words();
    let day = capital(&words.date(ctx.today()));
    html! {
        (ui::lead(&say!(words, "placement-today-count", day = day, count = items.len())))
        @if items.is_empty() {
            (nothing(ctx))
        } @else {
            h2.govuk-visually-hidden { (ctx.say("placement-today-waiting")) }
            @for (index, item) in items.iter().enumerate() { (item.card(ctx, index == 0)) }
        }
    }
}

/// Nothing waits: said kindly, with somewhere to go.
fn nothing(ctx: &Ctx) -> Markup {
    let role = ctx.visitor().and_then(|actor| actor.seat.as_ref()).map(|seat| seat.role);
    let (text, way) = match role {
        None => ("placement-today-no-role", ("/me", "placement-today-no-role-action")),
        Some(Role::Peer) => ("placement-today-nothing-peer", ("/hours", "placement-today-nothing-hours")),
        Some(Role::Coordinator) => ("placement-today-nothing-text", ("/missions", "placement-today-nothing-missions")),
        Some(Role::Referent) => ("placement-today-nothing-referent", ("/missions", "placement-today-nothing-missions")),
        Some(Role::Head) => ("placement-today-nothing-head", ("/missions", "placement-today-nothing-missions")),
        Some(Role::Admin) => ("placement-today-nothing-admin", ("/people", "placement-today-nothing-people")),
        Some(Role::Treasurer) => {
            ("placement-today-nothing-treasurer", ("/invoices", "placement-today-nothing-invoices"))
        }
    };
    let title = ctx.say(if role.is_none() { "placement-today-no-role-title" } else { "placement-today-nothing-title" });
    let action = ui::link_button(&ctx.say(way.1), way.0, ui::Look::Secondary);
    ui::empty(&title, &ctx.say(text), Some(action))
}
