//! Who takes what, so that the whole is good: the generalized assignment problem, pure.
//!
//! Each job is given to one of the agents who may take it, or left open at a price; an agent's load stays within its
//! capacity, and two jobs that clash are never given to one agent. [`plan`] searches for the cheapest whole, and solves small
//! problems for certain; [`bound`]
//! proves how cheap a whole can be at best, so that the distance to the optimum is known and not hoped for. Costs,
//! loads and capacities are whole numbers of whatever the caller counts. The same input and seed give the same answer.

mod bound;
mod chance;
mod exact;
pub mod gap;
mod guide;
mod knapsack;
mod problem;
mod search;
mod state;

pub use bound::bound;
pub use problem::{Choice, Fault, Job, Problem};
pub use search::{Effort, Plan, plan};
