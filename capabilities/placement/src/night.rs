//! Every night the private lists of peers are sealed anew, and every peer without one gets an empty one.

use passerelle_store::{Result, job::Job};
use passerelle_web::{App, JobContext, JobFuture, Schedule};

use crate::store::private_list;

pub(crate) const JOB: &str = "placement-lists";

pub(crate) const SCHEDULE: Schedule = Schedule { at: "37 3 * * *", job: JOB };

pub(crate) fn job(ctx: JobContext, _: Job) -> JobFuture {
    Box::pin(async move { Ok(stir(&ctx.app).await?) })
}

async fn stir(app: &App) -> Result<()> {
    loop {
        let mut tx = app.db().begin_write().await?;
        let is_more = private_list::give_some(&mut tx).await?;
        tx.commit().await?;
        if !is_more {
            break;
        }
    }
    let mut after = String::new();
    loop {
        let mut tx = app.db().begin_write().await?;
        let last = private_list::seal_some_anew(&mut tx, &after).await?;
        tx.commit().await?;
        match last {
            Some(last) => after = last,
            None => return Ok(()),
        }
    }
}
