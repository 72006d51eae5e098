//! Small problems are tried out: every whole that may still be the cheapest (branch and bound), so that none is missed.

use std::cmp::Reverse;

use crate::{Problem, state::State};

/// With more jobs nothing is tried out.
const MOST_JOBS: usize = 24;

/// How many places are tried before it is given up.
const MOST_TRIALS: u32 = 200_000;

/// A way for a job, with its cost: one of its choices, or open.
type Way = (i64, Option<usize>);

/// The cheapest whole, with its cost.
type Whole = (i64, Vec<Option<usize>>);

struct Trial<'a> {
    state: State<'a>,
    /// The jobs in the order of trying, each with its ways, the cheapest first.
    jobs: Vec<(usize, Vec<Way>)>,
    /// What the jobs from each place on cost at least.
    rest: Vec<i64>,
    trials: u32,
    best: Option<Whole>,
}

/// The cheapest whole, or within the answer nothing when there is none for certain; no answer when the problem is too large.
pub(crate) fn cheapest(problem: &Problem) -> Option<Option<Vec<Option<usize>>>> {
    if problem.jobs.len() > MOST_JOBS {
        return None;
    }
    let mut jobs: Vec<(usize, Vec<Way>)> = (0..problem.jobs.len()).map(|job| (job, ways(problem, job))).collect();
    jobs.sort_by_key(|(_, ways)| (ways.len(), Reverse(ways.get(1).map_or(0, |second| second.0 - ways[0].0))));
    let mut rest = vec![0; jobs.len() + 1];
    for (depth, (_, ways)) in jobs.iter().enumerate().rev() {
        let Some((least, _)) = ways.first() else { return Some(None) };
        rest[depth] = rest[depth + 1] + least;
    }
    let mut trial = Trial { state: State::new(problem), jobs, rest, trials: 0, best: None };
    trial.go(0, 0).then(|| trial.best.map(|(_, chosen)| chosen))
}

/// What may become of a job by itself, the cheapest first.
fn ways(problem: &Problem, job: usize) -> Vec<Way> {
    let job = &problem.jobs[job];
    let choices = job.choices.iter().enumerate().filter(|(_, choice)| choice.load <= problem.capacities[choice.agent]);
    let mut ways: Vec<Way> = choices.map(|(place, choice)| (choice.cost, Some(place))).collect();
    ways.extend(job.open.map(|cost| (cost, None)));
    ways.sort_unstable();
    ways
}

impl Trial<'_> {
    /// Tries the jobs from this depth on, above what the others cost; false when it took too long.
    fn go(&mut self, depth: usize, cost: i64) -> bool {
        if self.best.as_ref().is_some_and(|(best, _)| cost + self.rest[depth] >= *best) {
            return true;
        }
        let Some((job, ways)) = self.jobs.get(depth).cloned() else {
            self.best = Some((cost, self.state.chosen.clone()));
            return true;
        };
        for (price, way) in ways {
            self.trials += 1;
            if self.trials > MOST_TRIALS {
                return false;
            }
            if let Some(beside) = self.state.beside(job, way) {
                self.state.set(job, way);
                let finished = self.go(depth + 1, cost + price + beside);
                self.state.set(job, None);
                if !finished {
                    return false;
                }
            }
        }
        true
    }
}
