//! `cargo xtask fuzz`: every target under libFuzzer for a while, as many at once as there are cores, with what came of it.
//!
//! Seeds and the demonstration network are made anew; what libFuzzer has found worth keeping stays in the cache for the
//! next run. An input that breaks something is kept too, and its place printed.

mod outcome;

use crate::{assets, command, progress, tools, workspace};
use anyhow::{Context, Result, bail, ensure};
use outcome::Outcome;
use std::{
    collections::VecDeque,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

/// Which targets, and for how long.
#[derive(clap::Args)]
pub struct Fuzz {
    /// The targets, all when none is named
    targets: Vec<String>,
    /// How long each runs
    #[arg(long, default_value_t = 60)]
    seconds: u64,
}

impl Fuzz {
    /// Every target for so long.
    pub fn all(seconds: u64) -> Self {
        Self { targets: Vec::new(), seconds }
    }

    /// Builds and runs the targets; gives how many survived and how many did not.
    ///
    /// # Errors
    /// When something does not build, or a target is unknown.
    pub fn run(&self) -> Result<(u64, u64)> {
        let started = Instant::now();
        let program = build()?;
        let folder = workspace::cache()?.join("fuzz");
        let known = progress::step("seeds", || prepare(&program, &folder))?;
        let chosen = self.chosen(&known)?;
        eprintln!("→ {} targets, {} s each", chosen.len(), self.seconds);
        let outcomes = run_all(&program, &folder, &chosen, self.seconds)?;
        print!("{}", outcome::summary(&outcomes, started.elapsed()));
        let broken = outcomes.iter().filter(|outcome| outcome.broken.is_some()).count() as u64;
        Ok((outcomes.len() as u64 - broken, broken))
    }

    fn chosen(&self, known: &[String]) -> Result<Vec<String>> {
        if let Some(unknown) = self.targets.iter().find(|name| !known.contains(name)) {
            bail!("there is no target {unknown}; there are {}", known.join(", "));
        }
        Ok(if self.targets.is_empty() { known.to_vec() } else { self.targets.clone() })
    }
}

/// The program of all targets. What others wrote is taken as the tests have compiled it: asking for a test as well makes
/// cargo choose the same features.
fn build() -> Result<PathBuf> {
    tools::program("g++", "g++")?;
    assets::build()?;
    let mut cargo = workspace::cargo(&["build", "--workspace", "--features", "passerelle-fuzz/libfuzzer"])?;
    cargo.args(["--bin", "passerelle-fuzz"]);
    cargo.env("RUSTC_WORKSPACE_WRAPPER", workspace::root().join("fuzz/instrument"));
    progress::step("fuzz targets", || command::run(&mut cargo))?;
    Ok(workspace::target()?.join("debug/passerelle-fuzz"))
}

/// Makes the seeds; gives the names of the targets.
fn prepare(program: &Path, folder: &Path) -> Result<Vec<String>> {
    let seeds = folder.join("seeds");
    if seeds.exists() {
        fs::remove_dir_all(&seeds)?;
    }
    fs::create_dir_all(&seeds)?;
    let output = settled(program, folder).stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "the seeds could not be made");
    Ok(String::from_utf8(output.stdout)?.lines().map(str::to_owned).collect())
}

/// The program in its folders. Files come and go thousands of times.
fn settled(program: &Path, folder: &Path) -> Command {
    let mut settled = Command::new(program);
    settled.env("PASSERELLE_FUZZ_FOLDER", folder.join("seeds")).env_remove("PASSERELLE_FUZZ_TARGET");
    settled.env("TMPDIR", workspace::scratch());
    settled
}

fn run_all(program: &Path, folder: &Path, targets: &[String], seconds: u64) -> Result<Vec<Outcome>> {
    let waiting = Mutex::new(targets.iter().collect::<VecDeque<_>>());
    let done = Mutex::new(Vec::new());
    let work = || -> Result<()> {
        loop {
            let next = waiting.lock().ok().and_then(|mut waiting| waiting.pop_front());
            let Some(target) = next else { return Ok(()) };
            let outcome = run_one(program, folder, target, seconds)?;
            println!("{outcome}");
            if let Ok(mut done) = done.lock() {
                done.push(outcome);
            }
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers = (0..cores).map(|_| scope.spawn(work)).collect::<Vec<_>>();
        workers.into_iter().try_for_each(|worker| worker.join().unwrap_or_else(|_| bail!("a worker panicked")))
    })?;
    let mut outcomes = done.into_inner().unwrap_or_default();
    outcomes.sort_by_key(|outcome| targets.iter().position(|target| *target == outcome.target));
    Ok(outcomes)
}

fn run_one(program: &Path, folder: &Path, target: &str, seconds: u64) -> Result<Outcome> {
    let (kept, broken, log) = (folder.join("kept"), folder.join("broken"), folder.join(format!("{target}.log")));
    let kept = kept.join(target);
    for folder in [&kept, &broken] {
        fs::create_dir_all(folder)?;
    }
    let mut fuzzing = settled(program, folder);
    fuzzing.env("PASSERELLE_FUZZ_TARGET", target).env("RUST_BACKTRACE", "1");
    fuzzing.arg(format!("-max_total_time={seconds}")).arg("-timeout=30").arg("-rss_limit_mb=2048");
    fuzzing.arg("-print_final_stats=1").arg(format!("-artifact_prefix={}/{target}-", broken.display()));
    fuzzing.arg(&kept).arg(folder.join("seeds").join(target));
    fuzzing.stdin(Stdio::null()).stdout(Stdio::null()).stderr(fs::File::create(&log)?);
    let started = Instant::now();
    let status = fuzzing.status().with_context(|| format!("cannot start `{}`", command::line(&fuzzing)))?;
    let told = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
    let took = Duration::from_secs(started.elapsed().as_secs());
    Ok(Outcome::read(target, took, status.success(), &told))
}
