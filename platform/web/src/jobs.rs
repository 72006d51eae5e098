//! Does the jobs that committed transactions have left, links the events that they have written, and tells webhooks of them.
//!
//! Jobs that wait for servers of strangers are done beside the others, some at once: nobody's letter waits for them.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use passerelle_store::{
    Error as StoreError, Result,
    job::{self, Job, Lane},
    trail,
};

use crate::{App, Failure, JobContext, JobHandler, PageError, Reason, enqueue_due, measure, tell_what_happened};

/// How often a claim is renewed while its job is done.
const RENEWAL: Duration = Duration::from_secs(40);
/// How often the database is asked for jobs that nobody told us of.
const LOOK: Duration = Duration::from_secs(5);
/// How many servers of strangers are waited for at once.
const OUTSIDE_AT_ONCE: usize = 4;
/// How often, and for how long, a job that others come in the way of is tried at once before that counts as a failure.
const TRIES: u64 = 12;
const MOMENT: Duration = Duration::from_secs(5);

/// Why a job is not done; in words for the operator, without personal text.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum JobError {
    /// Others came first: what was not kept is tried again at once.
    #[error("{0}")]
    Again(String),
    /// It is tried again later.
    #[error("{0}")]
    Failed(String),
}

impl From<StoreError> for JobError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict => Self::Again(error.to_string()),
            other => Self::Failed(other.to_string()),
        }
    }
}

impl<R: Reason> From<Failure<R>> for JobError {
    fn from(failure: Failure<R>) -> Self {
        match failure {
            Failure::Store(error) => error.into(),
            other => Self::Failed(other.to_string()),
        }
    }
}

impl From<PageError> for JobError {
    fn from(error: PageError) -> Self {
        match error {
            PageError::Conflict => Self::Again(format!("{error:?}")),
            PageError::Internal(problem) => Self::Failed(problem),
            other => Self::Failed(format!("{other:?}")),
        }
    }
}

impl From<&str> for JobError {
    fn from(problem: &str) -> Self {
        Self::Failed(problem.to_owned())
    }
}

/// Does every job that is due now, one after another; gives how many were tried.
///
/// # Errors
/// The engine's error.
pub async fn run_due_jobs(app: &App) -> Result<usize> {
    run_due(app, Lane::Any).await
}

async fn run_due(app: &App, lane: Lane) -> Result<usize> {
    let mut tried = 0;
    while !app.is_leaving()
        && let Some(job) = job::claim_in(app.db(), lane).await?
    {
        tried += 1;
        let outcome = run(app, &job).await;
        let result = if outcome.is_ok() { "done" } else { "failed" };
        metrics::counter!(measure::JOBS, "kind" => job.kind.clone(), "outcome" => result).increment(1);
        if let Err(problem) = &outcome {
            tracing::warn!(kind = job.kind, %problem, "a job failed");
        }
        record(app, &job, &outcome).await?;
    }
    Ok(tried)
}

/// Does the job, holding on to its claim.
async fn run(app: &App, job: &Job) -> std::result::Result<(), JobError> {
    let handler = app.job(&job.kind).ok_or("no such kind of job")?;
    if !job.is_readable() {
        return Err("what it was given does not open".into());
    }
    let mut work = std::pin::pin!(try_for_a_moment(app, job, handler));
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

/// Does the job; when others come in its way, again and again for a moment. What takes long is not begun again at once.
async fn try_for_a_moment(app: &App, job: &Job, handler: JobHandler) -> std::result::Result<(), JobError> {
    let (begun, mut attempt) = (Instant::now(), 1);
    loop {
        // In a task of its own: a panic in it is the failure of this job and of no other.
        let work = tokio::spawn(handler(JobContext { app: app.clone() }, job.clone()));
        let outcome = work.await.unwrap_or_else(|_| Err("a panic".into()));
        let is_over = attempt == TRIES || begun.elapsed() > MOMENT || app.is_leaving();
        if is_over || !matches!(outcome, Err(JobError::Again(_))) {
            return outcome;
        }
        let pause = 10 * attempt;
        tokio::time::sleep(Duration::from_millis(pause + app.db().chance().below(pause))).await;
        attempt += 1;
    }
}

/// Records the outcome, also when the database is away for a moment: else the job would be done again.
async fn record(app: &App, job: &Job, outcome: &std::result::Result<(), JobError>) -> Result<()> {
    for attempt in 1.. {
        let recorded = match outcome {
            Ok(()) => job::done(app.db(), job).await,
            Err(problem) => job::failed(app.db(), job, &problem.to_string()).await,
        };
        if recorded.is_ok() || attempt == 10 {
            return recorded;
        }
        tokio::time::sleep(Duration::from_millis(50 * attempt)).await;
    }
    Ok(())
}

/// Does jobs as they come, until the node is about to end; the jobs under way are finished.
pub async fn run_jobs(app: App) {
    let outside = (0..OUTSIDE_AT_ONCE).map(|_| run_lane(app.clone(), Lane::Outside));
    tokio::join!(run_lane(app.clone(), Lane::House), join_all(outside));
}

async fn run_lane(app: App, lane: Lane) {
    // What comes while jobs are done is heard too.
    let mut news = app.db().jobs();
    while !app.is_leaving() {
        if lane == Lane::House
            && let Err(error) = enqueue_due(&app).await
        {
            tracing::error!(%error, "schedules");
        }
        if let Err(error) = run_due(&app, lane).await {
            tracing::error!(%error, "jobs");
        }
        tokio::select! {
            _ = tokio::time::timeout(LOOK, news.changed()) => {}
            () = app.leaving() => {}
        }
    }
}

/// Links events as they come, a few seconds after their commits, and writes what webhooks tell of them, until the node is
/// about to end.
pub async fn run_linker(app: App) {
    while !app.is_leaving() {
        if let Err(error) = trail::link(app.db()).await {
            tracing::error!(%error, "events wait for their links");
        }
        if let Err(error) = tell_what_happened(&app).await {
            tracing::error!(%error, "events wait to be told to webhooks");
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK) => {}
            () = app.leaving() => {}
        }
    }
}
