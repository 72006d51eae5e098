//! Agreements as papers to sign: what they say comes from the nouns, who signs from those who are concerned.
//!
//! Framework agreement, assignment agreement of a mission, addendum for the peer. France: the points that lending at cost must
//! settle (Code du travail, L8241-2). Templates to be checked by a lawyer: said on the coordinator's page, not on the paper.

mod content;
mod framework;
mod mission;

pub use mission::mission_paper;

use axum::response::Response;
use maud::{Markup, html};
use passerelle_access::{Account, account};
use passerelle_documents::{Section, Sheet};
use passerelle_kernel::Id;
use passerelle_signing::{
    Draft,
    access::PAPER_MANAGE,
    form, offer, paper_text, papers_list,
    signer::{Asked, Way},
};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Field, Textarea};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageError, PageResult, Reason as _, Routes, page, redirect};

use crate::outside::Organisation;

/// The right to offer papers.
pub(in crate::pages) const OFFER: Needs = Needs::Right(PAPER_MANAGE);
const EXTRA: usize = 10_000;

pub(super) fn routes() -> Routes {
    framework::routes().and(mission::routes())
}

/// A paper that is about to be offered.
struct Proposed {
    /// What it is without what is typed on the page.
    draft: Draft,
    /// Where the form goes, and where one comes from.
    path: String,
    back: (String, String),
    /// Whether the days of a trial are asked for.
    has_trial: bool,
}

/// The page: what the paper will say, what may be added, who signs.
fn draw(ctx: &Ctx, proposed: &Proposed, fields: &Fields) -> Response {
    let kind = proposed.draft.kind.as_str();
    let title = ctx.say(&format!("placement-signing-{kind}-title"));
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say(&format!("placement-signing-{kind}-lead"))))
        (ui::inset(html! { p.govuk-body { (ctx.say("placement-signing-lawyer")) } }))
        h2.govuk-heading-m { (proposed.draft.content.title) }
        (paper_text(ctx, &proposed.draft.content))
        (ctx.form(&proposed.path, html! {
            h2.govuk-heading-m { (ctx.say("placement-signing-more")) }
            @if proposed.has_trial { (trial(ctx, fields)) }
            (extra(ctx, fields))
            (form::signers(ctx, fields, &ctx.say("placement-signing-offer")))
        }))
    };
    let (path, name) = proposed.back.clone();
    let seen_by = Some(ctx.say("placement-signing-seen-by"));
    page(
        ctx,
        Page { title, main, back: Some((path, Some(name))), seen_by, refused: !fields.is_clean(), ..Page::default() },
    )
}

fn extra(ctx: &Ctx, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("placement-signing-extra"), ctx.say("placement-signing-extra-hint"));
    let (value, error) = (fields.value("extra"), fields.error("extra"));
    let field =
        Field { name: "extra", label: &label, hint: Some(&hint), value, error, optional: true, ..Field::default() };
    ui::textarea(ctx.words(), Textarea { field, rows: Some(6), limit: u32::try_from(EXTRA).ok() })
}

fn trial(ctx: &Ctx, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("placement-signing-trial"), ctx.say("placement-signing-trial-hint"));
    let (value, error) = (fields.value("trial"), fields.error("trial"));
    let field =
        Field { name: "trial", label: &label, hint: Some(&hint), value, error, optional: true, ..Field::default() };
    let (kind, width) = (ui::Kind::Number, ui::Width::Characters(3));
    ui::input(ctx.words(), ui::Input { field, kind, width, ..ui::Input::default() })
}

/// Offers the paper with what was typed, or shows the form again.
async fn act(ctx: &Ctx, proposed: Proposed, mut fields: Fields) -> PageResult {
    if form::wants_more(&fields) {
        return Ok(draw(ctx, &proposed, &fields));
    }
    let trial = match fields.value("trial").trim() {
        "" => Some(None),
        _ => fields.number("trial", 1, 365).map(Some),
    };
    let extra = fields.text_if_given("extra", EXTRA);
    let signers = form::read(ctx, &mut fields).await?;
    let (Some(trial), Some(extra), Some(signers)) = (trial, extra, signers) else {
        return Ok(draw(ctx, &proposed, &fields));
    };
    let draft =
        Draft { signers, content: with_more(ctx, &proposed.draft.content, trial, &extra), ..proposed.draft.clone() };
    match offer(ctx, draft).await {
        Ok(id) => Ok(redirect(&format!("/papers/{id}?done=signing-offered-done"))),
        Err(Failure::Refused(refusal)) => {
            fields.refuse_key("", refusal.key());
            Ok(draw(ctx, &proposed, &fields))
        }
        Err(failure) => Err(failure.into()),
    }
}

/// The content with what was typed on the page.
fn with_more(ctx: &Ctx, content: &Sheet, trial: Option<i64>, extra: &str) -> Sheet {
    let mut content = content.clone();
    if let Some(days) = trial {
        let paragraphs = vec![passerelle_words::say!(ctx.words(), "placement-signing-trial-text", days = days)];
        content.sections.push(Section {
            title: ctx.say("placement-signing-trial-title"),
            paragraphs,
            ..Section::default()
        });
    }
    let paragraphs: Vec<String> =
        extra.split("\n\n").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
    if !paragraphs.is_empty() {
        content.sections.push(Section {
            title: ctx.say("placement-signing-extra-title"),
            paragraphs,
            ..Section::default()
        });
    }
    content
}

/// Somebody with an account as a signer.
async fn with_account(tx: &mut Tx, id: Id<Account>, party: String) -> Result<Asked, PageError> {
    let known = account::find(tx, id).await?;
    let (name, email) = known.map(|known| (known.name, known.email)).unwrap_or_default();
    let way = Some(if email.is_some() { Way::Account } else { Way::OnPaper });
    Ok(Asked { name, party, email, way, ..Asked::default() })
}

/// The papers about something, for those who manage papers: nothing for others.
pub(in crate::pages) async fn about(
    tx: &mut Tx,
    ctx: &Ctx,
    org: Id<Organisation>,
    subjects: &[String],
) -> Result<Markup, PageError> {
    let facts = passerelle_access::Facts { association: Some(org), ..Default::default() };
    if !ctx.actor()?.may(PAPER_MANAGE, &facts) {
        return Ok(Markup::default());
    }
    let mut lines = Vec::new();
    for subject in subjects {
        lines.extend(passerelle_signing::papers_about(tx, org, subject).await?);
    }
    Ok(html! {
        h2.govuk-heading-m { (ctx.say("placement-signing-list")) }
        @if lines.is_empty() { p.govuk-body { (ctx.say("placement-signing-none")) } }
        @else { (papers_list(ctx, &lines)) }
    })
}
