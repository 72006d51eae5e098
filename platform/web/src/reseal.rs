//! The job that seals the texts of a replaced key again: one chunk, then the next one as a job of its own.

use passerelle_store::{
    Error,
    job::Job,
    seal::{Reseal, reseal},
};

use crate::{App, JobContext, capability::JobFuture};

pub(crate) fn job(ctx: JobContext, job: Job) -> JobFuture {
    Box::pin(async move {
        let step: Reseal = job.payload().map_err(|_| "a step of another version")?;
        Ok(chunk(&ctx.app, &step).await?)
    })
}

/// The chunk and the job for the next one, in one transaction.
async fn chunk(app: &App, step: &Reseal) -> Result<(), Error> {
    let mut tx = app.db().begin_write().await?;
    let progress = reseal(&mut tx, app.sealed(), step).await?;
    if let Some(next) = &progress.next {
        tx.enqueue(passerelle_store::seal::RESEAL, next).await?;
    }
    tx.commit().await
}
