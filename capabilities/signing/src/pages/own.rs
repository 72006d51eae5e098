//! The papers of somebody with an account: what they are asked to sign, and what they have signed.

use axum::extract::Path;
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui as ui;
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageResult, Routes, page, redirect};
use passerelle_words::say;

use super::{
    download,
    reading::{self, MOST_WORDS, Reading},
};
use crate::{
    access::PAPER_SIGN,
    actions,
    signer::Signer,
    store::{
        files::{self, Part},
        lists::{self, ToSign},
        papers,
    },
};

const SIGN: Needs = Needs::Right(PAPER_SIGN);

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/signatures", Needs::SignedIn, list)
        .get("/signatures/{signer}", SIGN, show)
        .get("/signatures/{signer}/paper.pdf", SIGN, offered)
        .get("/signatures/{signer}/final.pdf", SIGN, with_evidence)
        .post("/signatures/{signer}", SIGN, sign)
        .post("/signatures/{signer}/decline", SIGN, decline)
}

async fn list(ctx: Ctx) -> PageResult {
    let own = lists::of_account(&mut ctx.begin_read().await?, ctx.actor()?.account).await?;
    let title = ctx.say("signing-my-papers");
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if own.is_empty() {
            (ui::empty(&ctx.say("signing-own-empty-title"), &ctx.say("signing-own-empty-text"), None))
        } @else {
            ul.govuk-list { @for one in &own { li { (line(&ctx, one)) } } }
        }
    };
    let seen_by = Some(ctx.say("signing-own-seen-by"));
    Ok(page(&ctx, Page { title, main, seen_by, ..Page::default() }))
}

fn line(ctx: &Ctx, one: &ToSign) -> Markup {
    let words = ctx.words();
    let state = match one.signed_at {
        Some(at) => say!(words, "signing-own-signed", at = words.instant(at)),
        None => say!(words, "signing-own-asked", at = words.instant(one.asked_at)),
    };
    html! {
        a.govuk-link href={ "/signatures/" (one.signer) } { (one.title) } " · " (one.org_name) br;
        (ui::muted(&state))
    }
}

async fn show(ctx: Ctx, Path(signer): Path<Id<Signer>>) -> PageResult {
    let fields = Fields::empty(&ctx);
    draw(&ctx, signer, &fields).await
}

async fn draw(ctx: &Ctx, id: Id<Signer>, fields: &Fields) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let (loaded, place) = papers::load_own(&mut tx, ctx.actor()?, id).await?;
    let has_final = files::has(&mut tx, loaded.paper.id, Part::Final).await?;
    drop(tx);
    let Some(signer) = loaded.paper.signers.get(place) else { return Err(passerelle_web::PageError::NotFound) };
    let path = format!("/signatures/{id}");
    let view = Reading { loaded: &loaded, signer, path, has_final, has_code: false, by_account: true };
    reading::draw(ctx, &view, fields)
}

async fn offered(ctx: Ctx, Path(signer): Path<Id<Signer>>) -> PageResult {
    file(&ctx, signer, Part::Offered).await
}

async fn with_evidence(ctx: Ctx, Path(signer): Path<Id<Signer>>) -> PageResult {
    file(&ctx, signer, Part::Final).await
}

async fn file(ctx: &Ctx, signer: Id<Signer>, part: Part) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let (loaded, _) = papers::load_own(&mut tx, ctx.actor()?, signer).await?;
    let file = files::find(&mut tx, loaded.paper.id, part, None).await?;
    Ok(download(&ctx.say("signing-own-file"), file, &format!("/signatures/{signer}")))
}

async fn sign(ctx: Ctx, Path(signer): Path<Id<Signer>>, mut fields: Fields) -> PageResult {
    papers::load_own(&mut ctx.begin_read().await?, ctx.actor()?, signer).await?;
    let Some((name, _)) = reading::typed(&mut fields, false) else { return draw(&ctx, signer, &fields).await };
    match actions::sign_own(&ctx, signer, &name).await {
        Ok(()) => Ok(redirect(&format!("/signatures/{signer}?done=signing-signed-done"))),
        Err(Failure::Refused(refusal)) => {
            reading::refuse(&mut fields, refusal);
            draw(&ctx, signer, &fields).await
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn decline(ctx: Ctx, Path(signer): Path<Id<Signer>>, mut fields: Fields) -> PageResult {
    papers::load_own(&mut ctx.begin_read().await?, ctx.actor()?, signer).await?;
    let Some(words) = fields.text_if_given("words", MOST_WORDS) else { return draw(&ctx, signer, &fields).await };
    match actions::decline_own(&ctx, signer, &words).await {
        Ok(()) => Ok(redirect(&format!("/signatures/{signer}?done=signing-declined-done"))),
        Err(Failure::Refused(refusal)) => {
            reading::refuse(&mut fields, refusal);
            draw(&ctx, signer, &fields).await
        }
        Err(failure) => Err(failure.into()),
    }
}
