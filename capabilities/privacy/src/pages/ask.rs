//! “This is wrong”, “I do not want this”: said in words, to the association.

use std::collections::HashMap;

use axum::{extract::Query, response::Response};
use maud::html;
use passerelle_ui::{self as ui, Button, Field, Textarea};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageError, PageResult, Reason as _, Routes, page, redirect};
use passerelle_words::say;

use crate::{
    actions,
    claim::{Kind, MOST_WORDS},
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/me/claims/new", Needs::SignedIn, show).post("/me/claims", Needs::SignedIn, ask)
}

/// What it is about: the kind and the key of a purpose that is held about the person.
async fn about(ctx: &Ctx, fields: &Fields) -> Result<(Kind, String), PageError> {
    let kind = Kind::parse(fields.value("kind")).filter(|kind| Kind::ABOUT_DATA.contains(kind));
    let kind = kind.ok_or(PageError::NotFound)?;
    let (about, me) = (fields.value("about").to_owned(), ctx.actor()?.account);
    match actions::is_held(&mut ctx.begin_read().await?, ctx.app(), me, &about).await? {
        true => Ok((kind, about)),
        false => Err(PageError::NotFound),
    }
}

async fn show(ctx: Ctx, Query(query): Query<HashMap<String, String>>) -> PageResult {
    let value = |name: &str| query.get(name).cloned().unwrap_or_default();
    let fields = Fields::empty(&ctx).with("kind", value("kind")).with("about", value("about"));
    match about(&ctx, &fields).await {
        Ok((kind, about)) => Ok(form(&ctx, kind, &about, &fields)),
        // The page of what is held asks what it is about.
        Err(PageError::NotFound) => Ok(redirect("/me/held")),
        Err(problem) => Err(problem),
    }
}

fn form(ctx: &Ctx, kind: Kind, about: &str, fields: &Fields) -> Response {
    let words = ctx.words();
    let code = kind.as_str();
    let title = ctx.say(&format!("privacy-ask-{code}-title"));
    let basis = ctx.app().held().find(|held| held.purpose.key == about).map(|held| held.purpose.basis.as_str());
    let label = ctx.say(&format!("privacy-ask-{code}-label"));
    let hint = ctx.say("privacy-ask-hint");
    let (value, error) = (fields.value("words"), fields.error("words"));
    let field = Field { name: "words", label: &label, hint: Some(&hint), value, error, ..Field::default() };
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (ctx.say(about)) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say(&format!("privacy-ask-{code}-text"))) }
        @if let (Kind::Objection, Some(basis)) = (kind, basis) {
            p.govuk-body { (ctx.say(&format!("privacy-ask-objection-{basis}"))) }
        }
        (ctx.form("/me/claims", html! {
            input type="hidden" name="kind" value=(code);
            input type="hidden" name="about" value=(about);
            (ui::textarea(words, Textarea { field, rows: Some(6), limit: u32::try_from(MOST_WORDS).ok() }))
            (ui::button(Button { text: &ctx.say("privacy-ask-action"), ..Button::default() }))
        }))
    };
    let back = Some(("/me/held".to_owned(), Some(ctx.say("privacy-held-title"))));
    let seen_by = Some(say!(words, "privacy-ask-seen-by"));
    page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

async fn ask(ctx: Ctx, mut fields: Fields) -> PageResult {
    let (kind, about) = about(&ctx, &fields).await?;
    let Some(words) = fields.text("words", MOST_WORDS, "privacy-refusal-words-missing") else {
        return Ok(form(&ctx, kind, &about, &fields));
    };
    match actions::ask(&ctx, kind, &about, &words).await {
        Ok(_) => Ok(redirect("/me/held?done=privacy-asked-done")),
        Err(Failure::Refused(refusal)) => {
            fields.refuse_key("words", refusal.key());
            Ok(form(&ctx, kind, &about, &fields))
        }
        Err(failure) => Err(failure.into()),
    }
}
