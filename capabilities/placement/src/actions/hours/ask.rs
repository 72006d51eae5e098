//! To ask the team to confirm a month: a letter to the mission's referent with a link that needs no account.
//!
//! Without a named address the letter goes to those who hold the referent's role in the team. One letter a day is
//! enough: asking again sooner sends nothing.

use passerelle_access::Rule;
use passerelle_kernel::{Id, Minutes};
use passerelle_store::Tx;
use passerelle_web::{Ctx, Letter, LetterLink, send_letter};

use super::{PURPOSE, actor, told};
use crate::{
    Error,
    access::{HOURS_APPROVE, HOURS_RECORD},
    hours::{MonthSheet, Stage},
    mission::Mission,
    period::Month,
    refusal::Refusal,
    store::{
        hours::{self, Addressee},
        missions,
    },
};

/// For how many days the link opens.
const DAYS: i64 = 60;
/// How soon a team may be asked again, in milliseconds.
const AGAIN: i64 = 24 * 3_600_000;

/// The peer has recorded the month: the team is asked to confirm it.
///
/// # Errors
/// Refused when nothing waits for the team, and when nobody is named in it.
pub async fn close_month(ctx: &Ctx, mission: Id<Mission>, month: Month) -> Result<(), Error> {
    ask(ctx, mission, month, HOURS_RECORD).await
}

/// The coordinator asks the team to confirm a month.
///
/// # Errors
/// As [`close_month`].
pub async fn ask_for_confirmation(ctx: &Ctx, mission: Id<Mission>, month: Month) -> Result<(), Error> {
    ask(ctx, mission, month, HOURS_APPROVE).await
}

async fn ask(ctx: &Ctx, mission: Id<Mission>, month: Month, rule: &'static Rule) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let loaded = missions::load_mission(&mut tx, actor, mission, rule).await?;
    let entries = hours::of_mission(&mut tx, mission, month).await?;
    let waiting = MonthSheet::of(mission, month, &entries).at(Stage::Recorded);
    if !entries.iter().any(|entry| entry.stage() == Stage::Recorded) {
        return Err(Error::Refused(Refusal::NothingWaits));
    }
    let asked = hours::asked(&mut tx, mission, month).await?;
    if asked.is_some_and(|at| ctx.now().as_millisecond() < at.as_millisecond() + AGAIN) {
        return Ok(());
    }
    let addressees = addressees(&mut tx, ctx, &loaded).await?;
    if addressees.is_empty() {
        return Err(Error::Refused(Refusal::NobodyConfirms));
    }
    for addressee in &addressees {
        send_letter(&mut tx, &letter(ctx, &loaded, month, waiting, addressee)).await?;
    }
    hours::ask(&mut tx, mission, month, loaded.facts().association).await?;
    told(&mut tx, ctx, (rule, "hours-confirmation-asked"), mission, &loaded.facts()).await?;
    Ok(tx.commit().await?)
}

/// Who is written to about a mission: its referent, else those who hold the referent's role in its team.
///
/// # Errors
/// The engine's error.
pub(crate) async fn addressees(tx: &mut Tx, ctx: &Ctx, loaded: &missions::Loaded) -> Result<Vec<Addressee>, Error> {
    let named = loaded.mission.referent.as_ref().filter(|referent| !referent.email.trim().is_empty());
    if let Some(referent) = named {
        let (name, email) = (referent.name.clone(), referent.email.clone());
        return Ok(vec![Addressee { name, email, language: ctx.words().language() }]);
    }
    Ok(hours::referents(tx, loaded.mission.team, ctx.today()).await?)
}

fn letter(ctx: &Ctx, loaded: &missions::Loaded, month: Month, waiting: Minutes, to: &Addressee) -> Letter {
    let words = ctx.app().words(to.language);
    let arg = |name: &str, value: String| (name.to_owned(), value);
    Letter {
        to: to.email.clone(),
        language: to.language,
        key: "placement-mail-confirm-hours".to_owned(),
        args: vec![
            arg("name", to.name.clone()),
            arg("peer", loaded.peer_name.clone().unwrap_or_default()),
            arg("mission", loaded.mission.title.clone()),
            arg("org", loaded.org_name.clone()),
            arg("month", words.month(month.days().first())),
            arg("hours", words.hours(waiting)),
        ],
        link: Some(LetterLink {
            path: "/confirm/".to_owned(),
            purpose: Some((PURPOSE.to_owned(), loaded.mission.id.to_string(), DAYS)),
        }),
    }
}
