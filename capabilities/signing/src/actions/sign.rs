//! Signing and declining: with an account, by a link (see `by_link`), on paper.

use passerelle_kernel::{Date, Id};
use passerelle_store::Tx;
use passerelle_web::Ctx;
use passerelle_words::{Words, say};

use super::{actor, record};
use crate::{
    Error,
    jobs::FINAL,
    paper::{Paper, Stage},
    refusal::Refusal,
    scan::Media,
    signer::{Means, Signature, Signer},
    store::{
        files::{self, File, Part},
        papers::{self, Loaded},
        signers,
    },
};

/// The words of consent, as they are shown and kept.
pub(crate) fn consent(words: &Words, paper: &Paper, signer: &Signer) -> String {
    let title = paper.title.as_str();
    match signer.party.as_str() {
        "" => say!(words, "signing-consent", title = title),
        party => say!(words, "signing-consent-for", title = title, party = party),
    }
}

/// Signs with the account of the person who acts.
///
/// # Errors
/// Not found for papers of others; as [`Paper::signed`].
pub async fn sign_own(ctx: &Ctx, signer: Id<Signer>, name: &str) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let (loaded, place) = papers::load_own(&mut tx, actor, signer).await?;
    sign(&mut tx, ctx, loaded, place, name, Means::Account(actor.account)).await?;
    Ok(tx.commit().await?)
}

/// Says no, with the account of the person who acts.
///
/// # Errors
/// Not found for papers of others; as [`Paper::declined`].
pub(crate) async fn decline_own(ctx: &Ctx, signer: Id<Signer>, words: &str) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let (loaded, place) = papers::load_own(&mut tx, actor(ctx)?, signer).await?;
    decline(&mut tx, ctx, loaded, place, words).await?;
    Ok(tx.commit().await?)
}

/// A sheet that somebody has signed by hand.
#[derive(Clone, Debug)]
pub struct OnPaper {
    /// Where the signer stands on the paper.
    pub place: usize,
    /// The name under the signature.
    pub name: String,
    /// The day beside it.
    pub on: Date,
    /// The bytes of the scan.
    pub scan: Vec<u8>,
}

/// Enters that somebody has signed on paper, with the scan.
///
/// # Errors
/// Not found, refused for a scan that is no PDF or picture; as [`Paper::signed`].
pub async fn sign_on_paper(ctx: &Ctx, id: Id<Paper>, sheet: OnPaper) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let media = Media::sniff(&sheet.scan).ok_or(Error::Refused(Refusal::ScanUnreadable))?;
    let mut tx = ctx.begin_write().await?;
    let loaded = papers::load_paper(&mut tx, actor, id).await?;
    let signer = loaded.paper.signers.get(sheet.place).ok_or(Error::NotFound)?.id;
    let of = (loaded.paper.org, loaded.paper.id, Some(signer));
    let means = Means::OnPaper { on: sheet.on, recorded_by: actor.account };
    sign(&mut tx, ctx, loaded, sheet.place, &sheet.name, means).await?;
    files::keep(&mut tx, of, Part::Scan, &File { media, bytes: sheet.scan }).await?;
    Ok(tx.commit().await?)
}

/// Signs in this transaction; the last signature replaces the version before and has the evidence made.
pub(super) async fn sign(
    tx: &mut Tx,
    ctx: &Ctx,
    loaded: Loaded,
    place: usize,
    name: &str,
    means: Means,
) -> Result<(), Error> {
    let signer = loaded.paper.signers.get(place).ok_or(Error::NotFound)?;
    let (id, account) = (signer.id, signer.account);
    // On paper the words are those of the sheet.
    let consent = if matches!(means, Means::OnPaper { .. }) {
        String::new()
    } else {
        consent(ctx.words(), &loaded.paper, signer)
    };
    let hash = loaded.paper.hash.clone();
    let signature = Signature { at: ctx.now(), name: name.to_owned(), consent, hash, means };
    let offered_on = loaded.paper.offered.0.to_zoned(ctx.words().zone().clone()).date();
    let paper = loaded.paper.signed(id, signature, offered_on, ctx.today()).map_err(Error::Refused)?;
    if let Some(signer) = paper.signers.get(place) {
        signers::save_answer(tx, paper.org, signer).await?;
    }
    if paper.stage() == Stage::Signed {
        papers::save(tx, &paper).await?;
        replace_former(tx, ctx, &paper).await?;
        tx.enqueue(FINAL, &paper.id).await?;
    }
    record(tx, ctx, "paper-signed", &paper, account).await
}

/// All versions before it: between the last signed one and this one there may be some that nobody signed.
async fn replace_former(tx: &mut Tx, ctx: &Ctx, paper: &Paper) -> Result<(), Error> {
    let mut former = paper.former;
    while let Some(id) = former {
        let Some(found) = papers::find(tx, id).await? else { break };
        former = found.paper.former;
        papers::save(tx, &found.paper.replaced(ctx.now(), ctx.today())).await?;
    }
    Ok(())
}

/// Says no in this transaction.
pub(super) async fn decline(tx: &mut Tx, ctx: &Ctx, loaded: Loaded, place: usize, words: &str) -> Result<(), Error> {
    let signer = loaded.paper.signers.get(place).ok_or(Error::NotFound)?;
    let (id, account) = (signer.id, signer.account);
    let paper = loaded.paper.declined(id, words, ctx.now(), ctx.today()).map_err(Error::Refused)?;
    if let Some(signer) = paper.signers.get(place) {
        signers::save_answer(tx, paper.org, signer).await?;
    }
    papers::save(tx, &paper).await?;
    record(tx, ctx, "paper-declined", &paper, account).await
}
