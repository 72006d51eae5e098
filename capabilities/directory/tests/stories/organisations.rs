//! The pages about organisations, teams and networks.

use passerelle_directory::{OrganisationKind, Role, actions::create_organisation};
use passerelle_testkit::story;

use super::ground::{capabilities, ground, named};

story!(capabilities;
    async fn an_institution_is_entered_found_and_gets_a_team(app) {
        let g = ground(&app).await;
        g.admin.get("/organisations/new").await.assert_ok();
        let wrong = [("name", "Clinique des Ormes"), ("kind", "institution"), ("country", "FR"), ("siret", "12"), ("town", "Lille")];
        g.admin.post("/organisations", &wrong).await.assert_refused().assert_sees("Ce n’est pas un numéro SIRET.");
        let right = [("name", "Clinique des Ormes"), ("kind", "institution"), ("country", "FR"), ("town", "Lille")];
        let created = g.admin.post("/organisations", &right).await;
        created.assert_redirected();
        g.admin.follow(&created).await.assert_sees("L’organisation est ajoutée.").assert_sees("Aucune équipe pour le moment.");

        g.admin.get("/organisations?q=ORMES%20lille").await.assert_sees("Clinique des Ormes").assert_lacks("Saint-Luc");
        g.admin.get("/organisations?q=st%20luc").await.assert_sees("Centre hospitalier Saint-Luc").assert_lacks("Ormes");
        g.admin.get("/organisations?q=zzz").await.assert_sees("Rien pour « zzz »");

        let path = created.location().split('?').next().unwrap().to_owned();
        g.admin.post(&format!("{path}/teams"), &[("name", " ")]).await.assert_refused().assert_sees("Écrivez un nom.");
        let team = g.admin.post(&format!("{path}/teams"), &[("name", "Accueil"), ("town", "Xyzville")]).await;
        g.admin.follow(&team).await.assert_sees("Accueil").assert_sees("Nous ne connaissons pas la ville « Xyzville »");
        let team = team.location().split('?').next().unwrap().to_owned();
        g.admin.get(&format!("{team}/edit")).await.assert_ok();
        g.admin.post(&team, &[("name", "Accueil de jour"), ("version", "1")]).await.assert_redirected();
        g.admin.post(&team, &[("name", "Autre"), ("version", "1")]).await.assert_refused();
        g.admin.get(&path).await.assert_sees("Accueil de jour · Lille");
    }
);

story!(capabilities;
    /// A sign that no text has finds nothing, on both engines.
    async fn a_sign_that_stands_for_nothing_finds_nothing(app) {
        let g = ground(&app).await;
        for path in ["/organisations?q=%00", "/organisations?q=a%00b", "/organisations?after=%00&id=%00", "/people?after=%00", "/search?q=%00"] {
            g.admin.get(path).await.assert_ok();
        }
        g.admin.get("/organisations?q=luc%00zzz").await.assert_ok();
    }
);

story!(capabilities;
    async fn everybody_reads_institutions_and_few_change_them(app) {
        let g = ground(&app).await;
        let hospital = format!("/organisations/{}", g.institution);
        let ours = format!("/organisations/{}", g.association);
        let peer = app.person("Pia", Role::Peer, g.association, None).await;
        let head = app.person("Hal", Role::Head, g.institution, None).await;
        let eli = app.person("Eli", Role::Admin, app.new_id(), None).await;

        peer.get(&hospital).await.assert_ok().assert_lacks("Modifier").assert_sees("Équipe mobile Nord");
        peer.get(&format!("/teams/{}", g.team)).await.assert_ok().assert_lacks("Inviter");
        peer.post(&format!("{hospital}/teams"), &[("name", "X")]).await.assert_not_found();
        head.get(&format!("{hospital}/edit")).await.assert_ok().assert_lacks("IBAN");
        let address = [("name", "X"), ("address", "2 rue Neuve"), ("town", "Lille"), ("country", "FR"), ("version", "1")];
        head.post(&hospital, &address).await.assert_redirected();
        head.get(&hospital).await.assert_sees("2 rue Neuve").assert_sees("Centre hospitalier Saint-Luc");
        head.post(&ours, &address).await.assert_forbidden();

        let bank = [("name", "Les Passeurs"), ("kind", "association"), ("country", "BE"), ("town", "Namur"), ("version", "1"),
            ("iban", "BE68539007547034"), ("takes_requests", "yes")];
        g.admin.post(&ours, &bank).await.assert_redirected();
        g.admin.get(&ours).await.assert_sees("BE68539007547034").assert_sees("ouvertes depuis");
        eli.get(&ours).await.assert_ok().assert_lacks("BE68539007547034");
        eli.get(&format!("{ours}/edit")).await.assert_forbidden();
        eli.post(&ours, &bank).await.assert_forbidden();
        app.stranger("Zoé").await.get("/organisations").await.assert_forbidden();
        assert!(app.anybody().get(&hospital).await.location().starts_with("/sign-in"));
    }
);

story!(capabilities;
    async fn an_organisation_joins_a_network_on_its_page(app) {
        let g = ground(&app).await;
        let network = create_organisation(&g.ctx, &named(OrganisationKind::Federation, "Réseau Nord", "Lille")).await.unwrap();
        let path = format!("/organisations/{}", g.association);
        g.admin.post(&format!("{path}/networks"), &[("network", "")]).await.assert_refused().assert_sees("Choisissez un réseau");
        g.admin.post(&format!("{path}/networks"), &[("network", &network.to_string())]).await.assert_redirected();
        g.admin.get(&path).await.assert_sees("Réseau Nord · depuis le 07/09/2026");
        g.admin.get(&format!("/organisations/{network}")).await.assert_sees("Les Passeurs · depuis le 07/09/2026");
    }
);
