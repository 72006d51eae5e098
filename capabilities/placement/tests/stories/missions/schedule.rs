//! The schedule: a rhythm with exceptions, and clashes that are refused with what the reader may know.

use passerelle_access::Role;
use passerelle_testkit::{Answer, Person, story};

use super::ground::{capabilities, date, field, first_id, ground};

/// Adds a slot on this day of the week from 8 September 2026 on.
pub(super) async fn add(who: &Person, mission: &str, weekday: &str, from: &str, to: &str) -> Answer {
    let mut fields = date(["from-day", "from-month", "from-year"], ["8", "9", "2026"]);
    fields.extend([("weekday", weekday), ("start", from), ("end", to), ("every", "week")]);
    who.post(&format!("{mission}/schedule/slot"), &fields).await
}

story!(capabilities;
    async fn a_rhythm_with_a_time_cancelled_moved_and_added(app) {
        let g = ground(app).await;
        let mission = format!("/missions/{}", g.running(&g.coralie, "Aller vers", &g.noor).await);
        let schedule = format!("{mission}/schedule");
        g.coralie.get(&schedule).await.assert_ok().assert_sees("Il n’y a pas encore de créneau.");
        add(&g.coralie, &mission, "2", "12:00", "09:00").await.assert_refused().assert_sees("La fin doit être après le début.");
        add(&g.coralie, &mission, "2", "09:00", "12:30").await.assert_redirected();
        let page = g.coralie.get(&schedule).await;
        page.assert_sees("Mardi, de 9 h à 12 h 30, chaque semaine").assert_sees("mardi 8 septembre 2026, de 9 h à 12 h 30");
        let slot = first_id::<()>(&page.html(), "change?slot=").to_string();

        let cancel = [("slot", slot.as_str()), ("on", "2026-09-15"), ("how", "cancel")];
        g.coralie.post(&format!("{schedule}/change"), &cancel).await.assert_redirected();
        let next = g.coralie.get(&format!("{schedule}?week=2026-09-15")).await;
        next.assert_sees("Pas de créneau le mardi 15 septembre 2026.").assert_sees("N’a pas lieu");
        g.app.clock().advance(jiff::SignedDuration::from_secs(1));
        let mut moved = date(["to-day", "to-month", "to-year"], ["24", "9", "2026"]);
        moved.extend([("slot", slot.as_str()), ("on", "2026-09-22"), ("how", "move"), ("start", "14:00"), ("end", "17:00")]);
        g.coralie.post(&format!("{schedule}/change"), &moved).await.assert_redirected();
        let week = g.noor.get(&format!("{schedule}?week=2026-09-22")).await;
        week.assert_ok().assert_sees("Jeudi 24 septembre 2026").assert_lacks("Ajouter un créneau");
        let wrong = [("slot", slot.as_str()), ("on", "2026-09-16"), ("how", "cancel")];
        g.coralie.post(&format!("{schedule}/change"), &wrong).await.assert_refused().assert_sees("pas de créneau ce jour-là");

        let page = g.coralie.get(&schedule).await;
        let exception = field(&page.html(), "exception");
        g.coralie.post(&format!("{schedule}/restore"), &[("exception", &exception)]).await.assert_redirected();
        g.coralie.get(&schedule).await.assert_lacks("Pas de créneau le mardi 15").assert_sees("Au lieu du mardi 22");
        let mut last = date(["last-day", "last-month", "last-year"], ["30", "9", "2026"]);
        last.push(("slot", &slot));
        g.coralie.post(&format!("{schedule}/stop"), &last).await.assert_redirected();
        g.coralie.get(&format!("{schedule}?week=2026-10-06")).await.assert_lacks("mardi 6 octobre 2026, de");
    }
);

story!(capabilities;
    /// The other mission is named to its own association; of another one, only that there is something.
    async fn a_clash_is_refused_with_the_day_and_the_hour(app) {
        let g = ground(app).await;
        let first = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        let second = format!("/missions/{}", g.running(&g.coralie, "Visites", &g.noor).await);
        add(&g.coralie, &first, "2", "09:00", "12:00").await.assert_redirected();
        let clash = add(&g.coralie, &second, "2", "11:00", "13:00").await;
        clash.assert_refused().assert_sees("déjà pris par la mission « Café du mardi », le mardi 8 septembre 2026 à 11 h");
        add(&g.coralie, &second, "2", "12:00", "13:00").await.assert_redirected();
        let own = add(&g.coralie, &first, "2", "08:00", "09:30").await;
        own.assert_refused().assert_sees("déjà un créneau de cette mission le mardi 8 septembre 2026 à 9 h");

        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        let third = format!("/missions/{}", g.running(&g.lucas, "Permanence", &g.noor).await);
        let clash = add(&g.lucas, &third, "2", "10:00", "11:00").await;
        clash.assert_refused().assert_sees("autre engagement le mardi 8 septembre 2026 à 10 h").assert_lacks("Café du mardi");
        add(&g.lucas, &third, "4", "10:00", "11:00").await.assert_redirected();
        let week = g.lucas.get(&format!("{third}/schedule?week=2026-09-08")).await;
        week.assert_ok().assert_sees("Autre engagement").assert_lacks("Café du mardi").assert_lacks("Visites");
        g.lucas.get(&first).await.assert_not_found();
    }
);

story!(capabilities;
    /// Times that are planned before a peer is found keep those away who have another mission then.
    async fn a_peer_whose_times_clash_is_neither_asked_nor_agreed(app) {
        let g = ground(app).await;
        let first = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        add(&g.coralie, &first, "2", "09:00", "12:00").await.assert_redirected();
        let mission = g.ready(&g.coralie, g.unit, "Visites").await;
        let second = format!("/missions/{mission}");
        let proposal = g.proposed(&g.coralie, mission, &g.noor).await.to_string();
        let offer = format!("/proposals/{proposal}");
        add(&g.coralie, &second, "2", "12:00", "13:00").await.assert_redirected();
        g.noor.get(&offer).await.assert_ok().assert_sees("Vous n’avez pas d’autre mission à ces heures.");
        g.noor.post(&offer, &[("version", "8"), ("reply", "yes")]).await.assert_redirected();
        let proposals = g.coralie.get(&format!("{second}/proposals")).await;
        proposals.assert_sees("Noor").assert_sees("pas d’autre mission à ces heures");

        add(&g.coralie, &second, "2", "10:00", "11:00").await.assert_redirected();
        let taken = "Vous avez déjà une autre mission à ces heures, la première fois le mardi 8 septembre 2026 à 9 h.";
        g.noor.get(&offer).await.assert_ok().assert_sees(taken);
        g.coralie.get(&format!("{second}/proposals")).await.assert_ok().assert_sees("Paul").assert_lacks("Noor");
        g.coralie.post(&format!("{second}/agree"), &[("proposal", &proposal)]).await.assert_not_found();
        g.coralie.get(&second).await.assert_sees("Proposée");

        // A yes that nobody would see is not taken.
        let offered = g.noor.get(&offer).await;
        assert!(!offered.html().contains("value=\"yes\"") && offered.html().contains("value=\"no\""));
        let yes = g.noor.post(&offer, &[("version", "8"), ("reply", "yes")]).await;
        yes.assert_refused().assert_sees("une autre mission aux mêmes heures");
        g.coralie.get("/today").await.assert_ok().assert_lacks("Noor").assert_sees("« Visites » n’a encore personne");

        // Before anything is proposed, the peer reads what keeps a mission away.
        let third = format!("/missions/{}", g.ready(&g.coralie, g.mobile, "Permanence").await);
        add(&g.coralie, &third, "2", "08:00", "09:30").await.assert_redirected();
        g.noor.get("/proposals").await.assert_ok().assert_sees(taken);
    }
);
