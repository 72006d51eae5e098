//! The last lines: a table of what ran and what could not, then one line that adds it up.

use super::{Count, Name, Outcome};
use crate::progress;
use std::{fmt, time::Duration};

/// What became of every stage of a run.
pub struct Report {
    in_ci: bool,
    stages: Vec<(Name, Duration, Outcome)>,
}

impl Report {
    /// An empty report; in CI a stage that could not run is a failure.
    pub fn new(in_ci: bool) -> Self {
        Self { in_ci, stages: Vec::new() }
    }

    pub fn add(&mut self, name: Name, took: Duration, outcome: Outcome) {
        self.stages.push((name, took, outcome));
    }

    pub fn passed(&self, name: Name) -> bool {
        self.stages.iter().any(|(stage, _, outcome)| *stage == name && matches!(outcome, Outcome::Passed(_)))
    }

    pub fn is_good(&self) -> bool {
        self.sum().failed == 0
    }

    /// Tests where they are counted, one for a stage that does not count.
    fn sum(&self) -> Count {
        self.stages.iter().map(|(_, _, outcome)| self.weigh(outcome)).sum()
    }

    fn weigh(&self, outcome: &Outcome) -> Count {
        match outcome {
            Outcome::Passed(count) => count.unwrap_or(Count { passed: 1, failed: 0 }),
            Outcome::Failed(Some(count)) => Count { passed: count.passed, failed: count.failed.max(1) },
            Outcome::Failed(None) => Count { passed: 0, failed: 1 },
            Outcome::CouldNotRun(_) => Count { passed: 0, failed: u64::from(self.in_ci) },
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, took, outcome) in &self.stages {
            let took = progress::seconds(*took);
            let word = outcome.word();
            let name_of = format!("{name:?}");
            match outcome {
                Outcome::Passed(Some(count)) | Outcome::Failed(Some(count)) => {
                    let Count { passed, failed } = count;
                    writeln!(text, "{word:<14}{name_of:<10}{took:>13}   {passed} passed and {failed} failed")?;
                }
                Outcome::CouldNotRun(why) => {
                    writeln!(text, "{word:<14}{name_of:<10}{took:>13}   {why}")?;
                }
                Outcome::Passed(None) | Outcome::Failed(None) => writeln!(text, "{word:<14}{name_of:<10}{took:>13}")?,
            }
        }
        let Count { passed, failed } = self.sum();
        write!(text, "\n{passed} passed, {failed} failed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(in_ci: bool, outcomes: Vec<(Name, Outcome)>) -> Report {
        let mut report = Report::new(in_ci);
        outcomes.into_iter().for_each(|(name, outcome)| report.add(name, Duration::from_secs(3), outcome));
        report
    }

    fn missing() -> Outcome {
        Outcome::CouldNotRun("no tool".into())
    }

    #[test]
    fn the_last_line_adds_up_tests_and_stages() {
        let count = Some(Count { passed: 40, failed: 2 });
        let report = report(false, vec![(Name::Format, Outcome::Passed(None)), (Name::Tests, Outcome::Failed(count))]);
        assert_eq!(report.to_string().lines().last(), Some("41 passed, 2 failed"));
        assert!(!report.is_good());
    }

    #[test]
    fn what_could_not_run_is_named_and_fails_only_in_ci() {
        let outcomes = || vec![(Name::Format, Outcome::Passed(None)), (Name::Browser, missing())];
        let at_home = report(false, outcomes());
        assert!(at_home.is_good() && at_home.to_string().contains("COULD NOT RUN Browser"));
        assert!(!report(true, outcomes()).is_good());
    }

    #[test]
    fn a_failed_stage_weighs_even_when_its_tests_passed() {
        let count = Some(Count { passed: 5, failed: 0 });
        assert!(!report(false, vec![(Name::Tests, Outcome::Failed(count))]).is_good());
    }
}
