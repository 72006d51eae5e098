//! How many tests passed, read from what their runners print.

use std::{iter::Sum, ops::Add, sync::Mutex};

/// Tests that passed and tests that did not, for whatever reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self { passed: 0, failed: 0 }, Self::add)
    }
}

/// The sum of the counts found in the lines of a program; nothing when it printed none.
#[derive(Default)]
pub struct Tally(Mutex<Option<Count>>);

impl Tally {
    pub fn read(&self, line: &str) {
        let Some(found) = count(line) else { return };
        if let Ok(mut kept) = self.0.lock() {
            *kept = Some(kept.map_or(found, |kept| kept + found));
        }
    }

    pub fn count(&self) -> Option<Count> {
        *self.0.lock().ok()?
    }
}

/// The count in a closing line of nextest, of cargo test, or in a plain `N passed, N failed`.
fn count(line: &str) -> Option<Count> {
    let line = without_colours(line);
    // Nextest repeats, indented, what a test that failed printed; it has counted that test itself.
    if let Some(results) = line.strip_prefix("test result: ") {
        let (_, results) = results.split_once(". ")?;
        return parts(results, ';');
    }
    let line = line.trim();
    if let Some(summary) = line.strip_prefix("Summary [") {
        let (_, results) = summary.split_once(" run: ")?;
        return parts(results, ',');
    }
    let words = line.split([' ', ',']).filter(|word| !word.is_empty()).collect::<Vec<_>>();
    let plain = match words[..] {
        [passed, "passed", failed, "failed"] => is_number(passed) && is_number(failed),
        [passed, "passed", failed, "failed", skipped, "skipped"] => {
            [passed, failed, skipped].into_iter().all(is_number)
        }
        _ => false,
    };
    plain.then(|| parts(line, ',')).flatten()
}

/// Adds up parts such as `12 passed (1 slow)`, `1 failed` and `2 timed out`.
fn parts(results: &str, separator: char) -> Option<Count> {
    let mut count = Count { passed: 0, failed: 0 };
    for part in results.split(separator) {
        let Some((number, what)) = part.trim().split_once(' ') else { continue };
        let Ok(number) = number.parse::<u64>() else { continue };
        match what.split(' ').next()? {
            "passed" => count.passed += number,
            "failed" | "timed" | "exec" => count.failed += number,
            _ => {}
        }
    }
    Some(count)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| letter.is_ascii_digit())
}

fn without_colours(line: &str) -> String {
    let mut pieces = line.split('\u{1b}');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.split_once('m').map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(passed: u64, failed: u64) -> Option<Count> {
        Some(Count { passed, failed })
    }

    #[test]
    fn the_closing_lines_of_all_runners_are_understood() {
        let nextest = "     Summary [   0.512s] 17 tests run: 12 passed (1 slow), 3 failed, 2 timed out, 4 skipped\n";
        assert_eq!(count(nextest), of(12, 5));
        assert_eq!(count("Summary [ 0.1s] 3/9 tests run: 2 passed, 1 failed, 0 skipped"), of(2, 1));
        assert_eq!(count("test result: FAILED. 4 passed; 1 failed; 0 ignored; finished in 0.00s"), of(4, 1));
        assert_eq!(count("31 passed, 2 failed"), of(31, 2));
        assert_eq!(count("31 passed, 2 failed, 1 skipped\n"), of(31, 2));
        assert_eq!(
            count("\u{1b}[32;1m     Summary\u{1b}[0m [ 1s] \u{1b}[1m1\u{1b}[0m test run: 1 passed, 0 skipped"),
            of(1, 0)
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        let repeated = "    test result: FAILED. 0 passed; 1 failed; 0 ignored; finished in 127.05s";
        for line in ["", repeated, "3 passed the gate", "PASS [0.1s] xtask a_test", "31 people passed, 2 failed"] {
            assert_eq!(count(line), None, "{line}");
        }
    }

    #[test]
    fn a_tally_adds_up_and_knows_when_nothing_was_counted() {
        let tally = Tally::default();
        tally.read("hello");
        assert_eq!(tally.count(), None);
        tally.read("1 passed, 0 failed");
        tally.read("2 passed, 3 failed");
        assert_eq!(tally.count(), of(3, 3));
    }
}
