//! `passerelle import`: institutions from a FINESS file, with progress.

use std::path::PathBuf;

use anyhow::{Context as _, Result, anyhow};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use passerelle_directory::{ImportError, Step, import::Counts, import_finess};
use passerelle_kernel::{Chance, Clock, Language};
use passerelle_web::App;
use passerelle_words::say;

use crate::{capabilities, config::Config, serving};

/// Institutions from a FINESS file
#[derive(Args)]
pub(super) struct Import {
    /// The file, as published or as saved by a spreadsheet
    file: PathBuf,
}

impl Import {
    pub(super) async fn run(self, config: &Config) -> Result<()> {
        let file = std::fs::read(&self.file).with_context(|| format!("cannot read {}", self.file.display()))?;
        let db = serving::open(config, Clock::System, Chance::System).await?;
        let style = ProgressStyle::with_template("{msg} {wide_bar} {percent} % {eta}")?;
        let bar = ProgressBar::new(0).with_style(style);
        let shown = bar.clone();
        let tell = move |step, done, total| {
            shown.set_message(if step == Step::Reading { "Reading" } else { "Writing" });
            shown.set_length(total);
            shown.set_position(done);
        };
        let imported = import_finess(&db, file, tell).await;
        bar.finish_and_clear();
        let app = App::new(db, config.settings()?, &capabilities::all());
        let counts = imported.map_err(|error| match error {
            ImportError::Stopped(stopped) => {
                let key = format!("directory-import-stopped-{}", stopped.as_str());
                anyhow!(say!(app.words(Language::En), &key, line = stopped.line().unwrap_or_default().to_string()))
            }
            other => other.into(),
        })?;
        super::say!("{}", report(&counts));
        Ok(())
    }
}

fn report(counts: &Counts) -> String {
    let Counts { lines, created, changed, unchanged, refused, repaired } = counts;
    format!(
        "{lines} lines were read.\n{created} sites are new, {changed} have changed, {unchanged} are as they were.\n\
         {refused} lines were refused. {repaired} values were repaired or left empty."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_tells_every_number() {
        let counts = Counts { lines: 11, created: 2, changed: 3, unchanged: 4, refused: 5, repaired: 6 };
        let report = report(&counts);
        for number in ["11 lines", "2 sites are new", "3 have", "4 are", "5 lines were refused", "6 values"] {
            assert!(report.contains(number), "{report}");
        }
    }
}
