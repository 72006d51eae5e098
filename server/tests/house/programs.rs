//! What programs are given: every route is described, and none opens to a token that does not name it.

use std::collections::BTreeSet;

use passerelle::capabilities;
use passerelle_testkit::{TestApp, story};
use passerelle_web::Method;
use serde_json::Value;

use super::{matrix, walk, world};

fn described(document: &Value) -> BTreeSet<String> {
    let paths = document["paths"].as_object().unwrap();
    let of_path = |(path, methods): (&String, &Value)| {
        let path = path.clone();
        let verbs: Vec<String> = methods.as_object().unwrap().keys().map(|verb| verb.to_uppercase()).collect();
        verbs.into_iter().map(move |verb| format!("{verb} {path}"))
    };
    paths.iter().flat_map(of_path).collect()
}

async fn description(app: &TestApp) -> Value {
    let answer = app.anybody().get("/api/v1/openapi.json").await;
    serde_json::from_slice(answer.assert_ok().bytes()).unwrap()
}

story!(capabilities::all;
    async fn the_description_tells_of_every_route_of_programs_and_of_no_other(app) {
        let document = description(&app).await;
        assert_eq!(document["openapi"], "3.1.0");
        let of_programs = matrix::declared().into_iter().filter(|line| line.path.starts_with("/api/"));
        let verb = |method| if method == Method::Get { "GET" } else { "POST" };
        let declared: BTreeSet<String> =
            of_programs.map(|line| format!("{} {}", verb(line.method), line.path)).collect();
        assert_eq!(described(&document), declared);
        assert!(declared.len() > 20, "{declared:?}");
        // Every name that is referred to is explained.
        let text = document.to_string();
        let names = text.split("\"#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next());
        let missing: BTreeSet<&str> = names.filter(|name| document["components"]["schemas"][name].is_null()).collect();
        assert!(missing.is_empty(), "{missing:?}");
        println!("{} operations, {} bytes", declared.len(), text.len());
    }
);

story!(capabilities::all;
    /// What webhooks may tell is a record that programs read on a route that is described, and no more than these: adding
    /// one is a decision about whom it may harm (decision 22).
    async fn webhooks_tell_of_records_that_programs_read(app) {
        let document = description(&app).await;
        let notices = app.app().notices();
        let names: BTreeSet<&str> = notices.iter().map(|notice| notice.name).collect();
        let listed = [
            "hours.approved", "hours.confirmed", "invoice.credited", "invoice.issued", "invoice.payment", "mission.agreed",
            "mission.ended", "mission.opened", "mission.prolonged", "mission.started", "request.accepted", "request.answered",
            "request.declined", "request.submitted", "request.withdrawn",
        ];
        assert_eq!(names, BTreeSet::from(listed));
        let mut described: BTreeSet<&str> = document["webhooks"].as_object().unwrap().keys().map(String::as_str).collect();
        assert!(described.remove("webhook.test"));
        assert_eq!(described, names);
        let events: BTreeSet<&str> = notices.iter().map(|notice| notice.event).collect();
        assert_eq!(events.len(), notices.len(), "an event that is told twice");
        for notice in notices {
            let answer = &document["paths"][notice.path]["get"]["responses"]["200"];
            assert!(answer.is_object() && notice.path.matches('{').count() == 1, "{}", notice.path);
            let body = &document["webhooks"][notice.name]["post"]["requestBody"]["content"]["application/json"]["schema"];
            assert_eq!(body["$ref"], "#/components/schemas/WebhookMessage");
        }
        let message = &document["components"]["schemas"]["WebhookMessage"]["properties"];
        let parts: BTreeSet<&str> = message.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(parts, BTreeSet::from(["data", "id", "timestamp", "type"]), "what is told is thin");
    }
);

/// A token opens a route only if it names it, whoever it is of; without one nothing opens, cookies or not.
#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_does_not_name_it_opens_no_route() {
    let world = world::build().await;
    let all: Vec<&str> = world.app.app().abilities().iter().map(|ability| ability.name).collect();
    let lines: Vec<_> =
        matrix::told().into_iter().filter(|line| line.path.starts_with("/api/") && !line.public).collect();
    let (mut refused, mut visits) = (0, 0);
    for line in &lines {
        let others: Vec<&str> = all.iter().copied().filter(|name| *name != line.ability).collect();
        for (role, seat, person) in &world.people {
            let Some((path, _)) = walk::samples(&world, line, *role, seat).pop() else { continue };
            assert_eq!(walk::visit(&person.with_cookies_only(), line, &path).await.status(), 401, "{path}");
            visits += 1;
            if line.ability.is_empty() {
                assert_eq!(line.path, "/api/v1/me", "it asks for no ability");
                continue;
            }
            let without = world.app.with_token(person, &others).await;
            let answer = walk::visit(&without, line, &path).await;
            assert_eq!(answer.status(), 403, "{path} by {}: {}", role.as_str(), answer.html());
            assert!(answer.html().contains("urn:passerelle:problem:ability"), "{path}: {}", answer.html());
            refused += 1;
        }
    }
    assert!(lines.len() > 20 && refused > 100, "{} routes, {refused} refusals", lines.len());
    println!(
        "{} routes of programs, {visits} visits with cookies only, {refused} with a token for all else",
        lines.len()
    );
}
