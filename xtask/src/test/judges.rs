//! The stage of strangers' judges: tools that others wrote say whether our documents are right.
//!
//! The example `invoice` writes samples. Its invoices are judged as they are, again with one amount changed, and beside
//! them some that are broken, each of which must be refused for its own rule; what programs are given, and what webhooks
//! tell, is judged on a served demonstration. What else the running application makes is judged in browser stories.

use super::{Count, Outcome};
use crate::{command, tools, workspace};
use anyhow::{Context, Result};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Writes the samples and asks every judge.
pub fn all() -> Result<Outcome> {
    let (python, of_api) = match tools().and_then(|python| Ok((python, tools::python_of_api()?))) {
        Ok(both) => both,
        Err(why) => return Ok(Outcome::CouldNotRun(format!("{why:#}"))),
    };
    let folder = env::temp_dir().join(format!("passerelle-samples-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let count = judge(&python, &folder).and_then(|count| Ok(count + judge_api(&of_api)?));
    fs::remove_dir_all(&folder)?;
    Ok(Outcome::of(true, Some(count?)))
}

/// What the judges need; gives the Python that has them.
pub fn tools() -> Result<PathBuf> {
    tools::program("qpdf", "qpdf")?;
    tools::program("pdfinfo", "poppler-utils")?;
    tools::python()
}

fn judge(python: &Path, folder: &Path) -> Result<Count> {
    let judges = workspace::root().join("e2e/judges");
    let ask = |judge: &str, options: &[&str], samples: &[PathBuf]| {
        asked(Command::new(python).arg(judges.join(judge)).args(options).args(samples))
    };

    command::run(Command::new(workspace::target()?.join("debug/examples/invoice")).arg(folder))?;
    let (made, refused) = (folder.join("invoices"), folder.join("refused"));
    let papers = samples(&made, "pdf")?;
    let invoices = [papers.clone(), samples(&made, "xml")?].concat();
    let mut count = ask("invoice.py", &[], &invoices)
        + ask("invoice.py", &["--break", "--refused"], &invoices)
        + ask("invoice.py", &["--refused"], &samples(&refused, "xml")?)
        + ask("pdf.py", &[], &[papers, samples(folder, "pdf")?].concat());
    for feed in samples(folder, "ics")? {
        count = count + ask("calendar_feed.py", &[], &[feed]);
    }
    Ok(count)
}

fn judge_api(python: &Path) -> Result<Count> {
    let (judges, program) = (workspace::root().join("e2e/judges/api"), workspace::target()?.join("debug/passerelle"));
    let ask = |judge: &str| asked(Command::new(python).arg(judges.join(judge)).arg(&program));
    Ok(ask("judge.py") + ask("webhooks.py"))
}

/// Every time that a judge is asked counts as one.
fn asked(judge: &mut Command) -> Count {
    match command::run(judge) {
        Ok(()) => Count { passed: 1, failed: 0 },
        Err(why) => {
            eprintln!("{why:#}");
            Count { passed: 0, failed: 1 }
        }
    }
}

fn samples(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let mut samples =
        paths.into_iter().filter(|path| path.extension().is_some_and(|it| it == extension)).collect::<Vec<_>>();
    samples.sort();
    Ok(samples)
}
