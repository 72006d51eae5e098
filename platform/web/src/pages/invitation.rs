//! An invitation: a link that lets a person choose a password and come in for the first time.

use axum::{extract::Path, response::Response};
use maud::html;
use passerelle_access::{Account, account, link, password, password::Weakness};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Field};
use passerelle_words::say;

use super::sign_in;
use crate::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page};

const PURPOSE: &str = "invitation";

pub(super) fn routes() -> Routes {
    Routes::default().get("/invitations/{secret}", Needs::Public, open).post(
        "/invitations/{secret}",
        Needs::Public,
        accept,
    )
}

/// The person whom the link invites; nothing when it is too old or was used.
async fn invited(ctx: &Ctx, tx: &mut Tx, secret: &str) -> Result<Option<Account>, PageError> {
    let link = link::find(tx, secret, PURPOSE).await?.ok_or(PageError::NotFound)?;
    let id: Id<Account> = link.subject.parse().map_err(|_| PageError::NotFound)?;
    // Whoever has come in before keeps their password: an invitation is not a way to take an account over.
    let is_settled = account::password_of(tx, id).await?.is_some();
    if link.is_expired(ctx.now()) || link.is_used() || is_settled {
        return Ok(None);
    }
    Ok(account::find(tx, id).await?)
}

async fn open(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let person = invited(&ctx, &mut ctx.begin_read().await?, &secret).await?;
    Ok(show(&ctx, &secret, person, &Fields::empty(&ctx)))
}

fn show(ctx: &Ctx, secret: &str, person: Option<Account>, fields: &Fields) -> Response {
    let words = ctx.words();
    let Some(person) = person else {
        let title = ctx.say("web-link-stale-title");
        let main = html! {
            h1.govuk-heading-l { (title) }
            p.govuk-body { (ctx.say("web-invitation-stale-text")) }
            p.govuk-body { a.govuk-link href="/sign-in/link" { (ctx.say("web-sign-in-by-link")) } }
        };
        return page(ctx, Page { title, main, ..Page::default() });
    };
    let title = say!(words, "web-invitation-title", name = person.name.as_str());
    let hint = say!(words, "web-password-hint", fewest = password::SHORTEST);
    let questions = html! {
        input type="hidden" autocomplete="username" name="username" value=(person.email.unwrap_or_default());
        (ui::password_to_choose(words, Field {
            name: "password",
            label: &ctx.say("web-invitation-password"),
            hint: Some(&hint),
            error: fields.error("password"),
            ..Field::default()
        }))
        (ui::button(Button { text: &ctx.say("web-invitation-action"), ..Button::default() }))
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-invitation-text")) }
        (ctx.form(&format!("/invitations/{secret}"), questions))
    };
    page(ctx, Page { title, main, refused: !fields.is_clean(), ..Page::default() })
}

async fn accept(ctx: Ctx, Path(secret): Path<String>, mut fields: Fields) -> PageResult {
    let person = invited(&ctx, &mut ctx.begin_read().await?, &secret).await?;
    let Some(person) = person else { return Ok(show(&ctx, &secret, None, &fields)) };
    let given = fields.value("password").to_owned();
    if let Err(weakness) = password::check(&given, person.email.as_deref().unwrap_or_default(), &person.name) {
        fields.refuse_key("password", weakness_key(weakness));
        return Ok(show(&ctx, &secret, Some(person), &fields));
    }
    let hash = password::hash(given, ctx.db().chance()).await.map_err(|e| PageError::Internal(e.to_string()))?;
    let mut tx = ctx.begin_write().await?;
    if !link::spend(&mut tx, &secret).await? {
        return Ok(show(&ctx, &secret, None, &fields));
    }
    account::set_password(&mut tx, person.id, &hash).await?;
    sign_in::enter(&ctx, tx, person.id, "/today").await
}

/// The key of the sentence that tells why a password cannot be taken.
pub(in crate::pages) const fn weakness_key(weakness: Weakness) -> &'static str {
    match weakness {
        Weakness::TooShort => "web-password-too-short",
        Weakness::TooLong => "web-password-too-long",
        Weakness::EasyToGuess => "web-password-easy",
        Weakness::TheirOwn => "web-password-own",
    }
}
