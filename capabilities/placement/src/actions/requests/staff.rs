//! What those who coordinate do with a request.

use passerelle_access::Actor;
use passerelle_directory::{
    OrganisationFacts, OrganisationKind,
    actions::{enter_organisation, enter_team},
    find_organisation, find_team,
};
use passerelle_kernel::{Id, Language};
use passerelle_store::Tx;
use passerelle_web::{Ctx, Failure};

use super::{actor, letters, record, team::tell_of_new, unchanged};
use crate::{
    Error,
    access::REQUEST_MANAGE,
    outside::{Organisation, Team},
    refusal::Refusal,
    request::{Answers, Request},
    stamp::Stamp,
    store::{
        remarks,
        requests::{self, Kept},
    },
};

/// Asks the team something; the letter carries the question and a link to answer it.
///
/// # Errors
/// Refused without words, and once the request is decided.
pub async fn ask(ctx: &Ctx, id: Id<Request>, words: &str) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = requests::load_request(&mut tx, actor, id, REQUEST_MANAGE).await?;
    let (request, remark) = kept.request.clone().ask(words, actor.account, tx.now()).map_err(Failure::Refused)?;
    let kept = kept.with(request);
    requests::save(&mut tx, &kept).await?;
    remarks::create(&mut tx, kept.request.org, &remark).await?;
    record(&mut tx, &kept, "request-asked", Some(actor)).await?;
    letters::to_team(&mut tx, &kept, "placement-mail-request-question", &remark.text).await?;
    Ok(tx.commit().await?)
}

/// Says which team of the directory has asked.
///
/// # Errors
/// Refused when the directory does not know the team, and once the request is decided.
pub async fn match_team(ctx: &Ctx, id: Id<Request>, team: Id<Team>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = undecided(&mut tx, actor, id).await?;
    recognise(&mut tx, actor, kept, team).await?;
    Ok(tx.commit().await?)
}

/// Enters the team in the directory as the asker wrote it, in a known institution or with a new one, and matches it:
/// all of it or nothing.
///
/// # Errors
/// Refused once the request is decided; forbidden for those who may not enter institutions.
pub async fn match_new_team(
    ctx: &Ctx,
    id: Id<Request>,
    institution: Option<Id<Organisation>>,
) -> Result<Id<Team>, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = undecided(&mut tx, actor, id).await?;
    let institution = match institution {
        Some(institution) => institution,
        None => new_institution(&mut tx, ctx, &kept).await?,
    };
    let answers = &kept.request.answers;
    let team = enter_team(&mut tx, ctx, institution, &answers.team, &answers.town).await.map_err(of_directory)?;
    recognise(&mut tx, actor, kept, team).await?;
    tx.commit().await?;
    Ok(team)
}

async fn new_institution(tx: &mut Tx, ctx: &Ctx, kept: &Kept) -> Result<Id<Organisation>, Error> {
    let association = find_organisation(tx, kept.request.org).await?;
    let facts = OrganisationFacts {
        kind: OrganisationKind::Institution,
        name: kept.request.answers.institution.clone(),
        town: kept.request.answers.town.clone(),
        country: association.map(|association| association.country).unwrap_or_default(),
        language: kept.language,
        ..OrganisationFacts::default()
    };
    enter_organisation(tx, ctx, &facts).await.map_err(of_directory)
}

/// What the directory refuses of words that our form has taken is a fault of ours.
fn of_directory(failure: passerelle_directory::Error) -> Error {
    match failure {
        Failure::NotFound => Failure::NotFound,
        Failure::Forbidden => Failure::Forbidden,
        Failure::Refused(refusal) => Failure::Internal(refusal.key().to_owned()),
        Failure::Store(error) => Failure::Store(error),
        Failure::Internal(text) => Failure::Internal(text),
    }
}

async fn undecided(tx: &mut Tx, actor: &Actor, id: Id<Request>) -> Result<Kept, Error> {
    let kept = requests::load_request(tx, actor, id, REQUEST_MANAGE).await?;
    if kept.request.waits_for_decision() { Ok(kept) } else { Err(Failure::Refused(Refusal::RequestDecided)) }
}

async fn recognise(tx: &mut Tx, actor: &Actor, kept: Kept, team: Id<Team>) -> Result<(), Error> {
    let facts = find_team(tx, team).await?.ok_or(Failure::Refused(Refusal::TeamNotMatched))?;
    let request = Request { team: Some(team), ..kept.request.clone() };
    let kept = Kept { institution: Some(facts.org), ..kept.with(request) };
    requests::save(tx, &kept).await?;
    record(tx, &kept, "request-team-matched", Some(actor)).await
}

/// Takes the request on: the team gets a letter, a mission sheet comes next.
///
/// # Errors
/// Refused while its team is not recognised, once it is decided, and on a page that is out of date.
pub async fn accept(ctx: &Ctx, id: Id<Request>, seen: Option<i64>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = requests::load_request(&mut tx, actor, id, REQUEST_MANAGE).await?;
    unchanged(&kept, seen)?;
    let stamp = Stamp::of(actor.account, tx.now());
    let request = kept.request.clone().accept(stamp).map_err(Failure::Refused)?;
    let kept = kept.with(request);
    requests::save(&mut tx, &kept).await?;
    record(&mut tx, &kept, "request-accepted", Some(actor)).await?;
    letters::to_team(&mut tx, &kept, "placement-mail-request-accepted", "").await?;
    Ok(tx.commit().await?)
}

/// Says no; the team reads the reason in a letter.
///
/// # Errors
/// Refused without a reason, once it is decided, and on a page that is out of date.
pub async fn decline(ctx: &Ctx, id: Id<Request>, reason: &str, seen: Option<i64>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = requests::load_request(&mut tx, actor, id, REQUEST_MANAGE).await?;
    unchanged(&kept, seen)?;
    let stamp = Stamp::of(actor.account, tx.now());
    let request = kept.request.clone().decline(reason, stamp).map_err(Failure::Refused)?;
    let kept = kept.with(request);
    requests::save(&mut tx, &kept).await?;
    record(&mut tx, &kept, "request-declined", Some(actor)).await?;
    letters::to_team(&mut tx, &kept, "placement-mail-request-declined", reason.trim()).await?;
    Ok(tx.commit().await?)
}

/// Enters and sends a request for a team that phoned or met us; `language` is the one in which the team is written to.
///
/// # Errors
/// Forbidden for those who may not manage requests; refused when an answer is missing.
pub async fn enter_for_team(ctx: &Ctx, answers: Answers, language: Language) -> Result<Id<Request>, Error> {
    let actor = actor(ctx)?;
    let org = match actor.scope(REQUEST_MANAGE) {
        Some(passerelle_access::Scope::Association(org)) => org,
        _ => return Err(Failure::Forbidden),
    };
    let mut tx = ctx.begin_write().await?;
    let now = tx.now();
    let draft = Request::begin(tx.new_id(), org, Some(actor.account), Default::default(), now);
    let request = draft.write(answers).and_then(|draft| draft.submit(ctx.today(), now)).map_err(Failure::Refused)?;
    let kept = Kept { request, version: 1, institution: None, language };
    requests::create(&mut tx, &kept).await?;
    tell_of_new(ctx, &mut tx, &kept, Some(actor)).await?;
    tx.commit().await?;
    Ok(kept.request.id)
}
