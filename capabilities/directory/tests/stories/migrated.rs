//! A database from before people could belong to several associations keeps who is known, by whom, and what they show.

use passerelle_access::{Account, account};
use passerelle_directory::{PersonId, Role, find_person, keepers, seen_person, visibility::Audience};
use passerelle_kernel::{Chance, Clock, Id, Language};
use passerelle_store::{
    Db, Migrations, params,
    seal::{Sealed, seal_backlog},
};
use passerelle_testkit::{TestApp, tokio};

use super::ground::capabilities;

passerelle_store::sql! {
    STATEMENTS;
    ORGANISATION = "INSERT INTO organisation (id, kind, name, name_key, search_key, country, address, language, version)
        VALUES (?1, 'association', 'Les Passeurs', 'les passeurs', 'les passeurs', 'BE', '', 'fr', 1)";
    PERSON = "INSERT INTO person (id, org_id, name_key, phone, country, languages, version)
        VALUES (?1, ?2, 'noor', '0600000001', 'BE', 'ar fr', 7)";
    OPENED = "INSERT INTO person_opened (org_id, person_id, audience, fact) VALUES (?1, ?2, 'teams', 'phone')";
    ROLE = "INSERT INTO membership (id, org_id, team_id, account_id, role, place_name, from_on)
        VALUES (?1, ?2, NULL, ?3, ?4, 'Là', '2026-01-01')";
    GIVEN = "SELECT role FROM membership WHERE account_id = ?1 AND by_org_id = ?2 ORDER BY role";
}

fn before(migrations: &Migrations) -> Migrations {
    let is_older = |(name, _): &&(&str, &str)| !name.ends_with("__several_associations");
    let files: Vec<_> = migrations.files.iter().take_while(is_older).copied().collect();
    Migrations { name: migrations.name, files: files.leak() }
}

#[tokio::test]
async fn what_one_association_knew_stays_what_it_knows() {
    let clock = Clock::held("2026-09-07T07:00:00Z".parse().unwrap());
    let db = Db::open("sqlite::memory:", clock.clone(), Chance::seeded(7)).unwrap();
    for capability in capabilities() {
        db.migrate(&capability.migrations.iter().map(before).collect::<Vec<_>>()).await.unwrap();
    }
    let mut tx = db.begin_write().await.unwrap();
    let (id, ours, institution): (PersonId, Id<_>, Id<()>) = (tx.new_id(), tx.new_id(), tx.new_id());
    let (email, zone) = (Some("noor@example.org".to_owned()), "Europe/Paris".to_owned());
    account::create(&mut tx, &Account { id, email, name: "Noor".into(), language: Language::Fr, zone }).await.unwrap();
    tx.execute(ORGANISATION, params![ours]).await.unwrap();
    tx.execute(PERSON, params![id, ours]).await.unwrap();
    tx.execute(OPENED, params![ours, id]).await.unwrap();
    for (role, org) in [(Role::Peer, ours.to_string()), (Role::Head, institution.to_string())] {
        let new: Id<()> = tx.new_id();
        tx.execute(ROLE, params![new, org, id, role.as_str()]).await.unwrap();
    }
    tx.commit().await.unwrap();
    for capability in capabilities() {
        db.migrate(capability.migrations).await.unwrap();
    }
    let sealed: Vec<&Sealed> =
        capabilities().iter().flat_map(|one| one.sealed.iter().copied().flatten().copied()).collect();
    seal_backlog(&db, &sealed, |_, _| {}).await.unwrap();
    let app = TestApp::on(db, clock, capabilities());
    let mut tx = app.db().begin_read().await.unwrap();
    assert_eq!(keepers(&mut tx, id).await.unwrap(), [(ours, "Les Passeurs".to_owned())]);
    let facts = find_person(&mut tx, ours, id).await.unwrap().unwrap();
    assert_eq!((facts.phone.as_deref(), facts.languages.to_string().as_str()), (Some("0600000001"), "ar fr"));
    let seen = seen_person(&mut tx, ours, id, Audience::Teams, app.today()).await.unwrap().unwrap();
    assert_eq!(seen.phone.as_deref(), Some("0600000001"));
    let given = tx.query(GIVEN, params![id, ours], |row| row.get::<String>(0)).await.unwrap();
    assert_eq!(given, ["head", "peer"]);
}
