//! Out of the old house.

use std::{
    io::{BufWriter, Write},
    path::Path,
};

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use passerelle_kernel::{Chance, Clock};
use passerelle_store::{
    Db, Tx,
    whole::{Counting, Table, Tally},
};

use super::line::{FORM, Line, row};
use crate::backup::{Envelope, create_private};

/// Writes everything that the database at `url` holds at one moment to the new file `to`; gives what each table held.
///
/// # Errors
/// What cannot be read or written; then the file is not there.
pub async fn move_out(url: &str, clock: &Clock, envelope: &Envelope, to: &Path) -> Result<Vec<Tally>> {
    let file = create_private(to)?;
    let written = write(url, clock, envelope, file).await;
    if written.is_err() {
        let _ = std::fs::remove_file(to);
    }
    written
}

async fn write(url: &str, clock: &Clock, envelope: &Envelope, file: std::fs::File) -> Result<Vec<Tally>> {
    let db = Db::open(url, Clock::System, Chance::System)?;
    let mut out = GzEncoder::new(envelope.close(BufWriter::with_capacity(1 << 16, file))?, Compression::default());
    let mut tx = db.begin_read().await?;
    let (program, engine) = (env!("CARGO_PKG_VERSION").to_owned(), db.engine_name().to_owned());
    let migrations = tx.versions().await?;
    tell(&mut out, &Line::Network { form: FORM, program, engine, made_at: clock.now(), migrations })?;
    let mut tallies = Vec::new();
    for table in tx.tables().await? {
        let tally = write_table(&mut tx, &table, &mut out).await?;
        tell(&mut out, &Line::End(tally.clone()))?;
        tallies.push(tally);
    }
    tell(&mut out, &Line::All { tables: tallies.len() })?;
    let mut file = out.finish()?.finish()?;
    file.flush()?;
    file.get_ref().sync_all()?;
    Ok(tallies)
}

async fn write_table(tx: &mut Tx, table: &Table, out: &mut impl Write) -> Result<Tally> {
    let columns = table.columns.iter().map(|column| column.name.clone()).collect();
    tell(out, &Line::Table { name: table.name.clone(), columns })?;
    let mut counting = Counting::default();
    tx.scan(table, |cells| {
        counting.add(cells);
        writeln!(out, "{}", row(cells))?;
        Ok(())
    })
    .await?;
    Ok(counting.end(&table.name))
}

fn tell(out: &mut impl Write, line: &Line) -> Result<()> {
    Ok(writeln!(out, "{}", serde_json::to_string(line)?)?)
}
