//! What those who coordinate do with a request, and who may see it.

use passerelle_access::Role;
use passerelle_testkit::story;

use super::{
    days,
    ground::{Ground, PAGES, answers, capabilities, fill_in, ground, letter, send},
};

const ANA: &str = "ana@saint-martin.example";

/// The path of the first request in the list of those that wait for the association.
async fn first(g: &Ground) -> String {
    let html = g.coralie.get("/requests").await.assert_ok().html();
    let at = html.find("href=\"/requests/0").unwrap();
    html[at + 6..].split('"').next().unwrap().to_owned()
}

async fn recognise(g: &Ground, request: &str) {
    let chosen = format!("team:{}", g.team);
    let matched = g.coralie.post(&format!("{request}/team"), &[("team", &chosen)]).await;
    g.coralie.follow(&matched).await.assert_ok().assert_sees("C’est « Équipe mobile », Hôpital Saint-Martin.");
}

story!(capabilities;
    async fn questions_go_back_and_forth_until_the_request_is_accepted(app) {
        let g = ground(&app).await;
        g.coralie.get("/requests").await.assert_ok().assert_sees("Aucune demande n’attend de réponse");
        let ana = app.anybody();
        let follow = send(&ana, g.espairs).await;
        app.clock().advance(days(3));
        g.coralie.get("/requests").await.assert_sees("Équipe mobile Hôpital Saint-Martin Nouvelle 3 jours");
        let request = first(&g).await;
        let page = g.coralie.get(&request).await;
        page.assert_ok().assert_sees("Équipe mobile (Hôpital Saint-Martin) demande").assert_sees("01 23 45 67 89");
        page.assert_sees("Choisir l’équipe").assert_lacks("Accepter la demande");

        g.coralie.post(&format!("{request}/discussion"), &[("words", " ")]).await.assert_refused();
        let asked = g.coralie.post(&format!("{request}/discussion"), &[("words", "Qui accueille le matin ?")]).await;
        g.coralie.follow(&asked).await.assert_sees("La question est envoyée.").assert_sees("Coralie, Espairs");
        let asked = letter(&app, ANA, "Espairs a une question sur votre demande").await;
        assert!(asked.contains("Qui accueille le matin ?") && asked.contains("/follow/"), "{asked}");
        g.coralie.get("/requests").await.assert_lacks("Équipe mobile");
        g.coralie.get("/requests?shelf=asker").await.assert_sees("Équipe mobile");

        ana.get(&follow).await.assert_sees("Espairs vous a posé une question.").assert_sees("Qui accueille le matin ?");
        ana.post(&format!("{follow}/answer"), &[("words", "Samira, dès 8 h.")]).await.assert_redirected();
        g.coralie.get(&format!("{request}/discussion")).await.assert_ok().assert_sees("Samira, dès 8 h.");

        g.coralie.post(&format!("{request}/acceptance"), &[]).await.assert_refused().assert_sees("Choisissez d’abord l’équipe");
        recognise(&g, &request).await;
        let accepted = g.coralie.post(&format!("{request}/acceptance"), &[]).await;
        let page = g.coralie.follow(&accepted).await;
        page.assert_sees("Préparer la mission").assert_lacks("Refuser la demande");
        let id = request.strip_prefix("/requests/").unwrap();
        assert!(page.html().contains(&format!("/missions/new?request={id}")));
        letter(&app, ANA, "Espairs accepte votre demande").await;
        ana.get(&follow).await.assert_sees("Espairs accepte votre demande");
        g.coralie.get("/requests?shelf=decided").await.assert_sees("Acceptée");
    }
);

story!(capabilities;
    async fn a_refusal_carries_its_reasons_to_the_team(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        let follow = send(&ana, g.espairs).await;
        let request = first(&g).await;
        let refusal = format!("{request}/refusal");
        g.coralie.get(&refusal).await.assert_ok().assert_sees("Pourquoi refuser cette demande ?");
        g.coralie.post(&refusal, &[("reason", "")]).await.assert_refused().assert_sees("Écrivez pourquoi.");
        let reason = "Personne n’est libre avant <i>mars</i>.";
        g.coralie.post(&refusal, &[("reason", reason)]).await.assert_redirected();
        let declined = letter(&app, ANA, "Espairs a répondu à votre demande").await;
        assert!(declined.contains(reason), "{declined}");
        ana.get(&follow).await.assert_sees("ne peut pas prendre en charge").assert_sees(reason);
        g.coralie.get(&request).await.assert_sees(reason).assert_lacks("Accepter");
        g.coralie.post(&refusal, &[("reason", "Encore")]).await.assert_refused();
    }
);

story!(capabilities;
    async fn nobody_decides_on_a_page_that_is_out_of_date(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        let follow = send(&ana, g.espairs).await;
        let request = first(&g).await;
        recognise(&g, &request).await;
        let html = g.coralie.get(&request).await.html();
        let version = html.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        ana.post(&format!("{follow}/answer"), &[("words", "Nous pouvons attendre avril.")]).await.assert_redirected();
        for (part, field) in [("acceptance", "other"), ("refusal", "reason")] {
            let fields = [("version", version.as_str()), (field, "Personne n’est libre.")];
            let answer = g.coralie.post(&format!("{request}/{part}"), &fields).await;
            answer.assert_refused().assert_sees("Quelque chose a changé depuis que vous avez ouvert cette page.");
        }
        g.coralie.get(&request).await.assert_sees("Accepter la demande").assert_sees("attendre avril");
    }
);

story!(capabilities;
    /// Another association knows nothing; the team and its institution read their own request and decide nothing.
    async fn each_sees_what_is_theirs(app) {
        let g = ground(&app).await;
        send(&app.anybody(), g.espairs).await;
        let request = first(&g).await;
        let noor = app.person("Noor", Role::Coordinator, g.passeurs, None).await;
        noor.get("/requests").await.assert_ok().assert_lacks("Équipe mobile");
        noor.get(&request).await.assert_not_found();
        for part in ["discussion", "team", "refusal"] {
            noor.get(&format!("{request}/{part}")).await.assert_not_found();
        }
        for part in ["discussion", "team", "refusal", "acceptance"] {
            let fields = [("words", "?"), ("team", "new"), ("reason", "Non")];
            noor.post(&format!("{request}/{part}"), &fields).await.assert_not_found();
        }

        let samira = app.person("Samira", Role::Referent, g.institution, Some(g.team)).await;
        let head = app.person("Paul", Role::Head, g.institution, None).await;
        let peer = app.person("Coral", Role::Peer, g.espairs, None).await;
        for person in [&samira, &head] {
            person.get(&request).await.assert_not_found();
        }
        recognise(&g, &request).await;
        for person in [&samira, &head] {
            person.get("/requests").await.assert_ok().assert_sees("Équipe mobile").assert_lacks("Noter la demande");
            person.get(&request).await.assert_ok().assert_lacks("Accepter la demande").assert_lacks("Poser une question");
            person.post(&format!("{request}/acceptance"), &[]).await.assert_not_found();
            person.post(&format!("{request}/discussion"), &[("words", "Bonjour")]).await.assert_not_found();
        }
        peer.get("/requests").await.assert_forbidden();
        peer.get(&request).await.assert_not_found();
        assert!(app.anybody().get(&request).await.location().starts_with("/sign-in"));
    }
);

story!(capabilities;
    async fn a_team_nobody_knew_is_entered_as_it_called_itself(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        fill_in(&ana, g.espairs).await;
        ana.post("/ask/team", &[("institution", "Maison des Tilleuls"), ("team", "Accueil de nuit")]).await;
        ana.post("/ask/check", &[]).await.assert_redirected();
        let request = first(&g).await;
        let team = format!("{request}/team");
        g.coralie.get(&team).await.assert_ok().assert_sees("Un nouvel établissement « Maison des Tilleuls »");
        g.coralie.post(&team, &[]).await.assert_refused().assert_sees("Choisissez une équipe, ou créez-la.");
        let matched = g.coralie.post(&team, &[("team", "new")]).await;
        g.coralie.follow(&matched).await.assert_sees("C’est « Accueil de nuit », Maison des Tilleuls.");
        g.coralie.post(&format!("{request}/acceptance"), &[]).await.assert_redirected();
        g.coralie.post(&team, &[("team", "new")]).await.assert_refused();
    }
);

story!(capabilities;
    async fn staff_write_down_what_a_team_said_on_the_phone(app) {
        let g = ground(&app).await;
        g.coralie.get("/requests/new").await.assert_ok().assert_sees("Quelle équipe demande ?").assert_sees("À qui répondre ?");
        let empty = g.coralie.post("/requests/new", &[("institution", "Hôpital Nord")]).await;
        empty.assert_refused().assert_sees("Écrivez votre nom.").assert_sees("Choisissez une durée.");
        assert!(empty.html().contains("value=\"Hôpital Nord\""));
        let mut fields: Vec<(&str, &str)> = PAGES.iter().flat_map(|(_, fields)| fields.iter().copied()).collect();
        fields.push(("letters", "en"));
        let entered = g.coralie.post("/requests/new", &fields).await;
        g.coralie.follow(&entered).await.assert_ok().assert_sees("La demande est enregistrée.").assert_sees("Ana Petit");
        let mails = app.mails().await;
        assert_eq!((mails.len(), mails[0].subject.as_str()), (1, "Your request to Espairs"));
        let peer = app.person("Coral", Role::Peer, g.espairs, None).await;
        peer.get("/requests/new").await.assert_forbidden();
        peer.post("/requests/new", &fields).await.assert_forbidden();
    }
);

story!(capabilities;
    async fn a_long_list_comes_a_page_at_a_time_the_longest_wait_first(app) {
        let g = ground(&app).await;
        let ctx = app.ctx(&g.coralie).await;
        for n in 1..=53 {
            app.clock().advance(jiff::SignedDuration::from_secs(60));
            let answers = answers(&format!("Équipe n{n:02}"));
            passerelle_placement::actions::requests::enter_for_team(&ctx, answers, Default::default()).await.unwrap();
        }
        let page = g.coralie.get("/requests").await;
        page.assert_ok().assert_sees("Équipe n01").assert_sees("Équipe n50").assert_lacks("Équipe n51");
        let html = page.html();
        let older = html.split("href=\"").find(|part| part.starts_with("/requests?") && part.contains("after=")).unwrap();
        let older = older.split('"').next().unwrap().replace("&amp;", "&");
        g.coralie.get(&older).await.assert_ok().assert_lacks("Équipe n50").assert_sees("Équipe n51").assert_sees("Équipe n53");
    }
);
