//! A panic is one answer or one job that failed, and nothing else stops.

use passerelle_store::job::{self, Job};
use passerelle_testkit::story;
use passerelle_web::{Capability, Ctx, JobContext, JobFuture, Needs, PageResult, Routes, run_due_jobs};

fn with_panics() -> Vec<Capability> {
    let routes = Routes::default().get("/panics", Needs::Public, panics);
    let clumsy = Capability { routes, jobs: &[("panics", job_panics)], ..Capability::named("clumsy") };
    vec![passerelle_web::capability(), clumsy]
}

#[allow(clippy::panic, reason = "what the story is about")]
async fn panics(_: Ctx) -> PageResult {
    panic!("Noor Haddad cannot be divided by zero")
}

#[allow(clippy::panic, reason = "what the story is about")]
fn words() -> String {
    panic!("Noor Haddad cannot be divided by zero")
}

fn job_panics(_: JobContext, _: Job) -> JobFuture {
    Box::pin(async { Err(words().as_str().into()) })
}

story!(with_panics;
    /// The person reads an apology with a reference, and not what the panic said; the next page is there.
    async fn a_panic_is_one_answer(app) {
        let anybody = app.anybody();
        let answer = anybody.get("/panics").await;
        assert_eq!(answer.status(), 500);
        answer.assert_lacks("Noor").assert_lacks("divided");
        anybody.get("/healthz").await.assert_ok();
    }
);

story!(with_panics;
    /// The job is tried again later, and other jobs are done meanwhile.
    async fn a_panic_is_one_job_that_failed(app) {
        let mut tx = app.write().await;
        tx.enqueue("panics", &()).await.unwrap();
        tx.enqueue("web-purge", &()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(run_due_jobs(app.app()).await.unwrap(), 2);
        let backlog = job::backlog(app.db()).await.unwrap();
        let kinds: Vec<_> = backlog.waiting.iter().map(|one| (one.kind.as_str(), one.count)).collect();
        assert_eq!(kinds, [("panics", 1)]);
    }
);
