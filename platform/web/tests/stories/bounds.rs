//! What is too large is refused before it is read to its end.

use passerelle_testkit::story;

use crate::ground;

story!(ground;
    /// A form of a quarter of a megabyte is one; a byte more is refused, whatever it is for.
    async fn a_form_that_is_too_large_is_refused(app) {
        let anybody = app.anybody();
        let word = |length: usize| "a".repeat(length);
        let fits = anybody.post("/sign-in", &[("email", &word(256 * 1024 - 100)), ("password", "x")]).await;
        assert_ne!(fits.status(), 413);
        let larger = anybody.post("/sign-in", &[("email", &word(256 * 1024)), ("password", "x")]).await;
        assert_eq!(larger.status(), 413);
    }
);
