//! The calendar feed: an address with a secret, which a new one ends.

use passerelle_testkit::{Person, story};

use super::{
    ground::{capabilities, ground},
    schedule::add,
};

/// Makes a new address; gives its path.
async fn address(peer: &Person) -> String {
    let page = peer.post("/calendar", &[]).await;
    let html = page.assert_ok().html();
    let at = html.find("/calendar/").unwrap();
    html[at..].split(['"', '<']).next().unwrap().to_owned()
}

story!(capabilities;
    async fn a_peer_subscribes_to_the_times_of_all_missions(app) {
        let g = ground(app).await;
        let mission = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        add(&g.coralie, &mission, "2", "09:00", "12:00").await.assert_redirected();
        g.noor.get("/calendar").await.assert_ok().assert_sees("Créer mon adresse");
        g.coralie.get("/calendar").await.assert_forbidden();
        let old = address(&g.noor).await;
        let phone = g.app.anybody();
        let feed = phone.get(&old).await;
        assert!(feed.assert_ok().header("content-type").unwrap().starts_with("text/calendar"));
        let text = feed.html();
        for line in ["SUMMARY:Café du mardi", "DTSTART;TZID=Europe/Paris:20260908T090000", "RRULE:FREQ=WEEKLY;UNTIL=2027"] {
            assert!(text.contains(line), "{line} is not in {text}");
        }
        let new = address(&g.noor).await;
        assert_ne!(new, old);
        phone.get(&old).await.assert_not_found();
        phone.get(&new).await.assert_ok();
        phone.get("/calendar/nothing.ics").await.assert_not_found();
        g.app.clock().advance(jiff::SignedDuration::from_hours(401 * 24));
        phone.get(&new).await.assert_not_found();
    }
);
