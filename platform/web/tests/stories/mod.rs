mod bounds;
mod email;
mod enumeration;
mod forms;
mod jobs;
mod limits;
mod nights;
mod nodes;
mod panics;
mod programs;
mod recovery_codes;
mod second_factor;
mod sessions;
mod sign_in;
mod status;

use passerelle_access::{Role, account, password};
use passerelle_kernel::Chance;
use passerelle_testkit::{Person, TestApp};

pub(crate) const PHRASE: &str = "trois ponts sur la Meuse";

/// A coordinator who has chosen a password.
pub(crate) async fn with_password(app: &TestApp, name: &str) -> Person {
    let person = app.person(name, Role::Coordinator, app.new_id(), None).await;
    let hash = password::hash(PHRASE.into(), &Chance::seeded(3)).await.unwrap();
    let mut tx = app.write().await;
    account::set_password(&mut tx, person.id(), &hash).await.unwrap();
    tx.commit().await.unwrap();
    person
}

passerelle_store::sql! {
    STATEMENTS;
    CODES = "SELECT hash || ' ' || account_id FROM recovery_code";
    EVENTS = "SELECT kind || ' ' || subject_id || ' ' || detail FROM event";
    CEREMONIES = "SELECT hash || ' ' || state FROM ceremony";
}

/// How many rows of what sign-in writes hold this text.
pub(crate) async fn rows_with(app: &TestApp, text: &str) -> usize {
    let mut tx = app.db().begin_read().await.unwrap();
    let mut found = 0;
    for sql in STATEMENTS.iter().copied() {
        let rows = tx.query(sql, &[], |row| row.get::<String>(0)).await.unwrap();
        found += rows.iter().filter(|row| row.contains(text)).count();
    }
    found
}
