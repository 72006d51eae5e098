//! What is to be decided.

/// An agent who may take a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The agent's place in [`Problem::capacities`].
    pub agent: usize,
    /// What it costs; the smaller, the better it fits.
    pub cost: i64,
    /// How much of the agent's capacity it takes; never negative.
    pub load: i64,
}

/// Something to be taken by one agent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Job {
    /// Who may take it; an agent stands here once.
    pub choices: Vec<Choice>,
    /// What it costs to leave it open; nothing when it must be taken.
    pub open: Option<i64>,
    /// The jobs that the same agent cannot take beside it, by their places; whoever clashes with it names it too.
    pub clashes: Vec<usize>,
}

/// Jobs and the agents who may take them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// How much each agent can take.
    pub capacities: Vec<i64>,
    /// The jobs.
    pub jobs: Vec<Job>,
    /// What each job beyond an agent's first costs more; never negative.
    pub beside: i64,
}

/// Why a problem is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A choice names an agent that is not there.
    #[error("job {0} names an agent that is not there")]
    NoAgent(usize),
    /// An agent stands twice among the choices of a job.
    #[error("job {0} names an agent twice")]
    Twice(usize),
    /// What a job beside another costs more is negative or above 10¹².
    #[error("what a second job costs more is negative or too large")]
    Beside,
    /// A load, a capacity or a cost is outside −10¹² … 10¹², or a load is negative.
    #[error("job {0} has a number that is too large")]
    Number(usize),
    /// A clash with itself, with a job that is not there, or that the other job does not know.
    #[error("job {0} clashes with a job that does not clash with it")]
    Clash(usize),
}

const LARGEST: i64 = 1_000_000_000_000;

impl Problem {
    /// Looks whether everything that is named is there.
    ///
    /// # Errors
    /// The first fault, with the place of its job.
    pub fn check(&self) -> Result<(), Fault> {
        if !(0..=LARGEST).contains(&self.beside) {
            return Err(Fault::Beside);
        }
        for (n, job) in self.jobs.iter().enumerate() {
            let mut agents: Vec<usize> = job.choices.iter().map(|choice| choice.agent).collect();
            agents.sort_unstable();
            if agents.windows(2).any(|pair| pair[0] == pair[1]) {
                return Err(Fault::Twice(n));
            }
            if agents.last().is_some_and(|agent| *agent >= self.capacities.len()) {
                return Err(Fault::NoAgent(n));
            }
            let sound = |number: i64| (-LARGEST..=LARGEST).contains(&number);
            let choices = job.choices.iter().all(|choice| sound(choice.cost) && (0..=LARGEST).contains(&choice.load));
            if !choices || !job.open.is_none_or(sound) {
                return Err(Fault::Number(n));
            }
            let mutual =
                |other: &usize| *other != n && self.jobs.get(*other).is_some_and(|job| job.clashes.contains(&n));
            if !job.clashes.iter().all(mutual) {
                return Err(Fault::Clash(n));
            }
        }
        Ok(())
    }

    /// What this whole costs, if it keeps every rule: `chosen` names for each job the place of its choice.
    pub fn cost(&self, chosen: &[Option<usize>]) -> Option<i64> {
        if chosen.len() != self.jobs.len() {
            return None;
        }
        let mut left = self.capacities.clone();
        let mut is_first = vec![true; left.len()];
        let mut cost = 0;
        let agent = |job: usize| chosen[job].and_then(|choice| self.jobs[job].choices.get(choice)).map(|c| c.agent);
        for (n, (job, choice)) in self.jobs.iter().zip(chosen).enumerate() {
            let Some(choice) = choice else {
                cost += job.open?;
                continue;
            };
            let choice = job.choices.get(*choice)?;
            cost += choice.cost + if is_first[choice.agent] { 0 } else { self.beside };
            is_first[choice.agent] = false;
            left[choice.agent] -= choice.load;
            if left[choice.agent] < 0 || job.clashes.iter().any(|other| agent(*other) == agent(n)) {
                return None;
            }
        }
        Some(cost)
    }
}
