//! What the association does with a paper that waits: send again, correct an address, take it back.

use passerelle_kernel::Id;
use passerelle_web::Ctx;

use super::{Matter, actor, offer::reachable, record, write_to};
use crate::{
    Error,
    paper::{Paper, Stage},
    refusal::Refusal,
    signer::{Asked, Way},
    store::{codes, papers, signers},
};

/// Writes once more to a signer who has not answered.
///
/// # Errors
/// Not found; refused when nothing can be sent, or it was just now.
pub(crate) async fn send_again(ctx: &Ctx, id: Id<Paper>, place: usize) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let loaded = papers::load_paper(&mut tx, actor(ctx)?, id).await?;
    let signer = loaded.paper.signers.get(place).ok_or(Error::NotFound)?;
    if loaded.paper.stage() != Stage::Open || !signer.is_awaited() {
        return Err(Error::Refused(Refusal::AnsweredAlready));
    }
    if signer.way == Way::OnPaper {
        return Err(Error::Refused(Refusal::NothingToSend));
    }
    if signer.is_just_sent(ctx.now()) {
        return Err(Error::Refused(Refusal::SentJustNow));
    }
    write_to(&mut tx, &loaded, signer, Matter::Again).await?;
    signers::note_sent(&mut tx, signer.id, signer.reminded).await?;
    record(&mut tx, ctx, "paper-sent-again", &loaded.paper, signer.account).await?;
    Ok(tx.commit().await?)
}

/// Corrects how a signer is reached: the links of before end, and they are asked anew.
///
/// # Errors
/// Not found; as [`Paper::corrected`]; refused when their way cannot be gone.
pub(crate) async fn correct(ctx: &Ctx, id: Id<Paper>, place: usize, asked: Asked) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let loaded = papers::load_paper(&mut tx, actor(ctx)?, id).await?;
    let asked = reachable(&mut tx, ctx, asked).await?;
    let signer = loaded.paper.clone().corrected(place, asked, ctx.now()).map_err(Error::Refused)?;
    signers::save_correction(&mut tx, loaded.paper.org, &signer).await?;
    codes::forget(&mut tx, signer.id).await?;
    write_to(&mut tx, &loaded, &signer, Matter::Asked).await?;
    record(&mut tx, ctx, "paper-signer-corrected", &loaded.paper, signer.account).await?;
    Ok(tx.commit().await?)
}

/// Takes a paper back; those who were asked or have signed hear of it.
///
/// # Errors
/// Not found; as [`Paper::withdrawn`].
pub(crate) async fn withdraw(ctx: &Ctx, id: Id<Paper>, reason: &str) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let mut loaded = papers::load_paper(&mut tx, actor, id).await?;
    let paper = loaded.paper.clone().withdrawn(reason, actor.account, ctx.now(), ctx.today());
    loaded.paper = paper.map_err(Error::Refused)?;
    papers::save(&mut tx, &loaded.paper).await?;
    for signer in &loaded.paper.signers {
        write_to(&mut tx, &loaded, signer, Matter::Withdrawn).await?;
    }
    record(&mut tx, ctx, "paper-withdrawn", &loaded.paper, None).await?;
    Ok(tx.commit().await?)
}
