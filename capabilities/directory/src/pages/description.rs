//! The form of a description: a section for each of the twelve parts, with who reads it; and its history.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Field, Heading, Input, Kind, Textarea, Width};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageResult, Routes, page};
use passerelle_words::say;

use super::{Asked, asked, done};
use crate::{
    Organisation, OrganisationId, access,
    actions::{describe, find_description, is_described, load_organisation},
    description::{Change, Description, LONGEST, Part, Piece, Readers, Written, pieces},
    store::descriptions::{self, CHANGES},
};

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(access::DESCRIPTION_MANAGE);
    Routes::default()
        .get("/organisations/{organisation}/description", manage, ask)
        .post("/organisations/{organisation}/description", manage, keep)
        .get("/organisations/{organisation}/description/history", Needs::Right(access::DESCRIPTION_READ), history)
}

async fn ask(ctx: Ctx, Path(id): Path<OrganisationId>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let organisation = load_organisation(&mut tx, ctx.actor()?, id, access::DESCRIPTION_MANAGE).await?;
    let description = find_description(&mut tx, &organisation).await?;
    let version = descriptions::version(&mut tx, id).await?;
    drop(tx);
    let mut fields = Fields::empty(&ctx).with("version", version.to_string());
    for part in Part::ALL {
        let code = part.as_str();
        fields = fields.with(code, description.text(*part));
        fields = fields.with(&readers_name(*part), description.readers(*part).as_str());
    }
    Ok(form(&ctx, &organisation, &fields))
}

fn readers_name(part: Part) -> String {
    format!("{}-readers", part.as_str())
}

fn form(ctx: &Ctx, organisation: &Organisation, fields: &Fields) -> Response {
    let title = say!(ctx.words(), "directory-description-edit-title", name = organisation.called().as_str());
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("directory-description-edit-text")))
        (ctx.form(&format!("/organisations/{}/description", organisation.id), html! {
            input type="hidden" name="version" value=(fields.value("version"));
            @for part in Part::ALL { (section(ctx, fields, *part)) }
            (ui::button(Button { text: &ctx.say("directory-save"), ..Button::default() }))
        }))
    };
    let back = Some((format!("/associations/{}", organisation.id), Some(organisation.called().to_string())));
    let seen_by = Some(ctx.say("directory-description-edit-seen-by"));
    page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

/// One part: what to write, and who reads it.
fn section(ctx: &Ctx, fields: &Fields, part: Part) -> Markup {
    let code = part.as_str();
    let (label, hint) = (ctx.say(&format!("directory-part-{code}")), ctx.say(&format!("directory-part-{code}-hint")));
    let field = Field {
        name: code,
        label: &label,
        hint: Some(&hint),
        error: fields.error(code),
        value: fields.value(code),
        optional: part != Part::Name,
        heading: Heading::Medium,
    };
    let kind = match part {
        Part::Website => Kind::Address,
        Part::StartYear | Part::Staff => Kind::Number,
        _ => Kind::Text,
    };
    let width = if kind == Kind::Number { Width::Characters(5) } else { Width::default() };
    let limit = u32::try_from(LONGEST).ok();
    html! {
        section.p-section {
            @if part.is_short() { (ui::input(ctx.words(), Input { field, kind, width, ..Input::default() })) }
            @else { (ui::textarea(ctx.words(), Textarea { field, rows: Some(4), limit })) }
            @if !part.is_of_entry() { (readers_question(ctx, fields, &readers_name(part))) }
        }
    }
}

/// The question who reads something that an association writes.
pub(super) fn readers_question(ctx: &Ctx, fields: &Fields, name: &str) -> Markup {
    let names: Vec<(&str, String)> = Readers::ALL
        .iter()
        .map(|readers| (readers.as_str(), ctx.say(&format!("directory-readers-{}", readers.as_str()))))
        .collect();
    let options: Vec<(&str, &str)> = names.iter().map(|(code, name)| (*code, name.as_str())).collect();
    let label = ctx.say("directory-readers-question");
    let field = Field { name, label: &label, value: fields.value(name), error: fields.error(name), ..Field::default() };
    ui::select(ctx.words(), ui::Select { field, options: &options })
}

async fn keep(ctx: Ctx, Path(id): Path<OrganisationId>, mut fields: Fields) -> PageResult {
    let organisation =
        load_organisation(&mut ctx.begin_read().await?, ctx.actor()?, id, access::DESCRIPTION_MANAGE).await?;
    let year = ctx.today().year();
    let mut written = Description::default();
    for part in Part::ALL {
        let (text, readers) = (fields.value(part.as_str()).replace("\r\n", "\n"), fields.value(&readers_name(*part)));
        let readers = Readers::parse(readers).unwrap_or(Readers::Ours);
        match part.read(&text, year) {
            Ok(text) => drop(written.0.insert(*part, Written { text, readers })),
            Err(refusal) => fields.refuse_key(part.as_str(), refusal.key()),
        }
    }
    if !fields.is_clean() {
        return Ok(form(&ctx, &organisation, &fields));
    }
    let version = fields.value("version").parse().unwrap_or(-1);
    match describe(&ctx, id, version, &written).await {
        Ok(()) => Ok(done(&format!("/associations/{id}"), "directory-description-changed-done")),
        Err(Failure::Refused(refusal)) => {
            fields.refuse_key(refusal.field(), refusal.key());
            Ok(form(&ctx, &organisation, &fields))
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn history(ctx: Ctx, Path(id): Path<OrganisationId>, Query(query): Query<Asked>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let organisation = load_organisation(&mut tx, ctx.actor()?, id, access::DESCRIPTION_READ).await?;
    let mut changes = if is_described(&organisation) {
        descriptions::history(&mut tx, id, asked(&query, "before")).await?
    } else {
        Vec::new()
    };
    drop(tx);
    let is_more = changes.len() > CHANGES;
    changes.truncate(CHANGES);
    let last = changes.last().filter(|_| is_more).map(|(id, _)| id.clone());
    let title = ctx.say("directory-description-history-title");
    let main = html! {
        span.govuk-caption-l { (organisation.name) }
        h1.govuk-heading-l { (title) }
        @if changes.is_empty() { p.govuk-body { (ctx.say("directory-description-history-empty")) } }
        @for (_, change) in &changes { (told(&ctx, change)) }
        @if let Some(last) = last {
            p.govuk-body {
                a.govuk-link href={ "/organisations/" (id) "/description/history?before=" (last) } rel="next" { (ctx.say("directory-list-rest")) }
            }
        }
    };
    let back = Some((format!("/associations/{id}"), Some(organisation.called().to_string())));
    let seen_by = Some(ctx.say("directory-description-history-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

/// One change: who, when, and what went and came, word by word.
fn told(ctx: &Ctx, change: &Change) -> Markup {
    let words = ctx.words();
    let who = change.by.clone().unwrap_or_else(|| ctx.say("directory-description-somebody"));
    let circle = |readers: Readers| ctx.say(&format!("directory-readers-{}", readers.as_str()));
    html! {
        section.p-section {
            h2.govuk-heading-s { (ctx.say(&format!("directory-part-{}", change.part.as_str()))) }
            p.govuk-body-s.p-muted { (words.instant(change.at)) " · " (who) }
            @if change.text.0 != change.text.1 { p.govuk-body.p-change { (difference(ctx, &change.text.0, &change.text.1)) } }
            @if change.readers.0 != change.readers.1 {
                p.govuk-body { (say!(words, "directory-description-readers-changed", from = circle(change.readers.0), to = circle(change.readers.1))) }
            }
        }
    }
}

fn difference(ctx: &Ctx, before: &str, after: &str) -> Markup {
    let (gone, new) = (ctx.say("directory-description-gone"), ctx.say("directory-description-new"));
    html! {
        @for piece in pieces(before, after) {
            @match piece {
                Piece::Same(text) => (text),
                Piece::Gone(text) => del { span.govuk-visually-hidden { (gone) " " } (text) },
                Piece::New(text) => ins { span.govuk-visually-hidden { (new) " " } (text) },
            }
        }
    }
}
