//! The hours pages: a peer records and looks back; everybody else reads the months of the missions they may see.

mod entry;
mod file;
mod mine;
pub(super) mod question;
pub(super) mod quick;
mod record;
pub(super) mod sheets;
pub(super) mod show;

use passerelle_access::Scope;
use passerelle_web::{Ctx, Needs, PageError, PageResult, Routes};

use crate::access::{HOURS_READ, HOURS_RECORD};

pub(super) use show::month_of;

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/hours", Needs::Right(HOURS_READ), hours)
        .get("/hours.csv", Needs::Right(HOURS_READ), file::take)
        .get("/hours.xlsx", Needs::Right(HOURS_READ), file::take)
        .post("/hours", Needs::Right(HOURS_RECORD), record::record)
        .post("/hours/quiet", Needs::Right(HOURS_RECORD), record::quiet)
        .post("/hours/close", Needs::Right(HOURS_RECORD), record::close)
        .get("/hours/missions/{mission}", Needs::Right(HOURS_READ), sheets::mission)
        .get("/hours/entries/{entry}", Needs::Right(HOURS_READ), entry::show)
        .get("/hours/entries/{entry}/revise", Needs::Right(HOURS_RECORD), entry::revise_form)
        .post("/hours/entries/{entry}/revise", Needs::Right(HOURS_RECORD), entry::revise)
        .post("/hours/entries/{entry}/same", Needs::Right(HOURS_RECORD), entry::same)
        .post("/hours/entries/{entry}/take-back", Needs::Right(HOURS_RECORD), entry::take_back)
        .get("/hours/entries/{entry}/correct", Needs::Right(HOURS_RECORD), entry::correct_form)
        .post("/hours/entries/{entry}/correct", Needs::Right(HOURS_RECORD), entry::correct)
}

async fn hours(ctx: Ctx, month: show::MonthQuery) -> PageResult {
    match ctx.actor()?.scope(HOURS_READ).ok_or(PageError::Forbidden)? {
        Scope::Own(org, peer) => mine::show(&ctx, org, peer, month.month(&ctx)).await,
        scope => sheets::list(&ctx, scope, &month).await,
    }
}
