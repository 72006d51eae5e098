//! Programs of those who keep the books: agreements made and changed, payments recorded, under the rules of the pages.

use passerelle_kernel::Money;
use passerelle_placement::agreement::Basis;
use passerelle_testkit::{Answer, story};
use serde_json::{Value, json};

use super::{
    ground::{capabilities, ground},
    path,
};

fn read(answer: &Answer) -> Value {
    serde_json::from_slice(answer.bytes()).unwrap_or_else(|error| panic!("{error}: {}", answer.html()))
}

/// The rule that said no.
fn rule(answer: &Answer) -> String {
    assert_eq!(answer.status(), 422, "{}", answer.html());
    read(answer)["rule"].as_str().unwrap_or_default().to_owned()
}

/// Where a value is that does not do.
fn wrong(answer: &Answer) -> String {
    assert_eq!(answer.status(), 422, "{}", answer.html());
    read(answer)["errors"][0]["at"].as_str().unwrap_or_default().to_owned()
}

story!(capabilities;
    /// Coralie's program makes an agreement at cost and changes it; a rate above the cost is refused, a stale change too.
    async fn an_agreement_is_made_and_changed(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        let books = app.with_token(&g.coordinator, &["agreements:read", "agreements:write"]).await;
        let terms = json!({
            "missions": [mission], "rate_cents": 3_600, "vat": "fr-261-7", "rhythm": "monthly", "payment_days": 30,
            "at_cost": { "wages_cents": 2_400, "contributions_cents": 1_000, "expenses_cents": 200, "law": "fr-l8241" },
            "from": "2026-01-01", "notice_days": 60,
        });
        let with = |part: &str, value: Value| {
            let mut terms = terms.clone();
            terms[part] = value;
            json!({ "institution": g.institution, "terms": terms }).to_string()
        };
        assert_eq!(wrong(&books.send("/api/v1/agreements", &with("rate_cents", json!(3_601))).await), "terms.rate_cents");
        assert_eq!(wrong(&books.send("/api/v1/agreements", &with("until", json!("2025-12-31"))).await), "terms.until");
        assert_eq!(wrong(&books.send("/api/v1/agreements", &with("from", json!("1066-10-14"))).await), "terms.from");
        for (part, value, expected) in [
            ("payment_days", json!(61), "placement-refusal-payment-days-out-of-range"),
            ("notice_days", json!(367), "placement-refusal-notice-days-out-of-range"),
            ("missions", json!([g.association]), "placement-refusal-mission-of-others"),
        ] {
            assert_eq!(rule(&books.send("/api/v1/agreements", &with(part, value)).await), expected);
        }
        let nowhere = json!({ "institution": mission, "terms": terms }).to_string();
        assert_eq!(books.send("/api/v1/agreements", &nowhere).await.status(), 404);

        let made = books.send("/api/v1/agreements", &with("until", Value::Null)).await;
        assert_eq!(made.status(), 201, "{}", made.html());
        let path = made.location().to_owned();
        let kept = read(&books.get(&path).await);
        assert_eq!((&kept["terms"]["rate_cents"], &kept["terms"]["at_cost"]["law"]), (&json!(3_600), &json!("fr-l8241")));
        assert_eq!((&kept["version"], &kept["institution_name"]), (&json!(1), &json!("Hôpital Saint-Martin")));
        let listed = read(&books.get("/api/v1/agreements").await);
        assert_eq!((&listed["items"][0]["missions"], &listed["next"]), (&json!(1), &Value::Null));

        // What was read is sent back with another rate.
        let mut terms = kept["terms"].clone();
        terms["rate_cents"] = json!(3_500);
        let change = |version: i64| json!({ "version": version, "terms": terms }).to_string();
        let stale = books.send(&format!("{path}/terms"), &change(9)).await;
        assert_eq!(rule(&stale), "placement-refusal-agreement-changed");
        assert_eq!(books.send(&format!("{path}/terms"), &change(1)).await.status(), 201);
        assert_eq!(read(&books.get(&path).await)["terms"]["rate_cents"], json!(3_500));
        // The head of the institution reads it and writes nothing.
        let head = app.with_token(&g.head, &["agreements:read", "agreements:write"]).await;
        assert_eq!(read(&head.get(&path).await)["terms"]["rate_cents"], json!(3_500));
        assert_ne!(head.send(&format!("{path}/terms"), &change(2)).await.status(), 201);
    }
);

story!(capabilities;
    /// Tarek's program records what came in on the account: a part, then the rest, never more, each key once.
    async fn payments_come_in(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        g.approved(&app, mission, "2026-08-04", 150).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        let issued = g.issue(agreement, "2026-08-01", "2026-08-31", 10_000).await;
        let path = format!("/api/v1{}", path(issued.location()));
        let bank = app.with_token(&g.treasurer, &["invoices:read", "invoices:write"]).await;
        let paid = |cents: i64, on: &str| {
            json!({ "on": on, "amount_cents": cents, "reference": "MANDAT 12" }).to_string()
        };
        let place = format!("{path}/payments");
        for _ in 0..2 {
            assert_eq!(bank.send_with_key(&place, "statement-7-line-1", &paid(3_000, "2026-09-04")).await.status(), 201);
        }
        assert_eq!(read(&bank.get(&path).await)["balance_cents"], json!(7_000), "one key, one payment");
        assert_eq!(rule(&bank.send(&place, &paid(7_001, "2026-09-04")).await), "placement-refusal-more-than-due");
        assert_eq!(rule(&bank.send(&place, &paid(7_000, "2026-09-08")).await), "placement-refusal-date-in-the-future");
        assert_eq!(wrong(&bank.send(&place, &paid(7_000, "1999-12-31")).await), "on");
        assert_eq!(bank.send(&place, &paid(7_000, "2026-09-07")).await.status(), 201);
        let kept = read(&bank.get(&path).await);
        assert_eq!((&kept["stage"], &kept["payments"][1]["amount_cents"]), (&json!("paid"), &json!(7_000)));
        // Who coordinates reads invoices and records no money: that place is not one of theirs.
        let coordinator = app.with_token(&g.coordinator, &["invoices:read", "invoices:write"]).await;
        assert_eq!(coordinator.send(&place, &paid(1, "2026-09-07")).await.status(), 404);
    }
);
