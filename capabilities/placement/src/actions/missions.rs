//! What people do with missions: open, settle the sheet, propose, answer, agree, start, end, keep the schedule.
//!
//! Each function owns one transaction. A form that changes a mission or its sheet sends the version that it has shown.

pub mod agree;
pub mod away;
pub mod calendar;
pub mod ease;
mod formalities;
mod holidays;
pub mod open;
pub mod planning;
pub mod preferences;
pub mod propose;
pub mod run;
pub mod schedule;
mod swaps;
mod weigh;

use passerelle_access::{Account, Actor, Rule, account};
use passerelle_kernel::Id;
use passerelle_store::{Event, Tx};
use passerelle_web::{Ctx, Letter, LetterLink, send_letter};
use serde_json::json;

use crate::{Error, access, mission::Mission, period::Period, refusal::Refusal, slot, store};

pub use agree::agree;
pub use away::{come_back, say_away};
pub use calendar::renew_calendar;
pub use ease::{come_after_all, ease};
pub use formalities::{add_formality, begin_formalities, formalities_of, mark_formality, remove_formality};
pub use holidays::on_holiday;
pub use open::{adjust, open_mission, set_referent};
pub use planning::{propose_planned, start_planning, stop_planning};
pub use preferences::{AvoidedPlace, Terms, set_not_there, set_terms};
pub(crate) use propose::fitting;
pub use propose::{PointAnswer, answer_proposal, propose, settle_point};
pub use run::{end, prolong, reopen, start};
pub use schedule::{add_slot, except, restore_rhythm, stop_slot};
pub use swaps::{answer_swap, ask_swap, withdraw_swap};
pub use weigh::weigh;

/// Who acts; every action of missions needs somebody who is signed in.
pub(super) fn actor(ctx: &Ctx) -> Result<&Actor, Error> {
    ctx.visitor().ok_or(Error::Forbidden)
}

/// Saves a changed mission and writes the event that tells of it.
async fn save(tx: &mut Tx, mission: &Mission, version: i64, kind: &'static str, by: &Actor) -> Result<(), Error> {
    if !store::missions::save(tx, mission, version).await? {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    let loaded = store::missions::find(tx, mission.id).await?.ok_or(Error::NotFound)?;
    tell(tx, &loaded, kind, by).await
}

/// Writes an event about a mission; people of its institution may look at it too.
async fn tell(tx: &mut Tx, loaded: &store::missions::Loaded, kind: &'static str, by: &Actor) -> Result<(), Error> {
    tell_about(tx, loaded, (kind, access::MISSION_MANAGE), by).await
}

/// The same for what another right allowed.
async fn tell_about(
    tx: &mut Tx,
    loaded: &store::missions::Loaded,
    (kind, rule): (&'static str, &Rule),
    by: &Actor,
) -> Result<(), Error> {
    let event = Event {
        kind,
        org: Some(loaded.mission.org.to_string()),
        partner: Some(loaded.institution.to_string()),
        subject: loaded.mission.id.to_string(),
        actor: Some(by.account.to_string()),
        detail: &json!({}),
    };
    Ok(tx.record_about(event, by.about(rule, loaded.peer)).await?)
}

/// Sends a letter to a person, if there is an address; gives whether there is one.
pub(super) async fn write_to(
    tx: &mut Tx,
    person: Id<Account>,
    key: &str,
    args: &[(&str, &str)],
    path: &str,
) -> Result<bool, Error> {
    let Some(Account { email: Some(to), language, name, .. }) = account::find(tx, person).await? else {
        return Ok(false);
    };
    let mut words = vec![("name".to_owned(), name)];
    words.extend(args.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())));
    let link = Some(LetterLink { path: path.to_owned(), purpose: None });
    send_letter(tx, &Letter { to, language, key: key.into(), args: words, link }).await?;
    Ok(true)
}

/// Refuses days of a mission on which its timetable would clash with another mission of the peer.
async fn no_clash(tx: &mut Tx, ctx: &Ctx, mission: &Mission, peer: Id<Account>, days: Period) -> Result<(), Error> {
    let mut ours = store::slots::timetable(tx, mission).await?;
    ours.period = days;
    let others = store::slots::of_peer(tx, peer).await?;
    let others = others.iter().filter(|other| other.mission != mission.id);
    let theirs: Vec<_> = others.flat_map(|other| other.to_come(ctx.today())).collect();
    match slot::clash(&ours.to_come(ctx.today()), &theirs) {
        None => Ok(()),
        Some(clash) => {
            let begins = clash.second.begins;
            Err(Error::Refused(Refusal::Clash { on: begins.date(), at: begins.time() }))
        }
    }
}
