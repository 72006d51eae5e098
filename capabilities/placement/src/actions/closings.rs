//! Closing a month for all of an association, and opening it again with a reason.

use passerelle_access::Actor;
use passerelle_kernel::Id;
use passerelle_store::{Event, Tx};
use passerelle_web::Ctx;
use serde_json::json;

use super::missions::actor;
use crate::{
    Error, absence,
    access::MONTH_CLOSE,
    closing::{Closing, StillOpen},
    hours::silent_weeks,
    outside::Organisation,
    period::{Days, Month, Week, later},
    refusal::Refusal,
    stamp::Stamp,
    store::{
        self,
        closings::{Unapproved, Weeks, Worked},
    },
};

/// What is not done yet in a month, in detail.
pub(crate) struct Left {
    /// Hours that are not approved, mission by mission.
    pub(crate) unapproved: Vec<Unapproved>,
    /// Missions with weeks of which nothing is known.
    pub(crate) silent: Vec<(Worked, Vec<Week>)>,
}

impl Left {
    /// How much that is.
    pub(crate) fn sum(&self) -> StillOpen {
        let entries: i64 = self.unapproved.iter().map(|one| one.entries).sum();
        let weeks = self.silent.iter().map(|(_, weeks)| weeks.len()).sum();
        StillOpen { entries: usize::try_from(entries).unwrap_or(usize::MAX), weeks }
    }
}

/// What is not done yet in a month of an association.
///
/// # Errors
/// The engine's error.
pub(crate) async fn left(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>, month: Month) -> Result<Left, Error> {
    let unapproved = store::closings::unapproved(tx, org, month.days()).await?;
    let (first, last) = (Week::of(month.days().first()).days(), Week::of(month.days().last()).days());
    let whole = Days::new(first.first(), last.last()).map_err(Error::Refused)?;
    let weeks = store::closings::weeks(tx, org, whole).await?;
    // Of a month that is over, the week that goes on in the next one counts too.
    let is_over = month.days().last() < ctx.today();
    let until = if is_over { ctx.today().max(later(whole.last(), 1)) } else { ctx.today() };
    let silent = weeks.worked.iter().map(|one| (one.clone(), silent(&weeks, one, whole, until)));
    let silent = silent.filter(|(_, weeks)| !weeks.is_empty()).collect();
    Ok(Left { unapproved, silent })
}

/// The weeks of a mission, over on this day, of which nothing is known; who is away has nothing to say.
fn silent(weeks: &Weeks, one: &Worked, whole: Days, until: passerelle_kernel::Date) -> Vec<Week> {
    let known: Vec<_> = weeks.known.iter().filter(|(id, _)| *id == one.mission).map(|(_, date)| *date).collect();
    let away: Vec<Days> = weeks.away.iter().filter(|(peer, _)| *peer == one.peer).map(|(_, days)| *days).collect();
    let mut quiet = absence::weeks(&away, whole);
    quiet.extend(weeks.quiet.iter().filter(|(id, _)| *id == one.mission).map(|(_, monday)| Week::of(*monday)));
    let Some(days) = one.period.within(whole) else { return Vec::new() };
    let period = crate::period::Period { from: days.first(), until: Some(days.last()) };
    silent_weeks(period, &known, &quiet, until)
}

/// Closes a month for all of the actor's association; `anyway` although something is open.
///
/// # Errors
/// Forbidden; as [`Closing::close`].
pub async fn close_for_all(ctx: &Ctx, month: Month, anyway: bool) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let org = actor.association(MONTH_CLOSE).ok_or(Error::Forbidden)?;
    let mut tx = ctx.begin_write().await?;
    let before = store::closings::of_org(&mut tx, org, month).await?;
    let open = left(&mut tx, ctx, org, month).await?.sum();
    let stamp = Stamp::of(actor.account, ctx.now());
    let closing = Closing::close((ctx.new_id(), org, month), &before, (open, anyway), ctx.today(), stamp);
    let closing = closing.map_err(Error::Refused)?;
    store::closings::insert(&mut tx, &closing).await?;
    record(&mut tx, actor, &closing, "month-closed").await?;
    Ok(tx.commit().await?)
}

/// Opens a closed month of the actor's association again.
///
/// # Errors
/// Forbidden; refused without a reason, and when the month is not closed.
pub async fn reopen_month(ctx: &Ctx, month: Month, reason: &str) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let org = actor.association(MONTH_CLOSE).ok_or(Error::Forbidden)?;
    let mut tx = ctx.begin_write().await?;
    let closings = store::closings::of_org(&mut tx, org, month).await?;
    let closed = closings.into_iter().find(|one| one.month == month && one.is_closed());
    let closed = closed.ok_or(Error::Refused(Refusal::MonthNotClosed))?;
    let open = closed.reopen(reason, Stamp::of(actor.account, ctx.now())).map_err(Error::Refused)?;
    if !store::closings::reopen(&mut tx, &open).await? {
        return Err(Error::Refused(Refusal::MonthNotClosed));
    }
    record(&mut tx, actor, &open, "month-reopened").await?;
    Ok(tx.commit().await?)
}

async fn record(tx: &mut Tx, actor: &Actor, closing: &Closing, kind: &'static str) -> Result<(), Error> {
    let event = Event {
        kind,
        org: Some(closing.org.to_string()),
        partner: None,
        subject: closing.id.to_string(),
        actor: Some(actor.account.to_string()),
        detail: &json!({ "month": closing.month.to_string() }),
    };
    Ok(tx.record_about(event, actor.about(MONTH_CLOSE, None)).await?)
}
