//! The search: a first whole by regret, then simulated annealing over shifts and exchanges, which always keep the rules.
//! While a job that must be taken finds no place, it is pressed into one, and what was in its way looks for another.

use crate::{Problem, bound, chance::Chance, exact, guide::Guide, state::State};

/// How long to search. Effort is counted in steps and not in seconds, so that an answer repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Rounds that improve the proof.
    pub rounds: usize,
    /// Moves that are weighed.
    pub steps: u64,
    /// Another seed, another walk.
    pub seed: u64,
}

impl Default for Effort {
    fn default() -> Self {
        Self { rounds: 400, steps: 12_000_000, seed: 1 }
    }
}

/// A whole that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// For each job the place of its choice; nothing for a job that stays open.
    pub chosen: Vec<Option<usize>>,
    /// What it costs; nothing while a job that must be taken is open.
    pub cost: Option<i64>,
    /// What no whole can cost less than.
    pub bound: i64,
}

/// How many moves lie between two looks at whether to go on.
const STRETCH: u64 = 50_000;

/// How many moves are weighed before jobs that must be taken and find no place are pressed into one.
const PATIENCE: u64 = 2_000;

/// Searches for the cheapest whole; a small problem is solved for certain. `go_on` hears the best cost so far (nothing
/// while a job that must be taken is open) and the part of the work that is done (0 to 1), and ends the search when it
/// says no; the best whole so far is given then.
pub fn plan(problem: &Problem, effort: Effort, go_on: impl FnMut(Option<i64>, f64) -> bool) -> Plan {
    match exact::cheapest(problem) {
        Some(Some(chosen)) => {
            let cost = problem.cost(&chosen);
            Plan { chosen, cost, bound: cost.unwrap_or_default() }
        }
        _ => anneal(problem, effort, go_on),
    }
}

/// The search on problems of any size: it keeps every rule, and promises no optimum.
fn anneal(problem: &Problem, effort: Effort, mut go_on: impl FnMut(Option<i64>, f64) -> bool) -> Plan {
    let guide = Guide::new(problem);
    let mut state = first(problem, &guide);
    let mut best = state.clone();
    let mut chance = Chance::new(effort.seed);
    let proof = bound::bound(problem, state.cost, effort.rounds);
    let hot = heat(problem);
    let mut temperature = hot;
    for step in 0..effort.steps {
        if step % STRETCH == 0 {
            let done = step as f64 / effort.steps as f64;
            let known = (best.missing == 0).then_some(best.cost);
            if known.is_some_and(|cost| cost <= proof) || !go_on(known, done) {
                break;
            }
            temperature = cooled(hot, done);
            if step > 0 && chance.below(8) == 0 {
                state.return_to(&best);
            }
        }
        if best.missing > 0 && step % PATIENCE == PATIENCE - 1 {
            state.press(&mut chance);
        } else {
            walk(&guide, &mut state, &mut chance, temperature);
        }
        if state.is_better_than(&best) {
            best.clone_from(&state);
        }
    }
    let cost = problem.cost(&best.chosen);
    Plan { chosen: best.chosen, cost, bound: cost.map_or(proof, |cost| proof.min(cost)) }
}

/// Two times from warm to cold: the second walk begins from what the first has found.
fn cooled(hot: f64, done: f64) -> f64 {
    let (from, part) = if done < 0.6 { (hot, done / 0.6) } else { (hot / 8.0, (done - 0.6) / 0.4) };
    from * (0.002_f64).powf(part)
}

/// About what one job's choices differ by.
fn heat(problem: &Problem) -> f64 {
    let spread = |job: &crate::Job| {
        let costs = || job.choices.iter().map(|choice| choice.cost);
        costs().max().zip(costs().min()).map(|(most, least)| (most - least) as f64)
    };
    let spreads: Vec<f64> = problem.jobs.iter().filter_map(spread).collect();
    (spreads.iter().sum::<f64>() / spreads.len().max(1) as f64 / 4.0).max(0.5)
}

/// One move, made when it does not harm, and sometimes when it does.
fn walk(guide: &Guide, state: &mut State<'_>, chance: &mut Chance, temperature: f64) {
    let job = chance.below(state.chosen.len().max(1));
    if state.chosen.is_empty() || guide.order(job).is_empty() {
        return;
    }
    let to = guide.pick(job, chance);
    if state.chosen[job] == Some(to) {
        return;
    }
    let Some(agent) = state.agent_of(job, Some(to)) else { return };
    let held = state.held(agent);
    let wants_exchange = !held.is_empty() && chance.below(3) > 0;
    if wants_exchange {
        let other = held[chance.below(held.len())];
        let Some(others) = place_for(guide, state, chance, other, state.agent(job)) else { return };
        if state.exchange(job, to, other, others).is_some_and(|change| accepts(change, temperature, chance)) {
            state.set(other, None);
            state.set(job, Some(to));
            state.set(other, others);
        }
    } else {
        let leaves = state.chosen[job].is_some() && chance.below(16) == 0;
        let to = (!leaves).then_some(to);
        if state.shift(job, to).is_some_and(|change| accepts(change, temperature, chance)) {
            state.set(job, to);
        }
    }
}

/// Where a job goes that makes room: to the agent who becomes free, anywhere, or nowhere.
fn place_for(
    guide: &Guide,
    state: &State<'_>,
    chance: &mut Chance,
    job: usize,
    freed: Option<usize>,
) -> Option<Option<usize>> {
    match freed {
        Some(agent) if chance.below(4) > 0 => state.place_at(job, agent).map(Some),
        _ if chance.below(4) == 0 => Some(None),
        _ => Some(Some(guide.pick(job, chance))),
    }
}

fn accepts(change: i64, temperature: f64, chance: &mut Chance) -> bool {
    change <= 0 || (change as f64) < temperature * 40.0 && chance.part() < (-(change as f64) / temperature).exp()
}

/// The jobs that would lose most by their second choice come first; each takes the most promising choice that is left.
fn first<'a>(problem: &'a Problem, guide: &Guide) -> State<'a> {
    let mut state = State::new(problem);
    let regret = |n: usize| {
        let job = &problem.jobs[n];
        let cost = |place: usize| guide.order(n).get(place).map(|place| job.choices[*place].cost).or(job.open);
        cost(1).zip(cost(0)).map_or(i64::MAX, |(second, first)| (second - first).abs())
    };
    let mut jobs: Vec<usize> = (0..problem.jobs.len()).collect();
    jobs.sort_by_key(|n| std::cmp::Reverse(regret(*n)));
    for job in jobs {
        let mut better = guide.order(job).iter().copied();
        if let Some(place) = better.find(|place| state.shift(job, Some(*place)).is_some_and(|change| change < 0)) {
            state.set(job, Some(place));
        }
    }
    state
}

#[cfg(test)]
mod tests;
