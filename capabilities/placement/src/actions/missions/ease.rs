//! A peer makes the rest of the month lighter, and takes a time back. The teams learn on which days nobody comes; why is
//! asked by nobody and kept nowhere.

use std::collections::BTreeMap;

use passerelle_access::account;
use passerelle_kernel::{Date, Id};
use passerelle_store::Tx;
use passerelle_web::{Ctx, Letter, send_letter};
use passerelle_words::{Words, say};

use super::{actor, tell_about, write_to};
use crate::{
    Error, access,
    actions::hours::addressees,
    easing,
    mission::Mission,
    outside::Organisation,
    period::Days,
    refusal::Refusal,
    slot::{self, Exception, Timetable},
    store::{self, easings::LeftOut, missions::Loaded},
};

/// How many days a letter names one by one.
const NAMED: usize = 10;

/// The missions of the peer in the association for which they act now, each with its timetable.
pub(super) async fn own(tx: &mut Tx, ctx: &Ctx) -> Result<Vec<(Loaded, Timetable)>, Error> {
    let actor = actor(ctx)?;
    let mut own = Vec::new();
    for table in store::slots::of_peer(tx, actor.account).await? {
        let Some(loaded) = store::missions::find(tx, table.mission).await? else { continue };
        if actor.may(access::SCHEDULE_EASE, &loaded.facts()) {
            own.push((loaded, table));
        }
    }
    Ok(own)
}

/// The association for which the actor acts now.
pub(super) fn seat(ctx: &Ctx) -> Result<Id<Organisation>, Error> {
    actor(ctx)?.seat.as_ref().map(|seat| seat.org).ok_or(Error::Forbidden)
}

/// Leaves out times of the rest of this month; gives how many.
///
/// # Errors
/// Refused in the last days of a month, and when no time is left that could be left out.
pub async fn ease(ctx: &Ctx) -> Result<usize, Error> {
    let days = easing::days(ctx.today()).ok_or(Error::Refused(Refusal::NothingToEase))?;
    let mut tx = ctx.begin_write().await?;
    let own = own(&mut tx, ctx).await?;
    let tables: Vec<Timetable> = own.iter().map(|(_, table)| table.clone()).collect();
    let eased = easing::ease(&tables, days);
    if eased.is_empty() {
        return Err(Error::Refused(Refusal::NothingToEase));
    }
    let mut days_of: BTreeMap<Id<Mission>, Vec<Date>> = BTreeMap::new();
    for (mission, exception) in &eased {
        let loaded = own.iter().map(|(loaded, _)| loaded).find(|loaded| loaded.mission.id == *mission);
        let org = loaded.ok_or(Error::NotFound)?.mission.org;
        store::slots::except(&mut tx, org, *mission, exception).await?;
        store::easings::mark(&mut tx, exception).await?;
        days_of.entry(*mission).or_default().extend(exception.replaces().map(|(_, on)| on));
    }
    for (loaded, _) in &own {
        let Some(days) = days_of.get(&loaded.mission.id) else { continue };
        write(&mut tx, ctx, loaded, "placement-mail-eased", days).await?;
        tell_about(&mut tx, loaded, ("mission-schedule-changed", access::SCHEDULE_EASE), actor(ctx)?).await?;
    }
    tx.commit().await?;
    Ok(eased.len())
}

/// The days of this month from today on, and what is left out on them.
///
/// # Errors
/// Forbidden without a role.
pub(crate) async fn left_out(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<LeftOut>, Error> {
    let month = crate::period::Month::of(ctx.today()).days();
    let days = Days::new(ctx.today(), month.last()).map_err(Error::Refused)?;
    Ok(store::easings::left_out(tx, actor(ctx)?.account, seat(ctx)?, days).await?)
}

/// The peer comes after all.
///
/// # Errors
/// Not found for what the peer has not left out; refused when the moment was given to something else since.
pub async fn come_after_all(ctx: &Ctx, exception: Id<Exception>) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let wanted = left_out(ctx, &mut tx).await?.into_iter().find(|one| one.id == exception).ok_or(Error::NotFound)?;
    let own = own(&mut tx, ctx).await?;
    let (loaded, table) =
        own.into_iter().find(|(loaded, _)| loaded.mission.id == wanted.mission).ok_or(Error::NotFound)?;
    bring_back(&mut tx, ctx, (&loaded, table), exception, wanted.on).await?;
    tell_about(&mut tx, &loaded, ("mission-schedule-changed", access::SCHEDULE_EASE), actor(ctx)?).await?;
    Ok(tx.commit().await?)
}

/// A time that the peer has left out takes place after all.
///
/// # Errors
/// Not found for what is not left out; refused when the moment was given to something else since.
pub(super) async fn bring_back(
    tx: &mut Tx,
    ctx: &Ctx,
    (loaded, table): (&Loaded, Timetable),
    exception: Id<Exception>,
    on: Date,
) -> Result<(), Error> {
    let kept = store::slots::kept(tx, loaded.mission.id).await?;
    let kept = kept.into_iter().find(|kept| kept.id == exception).ok_or(Error::NotFound)?;
    let others = store::slots::of_peer(tx, actor(ctx)?.account).await?;
    table.restore(&kept.exception, &others, slot::horizon(ctx.today())).map_err(Error::Refused)?;
    store::slots::forget(tx, kept).await?;
    write(tx, ctx, loaded, "placement-mail-eased-back", &[on]).await
}

/// Tells the team and the coordinator on which days something is different.
pub(super) async fn write(tx: &mut Tx, ctx: &Ctx, loaded: &Loaded, key: &str, days: &[Date]) -> Result<(), Error> {
    let peer = loaded.peer_name.clone().unwrap_or_default();
    for to in addressees(tx, ctx, loaded).await? {
        let words = ctx.app().words(to.language);
        let args = [
            ("name", to.name.clone()),
            ("peer", peer.clone()),
            ("mission", loaded.mission.title.clone()),
            ("days", in_words(&words, days)),
            ("org", loaded.org_name.clone()),
        ];
        let args = args.map(|(name, value)| (name.to_owned(), value)).to_vec();
        let letter = Letter { to: to.email, language: to.language, key: key.to_owned(), args, link: None };
        send_letter(tx, &letter).await?;
    }
    let Some(coordinator) = loaded.mission.agreed_by() else { return Ok(()) };
    let Some(known) = account::find(tx, coordinator).await? else { return Ok(()) };
    let words = ctx.app().words(known.language);
    let days = in_words(&words, days);
    let args = [("peer", peer.as_str()), ("mission", loaded.mission.title.as_str()), ("days", days.as_str())];
    let path = format!("/missions/{}/schedule", loaded.mission.id);
    write_to(tx, coordinator, &format!("{key}-coordinator"), &args, &path).await.map(drop)
}

/// Each day, or from the first to the last when there are many.
fn in_words(words: &Words, days: &[Date]) -> String {
    match days {
        [first, .., last] if days.len() > NAMED => {
            say!(words, "placement-days-between", from = words.date(*first), until = words.date(*last))
        }
        _ => words.list(&days.iter().map(|day| words.date(*day)).collect::<Vec<_>>()),
    }
}
