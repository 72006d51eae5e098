//! Today for those who do not work with peers every day: what concerns each of them, and nothing of the others.

use passerelle_access::{Account, Membership, Role, account, membership};
use passerelle_directory::{PersonFacts, actions::create_person};
use passerelle_kernel::{Date, Language, Minutes, Money};
use passerelle_placement::{
    actions::{
        hours::record,
        missions::{answer_proposal, open_mission, prolong, propose},
        requests::{ask, enter_for_team, match_team},
    },
    agreement::Basis,
    hours::{Activity, Work},
    proposal::Reply,
};
use passerelle_store::job;
use passerelle_testkit::story;

use crate::stories::{missions::ground as missions, money::ground as money, requests::ground as requests, work};
use missions::{capabilities, first_id};

story!(capabilities;
    /// What the team was told yes to stays on the coordinator's page until it is a mission.
    async fn an_accepted_request_is_told_until_it_has_a_mission(app) {
        let g = missions::ground(app).await;
        let request = g.accepted(&g.coralie, g.mobile).await;
        g.app.go_to("2026-09-11");
        let page = g.coralie.get("/today").await;
        page.assert_sees("Une chose attend").assert_sees("Équipe mobile : la demande est acceptée, la mission reste à préparer");
        page.assert_sees("Attend depuis 4 jours").assert_sees("Préparer la mission");
        let link = format!("/missions/new?request={request}");
        assert!(page.html().contains(&link), "{}", page.html());
        g.lucas.get("/today").await.assert_lacks("la demande est acceptée");
        open_mission(&g.app.ctx(&g.coralie).await, request, "Aller vers").await.unwrap();
        g.coralie.get("/today").await.assert_lacks("la demande est acceptée").assert_sees("« Aller vers » n’a encore personne");
    }
);

story!(capabilities;
    /// Two peers say yes to one mission: one thing to do, with both names, and no word that it has nobody.
    async fn a_mission_with_yeses_is_told_once(app) {
        let g = missions::ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let until = Date::constant(2026, 9, 20);
        propose(&g.app.ctx(&g.coralie).await, mission, &[g.noor.id(), g.paul.id()], until).await.unwrap();
        g.coralie.get("/today").await.assert_sees("Une chose attend").assert_sees("n’a encore personne");
        for peer in [&g.noor, &g.paul] {
            let proposal = first_id(&peer.get("/proposals").await.html(), "/proposals/");
            answer_proposal(&g.app.ctx(peer).await, proposal, Reply::Yes { sheet_version: 8 }).await.unwrap();
        }
        let page = g.coralie.get("/today").await;
        page.assert_sees("Une chose attend").assert_sees("ont dit oui pour « Aller vers »").assert_lacks("n’a encore personne");
        page.assert_sees("Noor").assert_sees("Paul");
    }
);

story!(capabilities;
    /// The head reads what is with whom: the team's word, the association's word, missions that end, hours as a number.
    async fn the_head_sees_what_concerns_the_institution(app) {
        let g = work::ground(&app).await;
        let head = app.person("Hélène", Role::Head, g.institution, None).await;
        let other = app.person("Hana", Role::Head, app.new_id(), None).await;
        let page = head.get("/today").await;
        page.assert_sees("Rien n’attend").assert_sees("les missions qui finissent").assert_sees("Missions en cours 1");
        let coralie = app.ctx(&g.coralie).await;
        let answers = requests::answers("Équipe mobile");
        let request = enter_for_team(&coralie, answers, Language::Fr).await.unwrap();
        match_team(&coralie, request, g.team).await.unwrap();
        let work = Work { on: app.today(), minutes: Minutes(120), activity: Activity::Presence };
        record(&app.ctx(&g.noor).await, g.mission, work).await.unwrap();
        prolong(&coralie, g.mission, 1, Some(Date::constant(2026, 9, 25))).await.unwrap();

        let page = head.get("/today").await;
        page.assert_sees("Équipe mobile : la demande attend une réponse").assert_sees("Espairs l’a reçue.");
        page.assert_sees("« Pair à l’équipe mobile » finit le vendredi 25 septembre 2026").assert_sees("Noor · Équipe mobile");
        page.assert_sees("Équipe mobile : un relevé d’heures à confirmer").assert_lacks("2 h");
        // The page of the mission names who confirms.
        assert!(page.html().contains(&format!("href=\"/missions/{}\"", g.mission)), "{}", page.html());
        ask(&coralie, request, "Qui accueille le matin ?").await.unwrap();
        head.get("/today").await.assert_sees("Espairs a posé une question à Équipe mobile").assert_lacks("Espairs l’a reçue");
        other.get("/today").await.assert_sees("Rien n’attend").assert_lacks("Équipe mobile").assert_sees("Missions en cours 0");
    }
);

story!(capabilities;
    /// Who pays sees the invoice from its first day; who waits for the money, when its day is over.
    async fn invoices_wait_for_the_head_and_late_ones_for_the_treasurer(app) {
        let g = money::ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        g.approved(&app, mission, "2026-08-04", 60).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        g.treasurer.get("/today").await.assert_sees("Des heures sont à facturer à Hôpital Saint-Martin");
        g.issue(agreement, "2026-08-01", "2026-08-31", 4_000).await.assert_redirected();
        let page = g.head.get("/today").await;
        page.assert_sees("La facture 2026-0001 est à payer").assert_sees("Espairs : 40,00 € à payer jusqu’au mercredi 7 octobre 2026");
        page.assert_sees("À payer 40,00 €").assert_sees("Dont en retard 0,00 €");
        g.treasurer.get("/today").await.assert_lacks("n’est pas payée").assert_sees("À recevoir 40,00 €");
        app.go_to("2026-10-08");
        // A month later everybody signs in again.
        let head = app.known("hélène@example.org").await;
        head.get("/today").await.assert_sees("La facture 2026-0001 est en retard").assert_sees("Dont en retard 40,00 €");
        let treasurer = app.known("tarek@example.org").await;
        treasurer.get("/today").await.assert_sees("La facture 2026-0001 n’est pas payée");
    }
);

story!(capabilities;
    /// A month that is over is told until all its hours are approved, with whom they are; this month is not.
    async fn the_treasurer_sees_the_months_that_are_not_closed(app) {
        let g = money::ground(&app).await;
        let (one, two) = (g.mission(&app, "Pair-aidance au CMP").await, g.mission(&app, "Unité 4").await);
        g.recorded(&app, one, "2026-08-04", 60).await;
        g.recorded(&app, two, "2026-08-05", 60).await;
        g.confirmed(&app, two, "2026-08-06", 60).await;
        g.approved(&app, one, "2026-07-06", 60).await;
        g.recorded(&app, one, "2026-09-02", 60).await;
        let page = g.treasurer.get("/today").await;
        page.assert_sees("En août 2026, des heures ne sont pas encore approuvées");
        page.assert_sees("2 missions que leurs équipes n’ont pas confirmées et une mission que la coordination n’a pas approuvée");
        page.assert_lacks("En juillet").assert_lacks("En septembre");
        assert!(page.html().contains("/hours?month=2026-08"));
        g.head.get("/today").await.assert_lacks("ne sont pas encore approuvées");
    }
);

story!(capabilities;
    /// The administrator sees who cannot work yet: people without a role, accounts that nobody has opened.
    async fn the_administrator_sees_who_is_not_there_yet(app) {
        let g = work::ground(&app).await;
        let admin = app.person("Adèle", Role::Admin, g.espairs, None).await;
        admin.get("/today").await.assert_sees("Rien n’attend").assert_sees("les personnes sans rôle");
        let ctx = app.ctx(&admin).await;
        for name in ["Yasmine", "Otis", "Jana", "Pia", "Léo"] {
            let facts = PersonFacts { name: name.into(), ..PersonFacts::default() };
            let person = create_person(&ctx, &facts, Role::Peer, g.espairs, None).await.unwrap();
            let mut tx = app.write().await;
            let seats = membership::of_account(&mut tx, person, app.today()).await.unwrap();
            membership::end(&mut tx, seats[0].id, Date::constant(2026, 9, 6)).await.unwrap();
            tx.commit().await.unwrap();
        }
        let page = admin.get("/today").await;
        page.assert_sees("Une chose attend").assert_sees("2 autres personnes n’ont pas de rôle");
        let pauline = app.new_id();
        let mut tx = app.write().await;
        let known = account::find_by_email(&mut tx, "noor@example.org").await.unwrap().unwrap();
        let email = Some("pauline@example.org".to_owned());
        let account = Account { id: pauline, email, name: "Pauline".into(), ..known };
        account::create(&mut tx, &account).await.unwrap();
        let (id, place, from_on) = (app.new_id(), "Espairs".to_owned(), Date::constant(2026, 1, 1));
        let seat = Membership { id, account: pauline, org: g.espairs, team: None, role: Role::Peer, place, from_on, until_on: None };
        membership::create(&mut tx, &seat, seat.org).await.unwrap();
        tx.commit().await.unwrap();
        let page = admin.get("/today").await;
        page.assert_sees("Pauline n’a pas encore ouvert son compte").assert_sees("Voir la personne");
        let elsewhere = app.person("Yves", Role::Admin, app.new_id(), None).await;
        elsewhere.get("/today").await.assert_sees("Rien n’attend").assert_lacks("Pauline");
        // Who has gone is not asked after for ever.
        app.go_to("2026-12-01");
        admin.get("/today").await.assert_lacks("n’ont pas de rôle");
    }
);

story!(capabilities;
    /// What the program could not do is told to the administrator, with the way to the page that says what to do.
    async fn what_was_set_aside_leads_to_the_state_of_the_service(app) {
        let g = work::ground(&app).await;
        let admin = app.person("Adèle", Role::Admin, g.espairs, None).await;
        admin.get("/today").await.assert_lacks("n’a pas pu se faire");
        let mut tx = app.write().await;
        tx.enqueue("greet", &"Noor").await.unwrap();
        tx.commit().await.unwrap();
        for _ in 0..job::ATTEMPTS {
            let claimed = job::claim(app.db()).await.unwrap().unwrap();
            job::failed(app.db(), &claimed, "no answer").await.unwrap();
            app.clock().advance(std::time::Duration::from_secs(86_400).try_into().unwrap());
        }
        let page = admin.get("/today").await;
        page.assert_sees("Envois et travaux un n’a pas pu se faire");
        assert!(page.html().contains("href=\"/status\""), "{}", page.html());
        g.coralie.get("/today").await.assert_lacks("n’a pas pu se faire");
    }
);
