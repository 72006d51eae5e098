//! What became of a stage.

use super::Count;
use anyhow::{Error, Result};

/// What became of a stage; the count is known when its program tells it.
#[derive(Debug, PartialEq)]
pub enum Outcome {
    Passed(Option<Count>),
    Failed(Option<Count>),
    CouldNotRun(String),
}

impl Outcome {
    /// The outcome of a program that counted its tests; one that counts failures failed, whatever it says of itself.
    pub fn of(succeeded: bool, count: Option<Count>) -> Self {
        match (succeeded, count) {
            (true, Some(Count { failed: 0, .. }) | None) => Self::Passed(count),
            _ => Self::Failed(count),
        }
    }

    /// The failure of a stage whose program could not be judged; says why at once.
    pub fn failed(why: Error) -> Self {
        eprintln!("{why:#}");
        Self::Failed(None)
    }

    /// One word for tables.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Passed(_) => "OK",
            Self::Failed(_) => "FAILED",
            Self::CouldNotRun(_) => "COULD NOT RUN",
        }
    }
}

impl From<Result<()>> for Outcome {
    fn from(result: Result<()>) -> Self {
        result.map_or_else(Self::failed, |()| Self::Passed(None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counted_failure_outweighs_a_good_exit() {
        let count = Some(Count { passed: 3, failed: 1 });
        assert_eq!(Outcome::of(true, count), Outcome::Failed(count));
        assert_eq!(Outcome::of(false, None), Outcome::Failed(None));
    }
}
