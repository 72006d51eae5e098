//! The framework agreement as a paper that the association and the institution sign.

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
    agreement::Agreement,
    papers::of_agreement,
    store::{
        agreements::{self, load_agreement},
        parties,
    },
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/agreements/{agreement}/paper", OFFER, ask).post(
        "/agreements/{agreement}/paper",
        OFFER,
        send,
    )
}

async fn load(ctx: &Ctx, id: Id<Agreement>) -> Result<Proposed, PageError> {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let loaded = load_agreement(&mut tx, actor, id, PAPER_MANAGE).await?;
    let missions = agreements::missions(&mut tx, id).await?;
    let lender = parties::side(&mut tx, loaded.agreement.org).await?;
    let host = parties::side(&mut tx, loaded.agreement.institution).await?;
    let words = ctx.words();
    let party = say!(words, "placement-signing-for", name = lender.name.as_str());
    let own = with_account(&mut tx, actor.account, party).await?;
    let party = say!(words, "placement-signing-for", name = host.name.as_str());
    let institution = Asked { party, way: Some(Way::Link), ..Asked::default() };
    let draft = Draft {
        kind: Kind::Framework,
        language: words.language(),
        content: content::framework(ctx, &loaded.agreement, &missions, &lender, &host),
        subject: Some(of_agreement(id)),
        about: Some(format!("/agreements/{id}")),
        ends_on: loaded.agreement.period.until,
        former: None,
        signers: vec![own, institution],
    };
    let back = (format!("/agreements/{id}"), loaded.institution_name.clone());
    Ok(Proposed { draft, path: format!("/agreements/{id}/paper"), back, has_trial: false })
}

async fn ask(ctx: Ctx, Path(id): Path<Id<Agreement>>) -> PageResult {
    let proposed = load(&ctx, id).await?;
    let fields = form::with_signers(Fields::empty(&ctx), &proposed.draft.signers);
    Ok(draw(&ctx, &proposed, &fields))
}

async fn send(ctx: Ctx, Path(id): Path<Id<Agreement>>, fields: Fields) -> PageResult {
    let proposed = load(&ctx, id).await?;
    act(&ctx, proposed, fields).await
}
