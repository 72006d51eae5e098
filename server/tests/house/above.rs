//! Roles are invisible from above: whoever runs a network, and whoever heads an institution, opens every page that they
//! can with every record of an association's — and meets nobody of it who has not chosen to be met.

use std::collections::BTreeSet;

use passerelle_access::Role;
use passerelle_testkit::Person;
use passerelle_web::Method;

use super::{
    matrix,
    world::{self, World},
};

passerelle_store::sql! {
    STATEMENTS;
    PEOPLE = "SELECT a.name, a.email, p.phone, CASE WHEN EXISTS (SELECT 1 FROM person_opened s WHERE s.person_id = a.id
            AND s.audience = 'network' AND s.fact = 'name') THEN 1 ELSE 0 END, a.id
        FROM membership m JOIN account a ON a.id = m.account_id JOIN person p ON p.id = a.id
        WHERE m.org_id = ?1 AND p.org_id = ?1 ORDER BY a.name";
}

/// Somebody of an association: what must not be met, and whether they let the network know their name.
struct Somebody {
    name: String,
    hidden: Vec<String>,
    is_open: bool,
}

async fn members(world: &World, org: &str) -> Vec<Somebody> {
    let mut tx = world.app.db().begin_read().await.unwrap();
    tx.query(PEOPLE, passerelle_store::params![org], |row| {
        let (name, email, phone): (String, Option<String>, Option<String>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let is_open = row.get::<i64>(3)? == 1;
        let own = (!is_open).then(|| name.clone());
        // Coralie, Odile and Amadou have opened more; of the others nothing but the name may be read by the network.
        let ways = if is_open { Vec::new() } else { email.into_iter().chain(phone).collect() };
        Ok(Somebody { name, hidden: own.into_iter().chain(ways).collect(), is_open })
    })
    .await
    .unwrap()
}

/// Every page, with every record of the association that its parameter can name (20 at the most of each).
fn paths(world: &World, org: &str) -> Vec<String> {
    let mut paths = BTreeSet::new();
    for line in matrix::told().into_iter().filter(|line| line.method == Method::Get) {
        let noun = world::NOUNS.iter().find(|noun| line.path.contains(&format!("{{{noun}}}")));
        let fill = |id: &str| {
            let path = noun.map_or(line.path.clone(), |noun| line.path.replace(&format!("{{{noun}}}"), id));
            world::FILLERS.iter().fold(path, |path, (name, value)| path.replace(&format!("{{{name}}}"), value))
        };
        match noun {
            None => drop(paths.insert(fill(""))),
            Some(noun) => {
                let of_theirs = |facts: &&(String, passerelle_access::Facts)| {
                    facts.1.association.is_some_and(|id| id.to_string() == org)
                };
                paths.extend(world.records[noun].iter().filter(of_theirs).take(20).map(|(id, _)| fill(id)));
            }
        }
    }
    paths.into_iter().filter(|path| !path.starts_with("/live") && !path.contains("/outbox")).collect()
}

async fn look(reader: &Person, paths: &[String], members: &[Somebody]) -> (usize, Vec<String>) {
    let (mut opened, mut met) = (0, Vec::new());
    for path in paths {
        let page = reader.get(path).await;
        opened += usize::from(page.status().as_u16() == 200);
        let html = page.html();
        for somebody in members {
            for word in somebody.hidden.iter().filter(|word| html.contains(word.as_str())) {
                met.push(format!("{} reads {word} on {path}", reader.name()));
            }
        }
    }
    (opened, met)
}

#[test]
fn nobody_of_an_association_is_met_from_above_unless_they_choose() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let world = world::build().await;
        let (_, pat, _) =
            world.people.iter().find(|(role, seat, _)| *role == Role::Coordinator && seat.place == "PAT").unwrap();
        let org = pat.org.to_string();
        let members = members(&world, &org).await;
        let open: Vec<&str> = members.iter().filter(|one| one.is_open).map(|one| one.name.as_str()).collect();
        assert!(open.len() >= 2 && members.len() > open.len() + 5, "{} and {open:?}", members.len());
        let paths = paths(&world, &org);
        // The network's administrator; a head and a referent who never work with this association; another association.
        let strangers =
            ["solene@fapaf.example", "helene@fleyriat.example", "samir@fleyriat.example", "farid@esperpro.example"];
        for email in strangers {
            let reader = world.app.known(email).await;
            let reader = world.app.with_every_ability(&reader).await;
            let (opened, met) = look(&reader, &paths, &members).await;
            println!("{email}: {} pages, {opened} opened", paths.len());
            assert!(opened >= 12, "{email} opened {opened} pages only");
            assert!(met.is_empty(), "{met:#?}");
        }
        // The network reads the names that are open to it: the walk would see them if they were there.
        let reader = world.app.known("solene@fapaf.example").await;
        let shown = reader.get(&format!("/organisations/{org}/people")).await;
        for name in open {
            shown.assert_sees(name);
        }
        // And the association's own coordination reads them all, so what is looked for is what is written.
        let own = world.app.known("odile@pat.example").await;
        let (_, met) = look(&own, &["/people".to_owned()], &members).await;
        assert!(met.len() > 5, "{met:?}");
    });
}
