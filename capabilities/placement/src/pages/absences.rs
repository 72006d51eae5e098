//! “I am away”: the peer's own page, and the coordinator's list of who is not there when. No reason anywhere.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Column, Narrow, Table};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::{capital, say};
use serde::Deserialize;

use super::{hours::sheets::form_query, missions::day};
use crate::{
    Error,
    absence::Absence,
    access::{ABSENCE_READ, SCHEDULE_EASE},
    actions::missions::{away::away, come_back, say_away},
    period::Days,
    refusal::Refusal,
    store::absences::{self as store, Listed, PAGE},
};

const PATH: &str = "/me/away";

pub(super) fn routes() -> Routes {
    let own = Needs::Right(SCHEDULE_EASE);
    Routes::default().get(PATH, own, show).post(PATH, own, say_so).post("/me/away/{absence}/back", own, back).get(
        "/absences",
        Needs::Right(ABSENCE_READ),
        list,
    )
}

async fn show(ctx: Ctx) -> PageResult {
    show_page(&ctx, &Fields::empty(&ctx)).await
}

async fn show_page(ctx: &Ctx, fields: &Fields) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let away = away(ctx, &mut tx).await?;
    drop(tx);
    Ok(whole(ctx, &away, fields))
}

fn whole(ctx: &Ctx, away: &[Absence], fields: &Fields) -> Response {
    let title = ctx.say("placement-away-title");
    let questions = html! {
        (day(ctx, fields, "from", "placement-away-from"))
        (day(ctx, fields, "until", "placement-away-until"))
        (ui::button(Button { text: &ctx.say("placement-away-say"), ..Button::default() }))
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("placement-away-lead")))
        @for one in away { (row(ctx, one)) }
        h2.govuk-heading-m { (ctx.say("placement-away-new")) }
        (ctx.form(PATH, questions))
        p.govuk-body { (ctx.say("placement-away-how")) }
    };
    let seen_by = Some(ctx.say("placement-away-seen-by"));
    let back = Some(("/today".to_owned(), None));
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

/// “Du lundi 14 au vendredi 18 septembre 2026”, or the one day.
fn in_words(ctx: &Ctx, days: Days) -> String {
    let words = ctx.words();
    let (from, until) = (words.date(days.first()), words.date(days.last()));
    if days.first() == days.last() {
        capital(&from)
    } else {
        say!(words, "placement-away-days", from = from, until = until)
    }
}

fn row(ctx: &Ctx, one: &Absence) -> Markup {
    let days = in_words(ctx, one.days);
    html! {
        h2.govuk-heading-s { (days) }
        (ctx.form(&format!("{PATH}/{}/back", one.id), html! {
            button.govuk-button.govuk-button--secondary type="submit" {
                (ctx.say("placement-away-back")) (ui::hidden(&format!(" {days}")))
            }
        }))
    }
}

async fn say_so(ctx: Ctx, mut fields: Fields) -> PageResult {
    let (from, until) = (fields.date("from", "placement-day-missing"), fields.date("until", "placement-day-missing"));
    if let (Some(from), Some(until)) = (from, until) {
        let said = match Days::new(from, until) {
            Ok(days) => say_away(&ctx, days).await,
            Err(refusal) => Err(Error::Refused(refusal)),
        };
        match said {
            Ok(()) => return Ok(redirect("/me/away?done=placement-away-done")),
            Err(Error::Refused(refusal)) => {
                let field = if refusal == Refusal::AwayInThePast { "from" } else { "until" };
                fields.refuse_key(field, refusal.key());
            }
            Err(other) => return Err(other.into()),
        }
    }
    show_page(&ctx, &fields).await
}

async fn back(ctx: Ctx, Path(id): Path<Id<Absence>>, mut fields: Fields) -> PageResult {
    match come_back(&ctx, id).await {
        Ok(()) => Ok(redirect("/me/away?done=placement-away-back-done")),
        Err(Error::Refused(refusal)) => {
            fields.refuse_key("", refusal.key());
            show_page(&ctx, &fields).await
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Deserialize)]
struct After {
    #[serde(default)]
    after: String,
    #[serde(default)]
    id: String,
}

async fn list(ctx: Ctx, Query(after): Query<After>) -> PageResult {
    let actor = ctx.actor()?;
    let Some(org) = actor.association(ABSENCE_READ) else {
        return if actor.holds(SCHEDULE_EASE) { Ok(redirect(PATH)) } else { Err(PageError::Forbidden) };
    };
    let mut tx = ctx.begin_read().await?;
    let mut listed = store::of_org(&mut tx, org, ctx.today(), (&after.after, &after.id)).await?;
    drop(tx);
    let is_more = listed.len() > PAGE;
    listed.truncate(PAGE);
    ctx.shows(listed.iter().map(|(_, peer, _)| *peer), ABSENCE_READ);
    let address = |(one, ..): &Listed| {
        let (from, id) = (one.days.first().to_string(), one.id.to_string());
        format!("/absences?{}", form_query(&[("after", &from), ("id", &id)]))
    };
    let older = listed.last().filter(|_| is_more).map(address);
    let title = ctx.say("placement-absences-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if listed.is_empty() {
            (ui::empty(&ctx.say("placement-absences-none-title"), &ctx.say("placement-absences-none-text"), None))
        } @else { (rows(&ctx, &listed)) }
        (ui::pagination(ctx.words(), None, older.as_deref()))
    };
    let back = Some(("/hours".to_owned(), Some(ctx.say("placement-nav-hours"))));
    let seen_by = Some(ctx.say("placement-absences-seen-by"));
    Ok(page(&ctx, Page { title, back, main, seen_by, ..Page::default() }))
}

fn rows(ctx: &Ctx, listed: &[Listed]) -> Markup {
    let (peer, days) = (ctx.say("placement-missions-column-peer"), ctx.say("placement-absences-days"));
    let columns = [Column::words(&peer), Column::words(&days)];
    let row = |(one, _, name): &Listed| vec![html! { (name) }, html! { (in_words(ctx, one.days)) }];
    let rows: Vec<Vec<Markup>> = listed.iter().map(row).collect();
    let caption = ctx.say("placement-absences-title");
    ui::table(&Table {
        id: "absences",
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}
