//! Imports FINESS files into a database, one after the other, and tells how long each took.
//!
//! `cargo run --release --example finess_import sqlite:/tmp/directory.db published.csv damaged.csv`

use std::{error::Error, time::Instant};

use passerelle_directory::import_finess;
use passerelle_kernel::{Chance, Clock};
use passerelle_store::Db;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let url = args.next().ok_or("which database?")?;
    let db = Db::open(&url, Clock::System, Chance::System)?;
    for capability in [passerelle_web::capability(), passerelle_directory::capability()] {
        db.migrate(capability.migrations).await?;
    }
    for path in args {
        let start = Instant::now();
        let counts = import_finess(&db, std::fs::read(&path)?, |_, _, _| {}).await?;
        println!("{path}: {:.1} s, {counts:?}", start.elapsed().as_secs_f64());
    }
    Ok(())
}
