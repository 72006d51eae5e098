//! Does the jobs that committed transactions have left.

use std::{pin::pin, time::Duration};

use passerelle_store::{
    Result,
    job::{self, Job},
};

use crate::{App, JobContext, enqueue_due};

/// How often a claim is renewed while its job is done.
const RENEWAL: Duration = Duration::from_secs(40);
/// How often the database is asked for jobs that nobody told us of.
const LOOK: Duration = Duration::from_secs(5);

/// Does every job that is due now, one after another; gives how many were tried.
///
/// # Errors
/// The engine's error.
pub async fn run_due_jobs(app: &App) -> Result<usize> {
    let mut tried = 0;
    while !app.is_leaving()
        && let Some(job) = job::claim(app.db()).await?
    {
        tried += 1;
        let outcome = run(app, &job).await;
        if let Err(problem) = &outcome {
            tracing::warn!(kind = job.kind, problem, "a job failed");
        }
        record(app, &job, &outcome).await?;
    }
    Ok(tried)
}

/// Does the job, holding on to its claim.
async fn run(app: &App, job: &Job) -> std::result::Result<(), String> {
    let handler = app.job(&job.kind).ok_or("no such kind of job")?;
    let mut work = pin!(handler(JobContext { app: app.clone() }, job.clone()));
    loop {
        tokio::select! {
            outcome = &mut work => return outcome,
            () = tokio::time::sleep(RENEWAL) => {}
        }
        if let Err(error) = job::renew(app.db(), job).await {
            tracing::warn!(%error, kind = job.kind, "a claim could not be renewed");
        }
    }
}

/// Records the outcome, also when the database is away for a moment: else the job would be done again.
async fn record(app: &App, job: &Job, outcome: &std::result::Result<(), String>) -> Result<()> {
    for attempt in 1.. {
        let recorded = match outcome {
            Ok(()) => job::done(app.db(), job).await,
            Err(problem) => job::failed(app.db(), job, problem).await,
        };
        if recorded.is_ok() || attempt == 10 {
            return recorded;
        }
        tokio::time::sleep(Duration::from_millis(50 * attempt)).await;
    }
    Ok(())
}

/// Does jobs as they come, until the node is about to end; the job under way is finished.
pub async fn run_jobs(app: App) {
    while !app.is_leaving() {
        if let Err(error) = enqueue_due(&app).await {
            tracing::error!(%error, "schedules");
        }
        if let Err(error) = run_due_jobs(&app).await {
            tracing::error!(%error, "jobs");
        }
        tokio::select! {
            _ = tokio::time::timeout(LOOK, app.db().job_enqueued()) => {}
            () = app.leaving() => {}
        }
    }
}
