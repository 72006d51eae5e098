//! Which organisations and teams may be one: those that are proposed, and nothing else.

use std::collections::BTreeMap;

use passerelle_access::session::Factors;
use passerelle_directory::{
    Country, OrganisationFacts, OrganisationId, OrganisationKind,
    actions::{create_organisation, create_team, merge_organisations, merge_teams},
};
use passerelle_testkit::{Answer, story};

use super::ground::{Ground, capabilities, ground};

fn place(name: &str, town: &str) -> OrganisationFacts {
    let (kind, country) = (OrganisationKind::Institution, Country::FRANCE);
    OrganisationFacts { kind, country, name: name.into(), town: town.into(), ..OrganisationFacts::default() }
}

/// Two records each, by name; whether they may be one.
fn cases() -> Vec<([OrganisationFacts; 2], bool)> {
    let belgian = |name, number: &str| OrganisationFacts {
        country: Country::BELGIUM,
        enterprise: number.into(),
        ..place(name, "Namur")
    };
    let coded = |name, town| OrganisationFacts { post_code: "62300".into(), ..place(name, town) };
    let site = |name, town, number: &str| OrganisationFacts { finess_site: number.into(), ..place(name, town) };
    let siret = |name, town, number: &str| OrganisationFacts { siret: number.into(), ..place(name, town) };
    let other_kind = OrganisationFacts { kind: OrganisationKind::School, ..place("foyer autre", "Lens") };
    let federation = |name| OrganisationFacts { kind: OrganisationKind::Federation, ..place(name, "Lens") };
    let abroad = OrganisationFacts { country: Country::BELGIUM, ..place("foyer loin", "Lens") };
    vec![
        ([place("Foyer Un", "Lens"), place("foyer UN", "LENS")], true),
        ([place("Foyer Deux", "Lens"), place("foyer deux", "Douai")], false),
        ([place("Foyer Trois", "Lens"), place("foyer trois", "")], true),
        ([coded("Foyer Quatre", "Lens"), coded("foyer quatre", "Lens-Centre")], true),
        ([place("Foyer Loin", "Lens"), abroad], false),
        ([place("Foyer Autre", "Lens"), other_kind], false),
        ([federation("Foyer Ensemble"), federation("foyer ensemble")], false),
        ([siret("Foyer Six", "Lens", "90000001900001"), siret("foyer six", "Lens", "90000001900019")], false),
        ([belgian("Foyer Sept", "0999999922"), belgian("foyer sept", "0999999823")], false),
        ([siret("Foyer Huit", "Lens", "90000001900027"), place("foyer huit", "Lens")], true),
        ([site("Foyer Neuf", "Lens", "010999985"), site("foyer neuf", "Lens", "010999993")], false),
        ([place("Maison Dix", "Lens"), place("Foyer Onze", "Lens")], false),
        ([siret("Maison Douze", "Lens", "35600000000048"), siret("Abri Douze", "Douai", "35600000000048")], true),
        ([belgian("Maison Treize", "0999999724"), belgian("Abri Treize", "0999999724")], true),
        ([site("Maison Quatorze", "Lens", "010999977"), site("Abri Quatorze", "Douai", "010999977")], true),
    ]
}

/// The records that a page offers to compare with the one it is about.
fn offered(answer: &Answer, names: &BTreeMap<String, String>) -> Vec<String> {
    let html = answer.html();
    let values = html.split("name=\"double\"").skip(1);
    let ids = values.filter_map(|rest| rest.split("value=\"").nth(1).and_then(|rest| rest.get(..36)));
    ids.map(|id| names.get(id).cloned().unwrap_or_else(|| format!("nobody has {id}"))).collect()
}

/// How often the page of all pairs leads to a comparison with this record.
fn leads_to(answer: &Answer, id: &str) -> usize {
    answer.html().matches(&format!("{id}/merger?double=")).count()
        + answer.html().matches(&format!("?double={id}")).count()
}

async fn made(g: &Ground, facts: &OrganisationFacts) -> OrganisationId {
    create_organisation(&g.ctx, facts).await.unwrap_or_else(|error| panic!("{}: {error:?}", facts.name))
}

story!(capabilities;
    async fn organisations_that_may_be_one_are_proposed_and_no_others(app) {
        let g = ground(&app).await;
        app.prove(&g.admin, Factors::Two).await;
        let (mut pairs, mut names) = (Vec::new(), BTreeMap::new());
        for (facts, may_be_one) in cases() {
            let ids = [made(&g, &facts[0]).await, made(&g, &facts[1]).await];
            for (id, facts) in ids.iter().zip(&facts) {
                names.insert(id.to_string(), facts.name.clone());
            }
            pairs.push((ids, facts, may_be_one));
        }
        let all = g.admin.get("/organisations/doubles").await;
        for (ids, facts, may_be_one) in &pairs {
            let count = usize::from(*may_be_one);
            assert_eq!(ids.map(|id| leads_to(&all, &id.to_string())), [count; 2], "{}", facts[0].name);
            if facts[0].kind == OrganisationKind::Federation {
                continue;
            }
            for (one, other) in [(0, 1), (1, 0)] {
                let page = g.admin.get(&format!("/organisations/{}/merger", ids[one])).await;
                let expected: Vec<String> = may_be_one.then(|| facts[other].name.clone()).into_iter().collect();
                assert_eq!(offered(&page, &names), expected, "{}", facts[one].name);
            }
        }
        // By words: those of its kind that hold them, and not itself.
        let [one, double] = pairs[0].0;
        let page = format!("/organisations/{one}/merger");
        let found = offered(&g.admin.get(&format!("{page}?q=foyer")).await, &names);
        assert!(found.contains(&"foyer UN".to_owned()) && found.contains(&"foyer deux".to_owned()), "{found:?}");
        for absent in ["Foyer Un", "foyer autre", "Foyer Ensemble", "Maison Dix"] {
            assert!(!found.contains(&absent.to_owned()), "{absent}");
        }
        // A record that stepped back is proposed to nobody; a merger that was undone is offered to nobody.
        merge_organisations(&g.ctx, one, double).await.unwrap();
        let merged = g.admin.get(&page).await;
        assert_eq!(offered(&merged, &names), Vec::<String>::new());
        assert!(!offered(&g.admin.get(&format!("{page}?q=foyer")).await, &names).contains(&"foyer UN".to_owned()));
        let all = g.admin.get("/organisations/doubles").await;
        assert_eq!([one, double].map(|id| leads_to(&all, &id.to_string())), [0; 2]);
        let third = made(&g, &place("FOYER un", "lens")).await;
        names.insert(third.to_string(), "FOYER un".into());
        assert_eq!(offered(&g.admin.get(&page).await, &names), ["FOYER un"]);
        assert_eq!(offered(&g.admin.get(&format!("/organisations/{third}/merger")).await, &names), ["Foyer Un"]);
        let merger = merged.html().split("name=\"merger\" value=\"").nth(1).unwrap()[..36].to_owned();
        g.admin.post(&format!("{page}/undoing"), &[("merger", &merger)]).await.assert_redirected();
        assert!(!g.admin.get(&page).await.html().contains("name=\"merger\""));
    }
);

story!(capabilities;
    async fn teams_that_may_be_one_are_proposed_and_no_others(app) {
        let g = ground(&app).await;
        app.prove(&g.admin, Factors::Two).await;
        let elsewhere = made(&g, &place("Clinique", "Lens")).await;
        let mut names = BTreeMap::new();
        let mut ids = Vec::new();
        for (org, name) in [(g.institution, "Accueil"), (g.institution, "accueil"), (g.institution, "Autre"), (elsewhere, "ACCUEIL")] {
            let id = create_team(&g.ctx, org, name, "").await.unwrap();
            names.insert(id.to_string(), name.to_owned());
            ids.push(id);
        }
        names.insert(g.team.to_string(), "Équipe mobile Nord".to_owned());
        let page = format!("/teams/{}/merger", ids[0]);
        let all = g.admin.get("/organisations/doubles").await;
        let led: Vec<usize> = ids.iter().map(|id| leads_to(&all, &id.to_string())).collect();
        assert_eq!(led, [1, 1, 0, 0]);
        let mut others = offered(&g.admin.get(&page).await, &names);
        others.sort();
        assert!(others.contains(&"accueil".to_owned()) && !others.contains(&"Accueil".to_owned()), "{others:?}");
        assert!(!others.contains(&"ACCUEIL".to_owned()), "{others:?}");
        merge_teams(&g.ctx, ids[0], ids[1]).await.unwrap();
        assert!(!offered(&g.admin.get(&page).await, &names).contains(&"accueil".to_owned()));
        let all = g.admin.get("/organisations/doubles").await;
        assert_eq!(leads_to(&all, &ids[1].to_string()), 0);
        let later = create_team(&g.ctx, g.institution, "accueil", "").await.unwrap();
        let all = g.admin.get("/organisations/doubles").await;
        assert_eq!([ids[0], later].map(|id| leads_to(&all, &id.to_string())), [1; 2]);
        merge_teams(&g.ctx, later, ids[0]).await.unwrap();
        let all = g.admin.get("/organisations/doubles").await;
        assert_eq!([ids[0], later].map(|id| leads_to(&all, &id.to_string())), [0; 2]);
    }
);
