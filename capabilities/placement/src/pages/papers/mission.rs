//! A mission as papers: the assignment agreement that association, institution and peer sign, and the peer's addendum.

use axum::extract::Path;
use passerelle_kernel::Id;
use passerelle_signing::{
    Draft,
    access::PAPER_MANAGE,
    form,
    paper::Kind,
    signer::{Asked, Way},
};
use passerelle_web::{Ctx, Fields, PageError, PageResult, Routes};
use passerelle_words::say;

use super::{OFFER, Proposed, act, content, draw, with_account};
use crate::{
    mission::Mission,
    papers::of_mission,
    store::{agreements, missions, parties, sheets, slots},
};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/missions/{mission}/paper", OFFER, ask_assignment)
        .post("/missions/{mission}/paper", OFFER, send_assignment)
        .get("/missions/{mission}/addendum", OFFER, ask_addendum)
        .post("/missions/{mission}/addendum", OFFER, send_addendum)
}

async fn load(ctx: &Ctx, id: Id<Mission>, kind: Kind) -> Result<Proposed, PageError> {
    let actor = ctx.actor()?;
    let words = ctx.words();
    let mut tx = ctx.begin_read().await?;
    let loaded = missions::load_mission(&mut tx, actor, id, PAPER_MANAGE).await?;
    let Some(peer) = loaded.peer else { return Err(PageError::Refused("placement-refusal-mission-not-agreed")) };
    let facts = content::Assignment {
        agreement: match parties::agreement_of(&mut tx, id).await? {
            Some(agreement) => agreements::find(&mut tx, agreement).await?.map(|found| found.agreement),
            None => None,
        },
        sheet: sheets::find(&mut tx, id).await?,
        table: slots::timetable(&mut tx, &loaded.mission).await?,
        lender: parties::side(&mut tx, loaded.mission.org).await?,
        host: parties::side(&mut tx, loaded.institution).await?,
    };
    let for_side = |name: &str| say!(words, "placement-signing-for", name = name);
    let own = with_account(&mut tx, actor.account, for_side(&facts.lender.name)).await?;
    let person = with_account(&mut tx, peer, ctx.say("placement-signing-for-self")).await?;
    let named = loaded.mission.referent.clone().unwrap_or_default();
    let email = Some(named.email).filter(|email| !email.is_empty());
    let phone = Some(named.phone).filter(|phone| !phone.is_empty());
    let (party, way) = (for_side(&facts.host.name), Some(Way::Link));
    let host = Asked { name: named.name, party, email, phone, way, account: None };
    let [agreement, addendum] = of_mission(id);
    let is_addendum = kind == Kind::Addendum;
    let (subject, end) = if is_addendum { (addendum, "addendum") } else { (agreement, "paper") };
    let (content, signers) = if is_addendum {
        (content::addendum(ctx, &loaded, &facts), vec![own, person])
    } else {
        (content::assignment(ctx, &loaded, &facts), vec![own, host, person])
    };
    let draft = Draft {
        kind,
        language: words.language(),
        content,
        subject: Some(subject),
        about: Some(format!("/missions/{id}")),
        ends_on: loaded.mission.period.until,
        former: None,
        signers,
    };
    let back = (format!("/missions/{id}"), loaded.mission.title.clone());
    Ok(Proposed { draft, path: format!("/missions/{id}/{end}"), back, has_trial: true })
}

/// The assignment agreement or the addendum of a mission that has a peer, with those who usually sign it.
///
/// # Errors
/// Not found and forbidden as for its page; refused without a peer.
pub async fn mission_paper(ctx: &Ctx, id: Id<Mission>, kind: Kind) -> Result<Draft, PageError> {
    Ok(load(ctx, id, kind).await?.draft)
}

async fn ask(ctx: &Ctx, id: Id<Mission>, kind: Kind) -> PageResult {
    let proposed = load(ctx, id, kind).await?;
    let fields = form::with_signers(Fields::empty(ctx), &proposed.draft.signers);
    Ok(draw(ctx, &proposed, &fields))
}

async fn ask_assignment(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    ask(&ctx, id, Kind::Assignment).await
}

async fn ask_addendum(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    ask(&ctx, id, Kind::Addendum).await
}

async fn send_assignment(ctx: Ctx, Path(id): Path<Id<Mission>>, fields: Fields) -> PageResult {
    let proposed = load(&ctx, id, Kind::Assignment).await?;
    act(&ctx, proposed, fields).await
}

async fn send_addendum(ctx: Ctx, Path(id): Path<Id<Mission>>, fields: Fields) -> PageResult {
    let proposed = load(&ctx, id, Kind::Addendum).await?;
    act(&ctx, proposed, fields).await
}
