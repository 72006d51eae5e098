//! `cargo xtask test`: every check there is, stage by stage, and a plain account of what ran and what could not.
//!
//! A stage that cannot run for want of a tool is named and does not stop the others; with `CI=true` it is a failure.

mod browser;
mod count;
mod judges;
mod outcome;
mod report;
mod rust;

use crate::{assets, fuzz::Fuzz, postgres::Postgres, progress, workspace};
use anyhow::Result;
use count::Count;
use outcome::Outcome;
use report::Report;
use std::{process::ExitCode, time::Instant};

/// A stage, in the order in which they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Name {
    /// npm packages, styles, scripts and fonts
    Assets,
    /// rustfmt
    Format,
    /// clippy, warnings refused
    Clippy,
    /// the application and all test programs
    Build,
    /// a throw-away PostgreSQL for the stories
    Postgres,
    /// unit tests, property tests and HTTP stories, on SQLite and on PostgreSQL
    Tests,
    /// the examples in the documentation of the code
    Examples,
    /// stories in a real browser
    Browser,
    /// strangers' tools that judge what we make
    Judges,
    /// every reader of foreign bytes, for a minute each (`cargo xtask fuzz` runs them for longer)
    Fuzz,
    /// licences and sources of the dependencies
    Licences,
}

impl Name {
    const ALL: [Self; 11] = [
        Self::Assets,
        Self::Format,
        Self::Clippy,
        Self::Build,
        Self::Postgres,
        Self::Tests,
        Self::Examples,
        Self::Browser,
        Self::Judges,
        Self::Fuzz,
        Self::Licences,
    ];

    /// The stages without which this one means nothing.
    fn needs(self) -> &'static [Self] {
        match self {
            Self::Assets | Self::Format | Self::Postgres | Self::Licences => &[],
            Self::Clippy | Self::Build => &[Self::Assets],
            Self::Tests | Self::Examples | Self::Browser | Self::Judges | Self::Fuzz => &[Self::Assets, Self::Build],
        }
    }

    /// Whether this stage runs when a person asked for these; the tests want a PostgreSQL too.
    fn is_wanted(self, asked: &[Self]) -> bool {
        let wanted_by = |name: &Self| {
            *name == self || name.needs().contains(&self) || (*name == Self::Tests && self == Self::Postgres)
        };
        asked.is_empty() || asked.iter().any(wanted_by)
    }
}

/// Runs these stages and what they need, or all when none is named.
pub fn run(asked: &[Name]) -> Result<ExitCode> {
    let mut report = Report::new(workspace::in_ci());
    let mut postgres = None;
    for name in Name::ALL.into_iter().filter(|name| name.is_wanted(asked)) {
        eprintln!("\n→ {name:?}");
        let started = Instant::now();
        let missing = name.needs().iter().find(|need| !report.passed(**need));
        let outcome = match missing {
            Some(need) => Outcome::CouldNotRun(format!("the stage {need:?} did not pass")),
            None => stage(name, &mut postgres),
        };
        eprintln!("  {name:?}: {}, {}", outcome.word(), progress::seconds(started.elapsed()));
        report.add(name, started.elapsed(), outcome);
    }
    drop(postgres);
    println!("\n{report}");
    Ok(if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn stage(name: Name, postgres: &mut Option<Postgres>) -> Outcome {
    match name {
        Name::Assets => assets::build().into(),
        Name::Format => rust::format().into(),
        Name::Clippy => rust::clippy().into(),
        Name::Build => rust::build().into(),
        Name::Postgres => match Postgres::start() {
            Ok(started) => {
                *postgres = Some(started);
                Outcome::Passed(None)
            }
            Err(why) => Outcome::CouldNotRun(format!("{why:#}")),
        },
        Name::Tests => rust::tests(postgres.as_ref().map(Postgres::url)).unwrap_or_else(Outcome::failed),
        Name::Examples => rust::examples().unwrap_or_else(Outcome::failed),
        Name::Browser => browser::stories().unwrap_or_else(Outcome::failed),
        Name::Judges => judges::all().unwrap_or_else(Outcome::failed),
        Name::Fuzz => fuzzed().unwrap_or_else(Outcome::failed),
        Name::Licences => rust::licences().unwrap_or_else(Outcome::failed),
    }
}

/// For each reader; on two cores all of them together take eight minutes, and their build some more.
const FUZZ_SECONDS: u64 = 60;

fn fuzzed() -> Result<Outcome> {
    let (passed, failed) = Fuzz::all(FUZZ_SECONDS).run()?;
    Ok(Outcome::of(failed == 0, Some(Count { passed, failed })))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(asked: &[Name]) -> Vec<Name> {
        Name::ALL.into_iter().filter(|name| name.is_wanted(asked)).collect()
    }

    #[test]
    fn naming_no_stage_means_all_of_them() {
        assert_eq!(chosen(&[]), Name::ALL);
    }

    #[test]
    fn a_stage_brings_what_it_needs_and_nothing_else() {
        assert_eq!(chosen(&[Name::Format]), [Name::Format]);
        assert_eq!(chosen(&[Name::Browser]), [Name::Assets, Name::Build, Name::Browser]);
        assert_eq!(chosen(&[Name::Tests]), [Name::Assets, Name::Build, Name::Postgres, Name::Tests]);
    }

    #[test]
    fn every_need_runs_before_its_stage() {
        let place = |wanted| Name::ALL.iter().position(|name| *name == wanted);
        for name in Name::ALL {
            assert!(name.needs().iter().all(|need| place(*need) < place(name)), "{name:?}");
        }
    }
}
