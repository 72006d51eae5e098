//! Which choices of a job are worth a try: those that are cheap once the room that they take is paid for.
//!
//! The price of an agent's room rises while more is wanted from the agent than there is, and falls else (subgradient on
//! the relaxed capacities). It guides the search and proves nothing.

use crate::{Problem, chance::Chance};

const ROUNDS: i32 = 200;

/// How much the promising choices are preferred: half of the tries go to the first 3 % of them.
const BIAS: f64 = 5.0;

/// The choices of each job, the most promising first.
pub(crate) struct Guide {
    orders: Vec<Vec<usize>>,
}

impl Guide {
    pub(crate) fn new(problem: &Problem) -> Self {
        let rents = rents(problem);
        let order = |job: &crate::Job| {
            let score = |place: &usize| {
                let choice = job.choices[*place];
                choice.cost as f64 + rents[choice.agent] * choice.load as f64
            };
            let mut order: Vec<usize> = (0..job.choices.len()).collect();
            order.sort_by(|a, b| score(a).total_cmp(&score(b)));
            order
        };
        Self { orders: problem.jobs.iter().map(order).collect() }
    }

    /// The choices of a job, the most promising first.
    pub(crate) fn order(&self, job: usize) -> &[usize] {
        &self.orders[job]
    }

    /// A choice of this job, more often a promising one; the job has choices.
    pub(crate) fn pick(&self, job: usize, chance: &mut Chance) -> usize {
        let order = &self.orders[job];
        let place = (chance.part().powf(BIAS) * order.len() as f64) as usize;
        order[place.min(order.len() - 1)]
    }
}

/// What a unit of each agent's room costs.
fn rents(problem: &Problem) -> Vec<f64> {
    let choices = || problem.jobs.iter().flat_map(|job| &job.choices);
    let (cost, load) = choices().fold((0.0, 1.0), |(cost, load), c| (cost + c.cost.abs() as f64, load + c.load as f64));
    let mut rents = vec![0.0_f64; problem.capacities.len()];
    let mut step = cost / load;
    for _ in 0..ROUNDS {
        let mut wanted = vec![0_i64; rents.len()];
        for job in &problem.jobs {
            let price = |choice: &crate::Choice| choice.cost as f64 + rents[choice.agent] * choice.load as f64;
            let cheapest = job.choices.iter().min_by(|a, b| price(a).total_cmp(&price(b)));
            if let Some(choice) = cheapest.filter(|choice| job.open.is_none_or(|open| price(choice) < open as f64)) {
                wanted[choice.agent] += choice.load;
            }
        }
        for ((rent, wanted), capacity) in rents.iter_mut().zip(wanted).zip(&problem.capacities) {
            let beyond = (wanted - capacity) as f64 / (*capacity).max(1) as f64;
            *rent = (*rent + step * beyond.min(1.0)).max(0.0);
        }
        step *= 0.97;
    }
    rents
}
