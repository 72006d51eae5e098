//! Does the jobs that committed transactions have left.

use std::time::Duration;

use passerelle_store::{Result, job};

use crate::{App, JobContext, enqueue_due, measure};

/// Does every job that is due now, one after another; gives how many were tried.
///
/// # Errors
/// The engine's error.
pub async fn run_due_jobs(app: &App) -> Result<usize> {
    let mut tried = 0;
    loop {
        let job = match job::claim(app.db()).await {
            Ok(Some(job)) => job,
            Ok(None) => return Ok(tried),
            Err(error) => return Err(error),
        };
        tried += 1;
        let outcome = match app.job(&job.kind) {
            // In a task of its own: a panic in it is the failure of this job and of no other.
            Some(handler) => tokio::spawn(handler(JobContext { app: app.clone() }, job.clone()))
                .await
                .unwrap_or_else(|_| Err("a panic".to_owned())),
            None => Err("no such kind of job".to_owned()),
        };
        let result = if outcome.is_ok() { "done" } else { "failed" };
        metrics::counter!(measure::JOBS, "kind" => job.kind.clone(), "outcome" => result).increment(1);
        match outcome {
            Ok(()) => job::done(app.db(), &job).await?,
            Err(problem) => {
                tracing::warn!(kind = job.kind, problem, "a job failed");
                job::failed(app.db(), &job, &problem).await?;
            }
        }
    }
}

/// Does jobs as they come, until the program ends.
pub async fn run_jobs(app: App) {
    loop {
        if let Err(error) = enqueue_due(&app).await {
            tracing::error!(%error, "schedules");
        }
        if let Err(error) = run_due_jobs(&app).await {
            tracing::error!(%error, "jobs");
        }
        let _ = tokio::time::timeout(Duration::from_secs(5), app.db().job_enqueued()).await;
    }
}
