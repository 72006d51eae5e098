use axum::http::{HeaderMap, HeaderValue, header};
use passerelle_access::Role;
use passerelle_testkit::{TestApp, story};

use crate::ground;

story!(ground;
    /// A form that is sent twice acts once and leads to the same place.
    async fn a_second_click_leads_where_the_first_one_led(app) {
        let visitor = app.anybody();
        app.person("Noor", Role::Peer, app.new_id(), None).await;
        let fields = [("_once", "0123456789abcdef"), ("email", "noor@example.org")];
        let first = visitor.post("/sign-in/link", &fields).await;
        let second = visitor.post("/sign-in/link", &fields).await;
        assert_eq!(first.assert_redirected().location(), second.assert_redirected().location());
        assert_eq!(app.mails().await.len(), 1);
    }
);

story!(ground;
    /// The second click comes to another node, which does not know where the first one led: the person is back on the
    /// page of the form, which shows how things stand now.
    async fn a_second_click_on_another_node_leads_back_to_the_form(app) {
        let other = TestApp::on(app.db().clone(), app.clock().clone(), ground());
        let from = |page| HeaderMap::from_iter([(header::REFERER, HeaderValue::from_static(page))]);
        let fields = [("_once", "0123456789abcdef"), ("email", "noor@example.org")];
        app.anybody().post("/sign-in/link", &fields).await.assert_redirected();
        for (page, to) in [
            ("http://localhost/sign-in/link?to=%2Fme", "/sign-in/link"),
            ("https://evil.example/sign-in/link", "/"),
            ("http://localhost.evil.example/", "/"),
        ] {
            let again = other.anybody().with_headers(from(page)).post("/sign-in/link", &fields).await;
            assert_eq!(again.assert_redirected().location(), to, "{page}");
        }
    }
);

story!(ground;
    /// What does not exist is told in the reader's language, and languages can be switched.
    async fn errors_and_languages(app) {
        let visitor = app.anybody();
        visitor.get("/nothing/here").await.assert_not_found().assert_sees("Cette page n’existe pas");
        let switched = visitor.post("/language", &[("language", "en"), ("back", "/sign-in")]).await;
        assert_eq!(switched.location(), "/sign-in");
        visitor.get("/nothing/here").await.assert_not_found().assert_sees("This page does not exist");
        visitor.post("/language", &[("language", "xx"), ("back", "//evil.example")]).await.assert_redirected();
    }
);

story!(ground;
    /// Every answer carries the headers that keep other sites out.
    async fn every_answer_is_guarded(app) {
        for path in ["/sign-in", "/nothing", "/healthz", "/style"] {
            let answer = app.anybody().get(path).await;
            let policy = answer.header("content-security-policy").unwrap();
            assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        }
        app.anybody().get("/style").await.assert_lacks("style=\"").assert_lacks("onclick");
    }
);

story!(ground;
    /// A form that another site sends is refused before anything is read.
    async fn other_sites_cannot_send_forms(app) {
        let answer = app.anybody().post_from("https://evil.example", "/sign-in/link", &[("email", "noor@example.org")]).await;
        answer.assert_forbidden();
        assert_eq!(app.mails().await.len(), 0);
    }
);
