//! The account: who I am here, the role I act in, the way out.

use std::collections::HashSet;

use maud::html;
use passerelle_access::{Membership, Role, membership, session};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Look};
use passerelle_words::say;

use crate::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, ctx, page, redirect};

pub(super) fn routes() -> Routes {
    Routes::default().get("/me", Needs::SignedIn, show).post("/me/seat", Needs::SignedIn, sit)
}

async fn show(ctx: Ctx) -> PageResult {
    let actor = ctx.actor()?;
    let words = ctx.words();
    let mut seats = membership::of_account(&mut ctx.begin_read().await?, actor.account, ctx.today()).await?;
    each_once(&mut seats, actor.seat.as_ref());
    let current = actor.seat.as_ref().map(|seat| seat.id);
    let title = actor.name.clone();
    let main = html! {
        h1.govuk-heading-l { (title) }
        h2.govuk-heading-m { (ctx.say("web-me-seats")) }
        @if seats.is_empty() { p.govuk-body { (ctx.say("web-me-no-seats")) } }
        ul.govuk-list.p-seats {
            @for seat in &seats {
                li { (seat_row(&ctx, seat, current == Some(seat.id))) }
            }
        }
        @if actor.seat.as_ref().is_some_and(|seat| seat.role == Role::Peer) { p.govuk-body { a.govuk-link href="/me/peer" { (ctx.say("web-me-more")) } } }
        p.govuk-body { a.govuk-link href="/me/name" { (ctx.say("web-me-name")) } }
        p.govuk-body { a.govuk-link href="/me/visibility" { (ctx.say("web-me-visibility")) } }
        p.govuk-body { a.govuk-link href="/account/data" { (ctx.say("web-my-data-title")) } }
        p.govuk-body { a.govuk-link href="/account" { (ctx.say("web-account-link")) } }
        (ctx.form("/sign-out", html! {
            (ui::button(Button { text: &ctx.say("web-sign-out"), look: Look::Secondary, ..Button::default() }))
        }))
    };
    let seen_by = Some(say!(words, "web-me-seen-by"));
    Ok(page(&ctx, Page { title, main, seen_by, ..Page::default() }))
}

/// Two associations may have given the same role in the same team: it is one to act in.
fn each_once(seats: &mut Vec<Membership>, current: Option<&Membership>) {
    let key = |seat: &Membership| (seat.role, seat.org, seat.team);
    let mut seen = HashSet::new();
    seats.retain(|seat| match current.filter(|current| key(current) == key(seat)) {
        Some(current) => current.id == seat.id,
        None => seen.insert(key(seat)),
    });
}

fn seat_row(ctx: &Ctx, seat: &Membership, current: bool) -> maud::Markup {
    let role = ctx.say(&format!("web-role-{}", seat.role.as_str()));
    let name = say!(ctx.words(), "web-me-seat", role = role, place = seat.place.as_str());
    html! {
        @if current {
            p.govuk-body { strong { (name) } " " (ui::tag(&ctx.say("web-me-seat-current"), ui::Tone::Calm)) }
        } @else {
            (ctx.form("/me/seat", html! {
                input type="hidden" name="seat" value=(seat.id);
                (ui::button(Button {
                    text: &say!(ctx.words(), "web-me-seat-take", seat = name),
                    look: Look::Secondary,
                    ..Button::default()
                }))
            }))
        }
    }
}

async fn sit(ctx: Ctx, fields: Fields) -> PageResult {
    let actor = ctx.actor()?;
    let wanted: Id<Membership> = fields.value("seat").parse().map_err(|_| PageError::NotFound)?;
    let secret = ctx.cookies().get(ctx.app(), ctx::SESSION).ok_or(PageError::SignIn)?;
    let mut tx = ctx.begin_write().await?;
    let seats = membership::of_account(&mut tx, actor.account, ctx.today()).await?;
    if !seats.iter().any(|seat| seat.id == wanted) {
        return Err(PageError::NotFound);
    }
    session::sit(&mut tx, secret, wanted).await?;
    tx.commit().await?;
    Ok(redirect("/today"))
}
