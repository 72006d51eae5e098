//! Every night, drafts of requests that nobody can reach any more are forgotten: their secret has ended.

use passerelle_kernel::Timestamp;
use passerelle_store::{Result, job::Job};
use passerelle_web::{App, JobContext, JobFuture, Schedule};

use crate::store::requests::{self, DRAFT};

pub(crate) const JOB: &str = "placement-purge";

pub(crate) const SCHEDULE: Schedule = Schedule { at: "27 3 * * *", job: JOB };

pub(crate) fn job(ctx: JobContext, _: Job) -> JobFuture {
    Box::pin(async move { purge(&ctx.app).await.map_err(|error| error.to_string()) })
}

async fn purge(app: &App) -> Result<()> {
    let mut tx = app.db().begin_brief().await?;
    let too_old = ends_before(tx.now());
    let drafts = requests::forget_drafts(&mut tx, too_old).await?;
    tx.commit().await?;
    tracing::info!(drafts, "forgotten");
    Ok(())
}

/// Drafts begun before this instant can no longer be reached by anybody.
fn ends_before(now: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(now.as_millisecond() - DRAFT.1 * 86_400_000).unwrap_or(Timestamp::UNIX_EPOCH)
}
