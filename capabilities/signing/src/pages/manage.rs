//! What the association does with a paper that waits: send again, correct an address, take it back.

use axum::extract::Path;
use maud::html;
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Field, Look, Textarea};
use passerelle_web::{Ctx, Failure, Fields, Page, PageError, PageResult, Reason as _, Routes, page, redirect};
use passerelle_words::say;

use super::{MANAGE, papers::seen_by};
use crate::{
    actions, form,
    paper::Paper,
    refusal::Refusal,
    signer::Signer,
    store::papers::{self, Loaded},
};

const MOST_WORDS: usize = 1_000;

pub(super) fn routes() -> Routes {
    Routes::default()
        .post("/papers/{paper}/signers/{place}/again", MANAGE, again)
        .get("/papers/{paper}/signers/{place}/change", MANAGE, ask_change)
        .post("/papers/{paper}/signers/{place}/change", MANAGE, change)
        .get("/papers/{paper}/withdrawal", MANAGE, ask_withdrawal)
        .post("/papers/{paper}/withdrawal", MANAGE, withdraw)
}

/// The paper, and the place that the path names, from 1.
pub(super) async fn load(ctx: &Ctx, id: Id<Paper>, place: usize) -> Result<(Loaded, Signer, usize), PageError> {
    let loaded = papers::load_paper(&mut ctx.begin_form().await?, ctx.actor()?, id).await?;
    let at = place.checked_sub(1).ok_or(PageError::NotFound)?;
    let signer = loaded.paper.signers.get(at).cloned().ok_or(PageError::NotFound)?;
    Ok((loaded, signer, at))
}

async fn again(ctx: Ctx, Path((id, place)): Path<(Id<Paper>, usize)>) -> PageResult {
    let (_, _, at) = load(&ctx, id, place).await?;
    actions::send_again(&ctx, id, at).await?;
    Ok(redirect(&format!("/papers/{id}?done=signing-again-done")))
}

async fn ask_change(ctx: Ctx, Path((id, place)): Path<(Id<Paper>, usize)>) -> PageResult {
    let (loaded, signer, _) = load(&ctx, id, place).await?;
    let fields = Fields::empty(&ctx)
        .with("name", &signer.name)
        .with("party", &signer.party)
        .with("email", signer.email.as_deref().unwrap_or_default())
        .with("phone", signer.phone.as_deref().unwrap_or_default())
        .with("way", signer.way.as_str());
    draw_change(&ctx, &loaded, place, &fields)
}

fn draw_change(ctx: &Ctx, loaded: &Loaded, place: usize, fields: &Fields) -> PageResult {
    let id = loaded.paper.id;
    let title = ctx.say("signing-change-title");
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (loaded.paper.title) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("signing-change-text")) }
        (ctx.form(&format!("/papers/{id}/signers/{place}/change"), html! {
            (form::questions(ctx, fields, None))
            (ui::button(Button { text: &ctx.say("signing-change-action"), ..Button::default() }))
        }))
    };
    let back = Some((format!("/papers/{id}"), Some(loaded.paper.title.clone())));
    Ok(page(ctx, Page { title, back, main, seen_by: seen_by(ctx), refused: !fields.is_clean(), ..Page::default() }))
}

async fn change(ctx: Ctx, Path((id, place)): Path<(Id<Paper>, usize)>, mut fields: Fields) -> PageResult {
    let (loaded, _, at) = load(&ctx, id, place).await?;
    let Some(asked) = form::one(&ctx, &mut fields, None).await? else {
        return draw_change(&ctx, &loaded, place, &fields);
    };
    match actions::correct(&ctx, id, at, asked).await {
        Ok(()) => Ok(redirect(&format!("/papers/{id}?done=signing-changed-done"))),
        Err(Failure::Refused(refusal)) => {
            fields.refuse_key("", refusal.key());
            draw_change(&ctx, &loaded, place, &fields)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn ask_withdrawal(ctx: Ctx, Path(id): Path<Id<Paper>>) -> PageResult {
    let fields = Fields::empty(&ctx);
    draw_withdrawal(&ctx, id, &fields).await
}

async fn draw_withdrawal(ctx: &Ctx, id: Id<Paper>, fields: &Fields) -> PageResult {
    let loaded = papers::load_paper(&mut ctx.begin_read().await?, ctx.actor()?, id).await?;
    let title = ctx.say("signing-withdraw-title");
    let (label, hint) = (ctx.say("signing-withdraw-reason"), ctx.say("signing-withdraw-reason-hint"));
    let (value, error) = (fields.value("reason"), fields.error("reason"));
    let field = Field { name: "reason", label: &label, hint: Some(&hint), value, error, ..Field::default() };
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (loaded.paper.title) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say!(ctx.words(), "signing-withdraw-text", count = super::count(loaded.paper.signers.len()))) }
        (ctx.form(&format!("/papers/{id}/withdrawal"), html! {
            (ui::textarea(ctx.words(), Textarea { field, rows: Some(3), limit: u32::try_from(MOST_WORDS).ok() }))
            (ui::button(Button { text: &ctx.say("signing-withdraw-action"), look: Look::Warning, ..Button::default() }))
        }))
    };
    let back = Some((format!("/papers/{id}"), Some(loaded.paper.title.clone())));
    Ok(page(ctx, Page { title, back, main, seen_by: seen_by(ctx), refused: !fields.is_clean(), ..Page::default() }))
}

async fn withdraw(ctx: Ctx, Path(id): Path<Id<Paper>>, mut fields: Fields) -> PageResult {
    papers::load_paper(&mut ctx.begin_read().await?, ctx.actor()?, id).await?;
    if let Some(reason) = fields.text("reason", MOST_WORDS, Refusal::ReasonMissing.key()) {
        match actions::withdraw(&ctx, id, &reason).await {
            Ok(()) => return Ok(redirect(&format!("/papers/{id}?done=signing-withdrawn-done"))),
            Err(Failure::Refused(refusal)) => fields.refuse_key("", refusal.key()),
            Err(failure) => return Err(failure.into()),
        }
    }
    draw_withdrawal(&ctx, id, &fields).await
}
