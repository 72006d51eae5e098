//! How cheap a whole can be at best: Lagrangian relaxation of "each job once", improved by subgradient steps.
//!
//! Each job gets a price; each agent then packs the best load for itself (a knapsack), whatever the others do. The sum is
//! never above the cost of any whole that keeps the rules. Clashes are left out, which only lowers the bound. The method
//! is Fisher's (1981); the loads that the agents pack also guide the search.

use crate::{
    Problem,
    knapsack::{Item, best},
};

/// The prices of the jobs and what they prove.
pub(crate) struct Prices {
    /// The best proof that was found, as a real number.
    pub(crate) proof: f64,
    /// The prices that gave it.
    pub(crate) prices: Vec<f64>,
}

/// A whole number that no whole costs less than, after `rounds` rounds; `known` is the cost of a whole that is known.
pub fn bound(problem: &Problem, known: i64, rounds: usize) -> i64 {
    // Costs are whole, so the proof may be rounded up; what floating numbers lose stays below the margin.
    (prices(problem, known as f64, rounds).proof - 1e-6).ceil() as i64
}

/// What each agent may pack: the places of the job and of its choice.
struct Shelf {
    capacity: i64,
    places: Vec<(usize, usize)>,
}

fn shelves(problem: &Problem) -> Vec<Shelf> {
    let mut shelves: Vec<Shelf> =
        problem.capacities.iter().map(|capacity| Shelf { capacity: *capacity, places: Vec::new() }).collect();
    for (n, job) in problem.jobs.iter().enumerate() {
        for (place, choice) in job.choices.iter().enumerate() {
            shelves[choice.agent].places.push((n, place));
        }
    }
    shelves.retain(|shelf| !shelf.places.is_empty());
    shelves
}

pub(crate) fn prices(problem: &Problem, known: f64, rounds: usize) -> Prices {
    let shelves = shelves(problem);
    let mut prices: Vec<f64> = problem.jobs.iter().map(first_price).collect();
    let mut found = Prices { proof: f64::NEG_INFINITY, prices: prices.clone() };
    let (mut step, mut patience) = (2.0_f64, 0);
    for _ in 0..rounds {
        let (proof, counts) = pack(problem, &shelves, &prices);
        if proof > found.proof + 1e-9 {
            patience = 0;
            found = Prices { proof, prices: prices.clone() };
        } else {
            patience += 1;
        }
        if patience >= 20 {
            (step, patience) = (step / 2.0, 0);
            prices.clone_from(&found.prices);
            if step < 0.005 {
                break;
            }
        }
        let slopes: Vec<f64> = counts.iter().map(|count| 1.0 - f64::from(*count)).collect();
        let norm: f64 = slopes.iter().map(|slope| slope * slope).sum();
        if norm == 0.0 || known - found.proof < 1e-9 {
            break;
        }
        let length = step * (known - proof).max(1e-3 * known.abs().max(1.0)) / norm;
        for (price, slope) in prices.iter_mut().zip(&slopes) {
            *price += length * slope;
        }
    }
    found
}

/// The second cheapest way of a job, where many solutions meet.
fn first_price(job: &crate::Job) -> f64 {
    let mut costs: Vec<i64> = job.choices.iter().map(|choice| choice.cost).chain(job.open).collect();
    costs.sort_unstable();
    costs.get(1).or(costs.first()).map_or(0.0, |cost| *cost as f64)
}

/// The proof of these prices, and how often each job was taken.
fn pack(problem: &Problem, shelves: &[Shelf], prices: &[f64]) -> (f64, Vec<u32>) {
    let mut counts = vec![0_u32; problem.jobs.len()];
    let mut proof: f64 = prices.iter().sum();
    let mut items = Vec::new();
    for shelf in shelves {
        items.clear();
        items.extend(shelf.places.iter().map(|(job, place)| {
            let choice = problem.jobs[*job].choices[*place];
            Item { gain: prices[*job] - choice.cost as f64, load: choice.load }
        }));
        let (gain, packed) = with_beside(&mut items, shelf.capacity, problem.beside as f64);
        proof -= gain;
        for ((job, _), _) in shelf.places.iter().zip(&packed).filter(|(_, packed)| **packed) {
            counts[*job] += 1;
        }
    }
    for ((job, price), count) in problem.jobs.iter().zip(prices).zip(&mut counts) {
        if let Some(open) = job.open
            && *price > open as f64
        {
            proof -= price - open as f64;
            *count += 1;
        }
    }
    (proof, counts)
}

/// The best load when each item beyond the first costs `beside` more: the knapsack of what each brings beside another, or
/// the best item alone.
fn with_beside(items: &mut [Item], capacity: i64, beside: f64) -> (f64, Vec<bool>) {
    items.iter_mut().for_each(|item| item.gain -= beside);
    let (gain, mut packed) = best(items, capacity);
    if gain > 0.0 {
        return (gain + beside, packed);
    }
    let fitting = items.iter().enumerate().filter(|(_, item)| item.load <= capacity);
    let Some((alone, item)) = fitting.max_by(|(_, a), (_, b)| a.gain.total_cmp(&b.gain)) else { return (0.0, packed) };
    if item.gain + beside <= 0.0 {
        return (0.0, packed);
    }
    packed[alone] = true;
    (item.gain + beside, packed)
}
