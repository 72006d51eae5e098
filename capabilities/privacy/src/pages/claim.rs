//! What a person asks about their data, for the association that answers.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Choice, Choices, Fact, Field, Look, Textarea};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageError, PageResult, Reason as _, Routes, page, redirect};
use passerelle_words::say;

use super::{
    claims::seen_by,
    erasure::{consequences, still_open},
    held::{state, subject},
};
use crate::{
    access::CLAIM_ANSWER,
    actions,
    claim::{Claim, Kind, MOST_WORDS, Outcome},
    erasing::obstacles,
    file::{self, Until},
    store::{self, Told},
};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/claims/{claim}", Needs::Right(CLAIM_ANSWER), show)
        .post("/claims/{claim}/answer", Needs::Right(CLAIM_ANSWER), answer)
        .post("/claims/{claim}/erasure", Needs::FreshRight(CLAIM_ANSWER), erase)
}

async fn show(ctx: Ctx, Path(id): Path<Id<Claim>>) -> PageResult {
    let fields = Fields::empty(&ctx);
    draw(&ctx, id, &fields).await
}

async fn draw(ctx: &Ctx, id: Id<Claim>, fields: &Fields) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let told = store::load_claim(&mut tx, ctx.actor()?, id).await?;
    let is_waiting = told.claim.end.is_none();
    let erasure = match (told.claim.kind, is_waiting) {
        (Kind::Erasure, true) => {
            let person = told.claim.person;
            let groups = file::read(&mut tx, ctx.app(), person, 0).await?;
            let until = Until::of(&mut tx, ctx.app(), person, ctx.today()).await?;
            let open = obstacles(&mut tx, ctx.app(), person, ctx.today()).await?;
            carrying_out(ctx, &told.claim, &open, consequences(ctx.words(), &groups, &until))
        }
        _ => Markup::default(),
    };
    drop(tx);
    let key = format!("privacy-claim-{}-title", told.claim.kind.as_str());
    let title = say!(ctx.words(), &key, name = told.person.as_str());
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (facts(ctx, &told))
        (erasure)
        @if is_waiting { (answering(ctx, &told.claim, fields)) }
    };
    let back = Some(("/claims".to_owned(), Some(ctx.say("privacy-claims-title"))));
    Ok(page(ctx, Page { title, main, back, seen_by: seen_by(ctx), refused: !fields.is_clean(), ..Page::default() }))
}

fn facts(ctx: &Ctx, told: &Told) -> Markup {
    let (words, claim) = (ctx.words(), &told.claim);
    let (state, tone) = state(words, claim);
    let label = |part: &str| ctx.say(&format!("privacy-claims-{part}"));
    let mut facts = vec![
        (label("what"), html! { (subject(words, claim)) }),
        (label("state"), ui::tag(&state, tone)),
        (label("asked"), html! { (words.instant(claim.asked_at)) }),
    ];
    if !claim.words.is_empty() {
        facts.push((label("words"), html! { (claim.words) }));
    }
    match &claim.end {
        None => facts.push((label("due"), html! { (words.date(claim.due_on(words.zone()))) })),
        Some(end) => {
            facts.push((label("ended"), html! { (words.instant(end.at)) }));
            facts.extend(told.ended_by.iter().map(|name| (label("by"), html! { (name) })));
            if !end.answer.is_empty() {
                facts.push((label("answer"), html! { (end.answer) }));
            }
        }
    }
    let facts: Vec<Fact<'_>> = facts.iter().map(|(key, value)| Fact::new(key, value.clone())).collect();
    ui::summary_list(words, &facts)
}

/// What carrying out means, and the button once nothing is open and it can no longer be taken back.
fn carrying_out(ctx: &Ctx, claim: &Claim, open: &[(&'static str, i64)], consequences: Markup) -> Markup {
    let words = ctx.words();
    let is_ripe = ctx.now() >= claim.ripe_at();
    html! {
        @if !open.is_empty() {
            p.govuk-body { (ctx.say("privacy-claim-open")) }
            (still_open(words, open))
        } @else if !is_ripe {
            p.govuk-body { (say!(words, "privacy-claim-not-yet", day = words.instant(claim.ripe_at()))) }
        }
        (ui::details(&ctx.say("privacy-claim-consequences"), consequences))
        @if open.is_empty() && is_ripe {
            (ctx.form(&format!("/claims/{}/erasure", claim.id), html! {
                (ui::button(Button { text: &ctx.say("privacy-claim-erase"), look: Look::Warning, ..Button::default() }))
            }))
        }
    }
}

fn answering(ctx: &Ctx, claim: &Claim, fields: &Fields) -> Markup {
    let words = ctx.words();
    let offered: Vec<Outcome> =
        Outcome::ANSWERS.into_iter().filter(|one| claim.kind != Kind::Erasure || *one != Outcome::Done).collect();
    let labels: Vec<String> = offered.iter().map(|one| ctx.say(&format!("privacy-claim-{}", one.as_str()))).collect();
    let items: Vec<Choice<'_>> = offered
        .iter()
        .zip(&labels)
        .map(|(one, label)| Choice { value: one.as_str(), label, ..Choice::default() })
        .collect();
    let question = ctx.say("privacy-claim-outcome");
    let (value, error) = (fields.value("outcome"), fields.error("outcome"));
    let choice = Field { name: "outcome", label: &question, value, error, ..Field::default() };
    let (label, hint) = (ctx.say("privacy-claim-answer"), ctx.say("privacy-claim-answer-hint"));
    let (value, error) = (fields.value("words"), fields.error("words"));
    let text = Field { name: "words", label: &label, hint: Some(&hint), value, error, ..Field::default() };
    html! {
        h2.govuk-heading-m { (ctx.say("privacy-claim-answer-title")) }
        (ctx.form(&format!("/claims/{}/answer", claim.id), html! {
            (ui::radios(words, Choices { field: choice, items: &items, ..Choices::default() }))
            (ui::textarea(words, Textarea { field: text, rows: Some(5), limit: u32::try_from(MOST_WORDS).ok() }))
            (ui::button(Button { text: &ctx.say("privacy-claim-answer-action"), ..Button::default() }))
        }))
    }
}

async fn answer(ctx: Ctx, Path(id): Path<Id<Claim>>, mut fields: Fields) -> PageResult {
    store::load_claim(&mut ctx.begin_read().await?, ctx.actor()?, id).await?;
    let outcome = fields.choice("outcome", Outcome::parse_answer, "privacy-refusal-outcome-missing");
    let words = fields.text("words", MOST_WORDS, "privacy-refusal-answer-missing");
    let (Some(outcome), Some(words)) = (outcome, words) else { return draw(&ctx, id, &fields).await };
    match actions::answer_claim(&ctx, id, outcome, &words).await {
        Ok(()) => Ok(redirect(&format!("/claims/{id}?done=privacy-claim-answered-done"))),
        Err(Failure::Refused(refusal)) => {
            fields.refuse_key("", refusal.key());
            draw(&ctx, id, &fields).await
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn erase(ctx: Ctx, Path(id): Path<Id<Claim>>) -> Result<Response, PageError> {
    actions::carry_out(&ctx, id).await?;
    Ok(redirect(&format!("/claims/{id}?done=privacy-claim-erased-done")))
}
