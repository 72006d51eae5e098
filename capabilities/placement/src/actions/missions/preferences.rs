//! What peers decide about their own work. The private list leaves no event: nobody else hears that it changed.

use passerelle_access::Actor;
use passerelle_kernel::Minutes;
use passerelle_web::Ctx;

pub use crate::{private_list::AvoidedPlace, store::preferences::Terms};

use super::actor;
use crate::{Error, access, refusal::Refusal, store};

/// The most hours a week that a ceiling may name: nobody works longer on average (directive 2003/88/EC, article 6).
const MOST: Minutes = Minutes::hours(48);
/// The longest way, one way, that can be told.
const LONGEST_WAY: Minutes = Minutes::hours(4);

/// Keeps what the peer tells of how they want to work.
///
/// # Errors
/// Refused for a ceiling or a way beyond belief, for more hours hoped for than the ceiling, for days that are turned round, and when it was changed meanwhile.
pub async fn set_terms(ctx: &Ctx, terms: &Terms) -> Result<(), Error> {
    let peer = peer(ctx)?;
    if terms.ceiling.is_some_and(|ceiling| !(Minutes(30)..=MOST).contains(&ceiling)) {
        return Err(Error::Refused(Refusal::HoursAWeekOutOfRange));
    }
    if terms.wished.is_some_and(|wished| wished < Minutes(30) || wished > terms.ceiling.unwrap_or(MOST)) {
        return Err(Error::Refused(Refusal::MoreThanCeiling));
    }
    if terms.travel.is_some_and(|(_, most)| !(Minutes(1)..=LONGEST_WAY).contains(&most)) {
        return Err(Error::Refused(Refusal::MinutesOutOfRange));
    }
    if terms.from.zip(terms.until).is_some_and(|(from, until)| until < from) {
        return Err(Error::Refused(Refusal::DatesTurnedRound));
    }
    let mut tx = ctx.begin_write().await?;
    if !store::preferences::save_terms(&mut tx, peer.account, terms).await? {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    Ok(tx.commit().await?)
}

/// Puts a place on the private list of the peer who acts, or takes it off.
///
/// # Errors
/// For somebody who is not a peer; refused when the list is full.
pub async fn set_not_there(ctx: &Ctx, place: AvoidedPlace, listed: bool) -> Result<(), Error> {
    let peer = peer(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let list = store::private_list::find(&mut tx, peer.account).await?;
    let list = list.with(place, listed).map_err(Error::Refused)?;
    store::private_list::keep(&mut tx, peer.account, &list).await?;
    Ok(tx.commit().await?)
}

fn peer(ctx: &Ctx) -> Result<&Actor, Error> {
    actor(ctx)?.holds(access::PREFERENCES).then(|| actor(ctx)).ok_or(Error::Forbidden)?
}
