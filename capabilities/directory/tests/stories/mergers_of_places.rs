//! Two records of one institution or of one team become one, and two again: every row is where it was.

use passerelle_access::{Role, membership, session::Factors};
use passerelle_directory::{
    Country, OrganisationFacts, OrganisationId, OrganisationKind, PersonFacts, PersonId, TeamId,
    actions::{
        create_organisation, create_person, create_team, give_role, link_to_network, merge_organisations, merge_teams,
        part_teams, publish, update_team,
    },
    description::Readers,
    find_organisation, find_team, match_team,
    published::Contact,
    teams_of,
};
use passerelle_store::params;
use passerelle_testkit::{Answer, Person, TestApp, story};

use super::ground::{Ground, capabilities, ground, named};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    WAY_IN = "INSERT INTO identity_domain (domain, org_id) VALUES ('saint-luc.example', ?1)";
    SITE = "INSERT INTO finess_site (number, organisation_id, name, address) VALUES ('590000001', ?1, 'CH SAINT-LUC', '')";
}

/// The names of the places in which somebody holds a role today.
async fn places(app: &TestApp, person: PersonId) -> Vec<String> {
    let mut tx = app.db().begin_read().await.unwrap();
    let held = membership::of_account(&mut tx, person, app.today()).await.unwrap();
    held.into_iter().map(|held| held.place).collect()
}

async fn somebody(g: &Ground, name: &str, role: Role, org: OrganisationId, team: Option<TeamId>) -> PersonId {
    let email = Some(format!("{}@example.org", name.to_lowercase()));
    let facts = PersonFacts { name: name.into(), email, ..PersonFacts::default() };
    create_person(&g.ctx, &facts, role, org, team).await.unwrap()
}

/// The merger that a page offers to undo.
fn offered(answer: &Answer) -> String {
    answer.html().split("name=\"merger\" value=\"").nth(1).unwrap()[..36].to_owned()
}

/// A second record of the hospital, with a team, a contact, a network and people of its own and of both.
struct Double {
    id: OrganisationId,
    /// Heads the second record only.
    zoe: PersonId,
    /// Heads both.
    hedi: PersonId,
    /// Welcomes peers in the team of the second record.
    rita: PersonId,
}

async fn double(app: &TestApp, g: &Ground) -> Double {
    let id = named(OrganisationKind::Institution, "centre hospitalier SAINT LUC", "lille");
    let id = create_organisation(&g.ctx, &id).await.unwrap();
    let team = create_team(&g.ctx, id, "Accueil de jour", "").await.unwrap();
    let network =
        create_organisation(&g.ctx, &named(OrganisationKind::Federation, "Réseau Nord", "Lille")).await.unwrap();
    let far = create_organisation(&g.ctx, &named(OrganisationKind::Federation, "Réseau Sud", "Lille")).await.unwrap();
    for (network, member) in [(network, id), (network, g.institution), (far, id)] {
        link_to_network(&g.ctx, network, member, app.today()).await.unwrap();
    }
    let zoe = somebody(g, "Zoé", Role::Head, id, None).await;
    let hedi = somebody(g, "Hédi", Role::Head, id, None).await;
    give_role(&g.ctx, hedi, Role::Head, g.institution, None).await.unwrap();
    let rita = somebody(g, "Rita", Role::Referent, id, Some(team)).await;
    let head = app.known("zoé@example.org").await;
    let contact = Contact {
        id: app.new_id(),
        org: id,
        team: Some(team),
        purpose: "Venir en stage".into(),
        name: None,
        email: Some("accueil@saint-luc.example".into()),
        phone: None,
        readers: Readers::Public,
        version: 0,
    };
    publish(&app.ctx(&head).await, &contact).await.unwrap();
    let mut tx = app.write().await;
    tx.execute(SITE, params![id]).await.unwrap();
    tx.commit().await.unwrap();
    Double { id, zoe, hedi, rita }
}

story!(capabilities;
    async fn two_records_of_an_institution_become_one_and_the_merger_is_undone_row_by_row(app) {
        let g = ground(&app).await;
        let d = double(&app, &g).await;
        app.prove(&g.admin, Factors::Two).await;
        let doubles = g.admin.get("/organisations/doubles").await;
        doubles.assert_ok().assert_sees("Centre hospitalier Saint-Luc").assert_sees("centre hospitalier SAINT LUC");
        doubles.assert_lacks("Réseau Nord").assert_lacks("Passeurs");
        g.admin.get("/organisations").await.assert_sees("Fiches en double");
        let (page, gone) = (format!("/organisations/{}/merger", g.institution), d.id.to_string());
        g.admin.get(&page).await.assert_sees("centre hospitalier SAINT LUC").assert_sees("Rien ne change encore");
        let compared = g.admin.get(&format!("{page}?double={gone}")).await;
        compared.assert_sees("La fiche qui reste").assert_sees("Accueil de jour").assert_sees("Équipe mobile Nord");
        compared.assert_sees("Éléments rattachés 4 10");
        let before = app.everything().await;

        g.admin.post(&page, &[("double", &gone)]).await.assert_redirected();
        let mut tx = app.db().begin_read().await.unwrap();
        assert_eq!(find_organisation(&mut tx, d.id).await.unwrap(), None);
        let teams = teams_of(&mut tx, g.institution).await.unwrap();
        assert_eq!(teams.iter().map(|team| team.name.as_str()).collect::<Vec<_>>(), ["Accueil de jour", "Équipe mobile Nord"]);
        assert_eq!(match_team(&mut tx, "saint luc", "accueil de jour").await.unwrap()[0].org, g.institution);
        drop(tx);
        // Whoever headed the other record heads this one, under its name; a role held in both is not held twice.
        assert_eq!(places(&app, d.zoe).await, ["Centre hospitalier Saint-Luc"]);
        assert_eq!(places(&app, d.hedi).await, ["Centre hospitalier Saint-Luc"]);
        assert_eq!(places(&app, d.rita).await, ["Accueil de jour"]);
        app.known("zoé@example.org").await.get(&format!("/organisations/{}/edit", g.institution)).await.assert_ok();
        let kept = g.admin.get(&format!("/organisations/{}", g.institution)).await;
        kept.assert_sees("Venir en stage").assert_sees("Réseau Nord").assert_sees("Réseau Sud");
        assert_eq!(kept.text().matches("Réseau Nord").count(), 1 + offers(&kept, "Réseau Nord"), "{}", kept.text());
        nowhere(&app, &g, &d).await;

        let merged = g.admin.get(&page).await;
        merged.assert_sees("centre hospitalier SAINT LUC, le").assert_sees("par Les Passeurs : 7 lignes sont passées ici");
        let merger = offered(&merged);
        g.admin.post(&format!("{page}/undoing"), &[("merger", &merger)]).await.assert_redirected();
        assert_eq!(app.everything().await, before, "every row is where it was");
        assert_eq!(places(&app, d.zoe).await, ["centre hospitalier SAINT LUC"]);
        assert_eq!(places(&app, d.hedi).await.len(), 2);
        g.admin.get("/search?q=saint+luc").await.assert_sees("centre hospitalier SAINT LUC");
        g.admin.get(&format!("/organisations/{gone}")).await.assert_ok().assert_sees("Accueil de jour");
        g.admin.post(&format!("{page}/undoing"), &[("merger", &merger)]).await.assert_not_found();
    }
);

/// How often a name stands in the choices of a form.
fn offers(answer: &Answer, name: &str) -> usize {
    answer.html().matches(&format!(">{name}</option>")).count()
}

/// The record that stepped back is in no list, no choice, no file and no search; its address says where everything is.
async fn nowhere(app: &TestApp, g: &Ground, d: &Double) {
    let gone = "centre hospitalier SAINT LUC";
    for path in
        ["/organisations", "/organisations?q=luc", "/organisations.csv", "/network", "/people/new", "/teams.csv"]
    {
        g.admin.get(path).await.assert_ok().assert_lacks(gone);
    }
    g.admin.get("/memberships.csv").await.assert_lacks(gone);
    for path in ["/search?q=saint+luc", "/search?q=accueil"] {
        let found = g.admin.get(path).await;
        found.assert_sees("Centre hospitalier Saint-Luc").assert_lacks(gone);
    }
    g.admin.get("/organisations/doubles").await.assert_sees("Aucune fiche en double");
    g.admin.get(&format!("/people/{}", d.hedi)).await.assert_lacks(gone);
    let there = g.admin.get(&format!("/organisations/{}", d.id)).await;
    there.assert_ok().assert_sees("Cette fiche a été réunie avec une autre").assert_lacks(gone);
    assert!(there.html().contains(&format!("href=\"/organisations/{}\"", g.institution)));
    g.admin.get(&format!("/organisations/{}/edit", d.id)).await.assert_not_found();
    g.admin.get(&format!("/organisations/{}/merger", d.id)).await.assert_not_found();
    let path = format!("/organisations/{}", d.id);
    app.anybody().get(&path).await.assert_redirected_to_sign_in(&path);
}

story!(capabilities;
    /// The rule says no, in words, and nothing has changed.
    async fn what_is_not_one_institution_is_not_merged(app) {
        let g = ground(&app).await;
        app.prove(&g.admin, Factors::Two).await;
        let with = |facts: OrganisationFacts, siret: &str| OrganisationFacts { siret: siret.into(), country: Country::FRANCE, ..facts };
        let institution = named(OrganisationKind::Institution, "Centre hospitalier Saint-Luc", "Lille");
        let one = create_organisation(&g.ctx, &with(institution.clone(), "10000000900017")).await.unwrap();
        let two = create_organisation(&g.ctx, &with(institution, "90000001900019")).await.unwrap();
        let school = create_organisation(&g.ctx, &named(OrganisationKind::School, "École Saint-Luc", "Lille")).await.unwrap();
        let network = create_organisation(&g.ctx, &named(OrganisationKind::Federation, "Réseau", "Lille")).await.unwrap();
        let mut tx = app.write().await;
        tx.execute(WAY_IN, params![g.institution]).await.unwrap();
        tx.commit().await.unwrap();
        let before = app.everything().await;
        let refused = async |kept: OrganisationId, double: &str, words: &str| {
            let answer = g.admin.post(&format!("/organisations/{kept}/merger"), &[("double", double)]).await;
            answer.assert_refused().assert_sees(words);
            assert_eq!(app.everything().await, before, "{words}");
        };
        refused(one, "", "Choisissez la fiche qui parle du même établissement.").await;
        refused(one, &one.to_string(), "C’est la même fiche.").await;
        refused(one, &two.to_string(), "pour le registre, ce sont deux lieux").await;
        refused(one, &school.to_string(), "pas du même type").await;
        refused(one, &network.to_string(), "ne se réunit pas avec une autre fiche").await;
        refused(network, &one.to_string(), "ne se réunit pas avec une autre fiche").await;
        refused(g.association, &one.to_string(), "des clés et des numéros de facture portent son nom").await;
        // What works here by itself stays; the other way round it can be kept.
        refused(one, &g.institution.to_string(), "Cette fiche ne peut pas s’effacer").await;
        g.admin.get(&format!("/organisations/{}/merger", g.association)).await.assert_ok()
            .assert_sees("ne se réunit pas").assert_lacks("Chercher une autre fiche");
        merge_organisations(&g.ctx, g.institution, one).await.unwrap();
    }
);

story!(capabilities;
    /// Whoever may edit both records may merge them, and nobody else; what one association has merged another one may undo.
    async fn only_whoever_may_edit_both_merges_them(app) {
        let g = ground(&app).await;
        let d = double(&app, &g).await;
        let (page, gone) = (format!("/organisations/{}/merger", g.institution), d.id.to_string());
        let stranger = app.person("Nil", Role::Coordinator, app.new_id(), None).await;
        let others = [(Role::Head, g.institution, None), (Role::Referent, g.institution, Some(g.team)), (Role::Peer, g.association, None)];
        for (role, org, team) in others {
            let who: Person = app.person(role.as_str(), role, org, team).await;
            app.prove(&who, Factors::Two).await;
            for path in [page.clone(), format!("/teams/{}/merger", g.team)] {
                who.get(&path).await.assert_not_found();
                who.post(&path, &[("double", &gone)]).await.assert_not_found();
                who.post(&format!("{path}/undoing"), &[]).await.assert_not_found();
            }
            who.get("/organisations/doubles").await.assert_forbidden();
        }
        // The record of an association is its own: it is on neither side.
        app.prove(&stranger, Factors::Two).await;
        let ours = format!("/organisations/{}/merger", g.association);
        stranger.get(&ours).await.assert_forbidden();
        stranger.post(&ours, &[("double", &gone)]).await.assert_forbidden();
        stranger.post(&page, &[("double", &g.association.to_string())]).await.assert_forbidden();
        app.prove(&g.admin, Factors::Two).await;
        g.admin.post(&page, &[("double", &gone)]).await.assert_redirected();
        let seen = stranger.get(&page).await;
        seen.assert_ok().assert_sees("par Les Passeurs");
        stranger.post(&format!("{page}/undoing"), &[("merger", &offered(&seen))]).await.assert_redirected();
        g.admin.get(&format!("/organisations/{gone}")).await.assert_sees("centre hospitalier SAINT LUC");
    }
);

story!(capabilities;
    async fn two_records_of_a_team_become_one_and_the_merger_is_undone_row_by_row(app) {
        let g = ground(&app).await;
        app.prove(&g.admin, Factors::Two).await;
        let again = create_team(&g.ctx, g.institution, "équipe mobile NORD", "Roubaix").await.unwrap();
        let elsewhere = create_organisation(&g.ctx, &named(OrganisationKind::Institution, "Clinique", "Lens")).await.unwrap();
        let other = create_team(&g.ctx, elsewhere, "Équipe mobile Nord", "").await.unwrap();
        let rita = somebody(&g, "Rita", Role::Referent, g.institution, Some(again)).await;
        let both = somebody(&g, "Sami", Role::Referent, g.institution, Some(again)).await;
        give_role(&g.ctx, both, Role::Referent, g.institution, Some(g.team)).await.unwrap();
        g.admin.get("/organisations/doubles").await.assert_sees("Équipes d’un même établissement")
            .assert_sees("Roubaix").assert_lacks("Clinique");
        let (page, gone) = (format!("/teams/{}/merger", g.team), again.to_string());
        g.admin.get(&page).await.assert_sees("équipe mobile NORD").assert_lacks("Clinique");
        g.admin.get(&format!("{page}?double={gone}")).await.assert_sees("Roubaix").assert_sees("Éléments rattachés 1 2");
        let before = app.everything().await;
        g.admin.post(&page, &[]).await.assert_refused().assert_sees("Choisissez la fiche qui parle de la même équipe.");
        g.admin.post(&page, &[("double", &g.team.to_string())]).await.assert_refused().assert_sees("C’est la même fiche");
        let far = g.admin.post(&page, &[("double", &other.to_string())]).await;
        far.assert_refused().assert_sees("ne sont pas du même établissement");
        assert_eq!(app.everything().await, before, "what is refused changes nothing");

        g.admin.post(&page, &[("double", &gone)]).await.assert_redirected();
        assert_eq!(places(&app, rita).await, ["Équipe mobile Nord"]);
        assert_eq!(places(&app, both).await, ["Équipe mobile Nord"], "once");
        assert_eq!(find_team(&mut app.db().begin_read().await.unwrap(), again).await.unwrap(), None);
        for path in ["/teams.csv", "/memberships.csv", "/search?q=mobile", "/people/new"] {
            g.admin.get(path).await.assert_ok().assert_lacks("équipe mobile NORD");
        }
        g.admin.get(&format!("/organisations/{}", g.institution)).await.assert_lacks("équipe mobile NORD");
        let there = g.admin.get(&format!("/teams/{again}")).await;
        there.assert_ok().assert_sees("Cette fiche a été réunie avec une autre").assert_sees("Équipe mobile Nord");
        let merger = offered(&g.admin.get(&page).await);
        g.admin.post(&format!("{page}/undoing"), &[("merger", &merger)]).await.assert_redirected();
        assert_eq!(app.everything().await, before, "every row is where it was");
        assert_eq!(places(&app, both).await.len(), 2);
        g.admin.get("/search?q=mobile").await.assert_sees("équipe mobile NORD");
    }
);

story!(capabilities;
    /// A team that stepped back goes with its institution, and mergers are undone in any order that their records allow.
    async fn mergers_of_teams_and_institutions_stand_side_by_side(app) {
        let g = ground(&app).await;
        let again = create_team(&g.ctx, g.institution, "Mobile Nord", "").await.unwrap();
        let both = somebody(&g, "Sami", Role::Referent, g.institution, Some(again)).await;
        give_role(&g.ctx, both, Role::Referent, g.institution, Some(g.team)).await.unwrap();
        let of_teams = merge_teams(&g.ctx, g.team, again).await.unwrap();
        let hospital = named(OrganisationKind::Institution, "Saint-Luc", "Lille");
        let hospital = create_organisation(&g.ctx, &hospital).await.unwrap();
        merge_organisations(&g.ctx, hospital, g.institution).await.unwrap();
        assert_eq!(places(&app, both).await, ["Équipe mobile Nord"]);
        // The name that the team has by now stays; what the other one was called comes back.
        let version = find_team(&mut app.db().begin_read().await.unwrap(), g.team).await.unwrap().unwrap().version;
        update_team(&g.ctx, g.team, version, "Équipe du Nord", "").await.unwrap();
        part_teams(&g.ctx, g.team, of_teams).await.unwrap();
        let back = find_team(&mut app.db().begin_read().await.unwrap(), again).await.unwrap().unwrap();
        assert_eq!((back.org, back.name.as_str()), (hospital, "Mobile Nord"));
        let mut held = places(&app, both).await;
        held.sort();
        assert_eq!(held, ["Mobile Nord", "Équipe du Nord"]);
    }
);
