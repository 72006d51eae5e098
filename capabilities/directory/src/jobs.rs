//! The job of an import: reads the file while it is new, writes it once it is confirmed. Both can be done again.
//! Each night: owners are asked about entries that have become old.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use passerelle_access::Account;
use passerelle_kernel::Id;
use passerelle_store::{Db, job::Job};
use passerelle_web::{App, JobContext, JobError, JobHandler, Schedule};
use serde::{Deserialize, Serialize};

use crate::{
    actions::{apply_list_import, ask_owners},
    import::{Import, ImportState, problem},
    importing::{ImportError, PREVIEW, Step, apply, known, work_out},
    store::imports,
};

/// The kind of the job.
pub(crate) const IMPORT: &str = "finess-import";

/// The kind of the job that looks for entries that have become old.
const ENTRIES: &str = "directory-entries";

/// When it does: at night, when nobody waits.
pub(crate) const SCHEDULES: &[Schedule] = &[Schedule { at: "47 3 * * *", job: ENTRIES }];

/// Every job of this capability.
pub(crate) const JOBS: &[(&str, JobHandler)] =
    &[(IMPORT, |ctx, job| Box::pin(run(ctx, job))), (ENTRIES, |ctx, _| Box::pin(look_for_old_entries(ctx)))];

/// Which import the job is about.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct About {
    /// Its id.
    pub import: Id<Import>,
    /// Who confirmed a list: it is written with their rights.
    #[serde(default)]
    pub by: Option<Id<Account>>,
    /// Whether they have seen that it gives somebody the administration, and proved who they are.
    #[serde(default)]
    pub gives_admin: bool,
}

impl About {
    /// An import that is written with nobody's rights: the registry is public.
    pub(crate) fn of(import: Id<Import>) -> Self {
        Self { import, by: None, gives_admin: false }
    }
}

async fn look_for_old_entries(ctx: JobContext) -> Result<(), JobError> {
    Ok(ask_owners(&ctx.app).await?)
}

async fn run(ctx: JobContext, job: Job) -> Result<(), JobError> {
    use passerelle_store::Error::{Conflict, Connection, Lost, Unsure};
    let about: About = job.payload().map_err(|_| "a job of another version")?;
    match go_on(&ctx.app, about).await {
        Ok(()) => Ok(()),
        Err(ImportError::Line(line)) => {
            stop(ctx.app.db(), about.import, &format!("directory-list-stopped-line {line}")).await
        }
        Err(ImportError::Forbidden) => stop(ctx.app.db(), about.import, "directory-list-stopped-forbidden").await,
        Err(ImportError::Stopped(stopped)) => stop(ctx.app.db(), about.import, &problem(stopped)).await,
        Err(ImportError::Store(error @ (Conflict | Connection(_) | Lost | Unsure))) => Err(error.into()),
        Err(error) => {
            tracing::error!(%error, "an import stopped");
            stop(ctx.app.db(), about.import, "directory-import-stopped-failed").await
        }
    }
}

async fn stop(db: &Db, id: Id<Import>, problem: &str) -> Result<(), JobError> {
    let mut tx = db.begin_write().await?;
    imports::stop(&mut tx, id, problem).await?;
    Ok(tx.commit().await?)
}

async fn go_on(app: &App, about: About) -> Result<(), ImportError> {
    let (db, id) = (app.db(), about.import);
    let mut tx = db.begin_read().await?;
    let (import, file) = (imports::find(&mut tx, id).await?, imports::file(&mut tx, id).await?);
    drop(tx);
    if let Some((import, list)) = import.as_ref().and_then(|import| import.list.map(|list| (import, list))) {
        return apply_list_import(app, import, list, about).await;
    }
    let (Some(import), Some(file)) = (import, file) else { return Ok(()) };
    let progress = Arc::new(Told::default());
    let writer = tokio::spawn(write_progress(db.clone(), id, import.state, progress.clone()));
    let outcome = do_step(db, import.state, file, progress).await;
    // Nothing is written beside the outcome.
    writer.abort();
    let _ = writer.await;
    let mut tx = db.begin_write().await?;
    match outcome? {
        Some(plan) => imports::make_ready(&mut tx, id, &plan).await?,
        None if import.state == ImportState::Applying => imports::finish(&mut tx, id).await?,
        None => {}
    }
    Ok(tx.commit().await?)
}

/// Reads, or reads and writes; gives the plan when it is to be shown.
async fn do_step(
    db: &Db,
    state: ImportState,
    file: Vec<u8>,
    told: Arc<Told>,
) -> Result<Option<crate::finess::Plan>, ImportError> {
    let tell = Arc::new(move |step, done, total| told.tell(step, done, total));
    match state {
        ImportState::Reading => Ok(Some(work_out(known(db, Some(PREVIEW)).await?, file, tell).await?.plan)),
        ImportState::Applying => {
            let worked = work_out(known(db, None).await?, file, tell.clone()).await?;
            apply(db, &worked, &*tell).await?;
            Ok(None)
        }
        ImportState::Ready | ImportState::Applied | ImportState::Stopped | ImportState::Dropped => Ok(None),
    }
}

/// How far the present step is, written by the work and read by whoever tells the page.
#[derive(Default)]
struct Told {
    reading: [AtomicU64; 2],
    saving: [AtomicU64; 2],
}

impl Told {
    fn tell(&self, step: Step, done: u64, total: u64) {
        let [to_done, to_total] = self.of(step == Step::Saving);
        to_done.store(done, Ordering::Relaxed);
        to_total.store(total, Ordering::Relaxed);
    }

    const fn of(&self, saving: bool) -> &[AtomicU64; 2] {
        if saving { &self.saving } else { &self.reading }
    }
}

async fn write_progress(db: Db, id: Id<Import>, state: ImportState, told: Arc<Told>) {
    loop {
        tokio::time::sleep(Duration::from_millis(400)).await;
        let [done, total] = told.of(state == ImportState::Applying).each_ref().map(|n| n.load(Ordering::Relaxed));
        if total == 0 {
            continue;
        }
        let written = async {
            let mut tx = db.begin_write().await?;
            imports::tell_progress(&mut tx, id, done, total).await?;
            tx.commit().await
        };
        if let Err(error) = written.await {
            tracing::debug!(%error, "progress of an import");
        }
    }
}
