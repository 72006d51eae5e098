//! An association describes itself, part by part, for those it chooses; each change stays readable.

use passerelle_directory::{
    OrganisationKind, Role,
    actions::{create_organisation, link_to_network},
};
use passerelle_testkit::story;

use super::ground::{capabilities, ground, named};

story!(capabilities;
    async fn each_part_is_read_by_those_whom_the_association_chooses(app) {
        let g = ground(&app).await;
        let network = create_organisation(&g.ctx, &named(OrganisationKind::Federation, "Réseau Nord", "Lille")).await.unwrap();
        let other = create_organisation(&g.ctx, &named(OrganisationKind::Association, "Les Voisins", "Lille")).await.unwrap();
        let eli = app.person("Eli", Role::Admin, other, None).await;
        for (member, admin) in [(g.association, &g.admin), (other, &eli)] {
            link_to_network(&app.ctx(admin).await, network, member, app.today()).await.unwrap();
        }
        let above = app.person("Abel", Role::Admin, network, None).await;
        let pia = app.person("Pia", Role::Peer, g.association, None).await;
        let head = app.person("Hal", Role::Head, g.institution, None).await;
        let page = format!("/associations/{}", g.association);
        let form = format!("/organisations/{}/description", g.association);
        app.anybody().get(&page).await.assert_not_found();

        let shown = g.admin.get(&form).await;
        shown.assert_ok();
        assert_eq!(shown.html().matches("<section class=\"p-section\">").count(), 12, "a section for each part");
        let fields = [("version", "0"), ("name", "Les Passeurs"), ("focus", "SANTE MENTALE"), ("focus-readers", "public"),
            ("funding", "ARGENT PUBLIC"), ("funding-readers", "network"), ("obstacles", "FATIGUE"), ("obstacles-readers", "ours"),
            ("staff", "beaucoup"), ("staff-readers", "ours")];
        g.admin.post(&form, &fields).await.assert_refused().assert_sees("Écrivez un nombre de personnes").assert_sees("FATIGUE");
        let fields = fields.map(|(name, value)| if name == "staff" { (name, "7") } else { (name, value) });
        g.admin.post(&form, &fields).await.assert_redirected();
        g.admin.post(&form, &fields).await.assert_refused().assert_sees("entre-temps");

        for (reader, network, ours) in [(&pia, true, true), (&eli, true, false), (&above, true, false), (&head, false, false), (&app.anybody(), false, false)] {
            let seen = reader.get(&page).await;
            seen.assert_ok().assert_sees("Les Passeurs").assert_sees("SANTE MENTALE");
            assert_eq!(seen.text().contains("ARGENT PUBLIC"), network, "{}", reader.name());
            assert_eq!(seen.text().contains("FATIGUE"), ours, "{}", reader.name());
        }
        pia.get(&form).await.assert_not_found();
        eli.get(&form).await.assert_forbidden();
        eli.post(&form, &fields).await.assert_forbidden();
        head.get(&format!("{form}/history")).await.assert_not_found();
        eli.get(&format!("{form}/history")).await.assert_forbidden();
    }
);

story!(capabilities;
    async fn a_change_says_who_when_and_what_went_and_came(app) {
        let g = ground(&app).await;
        let form = format!("/organisations/{}/description", g.association);
        let first = [("version", "0"), ("name", "Les Passeurs"), ("membership", "L’adhésion coûte dix euros."), ("membership-readers", "ours")];
        g.admin.post(&form, &first).await.assert_redirected();
        app.go_to("2026-10-05");
        let second = [("version", "1"), ("name", "Les Passeurs de Namur"), ("membership", "L’adhésion est gratuite."), ("membership-readers", "public"),
            ("website", "www.passeurs.example")];
        g.admin.post(&form, &second).await.assert_redirected();
        let pia = app.person("Pia", Role::Peer, g.association, None).await;
        let past = pia.get(&format!("{form}/history")).await;
        past.assert_ok().assert_sees("Ada").assert_sees("05/10/2026");
        let html = past.html();
        assert!(html.contains("coûte dix euros.</del>"), "{html}");
        assert!(html.contains("est gratuite.</ins>"), "{html}");
        past.assert_sees("« Les personnes de l’association » devient « Tout le monde »");
        // The name and the site are those of the directory.
        g.admin.get(&format!("/organisations/{}", g.association)).await.assert_sees("Les Passeurs de Namur").assert_sees("passeurs.example");
        app.prove(&g.admin, passerelle_access::session::Factors::One).await;
        let entry = [("name", "Les Passeurs"), ("kind", "association"), ("country", "BE"), ("town", "Namur"), ("version", "2")];
        g.admin.post(&format!("/organisations/{}", g.association), &entry).await.assert_redirected();
        let html = pia.get(&format!("{form}/history")).await.html();
        assert!(html.contains("passeurs.example</del>"), "what the entry changes is kept as well: {html}");
    }
);

story!(capabilities;
    async fn contacts_are_published_by_those_who_answer_for_them(app) {
        let g = ground(&app).await;
        let team = g.team.to_string();
        let referent = app.person("Rita", Role::Referent, g.institution, Some(g.team)).await;
        let eli = app.person("Eli", Role::Admin, app.new_id(), None).await;
        let path = format!("/organisations/{}/contacts", g.institution);
        referent.get(&path).await.assert_ok();
        referent.post(&path, &[("purpose", "Joindre"), ("email", "")]).await.assert_refused().assert_sees("Donnez une adresse e-mail");
        let whole = [("purpose", "Tout"), ("email", "tout@saint-luc.example"), ("readers", "public")];
        referent.post(&path, &whole).await.assert_refused().assert_sees("Choisissez une équipe");
        let ours = [("purpose", "Joindre l’équipe"), ("email", "nord@saint-luc.example"), ("team", &team), ("readers", "public")];
        referent.post(&path, &ours).await.assert_redirected();
        eli.get(&format!("/organisations/{}", g.institution)).await.assert_sees("nord@saint-luc.example").assert_sees("Confirmé le 07/09/2026");
        eli.post(&path, &whole).await.assert_forbidden();

        let own = format!("/organisations/{}/contacts", g.association);
        let secret = [("purpose", "Urgences"), ("phone", "+32 81 00 00 00"), ("readers", "ours")];
        g.admin.post(&own, &secret).await.assert_redirected();
        eli.get(&format!("/organisations/{}", g.association)).await.assert_lacks("+32");
        app.anybody().get(&format!("/associations/{}", g.association)).await.assert_not_found();
        let public = [("purpose", "Nous écrire"), ("email", "bonjour@passeurs.example"), ("readers", "public")];
        g.admin.post(&own, &public).await.assert_redirected();
        app.anybody().get(&format!("/associations/{}", g.association)).await.assert_sees("bonjour@passeurs.example").assert_lacks("+32");
        let listed = g.admin.get(&own).await.html();
        let urgent = listed.split("Urgences").nth(1).unwrap();
        let id = urgent.split("name=\"contact\" value=\"").nth(1).unwrap()[..36].to_owned();
        g.admin.get(&format!("{own}?contact={id}")).await.assert_ok();
        for _ in 0..2 {
            g.admin.post(&format!("{own}/removal"), &[("contact", &id)]).await.assert_redirected();
        }
        g.admin.get(&own).await.assert_lacks("Urgences").assert_sees("Nous écrire");
    }
);

story!(capabilities;
    async fn the_map_shows_the_public_what_was_published_and_us_everybody(app) {
        let g = ground(&app).await;
        let pia = app.person("Pia", Role::Peer, g.association, None).await;
        app.anybody().get("/network").await.assert_ok().assert_sees("La carte est encore vide").assert_lacks("Les Passeurs");
        let known = pia.get("/network").await;
        known.assert_sees("Les Passeurs").assert_sees("Centre hospitalier Saint-Luc").assert_sees("Belgique (1)");
        // The list says the same as the map: each mark leads to a place of the list.
        let html = known.html();
        let marks: Vec<&str> = html.split("<a class=\"p-map__mark\" href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        for mark in &marks {
            let anchor = mark.strip_prefix('#').unwrap_or_else(|| panic!("{mark}"));
            assert!(html.contains(&format!("id=\"{anchor}\"")), "{mark}");
        }
        pia.get("/network?country=BE").await.assert_sees("Les Passeurs").assert_lacks("Saint-Luc");
        pia.get("/network?country=ZZ").await.assert_ok().assert_sees("Saint-Luc");
        let fields = [("version", "0"), ("name", "Les Passeurs"), ("focus", "Santé mentale"), ("focus-readers", "public")];
        g.admin.post(&format!("/organisations/{}/description", g.association), &fields).await.assert_redirected();
        app.anybody().get("/network").await.assert_sees("Les Passeurs").assert_lacks("Saint-Luc");
        app.anybody().get(&format!("/organisations/{}", g.association)).await.assert_redirected_to_sign_in(&format!("/organisations/{}", g.association));
    }
);
