//! What a team does with its request, without an account: it holds a secret instead.

use std::collections::BTreeSet;

use passerelle_access::{Actor, link};
use passerelle_kernel::{Id, Secret};
use passerelle_store::Tx;
use passerelle_web::{Ctx, Failure};

use super::{letters, record};
use crate::{
    Error,
    outside::Organisation,
    refusal::Refusal,
    request::{Answers, Request, Stage},
    spoken::Spoken,
    store::{
        remarks,
        requests::{self, DRAFT, FOLLOW, Kept},
    },
};

/// A request that was begun, and the secret with which its writer comes back to it.
#[derive(Debug)]
pub struct Begun {
    /// The request.
    pub request: Id<Request>,
    /// The secret of the draft, for 30 days.
    pub secret: Secret,
}

/// A request that was sent, and a secret with which the team follows it.
#[derive(Debug)]
pub struct Submitted {
    /// The request.
    pub request: Id<Request>,
    /// The secret to follow, for a year; the letter to the team carries another one.
    pub follow: Secret,
}

/// Begins a draft for an association that takes requests.
///
/// # Errors
/// Not found when the association takes none.
pub async fn begin(ctx: &Ctx, org: Id<Organisation>) -> Result<Begun, Error> {
    let mut tx = ctx.begin_write().await?;
    let association = passerelle_directory::find_organisation(&mut tx, org).await?;
    let association = association.filter(|one| one.takes_requests_at.is_some()).ok_or(Failure::NotFound)?;
    let language = ctx.words().language();
    // Where the association works in the reader's language, the work most likely needs it. Somebody who only reads the
    // form in another language says what the work needs.
    let likely = Spoken::read(language.tag()).ok().filter(|_| association.language == language);
    let spoken: BTreeSet<Spoken> = likely.into_iter().collect();
    let request = Request::begin(tx.new_id(), org, None, spoken, tx.now());
    let kept = Kept { request, version: 1, institution: None, language };
    requests::create(&mut tx, &kept).await?;
    let secret = ctx.secret();
    link::create(&mut tx, &secret, DRAFT.0, &kept.request.id.to_string(), DRAFT.1).await?;
    tx.commit().await?;
    Ok(Begun { request: kept.request.id, secret })
}

async fn draft(tx: &mut Tx, secret: &str) -> Result<Kept, Error> {
    requests::by_link(tx, secret, DRAFT.0).await?.ok_or(Failure::NotFound)
}

/// Keeps the answers of a draft, complete or not.
///
/// # Errors
/// Not found without the draft's secret; refused once it is sent.
pub async fn write(ctx: &Ctx, secret: &str, answers: Answers) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let kept = draft(&mut tx, secret).await?;
    if kept.stage() != Stage::Draft {
        return Err(Failure::Refused(Refusal::RequestSent));
    }
    let request = kept.request.clone().write(answers).map_err(Failure::Refused)?;
    requests::save(&mut tx, &Kept { language: ctx.words().language(), ..kept.with(request) }).await?;
    Ok(tx.commit().await?)
}

/// Sends a draft: the team gets a letter with a link to follow it, and those who coordinate get one each.
///
/// # Errors
/// Not found without the draft's secret; refused when an answer is missing or it was sent already.
pub async fn submit(ctx: &Ctx, secret: &str) -> Result<Submitted, Error> {
    let mut tx = ctx.begin_write().await?;
    let kept = draft(&mut tx, secret).await?;
    let request = kept.request.clone().submit(ctx.today(), tx.now()).map_err(Failure::Refused)?;
    let kept = kept.with(request);
    requests::save(&mut tx, &kept).await?;
    tell_of_new(ctx, &mut tx, &kept, None).await?;
    let follow = ctx.secret();
    link::create(&mut tx, &follow, FOLLOW.0, &kept.request.id.to_string(), FOLLOW.1).await?;
    tx.commit().await?;
    Ok(Submitted { request: kept.request.id, follow })
}

/// Writes down that a request came in, and tells both sides.
pub(super) async fn tell_of_new(ctx: &Ctx, tx: &mut Tx, kept: &Kept, by: Option<&Actor>) -> Result<(), Error> {
    record(tx, kept, "request-submitted", by).await?;
    letters::to_team(tx, kept, "placement-mail-request-sent", "").await?;
    if by.is_none() {
        letters::to_coordinators(tx, kept, ctx.today(), "placement-mail-request-new", "").await?;
    }
    Ok(())
}

async fn followed(tx: &mut Tx, secret: &str) -> Result<Kept, Error> {
    requests::by_link(tx, secret, FOLLOW.0).await?.ok_or(Failure::NotFound)
}

/// The team answers a question, or adds something.
///
/// # Errors
/// Not found without a secret to follow; refused without words, and once it is decided.
pub async fn answer(ctx: &Ctx, secret: &str, words: &str) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let kept = followed(&mut tx, secret).await?;
    let (request, remark) = kept.request.clone().answer(words, tx.now()).map_err(Failure::Refused)?;
    let kept = kept.with(request);
    requests::save(&mut tx, &kept).await?;
    remarks::create(&mut tx, kept.request.org, &remark).await?;
    record(&mut tx, &kept, "request-answered", None).await?;
    letters::to_coordinators(&mut tx, &kept, ctx.today(), "placement-mail-request-answer", &remark.text).await?;
    Ok(tx.commit().await?)
}

/// The team no longer asks; no reason is wanted.
///
/// # Errors
/// Not found without a secret to follow; refused once it is decided.
pub async fn withdraw(ctx: &Ctx, secret: &str) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let kept = followed(&mut tx, secret).await?;
    let request = kept.request.clone().withdraw(tx.now()).map_err(Failure::Refused)?;
    let kept = kept.with(request);
    requests::save(&mut tx, &kept).await?;
    record(&mut tx, &kept, "request-withdrawn", None).await?;
    letters::to_coordinators(&mut tx, &kept, ctx.today(), "placement-mail-request-withdrawn", "").await?;
    Ok(tx.commit().await?)
}
