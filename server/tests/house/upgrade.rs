//! A database from before sealed texts: it does not open without a master key, and with one nothing stays in clear.

use std::{fs, path::Path};

use passerelle::{capabilities, config::Config, keys, serving};
use passerelle_access::account;
use passerelle_directory::{OrganisationId, PersonId, find_person};
use passerelle_kernel::{Chance, Clock};
use passerelle_store::{
    Db, Migrations, params,
    seal::{Master, Opened, Sealed, Source, seal_backlog},
    search::{Entry, reader},
};
use passerelle_testkit::Engine;
use passerelle_web::outbox;

use super::planted::{Place, count};

passerelle_store::sql! {
    STATEMENTS;
    LETTER = "INSERT INTO outbox (id, at, recipient, subject, text) VALUES (?1, 1, 'PLANTED-TO', 'PLANTED-ABOUT', ?2)";
    JOB = "INSERT INTO job (id, kind, payload, run_at, attempts, done_at) VALUES (?1, 'mail', 'PLANTED-JOB', 9000, 0, ?2)";
    BEYOND = "INSERT INTO beyond (id, org_id, institution_id, team_id, mission_id, peer_id, kind, told_at, state, answer)
        VALUES (?1, 'o', 'i', 't', 'm', 'p', 'k', 1, 'answered', 'PLANTED-ANSWER')";
}

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    LIST_STATEMENTS;
    NOT_THERE = "INSERT INTO not_there (person_id, kind, place_id) VALUES (?1, ?2, ?3)";
    ACCOUNT = "INSERT INTO account (id, name, language, zone, created_at) VALUES (?1, '', 'fr', 'UTC', 1)";
    PEER = "INSERT INTO membership (id, org_id, account_id, role, place_name, from_on) VALUES (?1, 'o', ?1, 'peer', '', '2026-01-01')";
    LISTS = "SELECT person_id, places FROM private_list ORDER BY person_id";
    ORGANISATION = "INSERT INTO organisation (id, kind, name, name_key, search_key, country, address, language, version)
        VALUES (?1, 'association', 'Espairs', 'espairs', 'espairs', 'FR', '', 'fr', 1)";
    PERSON = "INSERT INTO person (id, org_id, name_key, phone, country, languages, version)
        VALUES (?1, ?2, 'noor', ?3, 'FR', 'fr', 1)";
}

/// The migrations up to the one that brought seals to the tables of a crate.
fn before(migrations: &Migrations) -> Migrations {
    up_to(migrations, &["__seal", "__phones"])
}

/// The migrations up to the first of these.
fn up_to(migrations: &Migrations, ends: &[&str]) -> Migrations {
    let is_older = |(name, _): &&(&str, &str)| !ends.iter().any(|end| name.ends_with(end));
    let files: Vec<_> = migrations.files.iter().take_while(is_older).copied().collect();
    Migrations { name: migrations.name, files: files.leak() }
}

async fn write_in_clear(url: &str) {
    let db = Db::open(url, Clock::System, Chance::System).unwrap();
    for capability in capabilities::all() {
        db.migrate(&capability.migrations.iter().map(before).collect::<Vec<_>>()).await.unwrap();
    }
    let mut tx = db.begin_write().await.unwrap();
    for n in 0..230 {
        let id = format!("00000001-0000-7000-8000-{n:012}");
        tx.execute(LETTER, params![&id, format!("PLANTED-LETTER {n}")]).await.unwrap();
        tx.execute(JOB, params![&id, (n % 2 == 0).then_some(1_i64)]).await.unwrap();
        tx.execute(BEYOND, params![&id]).await.unwrap();
    }
    tx.execute(NOT_THERE, params!["p", "team", "PLANTED-PLACE"]).await.unwrap();
    tx.commit().await.unwrap();
}

fn planted(folder: &Path) -> usize {
    let files = fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
    files.map(|bytes| bytes.windows(8).filter(|part| part == b"PLANTED-").count()).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_lies_in_clear_is_sealed_at_the_start_and_gone_from_the_file() {
    let folder = std::env::temp_dir().join(format!("passerelle-upgrade-{}", Chance::System.secret().reveal()));
    fs::create_dir_all(&folder).unwrap();
    let url = format!("sqlite:{}", folder.join("passerelle.sqlite").display());
    write_in_clear(&url).await;
    assert!(planted(&folder) >= 4 * 230, "what was planted is seen");
    let config = Config { database_url: url, ..Config::default() };
    let refused = serving::open(&config, Clock::System, Chance::System).await.map(drop).unwrap_err().to_string();
    assert!(refused.contains("passerelle keys make"), "{refused}");
    keys::find_or_make(&config).unwrap();
    for _ in 0..2 {
        let db = serving::open(&config, Clock::System, Chance::System).await.unwrap();
        let mails = outbox(&mut db.begin_read().await.unwrap()).await.unwrap();
        assert_eq!(mails.len(), 100);
        assert!(mails.iter().all(|mail| mail.text.starts_with("PLANTED-LETTER") && mail.to == "PLANTED-TO"));
        assert_eq!(planted(&folder), 0);
    }
    fs::rename(folder.join("master.key"), folder.join("elsewhere.key")).unwrap();
    keys::find_or_make(&config).unwrap();
    let refused = serving::open(&config, Clock::System, Chance::System).await.map(drop).unwrap_err().to_string();
    assert!(refused.contains("which is not here"), "{refused}");
    fs::remove_dir_all(&folder).unwrap();
}

/// Every sealed field.
fn fields() -> Vec<&'static Sealed> {
    capabilities::all().iter().flat_map(|one| one.sealed.iter().copied().flatten().copied()).collect()
}

/// Two peers had written where they do not want to work, a third had not: each has a list now, all of the same length.
async fn open_lists_become_sealed_ones(db: Db) {
    for capability in capabilities::all() {
        db.migrate(&capability.migrations.iter().map(before).collect::<Vec<_>>()).await.unwrap();
    }
    let mut tx = db.begin_write().await.unwrap();
    for person in ["a", "b", "c"] {
        tx.execute(ACCOUNT, params![person]).await.unwrap();
        tx.execute(PEER, params![person]).await.unwrap();
    }
    for (person, kind, place) in
        [("a", "team", "PLANTED-1"), ("a", "institution", "PLANTED-2"), ("b", "team", "PLANTED-3")]
    {
        tx.execute(NOT_THERE, params![person, kind, place]).await.unwrap();
    }
    tx.commit().await.unwrap();
    serving::migrate(&db, &capabilities::all()).await.unwrap();
    seal_backlog(&db, &fields(), |_, _| {}).await.unwrap();
    let field = fields().into_iter().find(|field| field.name() == "private_list.places").unwrap();
    let mut tx = db.begin_read().await.unwrap();
    let lists: Vec<(String, Vec<u8>)> = tx.query(LISTS, &[], |row| Ok((row.get(0)?, row.get(1)?))).await.unwrap();
    let mut read = Vec::new();
    for (person, bytes) in &lists {
        assert_eq!(bytes.len(), lists[0].1.len());
        let Opened::Text(text) = tx.open_as_it_is(field, person, person, Some(bytes)).await.unwrap() else {
            panic!("the list of {person} does not open")
        };
        let mut places: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        places.sort();
        read.push((person.clone(), text.len(), places.join(" ")));
    }
    let expected = [("a", "iPLANTED-2 tPLANTED-1"), ("b", "tPLANTED-3"), ("c", "")];
    assert_eq!(read, expected.map(|(person, places)| (person.to_owned(), 2048, places.to_owned())));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_peers_do_not_want_to_work_is_sealed_on_both_engines() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        match engine.fresh(Clock::System, Chance::System).await {
            Some(db) => open_lists_become_sealed_ones(db).await,
            None => eprintln!("not run: PASSERELLE_TEST_POSTGRES names no cluster"),
        }
    }
}

const NUMBER: &str = "0698765432";

/// A number lay in clear in the record and in the index of words: it is in neither any more, and is read as before.
async fn numbers_in_clear_are_sealed(on_postgres: bool) {
    let Some((place, url)) = Place::new(on_postgres).await else {
        return eprintln!("not run: PASSERELLE_TEST_POSTGRES names no cluster");
    };
    let master = Master::parse(&Master::new_line(), Source::Given("a test")).unwrap();
    let db = Db::open(&url, Clock::System, Chance::System).unwrap().with_master(master);
    for capability in capabilities::all() {
        let older = capability.migrations.iter().map(|one| up_to(one, &["__phones"]));
        db.migrate(&older.collect::<Vec<_>>()).await.unwrap();
    }
    let mut tx = db.begin_write().await.unwrap();
    let (person, org): (PersonId, OrganisationId) = (tx.new_id(), tx.new_id());
    let name = account::address_name(person);
    tx.execute(ACCOUNT, params![person]).await.unwrap();
    tx.execute(ORGANISATION, params![org]).await.unwrap();
    tx.execute(PERSON, params![person, org, NUMBER]).await.unwrap();
    let readers = [reader("coordinators", Some(org.to_string()))];
    let text = format!("{NUMBER} lille");
    let (id, org_id, names) = (person.to_string(), org.to_string(), [Some(name), None, None]);
    let entry = Entry { kind: "person", id, org: org_id, part: "coordinators", readers: &readers, text: &text, names };
    tx.index(&entry).await.unwrap();
    tx.commit().await.unwrap();
    assert!(count(&place.bytes().await, NUMBER) > 1, "what was planted is seen");
    for _ in 0..2 {
        serving::migrate(&db, &capabilities::all()).await.unwrap();
        seal_backlog(&db, &fields(), |_, _| {}).await.unwrap();
        assert_eq!(count(&place.bytes().await, NUMBER), 0);
        let mut tx = db.begin_read().await.unwrap();
        assert_eq!(find_person(&mut tx, org, person).await.unwrap().unwrap().phone.as_deref(), Some(NUMBER));
        assert!(tx.is_index_empty().await.unwrap(), "the index is made anew");
    }
    place.remove();
}

#[tokio::test(flavor = "multi_thread")]
async fn telephone_numbers_are_sealed_on_sqlite() {
    numbers_in_clear_are_sealed(false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn telephone_numbers_are_sealed_on_postgres() {
    numbers_in_clear_are_sealed(true).await;
}
