//! Published instances, in the format of the OR-Library (Beasley 1990): the numbers of agents and jobs, a row of costs for
//! each agent, a row of loads for each agent, the capacities. A file of several problems begins with their number.

use crate::{Choice, Job, Problem};

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Something is no whole number.
    #[error("word {0} is no whole number")]
    Word(usize),
    /// The numbers end too early, or go on.
    #[error("{0} numbers were expected and {1} are there")]
    Length(usize, usize),
    /// More than 50 million costs, or none.
    #[error("{0} agents and {1} jobs are not a problem of this kind")]
    Size(i64, i64),
}

/// The most costs that are read.
const LARGEST: usize = 50_000_000;

/// Reads the problems of a file. With `maximise`, values count instead of costs: they are negated.
///
/// # Errors
/// [`Unreadable`].
pub fn read(text: &str, maximise: bool) -> Result<Vec<Problem>, Unreadable> {
    let words = text.split_ascii_whitespace().enumerate();
    let numbers = words.map(|(n, word)| word.parse().map_err(|_| Unreadable::Word(n + 1)));
    let numbers: Vec<i64> = numbers.collect::<Result<_, _>>()?;
    match one(&numbers, maximise) {
        Ok((problem, [])) => Ok(vec![problem]),
        _ => several(&numbers, maximise),
    }
}

fn several(numbers: &[i64], maximise: bool) -> Result<Vec<Problem>, Unreadable> {
    let (count, mut rest) = numbers.split_first().ok_or(Unreadable::Length(1, 0))?;
    let mut problems = Vec::new();
    while !rest.is_empty() {
        let (problem, after) = one(rest, maximise)?;
        problems.push(problem);
        rest = after;
    }
    let wanted = usize::try_from(*count).unwrap_or(0);
    if problems.len() == wanted { Ok(problems) } else { Err(Unreadable::Length(wanted, problems.len())) }
}

fn one(numbers: &[i64], maximise: bool) -> Result<(Problem, &[i64]), Unreadable> {
    let [agents, jobs, rest @ ..] = numbers else { return Err(Unreadable::Length(2, numbers.len())) };
    let size = |n: i64| usize::try_from(n).ok().filter(|n| *n > 0 && *n <= LARGEST);
    let (Some(m), Some(n)) = (size(*agents), size(*jobs)) else { return Err(Unreadable::Size(*agents, *jobs)) };
    let cells = m.checked_mul(n).filter(|cells| *cells <= LARGEST).ok_or(Unreadable::Size(*agents, *jobs))?;
    let wanted = 2 * cells + m;
    let (own, after) = rest.split_at_checked(wanted).ok_or(Unreadable::Length(wanted, rest.len()))?;
    let (costs, loads) = own.split_at(cells);
    let choice = |agent: usize, job: usize| {
        let cost = costs[agent * n + job];
        Choice { agent, cost: if maximise { -cost } else { cost }, load: loads[agent * n + job] }
    };
    let job = |job| Job { choices: (0..m).map(|agent| choice(agent, job)).collect(), ..Job::default() };
    Ok((Problem { capacities: own[2 * cells..].to_vec(), jobs: (0..n).map(job).collect(), beside: 0 }, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO_BY_THREE: &str = "2 3\n1 2 3\n4 5 6\n7 8 9\n1 1 1\n10 20";

    #[test]
    fn a_file_of_one_problem_or_of_several_is_read() {
        let one = read(TWO_BY_THREE, false).unwrap();
        assert_eq!(one[0].capacities, [10, 20]);
        assert_eq!(
            one[0].jobs[2].choices,
            [Choice { agent: 0, cost: 3, load: 9 }, Choice { agent: 1, cost: 6, load: 1 }]
        );
        let two = read(&format!("2\n{TWO_BY_THREE}\n{TWO_BY_THREE}"), true).unwrap();
        assert_eq!((two.len(), two[1].jobs[0].choices[1].cost), (2, -4));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        assert_eq!(read("2 3 x", false), Err(Unreadable::Word(3)));
        assert_eq!(read("", false), Err(Unreadable::Length(1, 0)));
        assert_eq!(read("2 3\n1 2", false), Err(Unreadable::Length(9, 1)));
        assert!(read("999999999 999999999 1 1", false).is_err());
        assert_eq!(read(&format!("4\n{TWO_BY_THREE}"), false), Err(Unreadable::Length(4, 1)));
    }
}
