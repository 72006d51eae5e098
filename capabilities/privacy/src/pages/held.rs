//! “What is held about me”: every fact in plain words, by what it is for, with the ways to object beside it.

use maud::{Markup, html};
use passerelle_access::account;
use passerelle_store::held::Purpose;
use passerelle_ui::{self as ui, Tone};
use passerelle_web::{Ctx, Needs, Page, PageResult, Routes, page};
use passerelle_words::{Words, say};

use super::parts::{self, Place};
use crate::{
    actions::org_of,
    claim::{Claim, Kind, Outcome},
    file::{self, Until},
    store::{self, Told},
};

/// How many rows of a kind the page shows; the copy has them all.
const SHOWN: i64 = 10;

pub(super) fn routes() -> Routes {
    Routes::default().get("/me/held", Needs::SignedIn, show)
}

async fn show(ctx: Ctx) -> PageResult {
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_read().await?;
    let groups = file::read(&mut tx, ctx.app(), me, SHOWN).await?;
    let until = Until::of(&mut tx, ctx.app(), me, ctx.today()).await?;
    let claims = store::of_person(&mut tx, me).await?;
    let merged = !account::merged(&mut tx, me).await?.is_empty();
    let can_ask = org_of(&ctx, &mut tx).await?.is_some();
    drop(tx);
    let words = ctx.words();
    let title = ctx.say("privacy-held-title");
    let main = html! {
        h1.govuk-heading-xl { (title) }
        (ui::lead(&ctx.say("privacy-held-lead")))
        @if merged { p.govuk-body { (ctx.say("privacy-held-merged")) } }
        ul.govuk-list {
            @for (path, key) in [
                ("/me/export", "privacy-held-export"),
                ("/me/erasure", "privacy-held-erasure"),
                ("/me/visibility", "web-me-visibility"),
            ] { li { a.govuk-link href=(path) { (ctx.say(key)) } } }
        }
        (asked(&ctx, &claims))
        (parts::contents(words, groups.iter().map(|group| (parts::anchor(group.purpose), words.say(group.purpose.key)))))
        (parts::groups(words, &groups, &until, Place::Page, |purpose| {
            if can_ask { ways(&ctx, purpose) } else { Markup::default() }
        }))
    };
    let back = Some(("/me".to_owned(), None));
    let seen_by = Some(ctx.say("privacy-held-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

/// “This is wrong” and “I do not want this”.
fn ways(ctx: &Ctx, purpose: &Purpose) -> Markup {
    let about = ctx.say(purpose.key);
    html! {
        ul.govuk-list {
            @for kind in Kind::ABOUT_DATA {
                li {
                    a.govuk-link href={ "/me/claims/new?kind=" (kind.as_str()) "&about=" (purpose.key) } {
                        (ctx.say(&format!("privacy-ask-{}-link", kind.as_str())))
                        (ui::hidden(&format!(" {about}")))
                    }
                }
            }
        }
    }
}

/// What the person has asked, and what came of it.
fn asked(ctx: &Ctx, claims: &[Told]) -> Markup {
    html! {
        @if !claims.is_empty() {
            h2.govuk-heading-m { (ctx.say("privacy-asked-title")) }
            @for told in claims { (one(ctx, told)) }
        }
    }
}

fn one(ctx: &Ctx, told: &Told) -> Markup {
    let words = ctx.words();
    let claim = &told.claim;
    let (state, tone) = state(words, claim);
    html! {
        div.govuk-inset-text {
            p.govuk-body { strong { (subject(words, claim)) } " " (ui::tag(&state, tone)) }
            p.govuk-body { (say!(words, "privacy-asked-at", day = words.instant(claim.asked_at))) }
            @if !claim.words.is_empty() { p.govuk-body { (claim.words) } }
            @match &claim.end {
                None => p.govuk-body { (say!(words, "privacy-asked-due", day = words.date(claim.due_on(words.zone())))) },
                Some(end) => {
                    p.govuk-body { (ended(words, told, end.at)) }
                    @if !end.answer.is_empty() { p.govuk-body { (end.answer) } }
                }
            }
        }
    }
}

/// “Correction · Your hours”.
pub(super) fn subject(words: &Words, claim: &Claim) -> String {
    let kind = words.say(&format!("privacy-kind-{}", claim.kind.as_str()));
    match &claim.about {
        Some(about) => say!(words, "privacy-asked-about", kind = kind, about = words.say(about)),
        None => kind,
    }
}

/// Where a claim stands, in a word.
pub(super) fn state(words: &Words, claim: &Claim) -> (String, Tone) {
    let (code, tone) = match claim.end.as_ref().map(|end| end.outcome) {
        None => ("waiting", Tone::Soon),
        Some(Outcome::Done) => ("done", Tone::Good),
        Some(Outcome::Declined) => ("declined", Tone::Wrong),
        Some(Outcome::Withdrawn) => ("withdrawn", Tone::Calm),
    };
    (words.say(&format!("privacy-outcome-{code}")), tone)
}

fn ended(words: &Words, told: &Told, at: passerelle_kernel::Timestamp) -> String {
    match &told.ended_by {
        Some(name) => say!(words, "privacy-asked-ended-by", day = words.instant(at), name = name.as_str()),
        None => say!(words, "privacy-asked-ended", day = words.instant(at)),
    }
}
