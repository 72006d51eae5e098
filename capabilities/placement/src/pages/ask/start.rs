//! The first page of asking: what will be asked, who reads it, and which association is asked.

use axum::{
    extract::Query,
    http::header,
    response::{IntoResponse, Response},
};
use maud::html;
use passerelle_directory::associations_open_to_requests;
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Heading};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect, set_cookie};
use serde::Deserialize;

use super::{COOKIE, draft, path};
use crate::{actions::requests as actions, outside::Organisation, request::Question, store::requests::DRAFT};

/// An association that can be asked: id, name, town.
type Association = (Id<Organisation>, String, Option<String>);

#[derive(Deserialize)]
pub(super) struct Wanted {
    to: Option<String>,
}

pub(super) async fn show(ctx: Ctx, Query(wanted): Query<Wanted>) -> PageResult {
    let resumes = draft(&ctx).await?.map(|kept| {
        Question::missing(&kept.request.answers).first().map_or_else(|| "/ask/check".to_owned(), |next| path(*next))
    });
    let associations = associations_open_to_requests(&mut ctx.begin_read().await?).await?;
    let only = if let [only] = associations.as_slice() { only.0.to_string() } else { String::new() };
    let fields = Fields::empty(&ctx).with("to", wanted.to.unwrap_or(only));
    Ok(form(&ctx, &associations, resumes.as_deref(), &fields))
}

fn form(ctx: &Ctx, associations: &[Association], resumes: Option<&str>, fields: &Fields) -> Response {
    let title = ctx.say("placement-ask-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        @if let Some(next) = resumes {
            (ui::inset(html! {
                p.govuk-body { (ctx.say("placement-ask-resume-text")) }
                p.govuk-body { a.govuk-link href=(next) { (ctx.say("placement-ask-resume-link")) } }
            }))
        }
        p.govuk-body { (ctx.say("placement-ask-lead")) }
        ul.govuk-list.govuk-list--bullet {
            @for point in ["what", "who", "people", "keep"] { li { (ctx.say(&format!("placement-ask-start-{point}"))) } }
        }
        @if associations.is_empty() {
            (ui::empty(&ctx.say("placement-ask-nobody-title"), &ctx.say("placement-ask-nobody-text"), None))
        } @else {
            (ctx.form("/ask", html! {
                (which(ctx, associations, fields))
                (ui::button(Button { text: &ctx.say("placement-ask-begin"), ..Button::default() }))
            }))
        }
    };
    let back = Some(("/".to_owned(), None));
    page(ctx, Page { title, main, back, refused: !fields.is_clean(), ..Page::default() })
}

fn which(ctx: &Ctx, associations: &[Association], fields: &Fields) -> maud::Markup {
    let ids: Vec<String> = associations.iter().map(|(id, ..)| id.to_string()).collect();
    let items: Vec<Choice<'_>> = associations
        .iter()
        .zip(&ids)
        .map(|((_, name, town), id)| Choice { value: id, label: name, hint: town.as_deref(), ..Choice::default() })
        .collect();
    let label = ctx.say("placement-ask-to-label");
    let (value, error) = (fields.value("to"), fields.error("to"));
    let field = Field { name: "to", label: &label, error, value, heading: Heading::Medium, ..Field::default() };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

pub(super) async fn begin(ctx: Ctx, mut fields: Fields) -> PageResult {
    let associations = associations_open_to_requests(&mut ctx.begin_read().await?).await?;
    let wanted: Option<Id<Organisation>> = fields.value("to").parse().ok();
    let Some(org) = wanted.filter(|id| associations.iter().any(|(known, ..)| known == id)) else {
        fields.refuse_key("to", "placement-ask-to-missing");
        return Ok(form(&ctx, &associations, None, &fields));
    };
    if !ctx.allows(format!("request-begin {org}")).await? {
        return Err(PageError::TooMany);
    }
    let begun = actions::begin(&ctx, org).await?;
    let mut response = redirect(&path(Question::Team));
    if let Some(cookie) = set_cookie(ctx.app(), COOKIE, begun.secret.reveal(), DRAFT.1) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response.into_response())
}
