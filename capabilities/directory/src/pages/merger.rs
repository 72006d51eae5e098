//! Two records that are about one person: proposed by name, chosen by somebody, undone from the same page.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Input, Kind, Look};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageError, PageResult, Routes, page};
use passerelle_words::say;

use super::{Asked, asked, done, person_form::seen_by, refuse};
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
    let made = mergers::of_kept(tx, org, id).await?;
    let title = say!(ctx.words(), "directory-merger-title", name = facts.name.as_str());
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("directory-merger-text")) }
        (search(ctx, id, fields))
        (choose(ctx, id, &found, fields))
        @if !made.is_empty() { (undoable(ctx, id, &made)) }
    };
    let back = Some((format!("/people/{id}"), Some(facts.name)));
    Ok(page(ctx, Page { title, main, back, seen_by: seen_by(ctx), refused: !fields.is_clean(), ..Page::default() }))
}

/// Another name is looked for without changing anything.
fn search(ctx: &Ctx, id: PersonId, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("directory-merger-search"), ctx.say("directory-merger-search-hint"));
    let field = Field { name: "q", label: &label, hint: Some(&hint), value: fields.value("q"), ..Field::default() };
    html! {
        form method="get" action={ "/people/" (id) "/merger" } novalidate {
            (ui::input(ctx.words(), Input { field, kind: Kind::Text, ..Input::default() }))
            (ui::button(Button { text: &ctx.say("directory-merger-search-action"), look: Look::Secondary, ..Button::default() }))
        }
    }
}

fn choose(ctx: &Ctx, id: PersonId, found: &[Double], fields: &Fields) -> Markup {
    if found.is_empty() {
        return html! { p.govuk-body { (ctx.say("directory-merger-none")) } };
    }
    let known: Vec<(String, String)> = found.iter().map(|one| (one.id.to_string(), hint(ctx, one))).collect();
    let items: Vec<Choice<'_>> = found
        .iter()
        .zip(&known)
        .map(|(one, (value, hint))| Choice { value, label: &one.name, hint: Some(hint), ..Choice::default() })
        .collect();
    let (label, hint) = (ctx.say("directory-merger-which"), ctx.say("directory-merger-which-hint"));
    let (value, error) = (fields.value("double"), fields.error("double"));
    let field = Field { name: "double", label: &label, hint: Some(&hint), value, error, ..Field::default() };
    ctx.form(
        &format!("/people/{id}/merger"),
        html! {
            // What was looked for stays when the choice is refused.
        input type="hidden" name="q" value=(fields.value("q"));
        (ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() }))
            (ui::button(Button { text: &ctx.say("directory-merger-action"), ..Button::default() }))
        },
    )
}

/// The records that have stepped back, each with the way back.
fn undoable(ctx: &Ctx, id: PersonId, made: &[(Merger, String)]) -> Markup {
    html! {
        h2.govuk-heading-m { (ctx.say("directory-merger-made")) }
        p.govuk-body { (ctx.say("directory-merger-undo-text")) }
        @for (merger, name) in made {
            p.govuk-body {
                (say!(ctx.words(), "directory-merger-one", name = name.as_str(), day = ctx.words().instant(merger.at),
                    rows = merger.carried.count()))
            }
            (ctx.form(&format!("/people/{id}/merger/undoing"), html! {
                input type="hidden" name="merger" value=(merger.id);
                (ui::button(Button { text: &ctx.say("directory-merger-undo"), look: Look::Secondary, ..Button::default() }))
            }))
        }
    }
}

async fn merge(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> PageResult {
    let double: Option<PersonId> = fields.value("double").parse().ok();
    if double.is_none() {
        fields.refuse_key("double", "directory-merger-missing");
    }
    let refusal = match double {
        None => None,
        Some(double) => match actions::merge_people(&ctx, id, double).await {
            Ok(_) => return Ok(done(&format!("/people/{id}"), "directory-merged-done")),
            Err(Failure::Refused(refusal)) => Some(refusal),
            Err(failure) => return Err(failure.into()),
        },
    };
    refuse(&mut fields, refusal.into_iter().collect());
    let mut tx = ctx.begin_read().await?;
    draw(&ctx, &mut tx, id, &fields).await
}

async fn undo(ctx: Ctx, Path(id): Path<PersonId>, fields: Fields) -> PageResult {
    let Ok(merger) = fields.value("merger").parse::<Id<Merger>>() else {
        return draw(&ctx, &mut ctx.begin_read().await?, id, &fields).await;
    };
    actions::undo_merger(&ctx, id, merger).await?;
    Ok(done(&format!("/people/{id}/merger"), "directory-merger-undone-done"))
}
