//! What sealed fields promise, on both engines: keys by owner, nothing moved, rotation under load, erasure.

mod rotation;

use passerelle_store::{
    Error, Tx,
    seal::{self, Opened, Owner, OwnerKind},
};

use super::*;

passerelle_store::sealed! {
    SEALED;
    SECRET = note.secret, row "id", owner Organisation "org_id", was "secret_clear", "What was said", "It may harm";
}

passerelle_store::sql! {
    NOTE_STATEMENTS;
    WRITE = "INSERT INTO note (id, org_id, secret) VALUES (?1, ?2, ?3)";
    WRITE_CLEAR = "INSERT INTO note (id, org_id, secret_clear) VALUES (?1, ?2, ?3)";
    READ = "SELECT org_id, secret FROM note WHERE id = ?1";
    ALL = "SELECT id, org_id, secret FROM note ORDER BY id";
    CLEAR_LEFT = "SELECT count(*) FROM note WHERE secret_clear IS NOT NULL";
    KEYS = "SELECT count(*) FROM data_key WHERE owner_kind = 'organisation'";
}

const NOTES: Migrations = Migrations {
    name: "notes",
    files: &[(
        "V1__notes",
        "CREATE TABLE note (id TEXT PRIMARY KEY, org_id TEXT NOT NULL, secret_clear TEXT, secret BLOB)",
    )],
};

async fn with_notes() -> Vec<Db> {
    let stores = stores().await;
    for db in &stores {
        db.migrate(&[NOTES]).await.unwrap();
        for sql in SEALED.iter().flat_map(|field| field.statements()).chain(seal::STATEMENTS.iter().copied()) {
            db.prepare(sql).await.unwrap();
        }
    }
    stores
}

async fn write(db: &Db, id: &str, org: &str, text: &str) -> Result<(), Error> {
    let mut tx = db.begin_write().await?;
    let sealed = tx.seal(SECRET, org, id, text).await?;
    tx.execute(WRITE, &[id.into(), org.into(), sealed]).await?;
    tx.commit().await
}

async fn bytes(tx: &mut Tx, id: &str) -> (String, Option<Vec<u8>>) {
    tx.one(READ, params![id], |row| Ok((row.get(0)?, row.get(1)?))).await.unwrap()
}

async fn read(db: &Db, id: &str) -> Opened {
    let mut tx = db.begin_read().await.unwrap();
    let (org, bytes) = bytes(&mut tx, id).await;
    tx.open_as_it_is(SECRET, org, id, bytes.as_deref()).await.unwrap()
}

fn text(text: &str) -> Opened {
    Opened::Text(text.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_opens_in_its_place_and_nowhere_else() {
    for db in with_notes().await {
        write(&db, "a", "espairs", "what Noor said").await.unwrap();
        write(&db, "b", "other", "what Samir said").await.unwrap();
        write(&db, "c", "espairs", "").await.unwrap();
        assert_eq!(read(&db, "a").await, text("what Noor said"));
        assert_eq!(read(&db, "c").await, text(""));
        let mut tx = db.begin_read().await.unwrap();
        let (_, stolen) = bytes(&mut tx, "a").await;
        let stolen = stolen.unwrap();
        assert!(!stolen.windows(4).any(|part| part == b"Noor"));
        for (org, row) in [("espairs", "b"), ("other", "a"), ("other", "b")] {
            let opened = tx.open_as_it_is(SECRET, org, row, Some(&stolen)).await.unwrap();
            assert_eq!(opened, Opened::Unreadable, "{org} {row}");
        }
        for foreign in [&b""[..], b"what", &[1; 57], &[9; 200], &stolen[..40]] {
            let opened = tx.open_as_it_is(SECRET, "espairs", "a", Some(foreign)).await.unwrap();
            assert_eq!(opened, Opened::Unreadable);
        }
        assert_eq!(tx.open(SECRET, "espairs", "b", Some(&stolen)).await.unwrap(), "[unreadable]");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_of_a_transaction_that_was_dropped_seals_nothing_later() {
    for db in with_notes().await {
        let mut tx = db.begin_write().await.unwrap();
        tx.seal(SECRET, "espairs", "a", "never written").await.unwrap();
        drop(tx);
        write(&db, "a", "espairs", "written").await.unwrap();
        assert_eq!(read(&db, "a").await, text("written"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn destroying_the_keys_erases_and_says_when() {
    for db in with_notes().await {
        write(&db, "a", "espairs", "to be erased").await.unwrap();
        write(&db, "b", "other", "stays").await.unwrap();
        let mut tx = db.begin_write().await.unwrap();
        seal::retire(&mut tx, &Owner::of(OwnerKind::Organisation, "espairs")).await.unwrap();
        tx.commit().await.unwrap();
        write(&db, "c", "espairs", "under the new key").await.unwrap();
        let mut tx = db.begin_write().await.unwrap();
        assert_eq!(seal::destroy(&mut tx, &Owner::of(OwnerKind::Organisation, "espairs")).await.unwrap(), 2);
        tx.commit().await.unwrap();
        let gone = Opened::Erased(db.clock().now());
        assert_eq!((read(&db, "a").await, read(&db, "c").await), (gone.clone(), gone));
        assert_eq!(read(&db, "b").await, text("stays"));
        let mut tx = db.begin_read().await.unwrap();
        let (org, sealed) = bytes(&mut tx, "a").await;
        assert_eq!(tx.open(SECRET, &org, "a", sealed.as_deref()).await.unwrap(), "[erased 2026-09-07]");
        tx.tell_gone(|_| "effacé".to_owned());
        assert_eq!(tx.open(SECRET, &org, "a", sealed.as_deref()).await.unwrap(), "effacé");
        drop(tx);
        write(&db, "d", "espairs", "a new matter").await.unwrap();
        assert_eq!(read(&db, "d").await, text("a new matter"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_of_a_text_that_is_gone_is_never_sealed_as_a_text() {
    for db in with_notes().await {
        write(&db, "a", "espairs", "to be erased").await.unwrap();
        let mut tx = db.begin_write().await.unwrap();
        seal::destroy(&mut tx, &Owner::of(OwnerKind::Organisation, "espairs")).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.begin_write().await.unwrap();
        let (org, sealed) = bytes(&mut tx, "a").await;
        let told = tx.open(SECRET, &org, "a", sealed.as_deref()).await.unwrap();
        assert_eq!(tx.seal(SECRET, &org, "a", &told).await.unwrap(), sealed.clone().into(), "it stays erased");
        let elsewhere = tx.seal(SECRET, &org, "b", &told).await.unwrap();
        assert_ne!(elsewhere, sealed.clone().into(), "in another row it is a text like others");
        assert_ne!(tx.seal(SECRET, &org, "a", "a new matter").await.unwrap(), sealed.into());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_of_many_owners_open_in_one_statement() {
    for db in with_notes().await {
        for n in 0..300 {
            write(&db, &format!("{n:03}"), &format!("org {n}"), &format!("text {n}")).await.unwrap();
        }
        write(&db, "300", "org 0", "").await.unwrap();
        let mut tx = db.begin_write().await.unwrap();
        seal::destroy(&mut tx, &Owner::of(OwnerKind::Organisation, "org 7")).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.begin_read().await.unwrap();
        let mut closed: Vec<seal::Closed> =
            tx.query(ALL, &[], |row| Ok((row.get(1)?, row.get(0)?, row.get(2)?))).await.unwrap();
        closed.push(("org 1".into(), "moved".into(), closed[1].2.clone()));
        let before = db.statements_run();
        let opened = tx.open_all(SECRET, &closed).await.unwrap();
        assert_eq!(db.statements_run() - before, 1);
        let expected = (0..300).map(|n| text(&format!("text {n}"))).chain([text(""), Opened::Unreadable]);
        let mut expected: Vec<Opened> = expected.collect();
        expected[7] = Opened::Erased(db.clock().now());
        assert_eq!(opened, expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_lay_in_clear_is_sealed_once_and_can_be_stopped_in_between() {
    for db in with_notes().await {
        let mut tx = db.begin_write().await.unwrap();
        for n in 0..250 {
            tx.execute(WRITE_CLEAR, params![format!("{n:04}"), "espairs", format!("text {n}")]).await.unwrap();
        }
        tx.commit().await.unwrap();
        // Two nodes begin at once.
        let (one, other) = (db.clone(), db.clone());
        let (one, other) = tokio::join!(
            tokio::spawn(async move { seal::seal_backlog(&one, SEALED, |_, _| {}).await.unwrap() }),
            tokio::spawn(async move { seal::seal_backlog(&other, SEALED, |_, _| {}).await.unwrap() }),
        );
        let count: u64 = one.unwrap().iter().chain(&other.unwrap()).map(|(_, count)| count).sum();
        assert_eq!(count, 250, "{}", db.engine_name());
        assert!(seal::seal_backlog(&db, SEALED, |_, _| {}).await.unwrap().is_empty());
        let mut tx = db.begin_read().await.unwrap();
        let left: i64 = tx.one(CLEAR_LEFT, &[], |row| row.get(0)).await.unwrap();
        assert_eq!(left, 0);
        drop(tx);
        assert_eq!(read(&db, "0249").await, text("text 249"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_master_key_it_says_so() {
    let db = Db::open("sqlite::memory:", Clock::System, Chance::System).unwrap();
    db.migrate(&[MIGRATIONS, NOTES]).await.unwrap();
    write(&db, "a", "espairs", "sealed").await.unwrap();
    let other = seal::Master::parse(&seal::Master::new_line(), seal::Source::Given("a test")).unwrap();
    let missing = seal::missing_masters(&mut db.begin_read().await.unwrap(), Some(&other)).await.unwrap();
    assert_eq!(missing.len(), 1);
    let db = db.with_master(other);
    let mut tx = db.begin_read().await.unwrap();
    let (org, sealed) = bytes(&mut tx, "a").await;
    let refused = tx.open(SECRET, org, "a", sealed.as_deref()).await.unwrap_err().to_string();
    assert!(refused.contains(&missing[0]), "{refused}");
}
