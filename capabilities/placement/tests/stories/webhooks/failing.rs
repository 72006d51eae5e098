//! What does not arrive: tried again at its time with the same id, in the end stopped and told; nothing leads elsewhere.

use jiff::SignedDuration;
use passerelle_access::{session::Factors, webhook::LADDER};
use passerelle_testkit::story;

use super::{
    super::{
        missions::ground::field,
        work::{capabilities, ground},
    },
    confirm_hours, make, newest,
    receiver::Receiver,
    secret, try_to_make,
};

story!(capabilities;
    /// After an answer of 500 it is sent again a minute later, the same message with the moment of that minute.
    async fn what_was_not_taken_is_sent_again_later(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        let (secret, page) = make(&g.coralie, &receiver, &["hours.confirmed"]).await;
        receiver.answer(500);
        confirm_hours(&app, &g).await;
        app.tell_webhooks().await;
        let first = receiver.only();
        let shown = g.coralie.get(&page).await;
        shown.assert_sees("En route").assert_sees("Le programme a répondu 500").assert_sees("Nouvel essai");
        app.clock().advance(SignedDuration::from_secs(59));
        app.tell_webhooks().await;
        receiver.only();
        receiver.answer(204);
        app.clock().advance(SignedDuration::from_secs(1));
        app.tell_webhooks().await;
        let heard = receiver.heard();
        assert_eq!(heard.len(), 2);
        assert_eq!((heard[1].id(), &heard[1].body), (first.id(), &first.body));
        assert_eq!(heard[1].seconds() - first.seconds(), 60);
        assert!(heard[1].is_signed_with(&secret));
        assert_ne!(heard[1].header("webhook-signature"), first.header("webhook-signature"));
        g.coralie.get(&page).await.assert_sees("Arrivé").assert_lacks("Nouvel essai");
        app.clock().advance(SignedDuration::from_hours(48));
        app.tell_webhooks().await;
        assert_eq!(receiver.heard().len(), 2);
    }
);

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    SET_ASIDE = "UPDATE job SET failed_at = run_at WHERE kind = 'outside-webhook'";
}

story!(capabilities;
    /// What our own end cannot send is not on its way for ever: its person reads it and sends it again.
    async fn what_our_end_gave_up_can_be_sent_again(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        let (_, page) = make(&g.coralie, &receiver, &["mission.ended"]).await;
        g.coralie.post(&format!("{page}/test"), &[]).await.assert_redirected();
        let mut tx = app.write().await;
        tx.execute(SET_ASIDE, &[]).await.unwrap();
        tx.commit().await.unwrap();
        app.mails().await;
        app.clock().advance(SignedDuration::from_mins(119));
        app.prove(&g.coralie, Factors::Two).await;
        g.coralie.get(&page).await.assert_sees("En route").assert_lacks("Renvoyer");
        app.clock().advance(SignedDuration::from_mins(2));
        let shown = g.coralie.get(&page).await;
        shown.assert_sees("Pas arrivé").assert_sees("Notre serveur n’a pas réussi à l’envoyer").assert_lacks("En route");
        let delivery = field(&shown.html(), "delivery");
        g.coralie.post(&format!("{page}/deliveries"), &[("delivery", &delivery)]).await.assert_redirected();
        app.mails().await;
        receiver.only();
        g.coralie.get(&page).await.assert_sees("Arrivé");
    }
);

story!(capabilities;
    /// At the end of the ladder nothing is sent there any more, what waits is given up, and its person is told once, by a
    /// letter and on the page; they go on when they wish.
    async fn at_the_end_of_the_ladder_it_stops_and_its_person_is_told(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        let (_, page) = make(&g.coralie, &receiver, &["hours.confirmed"]).await;
        receiver.answer(503);
        confirm_hours(&app, &g).await;
        app.tell_webhooks().await;
        for (step, minutes) in LADDER.into_iter().enumerate() {
            assert_eq!(receiver.heard().len(), step + 1);
            app.clock().advance(SignedDuration::from_mins(minutes - 1));
            app.tell_webhooks().await;
            assert_eq!(receiver.heard().len(), step + 1, "too early, after {minutes} minutes");
            if step == 5 {
                confirm_hours(&app, &g).await;
                receiver.answer(500);
            }
            app.clock().advance(SignedDuration::from_mins(1));
            app.tell_webhooks().await;
        }
        let heard = receiver.heard();
        assert!(heard.len() <= 8 && heard.iter().filter(|one| one.id() == heard[0].id()).count() == 7, "{heard:?}");
        let letters: Vec<_> = app.mails().await;
        let told: Vec<_> = letters.iter().filter(|mail| mail.subject.contains("ne sont plus prévenus")).collect();
        assert_eq!(told.len(), 1);
        assert!(told[0].text.contains("localhost") && told[0].text.contains(&page) && !told[0].text.contains("/hook"));

        receiver.answer(204);
        let before = receiver.heard().len();
        confirm_hours(&app, &g).await;
        assert_eq!(app.tell_webhooks().await, 0, "it has stopped");
        app.clock().advance(SignedDuration::from_hours(48));
        app.tell_webhooks().await;
        assert_eq!(receiver.heard().len(), before, "what waited was given up");
        app.prove(&g.coralie, Factors::Two).await;
        g.coralie.get(&page).await.assert_sees("Arrêtée").assert_sees("Nous n’envoyons plus rien ici");
        g.coralie.post(&format!("{page}/test"), &[]).await.assert_refused();
        g.coralie.post(&format!("{page}/restart"), &[]).await.assert_redirected();
        confirm_hours(&app, &g).await;
        assert_eq!(app.tell_webhooks().await, 1);
        assert_eq!(receiver.heard().len(), before + 1);
    }
);

story!(capabilities;
    /// Who answers that it is gone is left alone at once.
    async fn who_is_gone_is_left_alone_at_once(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        let (_, page) = make(&g.coralie, &receiver, &["hours.confirmed"]).await;
        receiver.answer(410);
        confirm_hours(&app, &g).await;
        app.tell_webhooks().await;
        g.coralie.get(&page).await.assert_sees("Arrêtée");
        app.clock().advance(SignedDuration::from_hours(1));
        app.tell_webhooks().await;
        receiver.only();
    }
);

story!(capabilities;
    /// A redirection is an answer that does not take the message; nobody goes where it leads.
    async fn a_redirection_is_not_followed(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        let (_, page) = make(&g.coralie, &receiver, &["hours.confirmed"]).await;
        for status in [302, 307, 308] {
            receiver.lead_on(status);
            g.coralie.post(&format!("{page}/test"), &[]).await.assert_redirected();
            app.mails().await;
            g.coralie.get(&page).await.assert_sees(&format!("Le programme a répondu {status}"));
        }
        let heard = receiver.heard();
        assert!(heard.len() == 3 && heard.iter().all(|one| one.path == "/hook"), "{heard:?}");
    }
);

story!(capabilities;
    /// A name that leads into a network of somebody's own is not followed, by a server that people reach from outside:
    /// nothing is sent there, and its person reads why.
    async fn a_private_address_is_told_nothing(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        let app = app.with_base_url("http://passerelle.example.org", capabilities());
        let coralie = g.coralie.on(&app);
        try_to_make(&coralie, &receiver.url(), &["hours.confirmed"]).await.assert_refused();
        secret(&try_to_make(&coralie, &format!("https://localhost:{}/hook", receiver.port()), &["hours.confirmed"]).await);
        let page = newest(&coralie).await;
        confirm_hours(&app, &g).await;
        assert_eq!(app.tell_webhooks().await, 1);
        coralie.get(&page).await.assert_sees("L’adresse mène à un réseau privé");
        assert!(receiver.heard().is_empty(), "{:?}", receiver.heard());
    }
);
