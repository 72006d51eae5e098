//! What people do with signals: the night looks and tells the peer, the peer answers or sets aside, the coordination notes
//! that both have talked. What a peer decides for themself leaves no event.

use passerelle_access::{Actor, Rule};
use passerelle_kernel::{Date, Id};
use passerelle_store::{Event, Tx, job::Job};
use passerelle_web::{App, Ctx, JobContext, JobFuture, Schedule};
use serde_json::json;

use super::missions::write_to;
use crate::{
    Error,
    access::{SIGNAL_OWN, SIGNAL_READ},
    outside::{Organisation, Person},
    refusal::Refusal,
    stamp::Stamp,
    store::signals::{
        self as store, Kept,
        pictures::{pictures, that_hold},
    },
    vigilance::{self, Change, Facts, Found, Kind, Signal, reconcile},
};

pub(crate) const JOB: &str = "placement-signals";

/// Shortly before the night erases what is over.
pub(crate) const SCHEDULE: Schedule = Schedule { at: "57 2 * * *", job: JOB };

pub(crate) fn job(ctx: JobContext, _: Job) -> JobFuture {
    Box::pin(async move { Ok(watch(&ctx.app).await?) })
}

/// What a peer says to a signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The coordination is to see it now, with these words if there are any.
    Now(Option<String>),
    /// These words are to be read with it.
    Words(String),
    /// It is fine; somebody who had nobody to talk to has found somebody.
    Fine,
    /// It is not fine after all.
    Back,
}

/// Looks at the coming weeks of every peer: what is new is told to the peer by a letter, what is gone is over.
///
/// # Errors
/// The engine's error.
pub async fn watch(app: &App) -> Result<(), Error> {
    let today = app.db().clock().today(&app.settings().zone);
    let mut tx = app.db().begin_write().await?;
    store::end_of_left(&mut tx, today).await?;
    tx.commit().await?;
    let mut after = String::new();
    loop {
        let mut tx = app.db().begin_write().await?;
        let peers = store::some_peers(&mut tx, today, &after).await?;
        let Some(last) = peers.last() else { return Ok(()) };
        after = last.to_string();
        keep(&mut tx, &peers, today, By::Letter).await?;
        tx.commit().await?;
    }
}

/// The peer who acts sees what is found about their weeks today, for the association in whose role they act. What is
/// found for another one waits: it is not told by a page that does not show it.
///
/// # Errors
/// Forbidden for nobody; the engine's error.
pub(crate) async fn look(ctx: &Ctx) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let (peer, today) = (actor.account, ctx.today());
    let by = By::Page(actor.seat.as_ref().map(|seat| seat.org));
    let mut tx = ctx.begin_read().await?;
    let is_as_kept = changes(&mut tx, &[peer], today, by)
        .await?
        .into_iter()
        .all(|(_, kept, found)| reconcile(&kept, &found, ctx.now(), true).is_empty());
    drop(tx);
    if is_as_kept {
        return Ok(());
    }
    let mut tx = ctx.begin_write().await?;
    keep(&mut tx, &[peer], today, by).await?;
    Ok(tx.commit().await?)
}

/// The peer says that they have nobody to talk to about their work; the coordination hears of it at once. Said twice, it
/// is one signal.
///
/// # Errors
/// Forbidden without a role.
pub async fn say_alone(ctx: &Ctx) -> Result<Id<Signal>, Error> {
    let actor = actor(ctx)?;
    let org = actor.seat.as_ref().map(|seat| seat.org).ok_or(Error::Forbidden)?;
    let mut tx = ctx.begin_write().await?;
    let said = |kept: &Kept| kept.signal.kind == Kind::Alone && kept.signal.org == Some(org);
    if let Some(said) = store::of_peers(&mut tx, &[actor.account]).await?.into_iter().find(said) {
        return Ok(said.signal.id);
    }
    let found = Found { org: Some(org), facts: Facts::Alone };
    let signal = Signal::raise(tx.new_id(), actor.account, &found, ctx.now(), Some(ctx.now()));
    let signal = signal.share(actor.account, ctx.now()).map_err(Error::Refused)?;
    store::insert(&mut tx, &signal).await?;
    record(&mut tx, actor, (SIGNAL_OWN, "signal-shared"), &signal).await?;
    tx.commit().await?;
    Ok(signal.id)
}

/// The peer answers.
///
/// # Errors
/// Not found for signals of others; refused as [`Signal::share`] and [`Signal::say`].
pub async fn answer_signal(ctx: &Ctx, id: Id<Signal>, answer: Answer) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let signal = store::load(&mut tx, actor, id, SIGNAL_OWN).await?.signal;
    if signal.kind == Kind::Alone && answer == Answer::Fine {
        store::end(&mut tx, id).await?;
        return Ok(tx.commit().await?);
    }
    let (by, now, is_shared) = (actor.account, ctx.now(), matches!(answer, Answer::Now(_)));
    let changed = match answer {
        Answer::Now(None) => signal.share(by, now),
        Answer::Now(Some(words)) => signal.say(by, &words).and_then(|signal| signal.share(by, now)),
        Answer::Words(words) => signal.say(by, &words),
        Answer::Fine => signal.set_aside(by, now),
        Answer::Back => signal.take_up(by, now),
    };
    let changed = changed.map_err(Error::Refused)?;
    store::save(&mut tx, &changed).await?;
    if is_shared {
        record(&mut tx, actor, (SIGNAL_OWN, "signal-shared"), &changed).await?;
    }
    Ok(tx.commit().await?)
}

/// The coordination notes that both have talked about it.
///
/// # Errors
/// Not found before it is open and when its facts are gone; refused as [`Signal::talk`].
pub async fn note_talk(ctx: &Ctx, id: Id<Signal>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = store::load(&mut tx, actor, id, SIGNAL_READ).await?;
    let (seen, _) = that_hold(&mut tx, vec![kept], ctx.today()).await?;
    let signal = seen.into_iter().next().ok_or(Error::NotFound)?.kept.signal;
    let talked = signal.talk(Stamp::of(actor.account, ctx.now())).map_err(Error::Refused)?;
    store::save(&mut tx, &talked).await?;
    record(&mut tx, actor, (SIGNAL_READ, "signal-talked"), &talked).await?;
    Ok(tx.commit().await?)
}

/// How a peer hears of what is new.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// They read it now, in the role of this association.
    Page(Option<Id<Organisation>>),
    /// A letter says that there is something, and not what.
    Letter,
}

/// What is kept and what is found, peer by peer; for a page what it shows.
async fn changes(
    tx: &mut Tx,
    peers: &[Id<Person>],
    today: Date,
    by: By,
) -> Result<Vec<(Id<Person>, Vec<Signal>, Vec<Found>)>, Error> {
    let is_told = |org: Option<Id<Organisation>>| match by {
        By::Letter => true,
        By::Page(here) => org.is_none() || org == here,
    };
    let (pictures, _) = pictures(tx, peers, today).await?;
    let mut kept = store::of_peers(tx, peers).await?;
    kept.retain(|kept| is_told(kept.signal.org));
    let of = |peer: Id<Person>| kept.iter().map(|kept| &kept.signal).filter(move |signal| signal.peer == peer).cloned();
    let found = |picture| vigilance::found(picture).into_iter().filter(|found| is_told(found.org)).collect();
    Ok(pictures.iter().map(|(peer, picture)| (*peer, of(*peer).collect(), found(picture))).collect())
}

/// Keeps what is found about these peers.
async fn keep(tx: &mut Tx, peers: &[Id<Person>], today: Date, by: By) -> Result<(), Error> {
    let now = tx.now();
    for (peer, kept, found) in changes(tx, peers, today, by).await? {
        let is_new = reconcile(&kept, &found, now, false).iter().any(|change| !matches!(change, Change::Over(_)));
        let is_told = match by {
            By::Page(_) => true,
            By::Letter => is_new && write_to(tx, peer, "placement-letter-signal", &[], "/me/signals").await?,
        };
        for change in reconcile(&kept, &found, now, is_told) {
            match change {
                Change::New(found) => {
                    let signal = Signal::raise(tx.new_id(), peer, found, now, is_told.then_some(now));
                    store::insert(tx, &signal).await?;
                }
                Change::Again(signal) | Change::Told(signal) => store::save(tx, &signal).await?,
                Change::Over(id) => store::end(tx, id).await?,
            }
        }
    }
    Ok(())
}

async fn record(tx: &mut Tx, actor: &Actor, (rule, kind): (&Rule, &'static str), signal: &Signal) -> Result<(), Error> {
    let event = Event {
        kind,
        org: signal.org.map(|org: Id<Organisation>| org.to_string()),
        partner: None,
        subject: signal.id.to_string(),
        actor: Some(actor.account.to_string()),
        detail: &json!({}),
    };
    Ok(tx.record_about(event, actor.about(rule, Some(signal.peer))).await?)
}

fn actor(ctx: &Ctx) -> Result<&Actor, Error> {
    ctx.visitor().ok_or(Error::Refused(Refusal::AccountNeeded))
}
