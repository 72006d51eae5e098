//! Reminders leave after three, seven and fourteen days, and stop: when somebody has answered, and in any case.

use passerelle_testkit::{TestApp, story};

use super::{Ground, HUGO, LEA, NOOR, capabilities, ground};

const TO: &str = "lea@foyer.example";

/// One morning after another until this day; gives how many messages were sent to the address by then.
async fn until(g: &Ground, app: &TestApp, days: std::ops::RangeInclusive<u8>) -> usize {
    for day in days {
        app.go_to(&format!("2026-09-{day:02}"));
        app.run_schedules().await;
    }
    g.messages(TO).await
}

story!(capabilities;
    async fn the_ladder_stops_by_itself(app) {
        let g = ground(&app).await;
        app.run_schedules().await;
        let path = g.offered("Une charte", &[LEA, HUGO]).await;
        assert_eq!(until(&g, &app, 8..=9).await, 1, "the request alone");
        assert_eq!(until(&g, &app, 10..=11).await, 2);
        assert_eq!(until(&g, &app, 12..=15).await, 3);
        assert_eq!(until(&g, &app, 16..=20).await, 3);
        g.coralie.get(&path).await.assert_lacks("le mieux est d’appeler");
        assert_eq!(until(&g, &app, 21..=30).await, 4);
        g.coralie.get(&path).await.assert_sees("3 rappels").assert_sees("le mieux est d’appeler");
        let link = g.link(TO).await;
        app.anybody().get(&link).await.assert_ok().assert_sees("Une charte");
    }
);

story!(capabilities;
    async fn nobody_is_reminded_who_has_answered_or_whose_paper_is_closed(app) {
        let g = ground(&app).await;
        app.run_schedules().await;
        g.offered("Signé", &[LEA, NOOR]).await;
        let link = g.link(TO).await;
        app.anybody().post(&link, &[("name", "Léa Blanc"), ("consent", "yes")]).await.assert_redirected();
        // Letters that leave at the same instant have no order.
        app.mails().await;
        app.clock().advance(jiff::SignedDuration::from_secs(1));
        let withdrawn = g.offered("Retiré", &[LEA]).await;
        g.coralie.post(&format!("{withdrawn}/withdrawal"), &[("reason", "Une erreur")]).await.assert_redirected();
        app.mails().await;
        app.clock().advance(jiff::SignedDuration::from_secs(1));
        g.offered("Refusé", &[LEA, NOOR]).await;
        let link = g.link(TO).await;
        app.anybody().post(&format!("{link}/decline"), &[]).await.assert_redirected();
        let before = g.messages(TO).await;
        assert_eq!(until(&g, &app, 8..=30).await, before);
        let reminded = app.mails().await.iter().filter(|mail| mail.to == "noor@example.org" && mail.subject.contains("Rappel")).count();
        assert_eq!(reminded, 3, "Noor has not answered about one of them");
    }
);
