//! Two records of an association that are about one person.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_store::{Tx, reference::Subject};
use passerelle_ui::{self as ui, Button};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page};
use passerelle_words::say;

use super::{
    super::{Asked, asked, done, person_form::seen_by},
    Desk, Found, are_one,
};
use crate::{
    Merger, PersonId, access,
    actions::{self, load_person},
    store::mergers::{self, Double},
};

pub(super) fn routes() -> Routes {
    let (see, act) = (Needs::Right(access::PEOPLE_MANAGE), Needs::FreshRight(access::PEOPLE_MANAGE));
    Routes::default()
        .get("/people/doubles", see, pairs)
        .get("/people/{person}/merger", see, show)
        .post("/people/{person}/merger", act, merge)
        .post("/people/{person}/merger/undoing", act, undo)
}

/// The records whose name another one has too.
async fn pairs(ctx: Ctx) -> PageResult {
    let org = actions::keeper(ctx.actor()?)?;
    let found = mergers::pairs(&mut ctx.begin_read().await?, org).await?;
    ctx.shows(found.iter().map(|one| one.id), access::PEOPLE_READ);
    let title = ctx.say("directory-doubles-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if !found.is_empty() { (ui::lead(&ctx.say("directory-doubles-text"))) }
        @if found.is_empty() {
            (ui::empty(&ctx.say("directory-doubles-none-title"), &ctx.say("directory-doubles-none-text"), None))
        } @else {
            ul.govuk-list.govuk-list--spaced {
                @for one in &found {
                    li {
                        a.govuk-link href={ "/people/" (one.id) "/merger" } { (one.name) }
                        br;
                        (hint(&ctx, one))
                    }
                }
            }
        }
    };
    let back = Some(("/people".to_owned(), None));
    Ok(page(&ctx, Page { title, main, back, seen_by: seen_by(&ctx), ..Page::default() }))
}

/// What tells two records of one name apart.
fn hint(ctx: &Ctx, one: &Double) -> String {
    let known: Vec<&str> = [one.email.as_deref(), one.town.as_deref()].into_iter().flatten().collect();
    if known.is_empty() { ctx.say("directory-doubles-nothing") } else { known.join(" · ") }
}

async fn show(ctx: Ctx, Path(id): Path<PersonId>, Query(query): Query<Asked>) -> PageResult {
    let fields = Fields::empty(&ctx).with("q", asked(&query, "q"));
    let mut tx = ctx.begin_read().await?;
    draw(&ctx, &mut tx, id, &fields).await
}

async fn draw(ctx: &Ctx, tx: &mut Tx, id: PersonId, fields: &Fields) -> Result<Response, PageError> {
    let actor = ctx.actor()?;
    let (facts, _) = load_person(tx, actor, id, access::PEOPLE_MANAGE).await?;
    let org = actions::keeper(actor)?;
    let found = mergers::doubles(tx, org, id, fields.value("q")).await?;
    ctx.shows(found.iter().map(|one| one.id), access::PEOPLE_READ);
    let made = mergers::of_person(tx, org, id).await?;
    let path = format!("/people/{id}/merger");
    let desk = Desk { ctx, noun: Subject::Person, path: &path, fields };
    let found: Vec<Found> =
        found.into_iter().map(|one| Found { id: one.id.to_string(), hint: hint(ctx, &one), name: one.name }).collect();
    let title = say!(ctx.words(), "directory-merger-title", name = facts.name.as_str());
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (desk.say("text")) }
        (desk.search())
        (choose(&desk, &found))
        (desk.undoable(&made))
    };
    let back = Some((format!("/people/{id}"), Some(facts.name)));
    Ok(page(ctx, Page { title, main, back, seen_by: seen_by(ctx), refused: !fields.is_clean(), ..Page::default() }))
}

/// The records found, of which one steps back.
fn choose(desk: &Desk<'_>, found: &[Found]) -> Markup {
    let Some(question) = desk.question(found) else { return desk.nothing() };
    let text = &desk.ctx.say("directory-merger-action");
    desk.ctx.form(
        desk.path,
        html! {
            // What was looked for stays when the choice is refused.
            input type="hidden" name="q" value=(desk.fields.value("q"));
            (question)
            (ui::button(Button { text, ..Button::default() }))
        },
    )
}

async fn merge(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> PageResult {
    let tried = match fields.value("double").parse() {
        Ok(double) => Some(actions::merge_people(&ctx, id, double).await),
        Err(_) => None,
    };
    if are_one(&mut fields, Subject::Person, tried)? {
        return Ok(done(&format!("/people/{id}"), "directory-merged-done"));
    }
    draw(&ctx, &mut ctx.begin_read().await?, id, &fields).await
}

async fn undo(ctx: Ctx, Path(id): Path<PersonId>, fields: Fields) -> PageResult {
    let Ok(merger) = fields.value("merger").parse::<Id<Merger>>() else {
        return draw(&ctx, &mut ctx.begin_read().await?, id, &fields).await;
    };
    actions::undo_merger(&ctx, id, merger).await?;
    Ok(done(&format!("/people/{id}/merger"), "directory-merger-undone-done"))
}
