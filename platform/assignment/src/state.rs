//! A whole in the making: who has what, what is left of each capacity, what it costs; moves are weighed before they are made.

use crate::{Choice, Problem, chance::Chance};

/// No price of an open job grows beyond this: ten times the largest number of a problem.
const DEAREST: i64 = 10_000_000_000_000;

/// A whole that keeps every rule, but may leave jobs open that must be taken.
#[derive(Clone)]
pub(crate) struct State<'a> {
    problem: &'a Problem,
    /// For each job the place of its choice.
    pub(crate) chosen: Vec<Option<usize>>,
    left: Vec<i64>,
    /// The jobs of each agent.
    held: Vec<Vec<usize>>,
    /// What an open job costs: its own price, or while searching one that grows as long as it must be taken and is not.
    open: Vec<i64>,
    /// By how much such a price grows.
    growth: i64,
    pub(crate) cost: i64,
    /// How many jobs are open that must be taken.
    pub(crate) missing: usize,
}

impl<'a> State<'a> {
    /// Everything open.
    pub(crate) fn new(problem: &'a Problem) -> Self {
        let costs = || problem.jobs.iter().flat_map(|job| job.choices.iter().map(|choice| choice.cost));
        let (least, most) = (costs().min().unwrap_or(0), costs().max().unwrap_or(0));
        // Dearer than any choice, so that a job which fits somewhere is taken; not so dear that nothing may ever be put down.
        let growth = (most - least) / 2 + 1;
        let dear = most + growth;
        let open: Vec<i64> = problem.jobs.iter().map(|job| job.open.unwrap_or(dear)).collect();
        Self {
            problem,
            chosen: vec![None; problem.jobs.len()],
            left: problem.capacities.clone(),
            held: vec![Vec::new(); problem.capacities.len()],
            cost: open.iter().sum(),
            missing: problem.jobs.iter().filter(|job| job.open.is_none()).count(),
            open,
            growth,
        }
    }

    fn price(&self, job: usize, choice: Option<usize>) -> i64 {
        choice.map_or(self.open[job], |place| self.problem.jobs[job].choices[place].cost)
    }

    pub(crate) fn agent(&self, job: usize) -> Option<usize> {
        self.agent_of(job, self.chosen[job])
    }

    fn load(&self, job: usize) -> i64 {
        self.chosen[job].map_or(0, |place| self.problem.jobs[job].choices[place].load)
    }

    /// The jobs of an agent.
    pub(crate) fn held(&self, agent: usize) -> &[usize] {
        &self.held[agent]
    }

    /// The jobs that are open and must be taken.
    fn missing(&self) -> Vec<usize> {
        let must = |n: &usize| self.chosen[*n].is_none() && self.problem.jobs[*n].open.is_none();
        (0..self.chosen.len()).filter(must).collect()
    }

    /// Makes it dearer to leave open what must be taken, and gives each such job a place by putting down what is in its way.
    pub(crate) fn press(&mut self, chance: &mut Chance) {
        for job in self.missing() {
            let dearer = (self.open[job] + self.growth).min(DEAREST);
            self.cost += dearer - self.open[job];
            self.open[job] = dearer;
            self.force(job, chance);
        }
    }

    /// Gives the job one of its choices; whatever clashes or weighs too much leaves, and goes where it is cheapest.
    fn force(&mut self, job: usize, chance: &mut Chance) {
        let problem = self.problem;
        let choices = &problem.jobs[job].choices;
        let possible = |choice: &Choice| choice.load <= problem.capacities[choice.agent];
        let places: Vec<usize> = (0..choices.len()).filter(|place| possible(&choices[*place])).collect();
        if places.is_empty() {
            return;
        }
        let place = places[chance.below(places.len())];
        let agent = choices[place].agent;
        let mut leaving: Vec<usize> = problem.jobs[job].clashes.clone();
        leaving.retain(|other| self.agent(*other) == Some(agent));
        leaving.iter().for_each(|other| self.set(*other, None));
        while !self.fits(job, place, None) {
            let other = self.held[agent][chance.below(self.held[agent].len())];
            self.set(other, None);
            leaving.push(other);
        }
        self.set(job, Some(place));
        leaving.into_iter().for_each(|other| self.settle(other));
    }

    /// Gives an open job the cheapest choice that fits, if that is cheaper than open.
    fn settle(&mut self, job: usize) {
        let fitting = (0..self.problem.jobs[job].choices.len()).filter(|place| self.fits(job, *place, None));
        let cheapest = fitting.min_by_key(|place| self.price(job, Some(*place)));
        if let Some(place) = cheapest.filter(|place| self.price(job, Some(*place)) < self.open[job]) {
            self.set(job, Some(place));
        }
    }

    /// Takes over another whole, and keeps the prices that this one has learned.
    pub(crate) fn return_to(&mut self, other: &Self) {
        self.chosen.clone_from(&other.chosen);
        self.left.clone_from(&other.left);
        self.held.clone_from(&other.held);
        self.missing = other.missing;
        let beside: usize = self.held.iter().map(|held| held.len().saturating_sub(1)).sum();
        let prices: i64 = (0..self.chosen.len()).map(|job| self.price(job, self.chosen[job])).sum();
        self.cost = prices + self.problem.beside * beside as i64;
    }

    /// Whether the job may have this choice once `without` has left its agent.
    fn fits(&self, job: usize, place: usize, without: Option<usize>) -> bool {
        let choice = self.problem.jobs[job].choices[place];
        let freed =
            without.filter(|other| self.agent(*other) == Some(choice.agent)).map_or(0, |other| self.load(other));
        let mine = if self.agent(job) == Some(choice.agent) { self.load(job) } else { 0 };
        let clashes = &self.problem.jobs[job].clashes;
        self.left[choice.agent] + freed + mine >= choice.load
            && !clashes.iter().any(|other| Some(*other) != without && self.agent(*other) == Some(choice.agent))
    }

    /// What it changes in the cost of jobs beside each other that a job goes from one agent to another, or in, or out.
    pub(crate) fn moved(&self, from: Option<usize>, to: Option<usize>) -> i64 {
        if from == to {
            return 0;
        }
        let saved = from.is_some_and(|agent| self.held[agent].len() > 1);
        let added = to.is_some_and(|agent| !self.held[agent].is_empty());
        self.problem.beside * (i64::from(added) - i64::from(saved))
    }

    /// The agent of this choice of a job.
    pub(crate) fn agent_of(&self, job: usize, choice: Option<usize>) -> Option<usize> {
        choice.map(|place| self.problem.jobs[job].choices[place].agent)
    }

    /// What an open job costs more for the jobs that are beside it with this choice; nothing when a rule forbids it.
    pub(crate) fn beside(&self, job: usize, to: Option<usize>) -> Option<i64> {
        self.shift(job, to).map(|_| self.moved(None, self.agent_of(job, to)))
    }

    /// What it changes to give the job this choice (or to leave it open); nothing when a rule forbids it.
    pub(crate) fn shift(&self, job: usize, to: Option<usize>) -> Option<i64> {
        let allowed = to.is_none_or(|place| self.fits(job, place, None));
        let moved = || self.moved(self.agent(job), self.agent_of(job, to));
        allowed.then(|| self.price(job, to) - self.price(job, self.chosen[job]) + moved())
    }

    /// What it changes when `job` takes this choice and `other`, which the agent holds, goes to `others`.
    pub(crate) fn exchange(&self, job: usize, to: usize, other: usize, others: Option<usize>) -> Option<i64> {
        let agent = self.problem.jobs[job].choices[to].agent;
        if job == other || self.agent(other) != Some(agent) || self.agent(job) == Some(agent) {
            return None;
        }
        let back = self.agent_of(other, others);
        let comes = others.is_none_or(|place| back != Some(agent) && self.fits(other, place, Some(job)));
        (comes && self.fits(job, to, Some(other))).then(|| {
            self.price(job, Some(to)) - self.price(job, self.chosen[job]) + self.price(other, others)
                - self.price(other, self.chosen[other])
                // The agent has as many jobs as before: one comes, one leaves.
                + self.moved(self.agent(job), back)
        })
    }

    /// Gives the job this choice.
    pub(crate) fn set(&mut self, job: usize, to: Option<usize>) {
        self.cost += self.price(job, to) - self.price(job, self.chosen[job])
            + self.moved(self.agent(job), self.agent_of(job, to));
        if self.problem.jobs[job].open.is_none() {
            self.missing += usize::from(self.chosen[job].is_some());
            self.missing -= usize::from(to.is_some());
        }
        if let Some(agent) = self.agent(job) {
            self.left[agent] += self.load(job);
            self.held[agent].retain(|held| *held != job);
        }
        self.chosen[job] = to;
        if let Some(agent) = self.agent(job) {
            self.left[agent] -= self.load(job);
            self.held[agent].push(job);
        }
    }

    /// Whether this whole is to be preferred.
    pub(crate) fn is_better_than(&self, other: &Self) -> bool {
        (self.missing, self.cost) < (other.missing, other.cost)
    }

    /// The choice of `job` at this agent.
    pub(crate) fn place_at(&self, job: usize, agent: usize) -> Option<usize> {
        self.problem.jobs[job].choices.iter().position(|choice| choice.agent == agent)
    }
}
