//! The page of a link: it can be opened again and again and never acts. Too old, it offers a new one at once.

use axum::{extract::Path, response::Response};
use maud::html;
use passerelle_ui::{self as ui, Button};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};

use super::{
    download,
    reading::{self, MOST_WORDS, Reading},
};
use crate::{
    Error,
    actions::{self, Opened},
    signer::Way,
    store::{
        codes,
        files::{self, Part},
    },
};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/sign/{secret}", Needs::Public, show)
        .get("/sign/{secret}/paper.pdf", Needs::Public, offered)
        .get("/sign/{secret}/final.pdf", Needs::Public, with_evidence)
        .post("/sign/{secret}", Needs::Public, sign)
        .post("/sign/{secret}/decline", Needs::Public, decline)
        .post("/sign/{secret}/renewal", Needs::Public, renew)
}

async fn show(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let fields = Fields::empty(&ctx);
    draw(&ctx, &secret, &fields).await
}

pub(super) async fn draw(ctx: &Ctx, secret: &str, fields: &Fields) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let (loaded, place) = match actions::find_by_link(&mut tx, ctx, secret).await? {
        Opened::Here(loaded, place) => (loaded, place),
        Opened::Old(loaded, place) => {
            let is_renewed = loaded.paper.signers.get(place).is_some_and(|one| one.is_just_sent(ctx.now()));
            return Ok(if is_renewed { told(ctx, "renewed", None) } else { told(ctx, "old", Some(secret)) });
        }
        Opened::Ended => return Ok(told(ctx, "ended", None)),
    };
    let signer = loaded.paper.signers.get(place).ok_or(PageError::NotFound)?;
    let has_final = files::has(&mut tx, loaded.paper.id, Part::Final).await?;
    let code = codes::find(&mut tx, signer.id).await?;
    drop(tx);
    let has_code = code.is_some_and(|sent| ctx.now() < sent.until());
    let path = format!("/sign/{secret}");
    let view = Reading { loaded: &loaded, signer, path, has_final, has_code, by_account: false };
    reading::draw(ctx, &view, fields)
}

/// A link that leads nowhere any more, and what to do; whose it is, is not said.
fn told(ctx: &Ctx, what: &str, renewal: Option<&str>) -> Response {
    let title = ctx.say(&format!("signing-link-{what}-title"));
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say(&format!("signing-link-{what}-text"))) }
        @if let Some(secret) = renewal {
            (ctx.form(&format!("/sign/{secret}/renewal"), html! {
                (ui::button(Button { text: &ctx.say("signing-link-renew"), ..Button::default() }))
            }))
        }
    };
    page(ctx, Page { title, main, ..Page::default() })
}

async fn offered(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    file(&ctx, &secret, Part::Offered).await
}

async fn with_evidence(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    file(&ctx, &secret, Part::Final).await
}

async fn file(ctx: &Ctx, secret: &str, part: Part) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let (loaded, _) = actions::open_by_link(&mut tx, ctx, secret).await?;
    let file = files::find(&mut tx, loaded.paper.id, part, None).await?;
    Ok(download(&ctx.say("signing-own-file"), file, &format!("/sign/{secret}")))
}

async fn sign(ctx: Ctx, Path(secret): Path<String>, mut fields: Fields) -> PageResult {
    let (loaded, place) = actions::open_by_link(&mut ctx.begin_read().await?, &ctx, &secret).await?;
    let wants_code = loaded.paper.signers.get(place).is_some_and(|one| one.way == Way::Sms && one.is_awaited());
    let Some((name, code)) = reading::typed(&mut fields, wants_code) else { return draw(&ctx, &secret, &fields).await };
    let done = actions::sign_by_link(&ctx, &secret, &name, &code).await;
    after(&ctx, &secret, fields, done, "signing-signed-done").await
}

async fn decline(ctx: Ctx, Path(secret): Path<String>, mut fields: Fields) -> PageResult {
    actions::open_by_link(&mut ctx.begin_read().await?, &ctx, &secret).await?;
    let Some(words) = fields.text_if_given("words", MOST_WORDS) else { return draw(&ctx, &secret, &fields).await };
    let done = actions::decline_by_link(&ctx, &secret, &words).await;
    after(&ctx, &secret, fields, done, "signing-declined-done").await
}

async fn renew(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    actions::renew_link(&ctx, &secret).await?;
    Ok(redirect(&format!("/sign/{secret}")))
}

/// Back to the page, which says what happened, or why it did not.
pub(super) async fn after(
    ctx: &Ctx,
    secret: &str,
    mut fields: Fields,
    done: Result<(), Error>,
    key: &str,
) -> PageResult {
    match done {
        Ok(()) => Ok(redirect(&format!("/sign/{secret}?done={key}"))),
        Err(Failure::Refused(refusal)) => {
            reading::refuse(&mut fields, refusal);
            draw(ctx, secret, &fields).await
        }
        Err(failure) => Err(failure.into()),
    }
}
