//! “Less this month”: one tap on Today makes the rest of the month lighter; the page shows what that changed, and each
//! time can be taken back.

use axum::{extract::Path, response::Response};
use jiff::SignedDuration;
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Look};
use passerelle_web::{Ctx, Fields, Needs, Page, PageResult, Routes, page, redirect};
use passerelle_words::{capital, say};

use crate::{
    Error,
    access::SCHEDULE_EASE,
    actions::missions::{come_after_all, ease, ease::left_out},
    easing,
    slot::Exception,
    store::easings::LeftOut,
};

const PATH: &str = "/me/less";

pub(super) fn routes() -> Routes {
    let right = Needs::Right(SCHEDULE_EASE);
    Routes::default().get(PATH, right, show).post(PATH, right, lighten).post("/me/less/{exception}/back", right, back)
}

/// The tap.
pub(super) fn tap(ctx: &Ctx) -> Markup {
    if easing::days(ctx.today()).is_none() {
        return Markup::default();
    }
    button(ctx, "placement-easing-tap", Look::Secondary)
}

fn button(ctx: &Ctx, key: &str, look: Look) -> Markup {
    ctx.form(PATH, html! { (ui::button(Button { text: &ctx.say(key), look, ..Button::default() })) })
}

async fn show(ctx: Ctx) -> PageResult {
    show_page(&ctx, &Fields::empty(&ctx)).await
}

async fn show_page(ctx: &Ctx, fields: &Fields) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let left_out = left_out(ctx, &mut tx).await?;
    drop(tx);
    Ok(whole(ctx, &left_out, fields))
}

fn whole(ctx: &Ctx, left_out: &[LeftOut], fields: &Fields) -> Response {
    let title = ctx.say("placement-easing-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("placement-easing-lead")))
        @if left_out.is_empty() {
            (ui::empty(&ctx.say("placement-easing-nothing-title"), &ctx.say("placement-easing-nothing-text"), None))
        } @else {
            h2.govuk-heading-m { (ctx.say("placement-easing-left-out")) }
            @for time in left_out { (row(ctx, time)) }
        }
        @match easing::days(ctx.today()) {
            None => { p.govuk-body { (ctx.say("placement-easing-over")) } },
            Some(_) => {
                p.govuk-body { (ctx.say("placement-easing-how")) }
                @if left_out.is_empty() { (button(ctx, "placement-easing-tap", Look::Primary)) }
                @else { (button(ctx, "placement-easing-again", Look::Secondary)) }
            },
        }
        p.govuk-body {
            (ctx.say("placement-easing-next")) " "
            a.govuk-link href="/me/peer" { (ctx.say("placement-easing-next-way")) }
        }
    };
    let seen_by = Some(ctx.say("placement-easing-seen-by"));
    let back = Some(("/today".to_owned(), None));
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn row(ctx: &Ctx, time: &LeftOut) -> Markup {
    let words = ctx.words();
    let ends = time.on.to_datetime(time.start).saturating_add(SignedDuration::from_mins(time.minutes.0)).time();
    let (day, from, until) = (capital(&words.date(time.on)), words.time(time.start), words.time(ends));
    let when = say!(words, "placement-easing-time", day = day.as_str(), from = from, until = until);
    let place = say!(words, "placement-easing-place", mission = time.title.as_str(), team = time.team.as_str());
    html! {
        h3.govuk-heading-s { (when) }
        p.govuk-body { (place) }
        (ctx.form(&format!("{PATH}/{}/back", time.id), html! {
            button.govuk-button.govuk-button--secondary type="submit" {
                (ctx.say("placement-easing-back")) (ui::hidden(&format!(" {day}")))
            }
        }))
    }
}

async fn lighten(ctx: Ctx, mut fields: Fields) -> PageResult {
    match ease(&ctx).await {
        Ok(_) => Ok(redirect("/me/less?done=placement-easing-done")),
        Err(Error::Refused(refusal)) => {
            fields.refuse_key("", refusal.key());
            show_page(&ctx, &fields).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn back(ctx: Ctx, Path(id): Path<Id<Exception>>, mut fields: Fields) -> PageResult {
    match come_after_all(&ctx, id).await {
        Ok(()) => Ok(redirect("/me/less?done=placement-easing-back-done")),
        Err(Error::Refused(refusal)) => {
            fields.refuse_key("", refusal.key());
            show_page(&ctx, &fields).await
        }
        Err(error) => Err(error.into()),
    }
}
