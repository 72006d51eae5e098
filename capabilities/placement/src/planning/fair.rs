//! Hours offered against hours wished: what a search over costs cannot see, since the second mission of one peer costs as
//! much as the fourth of another. A mission moves from whom the plan gives several to who would still have less, in
//! proportion, when it suits them about as well.

use passerelle_assignment::{Choice, Problem};
use passerelle_kernel::Minutes;

use super::{ground::Ground, whole::Weighed};

/// Who has told no hours to hope for is held to hope for about half a week.
const USUAL: Minutes = Minutes::hours(20);

/// How often all missions are looked at.
const ROUNDS: usize = 8;

/// What a week of each peer holds, in minutes: what the association engages already beside what the peer hopes for. Both are
/// read by those who coordinate; ceilings are not part of it.
pub(super) struct Shares {
    engaged: Vec<i64>,
    wished: Vec<i64>,
    /// The minutes a week of each mission.
    weeks: Vec<i64>,
}

impl Shares {
    pub(super) fn of(ground: &Ground, possible: &[Weighed]) -> Self {
        let mut engaged = vec![0; ground.peers.len()];
        for one in possible {
            engaged[one.peer] = one.engaged.max(engaged[one.peer]);
        }
        let wished = ground.peers.iter().map(|peer| wished(peer.candidate.wished)).collect();
        Self { engaged, wished, weeks: ground.missions.iter().map(|wanted| wanted.need.hours_week.0).collect() }
    }

    /// Levels what a search has found. Every rule of the problem still holds, as many missions have somebody, and no step
    /// makes the whole dearer by more than `allowance`.
    pub(super) fn level(&self, problem: &Problem, chosen: &mut [Option<usize>], allowance: i64) {
        let mut held = Held::of(problem, chosen);
        for _ in 0..ROUNDS {
            let mut is_level = true;
            for (job, place) in chosen.iter_mut().enumerate() {
                let Some(now) = *place else { continue };
                let choices = problem.jobs[job].choices.iter().enumerate();
                let fairer = choices
                    .filter(|(other, to)| *other != now && self.is_fairer(problem, &held, (job, now), to, allowance));
                if let Some((to, _)) = fairer.min_by_key(|(_, to)| to.cost) {
                    held.shift(problem, job, now, to);
                    *place = Some(to);
                    is_level = false;
                }
            }
            if is_level {
                return;
            }
        }
    }

    fn is_fairer(
        &self,
        problem: &Problem,
        held: &Held,
        (job, now): (usize, usize),
        to: &Choice,
        allowance: i64,
    ) -> bool {
        let from = &problem.jobs[job].choices[now];
        let before = self.has(held, from.agent);
        let after = self.has(held, to.agent) + self.weeks[job];
        // Whoever has one mission of the plan keeps it: the preferences have decided.
        if held.jobs[from.agent].len() < 2 || after * self.wished[from.agent] >= before * self.wished[to.agent] {
            return false;
        }
        let beside = if held.jobs[to.agent].is_empty() { 0 } else { problem.beside };
        let more = to.cost - from.cost + beside - problem.beside;
        more <= allowance
            && held.load[to.agent] + to.load <= problem.capacities[to.agent]
            && !held.jobs[to.agent].iter().any(|other| problem.jobs[job].clashes.contains(other))
    }

    /// The minutes a week of a peer, with those of the plan.
    fn has(&self, held: &Held, peer: usize) -> i64 {
        self.engaged[peer] + held.jobs[peer].iter().map(|job| self.weeks[*job]).sum::<i64>()
    }
}

/// The hours a week that a peer hopes for; never nothing.
pub(super) fn wished(told: Option<Minutes>) -> i64 {
    told.unwrap_or(USUAL).0.max(60)
}

/// Who holds what.
struct Held {
    jobs: Vec<Vec<usize>>,
    load: Vec<i64>,
}

impl Held {
    fn of(problem: &Problem, chosen: &[Option<usize>]) -> Self {
        let agents = problem.capacities.len();
        let mut held = Self { jobs: vec![Vec::new(); agents], load: vec![0; agents] };
        for (job, choice) in chosen.iter().enumerate() {
            if let Some(choice) = choice.map(|place| problem.jobs[job].choices[place]) {
                held.jobs[choice.agent].push(job);
                held.load[choice.agent] += choice.load;
            }
        }
        held
    }

    fn shift(&mut self, problem: &Problem, job: usize, from: usize, to: usize) {
        let (from, to) = (problem.jobs[job].choices[from], problem.jobs[job].choices[to]);
        self.jobs[from.agent].retain(|other| *other != job);
        self.load[from.agent] -= from.load;
        self.jobs[to.agent].push(job);
        self.load[to.agent] += to.load;
    }
}
