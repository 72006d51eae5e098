//! Every night, what was kept as long as it may be is removed: by the declarations of all capabilities.
//!
//! People whose last role ended long ago are not removed here: that is an erasure, which the capability `privacy` does.

use passerelle_access::webhook::secrets::forget_former;
use passerelle_store::{
    Result,
    held::{Due, Purge, Since, Term, due, purge},
    job::Job,
};

use crate::{App, JobContext, capability::JobFuture, schedule::Schedule};

pub(crate) const JOB: &str = "web-purge";

/// At night, when nobody waits for the disk.
pub(crate) const SCHEDULE: Schedule = Schedule { at: "17 3 * * *", job: JOB };

/// Rows that are removed when their time is over.
struct Kept {
    table: &'static str,
    since: Since,
    term: Term,
    purge: Purge,
}

/// What passes first, for it may refer to what is held; then children before what they refer to.
fn kept(app: &App) -> Vec<Kept> {
    let passing =
        app.passing().iter().map(|one| Kept { table: one.table, since: one.since, term: one.term, purge: one.purge });
    let held = app
        .held_children_first()
        .filter_map(|one| Some(Kept { table: one.table, since: one.since, term: one.term, purge: one.purge? }));
    passing.chain(held).collect()
}

/// The job that removes.
pub(crate) fn job(ctx: JobContext, _: Job) -> JobFuture {
    Box::pin(async move { Ok(remove_overdue(&ctx.app).await?) })
}

/// Each table is a transaction of its own, so that nobody waits for long.
async fn remove_overdue(app: &App) -> Result<()> {
    let mut tx = app.db().begin_brief().await?;
    if forget_former(&mut tx).await? > 0 {
        tx.leave_no_trace();
    }
    tx.commit().await?;
    let retention = &app.settings().retention;
    for Kept { table, since, term, purge: statements } in kept(app) {
        let mut tx = app.db().begin_brief().await?;
        let rows = purge(&mut tx, statements, since, term, retention).await?;
        if rows > 0 {
            tx.leave_no_trace();
        }
        tx.commit().await?;
        if rows > 0 {
            tracing::info!(table, rows, "removed");
        }
    }
    Ok(())
}

/// A line of what the next night will remove.
#[derive(Clone, Copy, Debug)]
pub struct Overdue {
    /// The table.
    pub table: &'static str,
    /// Why it was kept.
    pub term: Term,
    /// What is over.
    pub due: Due,
}

/// What the next night will remove of each table; changes nothing.
///
/// # Errors
/// The engine's error.
pub async fn overdue(app: &App) -> Result<Vec<Overdue>> {
    let retention = &app.settings().retention;
    let mut tx = app.db().begin_read().await?;
    let mut found = Vec::new();
    for Kept { table, since, term, purge } in kept(app) {
        let due = due(&mut tx, purge, since, term, retention).await?;
        found.push(Overdue { table, term, due });
    }
    Ok(found)
}
