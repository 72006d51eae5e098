//! What sealing costs: one field sealed and opened, and the texts of a page read sealed and in clear, in one transaction.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use passerelle_kernel::{Chance, Clock};
use passerelle_store::{Db, MIGRATIONS, Migrations, Param};

use crate::load::{Plan, median};

passerelle_store::sealed! {
    SEALED;
    TEXT = said.text, row "id", owner Organisation "org_id", "A text", "A measure";
}

passerelle_store::sql! {
    STATEMENTS;
    WRITE = "INSERT INTO said (id, org_id, text, clear) VALUES (?1, ?2, ?3, ?4)";
    READ = "SELECT id, text FROM said ORDER BY id LIMIT 24";
    READ_CLEAR = "SELECT id, clear FROM said ORDER BY id LIMIT 24";
}

const SAID: Migrations = Migrations {
    name: "said",
    files: &[(
        "V1__said",
        "CREATE TABLE said (id TEXT PRIMARY KEY, org_id TEXT NOT NULL, text BLOB, clear TEXT NOT NULL)",
    )],
};

const ORG: &str = "00000001-0000-7000-8000-000000000000";
/// How often one thing is done within a measurement.
const TIMES: u32 = 2_000;

pub(crate) async fn print(plan: &Plan) -> Result<()> {
    println!("\nSealing, a database in memory");
    let db = Db::open("sqlite::memory:", Clock::System, Chance::System)?;
    db.migrate(&[MIGRATIONS, SAID]).await?;
    for length in [50, 500, 5_000] {
        field(&db, &"é".repeat(length / 2), plan).await?;
    }
    page(&db, plan).await
}

/// One text sealed and opened again and again in one transaction.
async fn field(db: &Db, text: &str, plan: &Plan) -> Result<()> {
    let (mut sealing, mut opening) = (Vec::new(), Vec::new());
    for _ in 0..plan.repeat {
        let mut tx = db.begin_write().await?;
        let mut sealed = Param::Null;
        let begun = Instant::now();
        for _ in 0..TIMES {
            sealed = tx.seal(TEXT, ORG, "a", text).await?;
        }
        sealing.push(each(begun.elapsed()));
        let Param::Bytes(bytes) = sealed else { anyhow::bail!("nothing was sealed") };
        let begun = Instant::now();
        for _ in 0..TIMES {
            tx.open(TEXT, ORG, "a", Some(&bytes)).await?;
        }
        opening.push(each(begun.elapsed()));
    }
    println!(
        "  a text of {:>4} bytes: sealed in {:.1} µs, opened in {:.1} µs",
        text.len(),
        median(sealing),
        median(opening)
    );
    Ok(())
}

fn each(span: Duration) -> f64 {
    span.as_secs_f64() * 1e6 / f64::from(TIMES)
}

/// What a page with 24 texts reads, each in a transaction of its own as pages do.
async fn page(db: &Db, plan: &Plan) -> Result<()> {
    let text = "Une phrase comme on en écrit dans une demande, un peu plus longue que celle-ci. ".repeat(3);
    let mut tx = db.begin_write().await?;
    for n in 0..24 {
        let id = format!("{n:02}");
        let sealed = tx.seal(TEXT, ORG, &id, &text).await?;
        tx.execute(WRITE, &[id.into(), ORG.into(), sealed, text.clone().into()]).await?;
    }
    tx.commit().await?;
    let (mut sealed, mut clear) = (Vec::new(), Vec::new());
    for _ in 0..plan.repeat {
        let begun = Instant::now();
        for _ in 0..TIMES {
            let mut tx = db.begin_read().await?;
            let read: Vec<(String, String)> = tx.query(READ_CLEAR, &[], |row| Ok((row.get(0)?, row.get(1)?))).await?;
            read.first().context("nothing was written")?;
        }
        clear.push(each(begun.elapsed()));
        let begun = Instant::now();
        for _ in 0..TIMES {
            let mut tx = db.begin_read().await?;
            let read: Vec<(String, Option<Vec<u8>>)> =
                tx.query(READ, &[], |row| Ok((row.get(0)?, row.get(1)?))).await?;
            for (id, bytes) in &read {
                tx.open(TEXT, ORG, id, bytes.as_deref()).await?;
            }
        }
        sealed.push(each(begun.elapsed()));
    }
    let (sealed, clear) = (median(sealed), median(clear));
    println!("  24 texts of a page: {sealed:.0} µs sealed, {clear:.0} µs in clear, {:.0} µs more", sealed - clear);
    Ok(())
}
