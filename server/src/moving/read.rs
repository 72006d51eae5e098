//! Into the new house, which must be empty: all of it or nothing.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
};

use anyhow::{Context as _, Result, anyhow, bail, ensure};
use flate2::read::GzDecoder;
use passerelle_kernel::{Chance, Clock};
use passerelle_store::{
    Db, Error, Param, Tx,
    whole::{Counting, Table, Tally},
};

use super::line::{FORM, Line, cell, values};
use crate::{
    backup::{Keys, check_versions, compare},
    capabilities, serving,
};

const CUT: &str = "the file is damaged or was cut short";
/// No line is longer: the largest thing that a row keeps is a file of institutions, of 64 MiB.
const LONGEST_LINE: u64 = 256 << 20;

/// Puts the network of the file `from` into the empty database at `url`; gives what each table holds now.
///
/// # Errors
/// Why not; then no row has been kept.
pub async fn move_in(from: &Path, keys: &Keys, url: &str) -> Result<Vec<Tally>> {
    let mut lines = Lines::new(keys.open(from)?, LONGEST_LINE);
    let Line::Network { form, program, migrations, .. } = lines.line().context("this is no network of Passerelle")?
    else {
        bail!("this is no network of Passerelle");
    };
    ensure!(form <= FORM, "the file has a form that this program does not know: passerelle {program} wrote it");
    check_versions(&migrations)?;
    let db = Db::open(url, Clock::System, Chance::System).context("the place cannot be opened")?;
    if !db.begin_read().await?.is_bare().await? {
        bail!("there are tables in this database: a network moves into an empty one only");
    }
    let capabilities = capabilities::all();
    for capability in &capabilities {
        db.migrate_to(capability.migrations, &migrations).await?;
    }
    let told = fill(&db, &mut lines).await.context("no row was kept")?;
    let mut tx = db.begin_read().await?;
    let found = tx.tallies().await?;
    drop(tx);
    compare(&told, &found)?;
    serving::migrate(&db, &capabilities).await?;
    db.settle().await?;
    Ok(found)
}

async fn fill(db: &Db, lines: &mut Lines<impl Read>) -> Result<Vec<Tally>> {
    let mut tx = db.begin_write().await?;
    let tables = tx.tables().await?;
    tx.references_later().await?;
    // A migration may have put rows there; those of the old house have theirs.
    for table in tables.iter().rev() {
        tx.empty(table).await?;
    }
    let mut told = Vec::new();
    loop {
        match lines.line()? {
            Line::Table { name, columns } => {
                let table = tables.iter().find(|table| table.name == name);
                let table = table.with_context(|| format!("there is no table {name} here"))?;
                ensure!(table.columns.iter().map(|c| &c.name).eq(&columns), "{name} has other columns here");
                told.push(fill_table(&mut tx, table, lines).await.with_context(|| format!("table {name}"))?);
            }
            Line::All { tables } if tables == told.len() => break,
            _ => bail!(CUT),
        }
    }
    lines.end()?;
    tx.references_now().await?;
    tx.commit().await?;
    Ok(told)
}

async fn fill_table(tx: &mut Tx, table: &Table, lines: &mut Lines<impl Read>) -> Result<Tally> {
    let mut counting = Counting::default();
    let mut end = None;
    let filled = tx
        .fill(table, || {
            let line = lines.text().map_err(as_file)?;
            if !line.starts_with('[') {
                end = Some(line);
                return Ok(None);
            }
            let row: Vec<Param> = values(&line).map_err(as_file)?;
            if row.len() != table.columns.len() {
                return Err(as_file(anyhow!("a row with another number of values")));
            }
            counting.add(&row.iter().map(cell).collect::<Vec<_>>());
            Ok(Some(row))
        })
        .await;
    filled?;
    let found = counting.end(&table.name);
    match serde_json::from_str(&end.unwrap_or_default()).context(CUT)? {
        Line::End(told) if told == found => Ok(found),
        _ => bail!("{CUT}: the rows have another hash"),
    }
}

fn as_file(error: anyhow::Error) -> Error {
    Error::File(std::io::Error::other(format!("{error:#}")))
}

/// The lines of the file, one after another.
struct Lines<R> {
    input: BufReader<GzDecoder<R>>,
    longest: u64,
}

impl<R: Read> Lines<R> {
    fn new(packed: R, longest: u64) -> Self {
        Self { input: BufReader::new(GzDecoder::new(packed)), longest }
    }

    fn text(&mut self) -> Result<String> {
        let mut line = String::new();
        self.input.by_ref().take(self.longest).read_line(&mut line).context(CUT)?;
        ensure!(line.ends_with('\n'), CUT);
        Ok(line)
    }

    fn line(&mut self) -> Result<Line> {
        serde_json::from_str(&self.text()?).context(CUT)
    }

    /// Nothing follows, and the envelope says so too.
    fn end(&mut self) -> Result<()> {
        let rest = std::io::copy(&mut self.input, &mut std::io::sink()).context(CUT)?;
        ensure!(rest == 0, CUT);
        std::io::copy(self.input.get_mut().get_mut(), &mut std::io::sink()).context(CUT)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    #[test]
    fn a_line_without_an_end_is_not_read_for_ever() {
        let mut packing = GzEncoder::new(Vec::new(), Compression::default());
        packing.write_all(b"1234\n12345678\n123456789\n").unwrap();
        let packed = packing.finish().unwrap();
        let mut lines = Lines::new(packed.as_slice(), 9);
        assert_eq!(lines.text().unwrap(), "1234\n");
        assert_eq!(lines.text().unwrap(), "12345678\n");
        assert!(lines.text().is_err());
    }
}
