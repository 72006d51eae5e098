//! A node that is about to end.

use passerelle_testkit::story;
use passerelle_web::run_due_jobs;

use crate::ground;

story!(ground;
    /// It says so to the proxy, still answers who comes, lets go of connections, and takes no job any more.
    async fn a_node_that_goes_says_so_and_takes_no_job(app) {
        let visitor = app.anybody();
        visitor.get("/healthz").await.assert_ok().assert_sees("ok");
        assert_eq!(visitor.get("/sign-in").await.header("connection"), None);
        app.app().leave();
        let health = visitor.get("/healthz").await;
        assert_eq!((health.status().as_u16(), health.html().as_str()), (503, "going"));
        let page = visitor.get("/sign-in").await;
        assert_eq!(page.assert_ok().header("connection"), Some("close"));
        visitor.post("/sign-in/link", &[("email", "noor@example.org")]).await.assert_redirected();
        assert_eq!(run_due_jobs(app.app()).await.unwrap(), 0);
    }
);
