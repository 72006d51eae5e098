//! What is done beside the pages.

use std::sync::Mutex;

use passerelle_access::Role;
use passerelle_kernel::Id;
use passerelle_store::{
    Error as StoreError,
    job::{self, Job},
};
use passerelle_testkit::{TestApp, story};
use passerelle_web::{Capability, JobContext, JobFuture, run_due_jobs};

use super::status::write_letter;
use crate::ground;

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    LOSE_KEY = "UPDATE data_key SET master_id = 'nowhere', retired_at = 1 WHERE owner_kind = 'house'";
    SPOIL = "UPDATE job SET payload = substr(payload, 2) WHERE done_at IS NULL";
}

async fn waiting_and_failed(app: &TestApp) -> (i64, i64) {
    job::count(&mut app.db().begin_read().await.unwrap()).await.unwrap()
}

story!(ground;
    /// What was sealed under a key that is not here any more, and what was spoiled, is tried, set aside and told.
    /// Letters after it leave.
    async fn a_job_that_does_not_open_stops_no_other(app) {
        let ada = app.person("Ada Lin", Role::Admin, app.new_id(), None).await;
        write_letter(&app).await;
        let mut tx = app.write().await;
        tx.execute(LOSE_KEY, &[]).await.unwrap();
        tx.commit().await.unwrap();
        write_letter(&app).await;
        let mut tx = app.write().await;
        tx.execute(SPOIL, &[]).await.unwrap();
        tx.commit().await.unwrap();
        write_letter(&app).await;
        assert_eq!(app.mails().await.len(), 1, "the letter that opens has left");
        assert_eq!(waiting_and_failed(&app).await, (2, 0));
        for _ in 1..job::ATTEMPTS {
            app.clock().advance("3h".parse().unwrap());
            assert_eq!(app.mails().await.len(), 1);
        }
        assert_eq!(waiting_and_failed(&app).await, (0, 2));
        ada.get("/status").await.assert_sees("n’ont pas pu partir, malgré plusieurs essais");
    }
);

/// Each time that one of the crossed jobs was begun.
static BEGUN: Mutex<Vec<Id<Job>>> = Mutex::new(Vec::new());

/// Others come first as often as the job was told.
fn crossed(_: JobContext, job: Job) -> JobFuture {
    Box::pin(async move {
        let times: usize = job.payload().map_err(|_| "no number")?;
        let mut begun = BEGUN.lock().unwrap();
        begun.push(job.id);
        let tries = begun.iter().filter(|id| **id == job.id).count();
        if tries <= times { Err(StoreError::Conflict.into()) } else { Ok(()) }
    })
}

fn with_crossed() -> Vec<Capability> {
    vec![passerelle_web::capability(), Capability { jobs: &[("crossed", crossed)], ..Capability::named("crossed") }]
}

story!(with_crossed;
    /// Two letters that were written at the same moment both leave now: nobody waits for a minute because others wrote.
    async fn a_job_that_others_come_before_is_done_all_the_same(app) {
        for times in [3, 1_000] {
            let mut tx = app.write().await;
            tx.enqueue("crossed", &times).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(run_due_jobs(app.app()).await.unwrap(), 1);
        }
        assert_eq!(waiting_and_failed(&app).await, (1, 0), "the second gives up for now");
    }
);
