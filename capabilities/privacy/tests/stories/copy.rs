//! A copy to take away.

use std::io::{Cursor, Read as _};

use passerelle_access::{Role, session::Factors};
use passerelle_testkit::{Answer, story};
use serde_json::Value;

use super::{capabilities, entered, ground};

/// The text of a file of the copy.
pub(super) fn file(answer: &Answer, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(answer.bytes().to_vec())).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

pub(super) fn held<'a>(data: &'a Value, purpose: &str, name: &str) -> &'a Value {
    let all = |value: &'a Value, list: &str| value[list].as_array().unwrap().iter();
    let purpose = all(data, "purposes").find(|one| one["purpose"] == purpose).unwrap();
    all(purpose, "held").find(|one| one["name"] == name).unwrap()
}

story!(capabilities;
    /// The copy asks again who one is; it has a page that stands alone and data whose shape is told, and nobody else.
    async fn a_copy_says_what_the_page_says_and_stands_alone(app) {
        let g = ground(&app).await;
        entered(&app, &g.ada, g.association, "Paul", Role::Peer).await;
        g.noor.get("/me/export").await.assert_ok().assert_sees("JSON");
        app.clock().advance(std::time::Duration::from_secs(3_600).try_into().unwrap());
        let asked = g.noor.post("/me/export", &[]).await;
        assert!(asked.location().starts_with("/account/confirm"), "{}", asked.location());
        app.prove(&g.noor, Factors::One).await;
        let copy = g.noor.post("/me/export", &[]).await;
        copy.assert_ok();
        assert_eq!(copy.header("content-type"), Some("application/zip"));
        let name = "attachment; filename=\"mes-donnees-2026-09-07.zip\"";
        assert_eq!(copy.header("content-disposition"), Some(name));

        let page = file(&copy, "mes-donnees.html");
        for word in ["Ce que Passerelle garde sur Noor", "Lille", "noor@example.org", "Pair-aidance"] {
            assert!(page.contains(word), "{word} is not in {page}");
        }
        for part in ["<script", "<link", "src=", "http:", "https:", "/me/claims"] {
            assert!(!page.contains(part), "{part}: the page does not stand alone");
        }
        let data: Value = serde_json::from_str(&file(&copy, "data.json")).unwrap();
        assert_eq!((data["format"].as_str(), data["version"].as_u64()), (Some("passerelle-own-data"), Some(1)));
        assert_eq!(data["person"], g.noor.id().to_string());
        let person = held(&data, "people", "person");
        assert_eq!((person["rows"].as_i64(), person["origin"].as_str()), (Some(1), Some("association")));
        let facts = &person["records"][0]["facts"];
        assert_eq!((&facts["town"], &facts["country"]), (&"Lille".into(), &"FR".into()));
        let account = &held(&data, "sign-in", "account")["records"][0];
        assert_eq!((&account["facts"]["password"], &account["kept_until"]), (&Value::Bool(false), &Value::Null));
        assert_eq!(held(&data, "roles", "work-roles")["records"][0]["facts"]["from"], "2026-09-07");
        for text in [page, data.to_string()] {
            for other in ["Paul", "paul@", "Coralie", "coralie@", "ada@"] {
                assert!(!text.contains(other), "{other} is in the copy");
            }
        }
    }
);
