//! What became of a target, read from what libFuzzer says.

use crate::progress;
use std::{
    fmt::{self, Write as _},
    time::Duration,
};

/// The lines of the log that are shown when something was found.
const SHOWN: usize = 40;

/// What became of a target.
#[derive(Debug, PartialEq)]
pub struct Outcome {
    pub target: String,
    took: Duration,
    executions: u64,
    /// Parts of the code that were reached.
    reached: u64,
    /// What libFuzzer said last, when something was found.
    pub broken: Option<String>,
}

impl Outcome {
    /// Reads the log of a run.
    pub fn read(target: &str, took: Duration, succeeded: bool, log: &str) -> Self {
        let number = |text: Option<&str>| text.and_then(|text| text.trim().parse().ok()).unwrap_or(0);
        let stat = log.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
        let reached = log.lines().rev().find_map(|line| line.split("cov: ").nth(1)?.split(' ').next());
        let last = || {
            let lines = log.lines().collect::<Vec<_>>();
            lines[lines.len().saturating_sub(SHOWN)..].join("\n")
        };
        Self {
            target: target.to_owned(),
            took,
            executions: number(stat),
            reached: number(reached),
            broken: (!succeeded).then(last),
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { target, took, executions, reached, broken } = self;
        let word = if broken.is_some() { "FOUND" } else { "OK" };
        write!(
            text,
            "{word:<7}{target:<15}{:>13}{executions:>12} executions{reached:>8} edges",
            progress::seconds(*took)
        )
    }
}

/// What was found, and the sum.
pub fn summary(outcomes: &[Outcome], all: Duration) -> String {
    let mut text = String::new();
    for Outcome { target, broken, .. } in outcomes {
        if let Some(said) = broken {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "\n{target}:\n{said}");
        }
    }
    let executions: u64 = outcomes.iter().map(|outcome| outcome.executions).sum();
    let fuzzed: Duration = outcomes.iter().map(|outcome| outcome.took).sum();
    let found = outcomes.iter().filter(|outcome| outcome.broken.is_some()).count();
    let (fuzzed, all) = (progress::seconds(fuzzed), progress::seconds(all));
    let _ = writeln!(
        text,
        "\n{executions} executions in {fuzzed} of fuzzing ({all} in all), {found} targets found something"
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUIET: &str = "#2\tINITED cov: 100 ft: 1\n#512\tpulse  cov: 1234 ft: 5 corp: 1\nDone 9000 runs in 15 second(s)\n\
        stat::number_of_executed_units: 9000\nstat::peak_rss_mb: 40\n";

    #[test]
    fn executions_and_edges_are_read_from_the_log() {
        let outcome = Outcome::read("form", Duration::from_secs(15), true, QUIET);
        assert_eq!((outcome.executions, outcome.reached, &outcome.broken), (9000, 1234, &None));
        assert!(
            summary(&[outcome], Duration::from_secs(16))
                .ends_with("9000 executions in 15 s of fuzzing (16 s in all), 0 targets found something\n")
        );
    }

    #[test]
    fn what_was_found_is_shown() {
        let log = "#7\tNEW    cov: 8 ft: 1\nthread panicked at a.rs:1:\n==1== ERROR: libFuzzer: deadly signal\n";
        let outcome = Outcome::read("form", Duration::from_secs(1), false, log);
        let text = summary(&[outcome], Duration::from_secs(2));
        assert!(text.contains("a.rs:1") && text.contains("1 targets found something"), "{text}");
    }
}
