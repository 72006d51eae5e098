//! What is done without anybody: the PDF with its evidence, and the reminders, which stop.

use passerelle_kernel::{Id, Timestamp};
use passerelle_store::job::{self, Job};
use passerelle_web::{App, JobContext, JobFuture, JobHandler, Schedule};

use crate::{
    Error,
    actions::{Matter, write_to},
    paper::{Paper, Stage},
    printed,
    scan::Media,
    store::{
        files::{self, File, Part},
        lists, papers, signers,
    },
};

/// Makes the PDF with its evidence.
pub(crate) const FINAL: &str = "signing-final";
const REMINDERS: &str = "signing-reminders";

/// Every job of this capability.
pub(crate) const JOBS: &[(&str, JobHandler)] = &[(FINAL, finish), (REMINDERS, remind)];

/// In the morning, when letters are read.
pub(crate) const SCHEDULES: &[Schedule] = &[Schedule { at: "13 8 * * *", job: REMINDERS }];

/// No reminder leaves before this.
const FIRST_STEP: i64 = 3 * 86_400_000;

fn finish(ctx: JobContext, job: Job) -> JobFuture {
    Box::pin(async move {
        let paper = job.payload().map_err(|_| "a paper of another version")?;
        Ok(make_final(&ctx.app, &job, paper).await?)
    })
}

async fn make_final(app: &App, job: &Job, id: Id<Paper>) -> Result<(), Error> {
    let loaded = papers::find(&mut app.db().begin_read().await?, id).await?.ok_or(Error::NotFound)?;
    let Some(signed_at) = loaded.paper.signed_at else { return Ok(()) };
    let words = app.words(loaded.paper.language);
    let sheet = printed::with_evidence(&loaded.paper, &words);
    let bytes = printed::pdf(&sheet, loaded.paper.language, &loaded.org_name, signed_at).await?;
    let mut tx = app.db().begin_write().await?;
    job::finish(&mut tx, job).await?;
    files::keep(&mut tx, (loaded.paper.org, id, None), Part::Final, &File { media: Media::Pdf, bytes }).await?;
    for signer in &loaded.paper.signers {
        write_to(&mut tx, &loaded, signer, Matter::Finished).await?;
    }
    Ok(tx.commit().await?)
}

fn remind(ctx: JobContext, _: Job) -> JobFuture {
    Box::pin(async move { Ok(remind_all(&ctx.app).await?) })
}

async fn remind_all(app: &App) -> Result<(), Error> {
    let mut after = String::new();
    loop {
        let mut tx = app.db().begin_read().await?;
        let now = tx.now();
        let before = Timestamp::from_millisecond(now.as_millisecond() - FIRST_STEP).unwrap_or(Timestamp::MIN);
        let waiting = lists::waiting(&mut tx, before, &after).await?;
        drop(tx);
        let Some(last) = waiting.last() else { return Ok(()) };
        after = last.to_string();
        for signer in waiting {
            let mut tx = app.db().begin_write().await?;
            let Some((loaded, place)) = papers::find_of_signer(&mut tx, signer).await? else { continue };
            let Some(one) = loaded.paper.signers.get(place).filter(|one| one.is_to_remind(now)) else { continue };
            if loaded.paper.stage() == Stage::Open {
                write_to(&mut tx, &loaded, one, Matter::Reminded).await?;
                signers::note_sent(&mut tx, one.id, one.reminded.saturating_add(1)).await?;
                tx.commit().await?;
            }
        }
    }
}
