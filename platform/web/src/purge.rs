//! Every night, what nobody needs any more is forgotten: keys of forms, done jobs, ended sessions and links, changes of
//! addresses, kept letters, counted tries. Nothing here is a record of the work.

use passerelle_access::{email_change, link, session};
use passerelle_kernel::Timestamp;
use passerelle_store::{Db, Result, job, job::Job, once, params, tries};
use serde::{Deserialize, Serialize};

use crate::{JobContext, capability::JobFuture, schedule::Schedule};

pub(crate) const JOB: &str = "web-purge";

/// At night, when nobody waits for the disk.
pub(crate) const SCHEDULE: Schedule = Schedule { at: "17 3 * * *", job: JOB };

passerelle_store::sql! {
    /// The statements about what is forgotten.
    pub STATEMENTS;
    LETTERS = "DELETE FROM outbox WHERE at < ?1";
}

/// For how many days what is no longer needed is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Upkeep {
    /// The keys of forms that were sent: for so long a second sending of the same form acts no second time.
    pub forms_days: u16,
    /// Jobs that were done.
    pub jobs_days: u16,
    /// Sessions that have ended.
    pub sessions_days: u16,
    /// Links that have ended: for so long their page says that they are too old, later that they do not exist.
    pub links_days: u16,
    /// Letters that were kept instead of sent.
    pub letters_days: u16,
}

impl Default for Upkeep {
    fn default() -> Self {
        Self { forms_days: 7, jobs_days: 30, sessions_days: 1, links_days: 180, letters_days: 90 }
    }
}

/// The job that forgets.
pub(crate) fn job(ctx: JobContext, _: Job) -> JobFuture {
    Box::pin(async move {
        let upkeep = ctx.app.settings().upkeep;
        purge(ctx.app.db(), upkeep).await.map_err(|error| error.to_string())
    })
}

async fn purge(db: &Db, upkeep: Upkeep) -> Result<()> {
    let now = db.clock().now();
    let mut forgotten = [0; 7];
    let mut tx = db.begin_brief().await?;
    forgotten[0] = once::forget(&mut tx, before(now, upkeep.forms_days)).await?;
    forgotten[1] = job::forget(&mut tx, before(now, upkeep.jobs_days)).await?;
    tx.commit().await?;
    let mut tx = db.begin_brief().await?;
    forgotten[2] = session::forget(&mut tx, before(now, upkeep.sessions_days)).await?;
    forgotten[3] = link::forget(&mut tx, before(now, upkeep.links_days)).await?;
    forgotten[6] = email_change::forget(&mut tx, before(now, upkeep.links_days)).await?;
    tx.commit().await?;
    let mut tx = db.begin_brief().await?;
    forgotten[4] = tx.execute(LETTERS, params![before(now, upkeep.letters_days)]).await?;
    forgotten[5] = tries::forget(&mut tx, now).await?;
    tx.commit().await?;
    let [forms, jobs, sessions, links, letters, tries, addresses] = forgotten;
    tracing::info!(forms, jobs, sessions, links, letters, tries, addresses, "forgotten");
    Ok(())
}

fn before(now: Timestamp, days: u16) -> Timestamp {
    Timestamp::from_millisecond(now.as_millisecond() - i64::from(days) * 86_400_000).unwrap_or(Timestamp::MIN)
}
