//! A webhook tells no more than its person may see: in their role, in their association, at the moment of sending.

use jiff::SignedDuration;
use passerelle_access::{Role, session::Factors};
use passerelle_kernel::Date;
use passerelle_store::{Event, Tx, params};
use passerelle_testkit::{Person, TestApp, story};
use passerelle_web::{SecondFactor, SignIn};

use super::{
    super::work::{Ground, capabilities, ground},
    confirm_hours, make,
    receiver::Receiver,
    try_to_make,
};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    END_ROLES = "UPDATE membership SET until_on = ?2 WHERE account_id = ?1";
    ROWS = "SELECT (SELECT count(*) FROM webhook) + (SELECT count(*) FROM webhook_delivery)";
}

async fn end_role(app: &TestApp, person: &Person, last: Date) {
    let mut tx = app.write().await;
    tx.execute(END_ROLES, params![person.id(), last]).await.unwrap();
    tx.commit().await.unwrap();
}

const CONFIRMED: &[&str] = &["hours.confirmed"];

story!(capabilities;
    /// Those who answer for an association have programs that are told; a peer, a referent and a treasurer have none.
    async fn only_coordinators_and_administrators_have_webhooks(app) {
        let g = ground(&app).await;
        for person in [&g.noor, &g.ana, &g.tom] {
            person.get("/me/webhooks").await.assert_forbidden();
            try_to_make(person, "https://hooks.example.org/", CONFIRMED).await.assert_forbidden();
            person.get("/account").await.assert_lacks("Prévenir mes programmes");
        }
        let ada = app.person("Ada Lin", Role::Admin, g.espairs, None).await;
        ada.get("/me/webhooks").await.assert_ok().assert_sees("Une mission commence").assert_lacks("proposition");
        app.clock().advance(SignedDuration::from_mins(31));
        let asked = ada.get("/me/webhooks").await;
        assert!(asked.location().starts_with("/account/confirm"), "{}", asked.location());
    }
);

story!(capabilities;
    /// What happens in one association is told to nobody of another, whatever they have chosen.
    async fn another_association_hears_nothing(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        let samir = app.person("Samir", Role::Coordinator, app.new_id(), None).await;
        let all: Vec<&str> = app.app().notices().iter().map(|notice| notice.name).collect();
        let (_, page) = make(&samir, &receiver, &all).await;
        confirm_hours(&app, &g).await;
        assert_eq!(app.tell_webhooks().await, 0);
        assert!(receiver.heard().is_empty());
        // Nor does another see or touch what is not theirs.
        for way in ["", "/test", "/secret", "/restart", "/deliveries"] {
            let path = format!("{page}{way}");
            let answer = if way.is_empty() { g.coralie.get(&path).await } else { g.coralie.post(&path, &[]).await };
            answer.assert_not_found();
        }
        let id = page.rsplit('/').next().unwrap();
        g.coralie.post("/me/webhooks/end", &[("webhook", id)]).await.assert_not_found();
        samir.get(&page).await.assert_ok();
    }
);

/// As if an action of this association had told of a record.
async fn happens(tx: &mut Tx, g: &Ground, kind: &'static str, subject: String) {
    let org = Some(g.espairs.to_string());
    let event = Event { kind, org, partner: None, subject, actor: None, detail: &serde_json::Value::Null };
    tx.record(event).await.unwrap();
}

story!(capabilities;
    /// A record that its person may not read is not told, whatever the event says: another association's, or none.
    async fn a_record_beyond_reach_is_not_told(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        let (_, page) = make(&g.coralie, &receiver, &["hours.confirmed", "mission.started"]).await;
        let theirs = Ground { espairs: app.new_id(), ..ground_like(&g) };
        let theirs = crate::stories::work::mission(&app, &theirs, &g.noor, "Ailleurs").await;
        let mut tx = app.write().await;
        happens(&mut tx, &g, "hours-confirmed", theirs.to_string()).await;
        happens(&mut tx, &g, "mission-started", theirs.to_string()).await;
        happens(&mut tx, &g, "mission-started", app.new_id::<Ground>().to_string()).await;
        happens(&mut tx, &g, "mission-started", "no id".to_owned()).await;
        tx.commit().await.unwrap();
        assert_eq!(app.tell_webhooks().await, 0);
        assert!(receiver.heard().is_empty());
        g.coralie.get(&page).await.assert_sees("Aucun message pour l’instant");
        // What comes after them is told.
        confirm_hours(&app, &g).await;
        assert_eq!(app.tell_webhooks().await, 1);
        receiver.only();
    }
);

fn ground_like(g: &Ground) -> Ground {
    Ground {
        espairs: g.espairs,
        institution: g.institution,
        team: g.team,
        mission: g.mission,
        coralie: g.coralie.clone(),
        tom: g.tom.clone(),
        noor: g.noor.clone(),
        ana: g.ana.clone(),
    }
}

story!(capabilities;
    /// With the role the telling ends: of what is new, and of what waits to be sent again.
    async fn who_has_lost_the_role_is_told_nothing(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        make(&g.coralie, &receiver, CONFIRMED).await;
        receiver.answer(500);
        confirm_hours(&app, &g).await;
        assert_eq!(app.tell_webhooks().await, 1);
        receiver.only();
        end_role(&app, &g.coralie, Date::constant(2026, 9, 6)).await;
        receiver.answer(204);
        confirm_hours(&app, &g).await;
        app.clock().advance(SignedDuration::from_hours(2));
        assert_eq!(app.tell_webhooks().await, 0);
        receiver.only();
        let mut tx = app.db().begin_read().await.unwrap();
        assert_eq!(tx.one(ROWS, &[], |row| row.get::<i64>(0)).await.unwrap(), 1, "the message that waited is forgotten");
    }
);

story!(capabilities;
    /// Where a role needs two proofs, a webhook that was made with one tells nothing.
    async fn a_webhook_of_staff_is_made_with_two_proofs(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        let (_, weak) = make(&g.coralie, &receiver, CONFIRMED).await;
        let from = SecondFactor::Required(Date::constant(2026, 9, 1));
        let sign_in = SignIn { second_factor: from, ..app.app().settings().sign_in.clone() };
        let strict = app.with_sign_in(sign_in, capabilities());
        confirm_hours(&app, &g).await;
        assert_eq!(strict.tell_webhooks().await, 0, "made with one proof");
        app.prove(&g.coralie, Factors::Two).await;
        let coralie = g.coralie.on(&strict);
        let shown = coralie.get(&weak).await;
        shown.assert_ok().assert_sees("cette adresse a été ajoutée avec une seule").assert_lacks("Envoyer un message d’essai");
        coralie.post(&format!("{weak}/test"), &[]).await.assert_refused();
        make(&coralie, &receiver, CONFIRMED).await;
        confirm_hours(&app, &g).await;
        assert_eq!(strict.tell_webhooks().await, 1);
        receiver.only();
    }
);

story!(capabilities;
    /// Whoever takes their account back ends every webhook that somebody may have made meanwhile.
    async fn an_account_that_is_taken_back_tells_nothing(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        make(&g.coralie, &receiver, CONFIRMED).await;
        receiver.answer(500);
        confirm_hours(&app, &g).await;
        app.tell_webhooks().await;
        g.coralie.post("/account/email", &[("email", "coralie@ailleurs.example")]).await.assert_redirected();
        let letter = |mails: Vec<passerelle_web::OutboxMail>, to: &str| {
            let mail = mails.into_iter().find(|mail| mail.to == to).unwrap();
            mail.text.lines().find_map(|line| line.strip_prefix("http://localhost")).map(str::to_owned).unwrap()
        };
        let link = letter(app.mails().await, "coralie@ailleurs.example");
        g.coralie.post(&link, &[]).await;
        let undo = letter(app.mails().await, "coralie@example.org");
        app.anybody().post(&undo, &[]).await.assert_ok().assert_sees("Votre ancienne adresse est de retour");
        let mut tx = app.db().begin_read().await.unwrap();
        assert_eq!(tx.one(ROWS, &[], |row| row.get::<i64>(0)).await.unwrap(), 0);
        drop(tx);
        app.clock().advance(SignedDuration::from_hours(2));
        app.tell_webhooks().await;
        receiver.only();
    }
);
