//! The people whose record the association keeps, by name, with their roles of today.

use axum::extract::Query;
use maud::{Markup, html};
use passerelle_ui::{self as ui, Column, Look, Table};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, listing::downloads, page};
use passerelle_words::say;

use super::{Asked, after, rest};
use crate::{
    access,
    list_import::List,
    store::{
        PAGE,
        people::{self, Held, Listed},
    },
    visibility::{Audience, Need, PersonFact},
};

// The list shows these to the coordination whatever people choose: that holds only as long as a need says so.
const _: () = assert!(Need::of(Audience::Coordinators, PersonFact::Name).is_some());
const _: () = assert!(Need::of(Audience::Coordinators, PersonFact::Role).is_some());
const _: () = assert!(Need::of(Audience::Coordinators, PersonFact::Email).is_some());

pub(super) fn routes() -> Routes {
    Routes::default().get("/people", Needs::Right(access::PEOPLE_READ), show)
}

async fn show(ctx: Ctx, Query(query): Query<Asked>) -> PageResult {
    let seat = ctx.actor()?.seat.as_ref().ok_or(PageError::Forbidden)?;
    let after = after(&query);
    let mut tx = ctx.begin_read().await?;
    let mut listed = people::list(&mut tx, seat.org, &after).await?;
    let is_more = listed.len() > PAGE;
    listed.truncate(PAGE);
    ctx.shows(listed.iter().map(|person| person.id), access::PEOPLE_READ);
    let held = people::roles_of_page(&mut tx, seat.org, &listed, ctx.today()).await?;
    drop(tx);
    let title = say!(ctx.words(), "directory-people-title", place = seat.place.as_str());
    let last = listed.last().filter(|_| is_more).map(|last| (last.key.as_str(), last.id.to_string()));
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if listed.is_empty() && after.id.is_empty() {
            (ui::empty(&ctx.say("directory-people-empty-title"), &ctx.say("directory-people-empty-text"), Some(add(&ctx))))
        } @else {
            (add(&ctx))
            (table(&ctx, &title, &listed, &held))
            (rest(&ctx, "/people", "", last))
            p.govuk-body { a.govuk-link href="/people/doubles" { (ctx.say("directory-doubles-title")) } }
            (downloads(&ctx, &[("/people", "", None), ("/memberships", "", Some("directory-memberships-file"))]))
        }
    };
    let seen_by = Some(say!(ctx.words(), "directory-people-seen-by", place = seat.place.as_str()));
    Ok(page(&ctx, Page { title, main, seen_by, ..Page::default() }))
}

fn add(ctx: &Ctx) -> Markup {
    ui::actions(html! {
        (ui::link_button(&ctx.say("directory-person-new-action"), "/people/new", Look::Primary))
        a.govuk-link href=(List::People.path()) { (ctx.say("directory-list-import-people-title")) }
        a.govuk-link href=(List::Memberships.path()) { (ctx.say("directory-list-import-memberships-title")) }
    })
}

fn table(ctx: &Ctx, caption: &str, listed: &[Listed], held: &[Held]) -> Markup {
    let titles =
        ["directory-person-name", "directory-person-roles", "directory-person-email", "directory-person-state"];
    let titles = titles.map(|key| ctx.say(key));
    let columns: Vec<Column<'_>> = titles.iter().map(|title| Column::words(title)).collect();
    let rows: Vec<Vec<Markup>> = listed.iter().map(|person| row(ctx, person, held)).collect();
    let (id, rows, columns) = ("people", rows.as_slice(), columns.as_slice());
    ui::table(&Table { id, caption, caption_hidden: true, columns, rows, narrow: ui::Narrow::Stack })
}

fn row(ctx: &Ctx, person: &Listed, held: &[Held]) -> Vec<Markup> {
    let roles: Vec<&Held> = held.iter().filter(|held| held.person == person.id).collect();
    vec![
        html! { a.govuk-link href={ "/people/" (person.id) } { (person.name) } },
        html! {
            @if roles.is_empty() { (ui::muted(&ctx.say("directory-person-no-role"))) }
            ul.govuk-list.p-cell-list {
                @for held in roles {
                    li {
                        (ctx.say(&format!("web-role-{}", held.role.as_str()))) " · " (held.place)
                        @if let Some(until) = held.until_on {
                            " · " (say!(ctx.words(), "directory-until", day = ctx.words().day(until)))
                        }
                    }
                }
            }
        },
        html! { (person.email.as_deref().unwrap_or_default()) },
        state(ctx, person),
    ]
}

fn state(ctx: &Ctx, person: &Listed) -> Markup {
    let tone = if person.has_come_in { ui::Tone::Good } else { ui::Tone::Neutral };
    ui::tag(&ctx.say(state_key(person.has_come_in, person.email.is_some())), tone)
}

/// The key of the words that tell how far a person has come in.
pub(super) const fn state_key(has_come_in: bool, has_email: bool) -> &'static str {
    match (has_come_in, has_email) {
        (true, _) => "directory-person-in",
        (false, true) => "directory-person-not-in",
        (false, false) => "directory-person-without-email",
    }
}
