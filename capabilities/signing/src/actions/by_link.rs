//! Signing without an account: the holder of a link reads, signs or declines, under the name they write.
//!
//! Opening a link never acts, and it can be opened again: mail scanners open links before people do. A link that is too old
//! gives a new one to the same address, and says nothing about whose it is.

use passerelle_access::link;
use passerelle_kernel::Id;
use passerelle_store::{Tx, tries};
use passerelle_web::{Ctx, Sms, send_sms};

use super::{Matter, record, sign, write_to};
use crate::{
    Error,
    access::PAPER_SIGN,
    code::{Sent, TO_NUMBER, TO_SIGNER, fresh},
    reach::masked,
    refusal::Refusal,
    signer::{Means, Signer, Way},
    store::{
        codes,
        papers::{self, Loaded},
        signers,
    },
};

/// What the links in letters are for.
pub(crate) const PURPOSE: &str = "sign-paper";

/// What a link leads to.
pub(crate) enum Opened {
    /// This paper, and where its holder stands on it.
    Here(Box<Loaded>, usize),
    /// Nothing any more: it is too old.
    Old(Box<Loaded>, usize),
    /// Nothing any more: another one was sent in its place.
    Ended,
}

/// What this secret leads to.
///
/// # Errors
/// [`Error::NotFound`] for a secret that nobody was sent.
pub(crate) async fn find_by_link(tx: &mut Tx, ctx: &Ctx, secret: &str) -> Result<Opened, Error> {
    let link = link::find(tx, secret, PURPOSE).await?.ok_or(Error::NotFound)?;
    let (signer, round) = link.subject.split_once('.').ok_or(Error::NotFound)?;
    let signer: Id<Signer> = signer.parse().map_err(|_| Error::NotFound)?;
    let (loaded, place) = papers::find_of_signer(tx, signer).await?.ok_or(Error::NotFound)?;
    let now = loaded.paper.signers.get(place).map_or(0, |signer| signer.round);
    if round != now.to_string() {
        return Ok(Opened::Ended);
    }
    if link.is_expired(ctx.now()) {
        return Ok(Opened::Old(Box::new(loaded), place));
    }
    // Nobody knows who holds the link; that somebody has looked is noted all the same.
    loaded.looked(tx, PAPER_SIGN.name);
    Ok(Opened::Here(Box::new(loaded), place))
}

/// The paper of a link that still opens.
///
/// # Errors
/// [`Error::NotFound`] for any other.
pub(crate) async fn open_by_link(tx: &mut Tx, ctx: &Ctx, secret: &str) -> Result<(Loaded, usize), Error> {
    match find_by_link(tx, ctx, secret).await? {
        Opened::Here(loaded, place) => Ok((*loaded, place)),
        _ => Err(Error::NotFound),
    }
}

/// Signs by a link; with the code that was sent, where that is the way.
///
/// # Errors
/// Not found without a link that opens; refused with a wrong code; as [`crate::paper::Paper::signed`].
pub(crate) async fn sign_by_link(ctx: &Ctx, secret: &str, name: &str, code: &str) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let (loaded, place) = open_by_link(&mut tx, ctx, secret).await?;
    let signer = loaded.paper.signers.get(place).ok_or(Error::NotFound)?.clone();
    let means = match (signer.way, &signer.phone, &signer.email) {
        (Way::Sms, Some(phone), _) if signer.is_awaited() => {
            if let Err(refusal) = try_code(&mut tx, ctx, &signer, secret, code).await? {
                // A try counts although it failed.
                tx.commit().await?;
                return Err(Error::Refused(refusal));
            }
            Means::Sms(masked(phone))
        }
        (Way::Link, _, Some(email)) => Means::Link(masked(email)),
        _ if !signer.is_awaited() => return Err(Error::Refused(Refusal::SignedAlready)),
        _ => return Err(Error::NotFound),
    };
    sign::sign(&mut tx, ctx, loaded, place, name, means).await?;
    codes::forget(&mut tx, signer.id).await?;
    Ok(tx.commit().await?)
}

/// Tries a code; each try counts.
async fn try_code(
    tx: &mut Tx,
    ctx: &Ctx,
    signer: &Signer,
    secret: &str,
    code: &str,
) -> Result<Result<(), Refusal>, Error> {
    let Some(sent) = codes::find(tx, signer.id).await? else { return Ok(Err(Refusal::CodeOver)) };
    codes::count_try(tx, signer.id).await?;
    Ok(sent.check(code, secret, ctx.now()))
}

/// Sends a code to the telephone of the holder of the link.
///
/// # Errors
/// Not found without a link that opens and for other ways; refused within a minute of the last one, after too many in one
/// day, and once answered.
pub(crate) async fn send_code(ctx: &Ctx, secret: &str) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let (loaded, place) = open_by_link(&mut tx, ctx, secret).await?;
    let signer = loaded.paper.signers.get(place).ok_or(Error::NotFound)?;
    let Some(phone) = signer.phone.clone().filter(|_| signer.way == Way::Sms) else { return Err(Error::NotFound) };
    if !signer.is_awaited() {
        return Err(Error::Refused(Refusal::AnsweredAlready));
    }
    if let Some(last) = codes::find(&mut tx, signer.id).await? {
        last.may_follow(ctx.now()).map_err(Error::Refused)?;
    }
    let of_signer = tries::count(&mut tx, &format!("signing code of {}", signer.id), TO_SIGNER).await?;
    let of_number = tries::count(&mut tx, &format!("signing code to {phone}"), TO_NUMBER).await?;
    if of_signer.and(of_number).is_err() {
        return Err(Error::Refused(Refusal::CodeMany));
    }
    let code = fresh(ctx.db().chance());
    codes::put(&mut tx, loaded.paper.org, signer.id, &Sent::now(&code, secret, ctx.now())).await?;
    let (language, key) = (ctx.words().language(), "signing-sms-code".to_owned());
    let args = vec![("code".to_owned(), code)];
    send_sms(&mut tx, &Sms { to: phone, language, key, args, link: None }).await?;
    Ok(tx.commit().await?)
}

/// Says no by a link.
///
/// # Errors
/// Not found without a link that opens; as [`crate::paper::Paper::declined`].
pub(crate) async fn decline_by_link(ctx: &Ctx, secret: &str, words: &str) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let (loaded, place) = open_by_link(&mut tx, ctx, secret).await?;
    sign::decline(&mut tx, ctx, loaded, place, words).await?;
    Ok(tx.commit().await?)
}

/// Sends a new link in place of one that is too old, to the address that is known; one in ten minutes is enough.
///
/// # Errors
/// Not found without a link that is too old.
pub(crate) async fn renew_link(ctx: &Ctx, secret: &str) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let Opened::Old(loaded, place) = find_by_link(&mut tx, ctx, secret).await? else { return Err(Error::NotFound) };
    let signer = loaded.paper.signers.get(place).ok_or(Error::NotFound)?;
    if !signer.is_just_sent(ctx.now()) {
        write_to(&mut tx, &loaded, signer, Matter::Again).await?;
        signers::note_sent(&mut tx, signer.id, signer.reminded).await?;
        record(&mut tx, ctx, "paper-link-renewed", &loaded.paper, signer.account).await?;
    }
    Ok(tx.commit().await?)
}
