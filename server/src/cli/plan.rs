//! `passerelle plan --gap FILE`: the core of the planner on published instances, so that anybody can compare it.

use std::{path::PathBuf, time::Instant};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use passerelle_assignment::{Effort, Plan as Found, Problem, gap, plan};

/// Solve generalized-assignment problems in the format of the OR-Library
#[derive(Args)]
pub(super) struct Plan {
    /// The file: agents and jobs, costs, loads, capacities; or several problems after their number
    #[arg(long, value_name = "FILE")]
    gap: PathBuf,
    /// The figures are values to be made large, as in gap1 to gap12
    #[arg(long)]
    maximise: bool,
    /// Moves that are weighed
    #[arg(long, default_value_t = Effort::default().steps)]
    steps: u64,
    /// Rounds that improve the proof
    #[arg(long, default_value_t = Effort::default().rounds)]
    rounds: usize,
    /// Another seed, another walk
    #[arg(long, default_value_t = Effort::default().seed)]
    seed: u64,
    /// Do not print who takes what
    #[arg(long)]
    short: bool,
}

impl Plan {
    pub(super) fn run(&self) -> Result<()> {
        let text = std::fs::read_to_string(&self.gap).with_context(|| format!("cannot read {}", self.gap.display()))?;
        let problems =
            gap::read(&text, self.maximise).with_context(|| format!("cannot read {}", self.gap.display()))?;
        let mut gaps = Vec::new();
        for (n, problem) in problems.iter().enumerate() {
            gaps.push(self.solve(n + 1, problem)?);
        }
        let mean = gaps.iter().sum::<f64>() / gaps.len().max(1) as f64;
        super::say!("{} problems, on average at most {mean:.3} % above the best possible", gaps.len());
        Ok(())
    }

    /// Solves one problem and prints it; gives how far at most it is above the best possible, in per cent.
    fn solve(&self, n: usize, problem: &Problem) -> Result<f64> {
        problem.check()?;
        let began = Instant::now();
        let bar = ProgressBar::new(1_000).with_style(ProgressStyle::with_template("{msg} {wide_bar} {percent} %")?);
        let effort = Effort { rounds: self.rounds, steps: self.steps, seed: self.seed };
        let Found { chosen, cost, bound } = plan(problem, effort, |best, done| {
            bar.set_message(best.map_or_else(String::new, |best| self.shown(best).to_string()));
            bar.set_position((done * 1_000.0) as u64);
            true
        });
        bar.finish_and_clear();
        let Some(cost) = cost else { bail!("problem {n}: no whole was found that keeps every capacity") };
        let above = if bound == 0 { 0.0 } else { 100.0 * (cost - bound) as f64 / bound.abs() as f64 };
        super::say!(
            "problem {n}: {} agents, {} jobs, cost {}, proven bound {}, at most {above:.3} % above it, {:.2} s",
            problem.capacities.len(),
            problem.jobs.len(),
            self.shown(cost),
            self.shown(bound),
            began.elapsed().as_secs_f64()
        );
        if !self.short {
            let agents = chosen.iter().zip(&problem.jobs).map(|(choice, job)| match choice {
                Some(place) => (job.choices[*place].agent + 1).to_string(),
                None => "-".to_owned(),
            });
            super::say!("{}", agents.collect::<Vec<_>>().join(" "));
        }
        Ok(above)
    }

    /// As the file counts: values were negated to be made small.
    fn shown(&self, cost: i64) -> i64 {
        if self.maximise { -cost } else { cost }
    }
}
