//! Carrying out an import: read the file against what is known, then write in small transactions.
//!
//! Doing it twice is harmless: what is written already is found unchanged. A site that somebody entered by hand with
//! its number is taken over, not doubled. Reading is work for a thread of its own; the file and the known sites are
//! in memory meanwhile (about 200 MB for the whole registry).

use std::{collections::HashMap, sync::Arc};

use passerelle_store::{Db, Tx};
use passerelle_web::Stale;

use crate::{
    FinessNumber, OrganisationId,
    finess::{Facts, LIMITS, Plan, Rows, Stopped, preview},
    import::Counts,
    store::{self, imports, organisations},
};

/// How many sites are written in one transaction.
const CHUNK: usize = 500;

/// What an import is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Reads the file; progress counts bytes.
    Reading,
    /// Writes what is new; progress counts sites.
    Saving,
}

/// Why a file was not imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read; the code says why.
    #[error("the file is not read: {}", .0.as_str())]
    Stopped(Stopped),
    /// The database failed; what was written stays.
    #[error(transparent)]
    Store(#[from] passerelle_store::Error),
    /// The thread that reads the file failed.
    #[error("the reading failed")]
    Reading,
    /// Something has changed at this line of a list since it was shown; what was written before stays.
    #[error("line {0} is refused")]
    Line(u64),
    /// Who confirmed a list may not do that any more.
    #[error("forbidden")]
    Forbidden,
}

/// What is known of the sites: the organisation of each, and what the registry said the last time.
type Known = HashMap<FinessNumber, (OrganisationId, Facts)>;

/// What a preview compares a file with.
pub(crate) const PREVIEW: &Stale = &Stale {
    name: "import-preview",
    because: "a preview changes nothing; what is confirmed is compared again with the database itself",
};

/// What an import would do, with what it is compared with.
pub(crate) struct Worked {
    pub plan: Plan,
    known: Known,
}

/// Imports a file of the registry without asking (the command line); `tell` hears how far it is: done, total.
///
/// # Errors
/// When the file cannot be read, or the database fails; what was written until then stays.
pub async fn import_finess(
    db: &Db,
    file: Vec<u8>,
    tell: impl Fn(Step, u64, u64) + Send + Sync + 'static,
) -> Result<Counts, ImportError> {
    let tell = Arc::new(tell);
    let worked = work_out(known(db, None).await?, file, tell.clone()).await?;
    apply(db, &worked, &*tell).await?;
    Ok(Counts::of(&worked.plan))
}

/// Reads the file and compares it with what is known.
pub(crate) async fn work_out(
    known: Known,
    file: Vec<u8>,
    tell: Arc<impl Fn(Step, u64, u64) + Send + Sync + 'static>,
) -> Result<Worked, ImportError> {
    let read = move || {
        let total = file.len() as u64;
        let rows = Rows::new(file.as_slice(), LIMITS);
        let find = |number| known.get(&number).map(|(_, facts)| facts);
        let plan = preview(rows, find, |progress| tell(Step::Reading, progress.bytes, total));
        plan.map(|plan| Worked { plan, known })
    };
    tokio::task::spawn_blocking(read).await.map_err(|_| ImportError::Reading)?.map_err(ImportError::Stopped)
}

/// What is known of every site; for a preview it may be a little old.
pub(crate) async fn known(db: &Db, preview: Option<&Stale>) -> Result<Known, ImportError> {
    let mut known = Known::new();
    let mut after = String::new();
    loop {
        let mut tx = match preview {
            Some(preview) => preview.begin(db).await?,
            None => db.begin_read().await?,
        };
        let page = store::finess::known(&mut tx, &after).await?;
        let Some((_, last)) = page.last() else { return Ok(known) };
        after = last.number.to_string();
        known.extend(page.into_iter().map(|(id, facts)| (facts.number, (id, facts))));
    }
}

/// Writes what is new and what has changed, some hundred sites at a time.
pub(crate) async fn apply(db: &Db, worked: &Worked, tell: &impl Fn(Step, u64, u64)) -> Result<(), ImportError> {
    let by_hand: HashMap<_, _> = imports::entered_by_hand(&mut db.begin_read().await?).await?.into_iter().collect();
    let facts: Vec<&Facts> = worked.plan.facts().collect();
    let total = facts.len() as u64;
    let mut done = 0;
    for chunk in facts.chunks(CHUNK) {
        let mut tx = db.begin_write().await?;
        for facts in chunk {
            let known = worked.known.get(&facts.number).map(|(id, _)| *id);
            write(&mut tx, facts, known.or_else(|| by_hand.get(&facts.number).copied())).await?;
        }
        tx.commit().await?;
        done += chunk.len() as u64;
        tell(Step::Saving, done, total);
    }
    Ok(())
}

async fn write(tx: &mut Tx, facts: &Facts, known: Option<OrganisationId>) -> Result<(), ImportError> {
    let organisation = match known {
        Some(id) => organisations::find_organisation(tx, id).await?,
        None => None,
    };
    let id = match organisation {
        Some(mut organisation) => {
            facts.describe(&mut organisation);
            let version = organisation.version;
            organisations::update(tx, &organisation, version).await?;
            organisation.id
        }
        None => {
            let organisation = facts.organisation(tx.new_id());
            organisations::insert(tx, &organisation).await?;
            organisation.id
        }
    };
    Ok(store::finess::save(tx, id, facts).await?)
}
