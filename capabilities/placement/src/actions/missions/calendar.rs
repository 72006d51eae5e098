//! The calendar feed of a peer: a secret address that a calendar program subscribes to.

use std::collections::{BTreeSet, HashMap};

use passerelle_access::{Account, account, link};
use passerelle_documents::{Feed, Slot as Entry, write_calendar};
use passerelle_kernel::{Date, Id, Secret, Timestamp};
use passerelle_store::Tx;
use passerelle_web::{Ctx, Stale};
use passerelle_words::Words;

use super::actor;
use crate::{
    Error, access,
    mission::{Mission, Stage},
    period::{Days, later},
    slot::{Every, Occurrence, Slot, Timetable, horizon},
    store::{self, missions::Loaded, slots::Edition},
};

const PURPOSE: &str = "calendar";
const DAYS: i64 = 400;
/// How far back the feed tells single times.
const PAST: i32 = 62;

/// The times of a peer, in the feed.
pub(crate) const FEED: &Stale = &Stale {
    name: "calendar",
    because: "calendar programs fetch it every hour or less; whether the address still opens is not read here",
};

/// Makes a new secret for the calendar feed of the peer who acts; the address before stops working.
///
/// # Errors
/// For somebody who is not a peer.
pub async fn renew_calendar(ctx: &Ctx) -> Result<Secret, Error> {
    let peer = actor(ctx)?;
    if !peer.holds(access::PREFERENCES) {
        return Err(Error::Forbidden);
    }
    let secret = ctx.secret();
    let mut tx = ctx.begin_write().await?;
    link::revoke(&mut tx, PURPOSE, &peer.account.to_string()).await?;
    link::create(&mut tx, &secret, PURPOSE, &peer.account.to_string(), DAYS).await?;
    tx.commit().await?;
    Ok(secret)
}

/// The calendar behind a secret, as iCalendar text; for a secret that opens nothing, nothing is there.
pub(crate) async fn feed(ctx: &Ctx, secret: &str) -> Result<String, Error> {
    let mut tx = ctx.begin_read().await?;
    let found = link::find(&mut tx, secret, PURPOSE).await?.filter(|link| !link.is_expired(ctx.now()));
    let peer: Id<Account> = found.and_then(|link| link.subject.parse().ok()).ok_or(Error::NotFound)?;
    drop(tx);
    of_peer(&mut ctx.begin_stale_read(FEED).await?, ctx, peer).await
}

/// The calendar of a peer, as iCalendar text.
pub(crate) async fn of_peer(tx: &mut Tx, ctx: &Ctx, peer: Id<Account>) -> Result<String, Error> {
    let account = account::find(tx, peer).await?.ok_or(Error::NotFound)?;
    let words = ctx.app().words(account.language);
    let slots = entries(tx, peer, ctx.today()).await?;
    Ok(write_calendar(&Feed { name: feed_name(&words), zone: account.zone, slots }))
}

fn feed_name(words: &Words) -> String {
    words.say("placement-calendar-feed-name")
}

async fn entries(tx: &mut Tx, peer: Id<Account>, today: Date) -> Result<Vec<Entry>, Error> {
    let missions = store::missions::missions_of_peer(tx, peer, &[Stage::Agreed, Stage::Running]).await?;
    let missions: HashMap<Id<Mission>, Loaded> = missions.into_iter().map(|one| (one.mission.id, one)).collect();
    let editions = store::slots::editions(tx, peer).await?;
    let editions: HashMap<Id<Slot>, Edition> = editions.into_iter().map(|one| (one.slot, one)).collect();
    let now = tx.now();
    let mut entries = Vec::new();
    for table in store::slots::of_peer(tx, peer).await? {
        let Some(mission) = missions.get(&table.mission) else { continue };
        let edition = |slot: Option<Id<Slot>>| {
            let found = slot.and_then(|slot| editions.get(&slot));
            found.map_or((0, now), |edition| (edition.version, edition.changed_at))
        };
        for slot in table.slots.iter().filter(|slot| slot.every == Every::Week) {
            entries.extend(weekly(&table, slot, mission, edition(Some(slot.id)), today));
        }
        let is_single = |time: &Occurrence| is_single(&table, time);
        let days = horizon(later(today, -PAST));
        for time in table.occurrences(days).into_iter().filter(is_single) {
            entries.push(single(&time, mission, edition(time.slot)));
        }
    }
    Ok(entries)
}

/// What the weekly entries do not tell: other weeks, moved times, extra times.
fn is_single(table: &Timetable, time: &Occurrence) -> bool {
    let slot = time.slot.and_then(|id| table.slots.iter().find(|slot| slot.id == id));
    slot.is_none_or(|slot| slot.every != Every::Week || time.begins != time.planned_on.to_datetime(slot.start))
}

/// A slot of every week, from its first day in the mission to its last, or as far as is looked ahead.
fn weekly(
    table: &Timetable,
    slot: &Slot,
    mission: &Loaded,
    (version, changed_at): (u32, Timestamp),
    today: Date,
) -> Option<Entry> {
    let ahead = horizon(today).last();
    let whole = Days::new(table.period.from, table.period.until.unwrap_or(ahead).max(table.period.from)).ok()?;
    let first = slot.dates(whole).next()?;
    let starts = first.to_datetime(slot.start);
    let replaced = table.exceptions.iter().filter_map(|exception| exception.replaces());
    let replaced = replaced.filter(|(id, _)| *id == slot.id).map(|(_, on)| on);
    let away = table.away.iter().flat_map(|days| slot.dates(*days));
    Some(Entry {
        uid: format!("{}@passerelle", slot.id),
        summary: mission.mission.title.clone(),
        description: None,
        location: Some(mission.place()),
        starts,
        ends: starts.saturating_add(jiff::SignedDuration::from_mins(slot.minutes.0)),
        weekly_until: Some(slot.period.until.map_or(whole.last(), |until| until.min(whole.last()))),
        exceptions: replaced.chain(away).collect::<BTreeSet<Date>>().into_iter().collect(),
        version,
        changed_at,
    })
}

fn single(time: &Occurrence, mission: &Loaded, (version, changed_at): (u32, Timestamp)) -> Entry {
    let source = time.slot.map_or_else(|| time.mission.to_string(), |slot| slot.to_string());
    Entry {
        uid: format!("{source}-{}-{}@passerelle", time.planned_on, time.begins.strftime("%H%M")),
        summary: mission.mission.title.clone(),
        description: None,
        location: Some(mission.place()),
        starts: time.begins,
        ends: time.ends(),
        weekly_until: None,
        exceptions: Vec::new(),
        version,
        changed_at,
    }
}
