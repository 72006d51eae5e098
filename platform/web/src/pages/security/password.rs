//! Choosing another password. The account is closed on all other devices: whoever knew the old one is out.

use axum::response::Response;
use maud::html;
use passerelle_access::{account, password, session};
use passerelle_ui::{self as ui, Button, Field};
use passerelle_words::say;

use super::change::{self, Change};
use crate::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, pages::invitation::weakness_key, redirect};

pub(super) fn routes() -> Routes {
    Routes::default().get("/account/password", Needs::Fresh, show).post("/account/password", Needs::Fresh, choose)
}

async fn show(ctx: Ctx) -> PageResult {
    let email = email(&ctx).await?;
    Ok(form(&ctx, &email, &Fields::empty(&ctx)))
}

async fn email(ctx: &Ctx) -> Result<String, PageError> {
    let found = account::find(&mut ctx.begin_read().await?, ctx.actor()?.account).await?;
    Ok(found.and_then(|account| account.email).unwrap_or_default())
}

fn form(ctx: &Ctx, email: &str, fields: &Fields) -> Response {
    let title = ctx.say("web-password-title");
    let hint = say!(ctx.words(), "web-password-hint", fewest = password::SHORTEST);
    let questions = html! {
        input type="hidden" autocomplete="username" name="username" value=(email);
        (ui::password_to_choose(ctx.words(), Field {
            name: "password",
            label: &ctx.say("web-password-new"),
            hint: Some(&hint),
            error: fields.error("password"),
            ..Field::default()
        }))
        (ui::button(Button { text: &ctx.say("web-password-action"), ..Button::default() }))
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-password-text")) }
        (ctx.form("/account/password", questions))
    };
    let back = Some(("/account".to_owned(), Some(ctx.say("web-account-title"))));
    let seen_by = Some(ctx.say("web-me-seen-by"));
    page(ctx, Page { title, main, seen_by, back, refused: !fields.is_clean(), ..Page::default() })
}

async fn choose(ctx: Ctx, mut fields: Fields) -> PageResult {
    let (me, email) = (ctx.actor()?, email(&ctx).await?);
    let given = fields.value("password").to_owned();
    if let Err(weakness) = password::check(&given, &email, &me.name) {
        fields.refuse_key("password", weakness_key(weakness));
        return Ok(form(&ctx, &email, &fields));
    }
    let hash = password::hash(given, ctx.db().chance()).await.map_err(|e| PageError::Internal(e.to_string()))?;
    let mut tx = ctx.begin_write().await?;
    account::set_password(&mut tx, me.account, &hash).await?;
    session::end_others(&mut tx, me.account, &ctx.session()?.id).await?;
    change::tell(&ctx, &mut tx, me.account, Change::PasswordChanged).await?;
    tx.commit().await?;
    Ok(redirect("/account?done=web-password-done"))
}
