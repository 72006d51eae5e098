//! Every night: erasures that can no longer be taken back, and people whose last role ended too long ago.

use passerelle_access::{Account, account};
use passerelle_kernel::{Date, Id, TimeZone, Timestamp};
use passerelle_store::{Error as StoreError, held::Term, job::Job};
use passerelle_web::{App, JobContext, JobFuture, JobHandler, Schedule};

use crate::{
    Error,
    actions::carry_out_for,
    claim::UNDO_DAYS,
    erasing::{erase_person, obstacles},
    store,
};

const JOB: &str = "privacy-erasures";

/// Every job of this capability.
pub(crate) const JOBS: &[(&str, JobHandler)] = &[(JOB, job)];

/// Before the nightly purge removes the roles by which it is known when somebody left.
pub(crate) const SCHEDULES: &[Schedule] = &[Schedule { at: "7 3 * * *", job: JOB }];

fn job(ctx: JobContext, _: Job) -> JobFuture {
    Box::pin(async move {
        let done = asked(&ctx.app).await.and(left(&ctx.app).await);
        Ok(done?)
    })
}

/// What was asked long enough ago and stands in nobody's way.
async fn asked(app: &App) -> Result<(), Error> {
    let mut after = String::new();
    loop {
        let mut tx = app.db().begin_read().await?;
        let asked_before = tx.now().as_millisecond() - UNDO_DAYS * 86_400_000;
        let asked_before = Timestamp::from_millisecond(asked_before).unwrap_or(Timestamp::MIN);
        let people = store::ripe(&mut tx, asked_before, &after).await?;
        drop(tx);
        let Some(last) = people.last() else { return Ok(()) };
        after = last.to_string();
        for person in people {
            match carry_out_for(app, person).await {
                // Something is open, or somebody was faster: the next night looks again.
                Ok(()) | Err(Error::Refused(_) | Error::NotFound | Error::Store(StoreError::Conflict)) => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// The day before which somebody must have left, and the same as an instant.
fn too_long_ago(app: &App) -> (Date, Timestamp) {
    let span = app.settings().retention.span(Term::Membership, None);
    let now = app.db().clock().now();
    (span.before(now.to_zoned(TimeZone::UTC).date()), span.before_instant(now))
}

/// People who left too long ago.
async fn left(app: &App) -> Result<(), Error> {
    let (day, instant) = too_long_ago(app);
    let mut after = String::new();
    loop {
        let people = account::left_before(&mut app.db().begin_read().await?, day, instant, &after).await?;
        let Some(last) = people.last() else { return Ok(()) };
        after = last.to_string();
        for person in people {
            match erase_left(app, person).await {
                Ok(()) | Err(Error::NotFound | Error::Store(StoreError::Conflict)) => {}
                Err(error) => return Err(error),
            }
        }
    }
}

async fn erase_left(app: &App, person: Id<Account>) -> Result<(), Error> {
    let today = app.db().clock().today(&app.settings().zone);
    let mut tx = app.db().begin_write().await?;
    if !obstacles(&mut tx, app, person, today).await?.is_empty() {
        return Ok(());
    }
    erase_person(&mut tx, app, person, None, today).await?;
    Ok(tx.commit().await?)
}

/// People whose last role ended too long ago.
#[derive(Clone, Copy, Debug)]
pub struct Leavers {
    /// How many.
    pub people: i64,
    /// When the last role of the first of them ended.
    pub oldest: Option<Date>,
    /// The same of the last of them.
    pub newest: Option<Date>,
}

/// How many people the next night will erase because they left long ago; changes nothing.
///
/// # Errors
/// The engine's error.
pub async fn leavers(app: &App) -> passerelle_store::Result<Leavers> {
    let (day, instant) = too_long_ago(app);
    let (people, oldest, newest) = account::count_left_before(&mut app.db().begin_read().await?, day, instant).await?;
    Ok(Leavers { people, oldest, newest })
}
