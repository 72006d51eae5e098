//! The actions and reads on which the other capabilities stand.

use passerelle_directory::{
    Error, OrganisationKind, PersonFacts, Refusal, Role, TRANSLATIONS,
    actions::{
        create_organisation, create_person, create_team, end_membership, give_role, invite, link_to_network,
        update_organisation,
    },
    associations_open_to_requests, find_organisation, find_person, find_team, finess, match_team, people_of_team,
    people_with_role, teams_of,
};
use passerelle_directory::{OrganisationFacts, town_point};
use passerelle_kernel::Language;
use passerelle_testkit::story;
use passerelle_words::Words;

use super::ground::{capabilities, ground, named};

story!(capabilities;
    /// Every statement is understood by the engine.
    async fn statements_are_understood(app) {
        for sql in passerelle_directory::capability().statements.iter().copied().flatten() {
            if let Err(error) = app.db().prepare(sql).await {
                panic!("{}: {error}", sql.name);
            }
        }
    }
);

#[test]
fn every_reason_has_words_in_both_languages() {
    let refusals = Refusal::ALL.iter().map(|refusal| refusal.key());
    let reasons = finess::Reason::ALL.iter().map(|reason| reason.key());
    let stops = finess::Stopped::ALL.iter().map(|stopped| format!("directory-import-stopped-{}", stopped.as_str()));
    let keys: Vec<String> = refusals.chain(reasons).map(str::to_owned).chain(stops).collect();
    for language in [Language::Fr, Language::En] {
        let words = Words::new(language, &[TRANSLATIONS]);
        let silent: Vec<_> = keys.iter().filter(|key| !words.has(key)).collect();
        assert!(silent.is_empty(), "{language:?}: {silent:?}");
    }
}

story!(capabilities;
    async fn a_team_is_found_by_what_people_call_it(app) {
        let g = ground(&app).await;
        let other = create_organisation(&g.ctx, &named(OrganisationKind::Institution, "Clinique des Ormes", "Lille")).await.unwrap();
        create_team(&g.ctx, other, "Accueil de jour", "").await.unwrap();
        let mut tx = app.db().begin_read().await.unwrap();
        let team = find_team(&mut tx, g.team).await.unwrap().unwrap();
        assert_eq!((team.org, team.org_name.as_str()), (g.institution, "Centre hospitalier Saint-Luc"));
        assert_eq!(team.town.as_deref(), Some("Lille"));
        assert_eq!(team.point(), town_point("LILLE", Default::default()));
        let found = match_team(&mut tx, "CH St Luc", "equipe mobile").await.unwrap();
        assert_eq!(found.first().map(|team| team.id), Some(g.team));
        assert_eq!(match_team(&mut tx, "", "").await.unwrap(), []);
        assert_eq!(teams_of(&mut tx, g.institution).await.unwrap().len(), 1);
    }
);

story!(capabilities;
    async fn a_person_has_a_role_an_invitation_and_an_end(app) {
        let g = ground(&app).await;
        let sam = PersonFacts {
            name: "Sam Roy".into(),
            email: Some("Sam@Example.org".into()),
            town: Some("Lille".into()),
            ..PersonFacts::default()
        };
        let id = create_person(&g.ctx, &sam, Role::Referent, g.institution, Some(g.team)).await.unwrap();
        let twice = create_person(&g.ctx, &sam, Role::Peer, g.association, None).await;
        assert!(matches!(twice, Err(Error::Refused(Refusal::EmailTaken))), "{twice:?}");
        let again = give_role(&g.ctx, id, Role::Referent, g.institution, Some(g.team)).await;
        assert!(matches!(again, Err(Error::Refused(Refusal::RoleTwice))), "{again:?}");
        let elsewhere = give_role(&g.ctx, id, Role::Coordinator, g.institution, None).await;
        assert!(matches!(elsewhere, Err(Error::Refused(Refusal::RoleOfAssociation))), "{elsewhere:?}");

        invite(&g.ctx, id).await.unwrap();
        let mails = app.mails().await;
        assert_eq!(mails[0].to, "sam@example.org");
        let path = mails[0].text.lines().find_map(|line| line.strip_prefix("http://localhost")).unwrap();
        app.anybody().get(path).await.assert_ok().assert_sees("Bienvenue, Sam Roy");

        let mut tx = app.db().begin_read().await.unwrap();
        assert_eq!(find_person(&mut tx, g.association, id).await.unwrap().unwrap().point, town_point("Lille", Default::default()));
        let today = app.today();
        assert_eq!(people_with_role(&mut tx, g.institution, Role::Referent, today).await.unwrap()[0].id, id);
        assert_eq!(people_of_team(&mut tx, g.team, Role::Referent, today).await.unwrap().len(), 1);
        let held = passerelle_access::membership::of_account(&mut tx, id, today).await.unwrap();
        drop(tx);
        assert_eq!(held[0].place, "Équipe mobile Nord");
        end_membership(&g.ctx, id, held[0].id, today).await.unwrap();
        let mut tx = app.db().begin_read().await.unwrap();
        assert!(people_of_team(&mut tx, g.team, Role::Referent, today.tomorrow().unwrap()).await.unwrap().is_empty());
    }
);

story!(capabilities;
    async fn somebody_always_runs_the_association(app) {
        let g = ground(&app).await;
        let mut tx = app.db().begin_read().await.unwrap();
        let held = passerelle_access::membership::of_account(&mut tx, g.founder, app.today()).await.unwrap();
        drop(tx);
        // Ada is an admin too, so Maud's role can end; then only Ada is left.
        end_membership(&g.ctx, g.founder, held[0].id, app.today()).await.unwrap();
        app.go_to("2026-09-08");
        let mut tx = app.db().begin_read().await.unwrap();
        let admins = people_with_role(&mut tx, g.association, Role::Admin, app.today()).await.unwrap();
        drop(tx);
        assert_eq!(admins.iter().map(|admin| admin.id).collect::<Vec<_>>(), [g.admin.id()]);
        let noor = PersonFacts { name: "Noor".into(), ..PersonFacts::default() };
        let noor = create_person(&g.ctx, &noor, Role::Admin, g.association, None).await.unwrap();
        let held = {
            let mut tx = app.db().begin_read().await.unwrap();
            passerelle_access::membership::of_account(&mut tx, noor, app.today()).await.unwrap()
        };
        end_membership(&g.ctx, noor, held[0].id, app.today()).await.unwrap();
        assert!(matches!(invite(&g.ctx, noor).await, Err(Error::Refused(Refusal::EmailMissing))));
    }
);

story!(capabilities;
    async fn what_others_may_not_do_changes_nothing(app) {
        let g = ground(&app).await;
        let (peer, elsewhere) = (
            app.person("Pia", Role::Peer, g.association, None).await,
            app.person("Eli", Role::Admin, app.new_id(), None).await,
        );
        let school = named(OrganisationKind::School, "École", "Lille");
        let by_peer = create_organisation(&app.ctx(&peer).await, &school).await;
        assert!(matches!(by_peer, Err(Error::Forbidden)), "{by_peer:?}");
        let eli = app.ctx(&elsewhere).await;
        let facts = named(OrganisationKind::Association, "Renommée", "Lille");
        let by_eli = update_organisation(&eli, g.association, 1, &facts).await;
        assert!(matches!(by_eli, Err(Error::Forbidden)), "{by_eli:?}");
        assert!(matches!(invite(&eli, g.founder).await, Err(Error::NotFound)));
        let mut tx = app.db().begin_read().await.unwrap();
        let known = find_organisation(&mut tx, g.association).await.unwrap().unwrap();
        assert_eq!(known.name.as_str(), "Les Passeurs");
        drop(tx);
        assert!(app.mails().await.is_empty());
    }
);

story!(capabilities;
    async fn an_association_opens_to_requests_and_two_people_do_not_overwrite_each_other(app) {
        let g = ground(&app).await;
        let mut facts = named(OrganisationKind::Association, "Les Passeurs de Namur", "Namur");
        facts.takes_requests = true;
        facts.iban = "BE68 5390 0754 7034".into();
        update_organisation(&g.ctx, g.association, 1, &facts).await.unwrap();
        let late = update_organisation(&g.ctx, g.association, 1, &facts).await;
        assert!(matches!(late, Err(Error::Refused(Refusal::Changed))), "{late:?}");
        let mut tx = app.db().begin_read().await.unwrap();
        let open = associations_open_to_requests(&mut tx).await.unwrap();
        assert_eq!(open, [(g.association, "Les Passeurs de Namur".to_owned(), Some("Namur".to_owned()))]);
        let known = find_organisation(&mut tx, g.association).await.unwrap().unwrap();
        assert_eq!(known.iban.map(|iban| iban.as_str().to_owned()).as_deref(), Some("BE68539007547034"));
        assert_eq!(known.takes_requests_at, Some(app.clock().now()));
        let held = passerelle_access::membership::of_account(&mut tx, g.founder, app.today()).await.unwrap();
        assert_eq!(held[0].place, "Les Passeurs de Namur");
    }
);

story!(capabilities;
    async fn the_head_changes_the_address_and_nothing_else(app) {
        let g = ground(&app).await;
        let head = app.person("Hal", Role::Head, g.institution, None).await;
        let facts = OrganisationFacts {
            address: "2 rue Neuve".into(),
            ..named(OrganisationKind::School, "Renommé", "Lille")
        };
        update_organisation(&app.ctx(&head).await, g.institution, 1, &facts).await.unwrap();
        let mut tx = app.db().begin_read().await.unwrap();
        let known = find_organisation(&mut tx, g.institution).await.unwrap().unwrap();
        assert_eq!((known.name.as_str(), known.kind), ("Centre hospitalier Saint-Luc", OrganisationKind::Institution));
        assert_eq!(known.address, "2 rue Neuve");
    }
);

story!(capabilities;
    async fn an_organisation_joins_a_network_once(app) {
        let g = ground(&app).await;
        let network = create_organisation(&g.ctx, &named(OrganisationKind::Federation, "Réseau Nord", "Lille")).await.unwrap();
        link_to_network(&g.ctx, network, g.association, app.today()).await.unwrap();
        let again = link_to_network(&g.ctx, network, g.association, app.today()).await;
        assert!(matches!(again, Err(Error::Refused(Refusal::NetworkTwice))), "{again:?}");
        let none = link_to_network(&g.ctx, g.institution, g.association, app.today()).await;
        assert!(matches!(none, Err(Error::Refused(Refusal::NotANetwork))), "{none:?}");
    }
);

#[test]
fn every_word_that_the_pages_say_exists_in_both_languages() {
    let files = [TRANSLATIONS.fr, TRANSLATIONS.en];
    let keys = files.map(|text| {
        let keys = text.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
        keys.filter(|key| key.starts_with("directory-")).collect::<std::collections::BTreeSet<_>>()
    });
    assert_eq!(keys[0], keys[1]);
    assert!(keys[0].len() > 150);
}
