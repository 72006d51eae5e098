//! The peer's forms on the page of hours: record, say that a week is quiet, ask the team to confirm a month.

use passerelle_access::Scope;
use passerelle_kernel::Id;
use passerelle_web::{Ctx, Fields, PageError, PageResult, redirect};

use super::{mine, quick, show};
use crate::{
    Error,
    access::HOURS_RECORD,
    actions::hours as actions,
    mission::Mission,
    period::{Month, Week},
    refusal::Refusal,
};

pub(super) async fn record(ctx: Ctx, mut fields: Fields) -> PageResult {
    let mission = fields.choice("mission", |text| text.parse().ok(), "placement-hours-mission-missing");
    let work = quick::work(&ctx, &mut fields);
    let (Some(mission), Some(work)) = (mission, work) else { return again(&ctx, &fields).await };
    match actions::record(&ctx, mission, work).await {
        Ok(_) => Ok(redirect(&format!("{}?done=placement-hours-recorded-done", back(&fields)))),
        Err(Error::Refused(refusal)) => {
            fields.refuse_key(quick::field_of(refusal), refusal.key());
            again(&ctx, &fields).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The page once more, with what was typed and what to change.
async fn again(ctx: &Ctx, fields: &Fields) -> PageResult {
    let Some(Scope::Own(org, peer)) = ctx.actor()?.scope(HOURS_RECORD) else { return Err(PageError::Forbidden) };
    let mine = mine::load(ctx, org, peer, Month::of(ctx.today())).await?;
    Ok(mine::render(ctx, &mine, fields))
}

pub(super) async fn quiet(ctx: Ctx, fields: Fields) -> PageResult {
    let mission = mission(&fields)?;
    // Today's page names the week that it asks about; elsewhere it is this one.
    let week = fields.value("week").parse().map_or_else(|_| Week::of(ctx.today()), Week::of);
    actions::quiet(&ctx, mission, week).await?;
    Ok(redirect(&format!("{}?done=placement-hours-quiet-done", back(&fields))))
}

pub(super) async fn close(ctx: Ctx, mut fields: Fields) -> PageResult {
    let (mission, month) = (mission(&fields)?, show::month_of(&ctx, fields.value("month")));
    match actions::close_month(&ctx, mission, month).await {
        Ok(()) => Ok(redirect("/hours?done=placement-hours-closed-done")),
        Err(Error::Refused(refusal @ (Refusal::NobodyConfirms | Refusal::NothingWaits))) => {
            fields.refuse_key("", refusal.key());
            again(&ctx, &fields.with("day", "today").with("activity", "presence")).await
        }
        Err(error) => Err(error.into()),
    }
}

fn mission(fields: &Fields) -> Result<Id<Mission>, PageError> {
    fields.value("mission").parse().map_err(|_| PageError::Refused("placement-hours-mission-missing"))
}

/// Forms of Today come back to Today.
fn back(fields: &Fields) -> &'static str {
    if fields.value("back") == "today" { "/today" } else { "/hours" }
}
