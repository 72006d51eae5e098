//! Programs: the same actions and rules as on the pages, each write once, what is wrong in a document.

use std::collections::BTreeSet;

use axum::{body::Body, http::Method};
use passerelle_access::Role;
use passerelle_directory::{
    OrganisationKind, PersonFacts,
    actions::{choose_visibility, create_organisation, create_person},
    visibility::{Audience, PersonFact, Visibility},
};
use passerelle_testkit::{Answer, Person, story};
use serde_json::{Value, json};

use super::{
    ground::organisation,
    work::{capabilities, ground, slot},
};

fn read(answer: &Answer) -> Value {
    serde_json::from_slice(answer.bytes()).unwrap_or_else(|error| panic!("{error}: {}", answer.html()))
}

async fn get(program: &Person, path: &str) -> Value {
    read(program.get(path).await.assert_ok())
}

/// The problem that the answer tells: its kind, after the common beginning.
fn problem(answer: &Answer, status: u16) -> String {
    assert_eq!(answer.status().as_u16(), status, "{}", answer.html());
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    let document = read(answer);
    assert_eq!(document["status"], status);
    for part in ["title", "detail"] {
        assert!(document[part].as_str().is_some_and(|text| text.len() > 3 && !text.contains("web-")), "{document}");
    }
    document["type"].as_str().unwrap().strip_prefix("urn:passerelle:problem:").unwrap().to_owned()
}

story!(capabilities;
    /// Noor's program records her hours; Ana's confirms, Coralie's approves; Noor's corrects.
    async fn hours_go_from_program_to_program(app) {
        let g = ground(&app).await;
        let noor = app.with_token(&g.noor, &["hours:read", "hours:write"]).await;
        let ana = app.with_token(&g.ana, &["hours:sign"]).await;
        let coralie = app.with_token(&g.coralie, &["hours:read", "hours:sign"]).await;
        let work = json!({ "mission": g.mission, "on": "2026-09-07", "minutes": 210, "activity": "presence" });
        let made = noor.send("/api/v1/hours", &work.to_string()).await;
        assert_eq!(made.status(), 201, "{}", made.html());
        let entry = read(&made)["id"].as_str().unwrap().to_owned();
        assert_eq!(made.location(), format!("/api/v1/hours/{entry}"));
        g.noor.get("/hours").await.assert_sees("3 h 30").assert_sees("à confirmer par l’équipe");

        let path = |step: &str| format!("/api/v1/missions/{}/months/2026-09/{step}", g.mission);
        assert_eq!(problem(&coralie.send(&path("approval"), "").await, 422), "refused");
        assert_eq!(ana.send(&path("confirmation"), "").await.status(), 201);
        assert_eq!(coralie.send(&path("approval"), "").await.status(), 201);
        let kept = get(&coralie, &format!("/api/v1/hours/{entry}")).await;
        assert_eq!((&kept["stage"], &kept["minutes"]), (&json!("approved"), &json!(210)));
        assert_eq!(kept["approved_at"], "2026-09-07T07:00:00Z");

        let corrected = noor.send(&format!("/api/v1/hours/{entry}/correction"), "{\"minutes\":180}").await;
        assert_eq!(corrected.status(), 201, "{}", corrected.html());
        let month = get(&noor, "/api/v1/hours?month=2026-09").await;
        let minutes: Vec<i64> = month["items"].as_array().unwrap().iter().map(|one| one["minutes"].as_i64().unwrap()).collect();
        assert_eq!(minutes.iter().sum::<i64>(), 180, "{month}");
        assert_eq!(month["next"], Value::Null);
    }
);

story!(capabilities;
    /// What is sent again under the same key is done once and answered as before; other content needs another key.
    async fn a_key_acts_once(app) {
        let g = ground(&app).await;
        let noor = app.with_token(&g.noor, &["hours:read", "hours:write"]).await;
        let work = |minutes: i64| {
            json!({ "mission": g.mission, "on": "2026-09-07", "minutes": minutes, "activity": "meeting" }).to_string()
        };
        let first = noor.send_with_key("/api/v1/hours", "monday-0001", &work(60)).await;
        let again = noor.send_with_key("/api/v1/hours", "monday-0001", &work(60)).await;
        assert_eq!((again.status(), again.bytes()), (first.status(), first.bytes()));
        assert_eq!(again.location(), first.location());
        assert_eq!((first.header("idempotency-replayed"), again.header("idempotency-replayed")), (None, Some("true")));
        let other = noor.send_with_key("/api/v1/hours", "monday-0001", &work(90)).await;
        assert_eq!(problem(&other, 422), "other-content");
        assert_eq!(get(&noor, "/api/v1/hours?month=2026-09").await["items"].as_array().unwrap().len(), 1);

        // What was refused left no trace: the same key may be used again for what is right.
        assert_eq!(problem(&noor.send_with_key("/api/v1/hours", "monday-0002", &work(1441)).await, 422), "unfit");
        assert_eq!(noor.send_with_key("/api/v1/hours", "monday-0002", &work(30)).await.status(), 201);
        // The key is the token's own.
        let other_token = app.with_token(&g.noor, &["hours:write"]).await;
        assert_eq!(other_token.send_with_key("/api/v1/hours", "monday-0001", &work(15)).await.status(), 201);
        for key in ["", "short", "with a space in it"] {
            assert_eq!(problem(&noor.send_with_key("/api/v1/hours", key, &work(45)).await, 400), "no-key");
        }
    }
);

story!(capabilities;
    /// What is wrong is told in a document of one form, in the language of the person.
    async fn what_is_wrong_is_told_in_a_document(app) {
        let g = ground(&app).await;
        let noor = app.with_token(&g.noor, &["hours:read", "hours:write"]).await;
        assert_eq!(problem(&app.anybody().get("/api/v1/me").await, 401), "token");
        assert_eq!(problem(&noor.get("/api/v1/missions").await, 403), "ability");
        assert_eq!(problem(&noor.get("/api/v1/nothing").await, 404), "not-found");
        assert_eq!(problem(&noor.get("/api/v1/hours/not-an-id").await, 400), "address");
        assert_eq!(problem(&noor.get("/api/v1/hours?after=nothing").await, 422), "unfit");
        assert_eq!(problem(&noor.get("/api/v1/hours?month=9999-01").await, 422), "unfit");
        let gone = noor.program_request(Method::DELETE, "/api/v1/hours", "").body(Body::empty()).unwrap();
        let gone = app.send(gone).await;
        assert_eq!(problem(&gone, 405), "method");
        assert!(gone.header("allow").is_some_and(|allow| allow.contains("POST") && allow.contains("GET")));
        assert_eq!(problem(&noor.send("/api/v1/hours", "{").await, 400), "no-json");
        assert_eq!(problem(&noor.send("/api/v1/hours", "{\"more\":1}").await, 422), "other-form");
        assert_eq!(problem(&noor.send("/api/v1/hours", &" ".repeat(300_000)).await, 413), "too-large");
        let key = ("idempotency-key", "in-another-form");
        let plain = noor.program_request(Method::POST, "/api/v1/hours", "").header(key.0, key.1);
        assert_eq!(problem(&app.send(plain.body(Body::from("minutes=3")).unwrap()).await, 415), "media-type");
        let files = noor.program_request(Method::POST, "/api/v1/hours", "").header(key.0, key.1);
        let files = files.header("content-type", "multipart/form-data; boundary=part");
        assert_eq!(problem(&app.send(files.body(Body::from("--part--")).unwrap()).await, 415), "media-type");

        let ahead = json!({ "mission": g.mission, "on": "2026-09-08", "minutes": 60, "activity": "presence" });
        let refused = noor.send("/api/v1/hours", &ahead.to_string()).await;
        assert_eq!(problem(&refused, 422), "refused");
        assert_eq!(read(&refused)["rule"], "placement-refusal-date-in-the-future");
        let far = json!({ "mission": g.mission, "on": "9999-12-31", "minutes": 60, "activity": "presence" });
        let far = noor.send("/api/v1/hours", &far.to_string()).await;
        assert_eq!(read(&far)["errors"][0]["at"], "on");
        // The person reads French; who is nobody reads what their program asks for.
        refused.assert_sees("Une règle s’y oppose");
        let english = app.anybody().program_request(Method::GET, "/api/v1/me", "").header("accept-language", "en");
        app.send(english.body(Body::empty()).unwrap()).await.assert_sees("A token is missing");
    }
);

story!(capabilities;
    /// Coralie's program enters a request that was phoned in, reads it, declines it with a reason.
    async fn a_request_is_entered_and_declined(app) {
        let g = ground(&app).await;
        let coralie = app.with_token(&g.coralie, &["requests:read", "requests:write"]).await;
        let request = json!({
            "institution": "Hôpital Saint-Martin", "team": "Équipe mobile", "setting": "mobile",
            "publics": ["exile"], "hopes": ["links"], "weekly_minutes": 420, "months": 6, "town": "Lille",
            "languages": ["fr", "ar"], "start_from": "2026-10-01", "start_until": "2026-11-30", "experience": "none",
            "contact": { "name": "Dr Amrani", "email": "dr.amrani@example.org" }, "language": "fr",
        });
        let made = coralie.send("/api/v1/requests", &request.to_string()).await;
        assert_eq!(made.status(), 201, "{}", made.html());
        let path = made.location().to_owned();
        let kept = get(&coralie, &path).await;
        assert_eq!((&kept["stage"], &kept["answers"]["months"]), (&json!("submitted"), &json!(6)));
        assert_eq!(kept["answers"]["languages"], json!(["ar", "fr"]));
        assert!(app.mails().await.iter().any(|mail| mail.to == "dr.amrani@example.org"));
        let listed = get(&coralie, "/api/v1/requests").await;
        assert_eq!(listed["items"][0]["team"], "Équipe mobile");

        // Two who decide on what is out of date are told.
        let (version, no) = (kept["version"].as_i64().unwrap(), format!("{path}/refusal"));
        let decline = |version: i64| json!({ "version": version, "reason": "Nous sommes complets." }).to_string();
        assert_eq!(problem(&coralie.send(&no, &decline(version + 1)).await, 422), "refused");
        assert_eq!(coralie.send(&no, &decline(version)).await.status(), 201);
        assert_eq!(get(&coralie, &path).await["reason"], "Nous sommes complets.");
        let unknown = json!({ "publics": ["everybody"] });
        let mut wrong = request.clone();
        wrong["publics"] = unknown["publics"].clone();
        let wrong = coralie.send("/api/v1/requests", &wrong.to_string()).await;
        assert_eq!(read(&wrong)["errors"][0]["at"], "publics");
    }
);

story!(capabilities;
    /// A list is read page by page by an opaque word, each record once.
    async fn a_list_is_read_page_by_page(app) {
        let g = ground(&app).await;
        let ctx = app.ctx(&g.coralie).await;
        for n in 0..120 {
            create_organisation(&ctx, &organisation(OrganisationKind::Institution, &format!("Foyer {n:03}"))).await.unwrap();
        }
        let noor = app.with_token(&g.noor, &["directory:read"]).await;
        let (mut path, mut met, mut pages) = ("/api/v1/organisations".to_owned(), BTreeSet::new(), 0);
        loop {
            let page = get(&noor, &path).await;
            pages += 1;
            for one in page["items"].as_array().unwrap() {
                assert!(met.insert(one["id"].as_str().unwrap().to_owned()), "{one} twice");
            }
            let Some(next) = page["next"].as_str() else { break };
            path = format!("/api/v1/organisations?after={next}");
        }
        assert_eq!((met.len(), pages), (122, 3));
        let found = get(&noor, "/api/v1/organisations?q=foyer+007").await;
        assert_eq!(found["items"].as_array().unwrap().len(), 1);
        assert!(get(&noor, "/api/v1/organisations?q=%00").await["next"].is_string());
    }
);

story!(capabilities;
    /// A program reads of a person what the page shows, and nothing that the person has not opened.
    async fn a_program_reads_what_the_page_shows(app) {
        let g = ground(&app).await;
        let facts = PersonFacts {
            name: "Lou".into(),
            email: Some("lou@example.org".into()),
            phone: Some("+33 6 12 34 56 78".into()),
            ..PersonFacts::default()
        };
        let lou = create_person(&app.ctx(&g.coralie).await, &facts, Role::Peer, g.espairs, None).await.unwrap();
        let coralie = app.with_token(&g.coralie, &["people:read", "missions:read"]).await;
        let path = format!("/api/v1/people/{lou}");
        let seen = get(&coralie, &path).await;
        assert_eq!((&seen["name"], &seen["phone"]), (&json!("Lou"), &Value::Null));
        let own = app.known("lou@example.org").await;
        let opened = Visibility::of([(Audience::Coordinators, PersonFact::Phone)]);
        choose_visibility(&app.ctx(&own).await, g.espairs, &opened).await.unwrap();
        assert!(get(&coralie, &path).await["phone"].is_string());
        let listed = get(&coralie, "/api/v1/people").await;
        assert!(listed["items"].as_array().unwrap().iter().any(|one| one["name"] == "Lou"), "{listed}");

        slot(&app, &g).await;
        let mission = format!("/api/v1/missions/{}", g.mission);
        let seen = get(&coralie, &mission).await;
        assert_eq!((&seen["peer_name"], &seen["stage"]), (&json!("Noor"), &json!("running")));
        assert!(seen["request"].is_string());
        let noor = app.with_token(&g.noor, &["missions:read"]).await;
        assert_eq!(get(&noor, &mission).await["request"], Value::Null, "a peer reads no requests");
        let slots = get(&noor, &format!("{mission}/slots")).await;
        assert_eq!((&slots["slots"][0]["weekday"], &slots["slots"][0]["start"]), (&json!(1), &json!("09:00")));
        assert_eq!(get(&noor, "/api/v1/missions").await["items"][0]["peer"], Value::Null);
    }
);
