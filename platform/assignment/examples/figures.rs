//! Figures of the planner: `cargo run --release -p passerelle-assignment --example figures`.
//!
//! Instances by the published recipes of Chu and Beasley (1997) and Laguna and others (1995), types A to E, and a plan of
//! 2,000 peers and 1,000 missions in thirty towns. Files that are named are read as values of the OR-Library. Each line
//! gives the cost, what is proven, the distance, the time.

use std::time::Instant;

use passerelle_assignment::{Choice, Effort, Job, Problem, plan};

/// Numbers that repeat: splitmix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, from: i64, to: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        from + ((z ^ (z >> 31)) % (to - from + 1) as u64) as i64
    }
}

fn main() {
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        for problem in passerelle_assignment::gap::read(&text, true).unwrap_or_default() {
            show(&file, &problem);
        }
    }
    let mut gaps = Vec::new();
    for kind in ['A', 'B', 'C', 'D', 'E'] {
        for (agents, jobs) in [(5, 100), (10, 100), (20, 100), (5, 200), (10, 200), (20, 200)] {
            gaps.push(show(&format!("{kind} {agents} × {jobs}"), &recipe(kind, agents, jobs)));
        }
    }
    println!("mean distance to the proven bound: {:.3} %", gaps.iter().sum::<f64>() / gaps.len() as f64);
    show("2,000 peers × 1,000 missions", &peers_and_missions(2_000, 1_000, 7));
    if let Ok(status) = std::fs::read_to_string("/proc/self/status")
        && let Some(peak) = status.lines().find(|line| line.starts_with("VmHWM"))
    {
        println!("memory at most: {}", peak.trim_start_matches("VmHWM:").trim());
    }
}

/// Solves a problem, prints the figures, gives how far at most the cost is above the best possible, in per cent.
fn show(name: &str, problem: &Problem) -> f64 {
    let began = Instant::now();
    let found = plan(problem, Effort::default(), |_, _| true);
    let seconds = began.elapsed().as_secs_f64();
    let Some(cost) = found.cost else {
        println!("{name}: nothing found, {seconds:.2} s");
        return f64::NAN;
    };
    let above = 100.0 * (cost - found.bound) as f64 / found.bound as f64;
    let open = found.chosen.iter().filter(|choice| choice.is_none()).count();
    println!("{name}: cost {cost}, proven {}, at most {above:.3} % above, {open} open, {seconds:.2} s", found.bound);
    above
}

/// An instance of this type; loads of E come from a logarithm, costs of D and E fall when loads grow.
fn recipe(kind: char, agents: usize, jobs: usize) -> Problem {
    let mut dice = Dice(kind as u64 * 1_000_000 + agents as u64 * 1_000 + jobs as u64);
    let pair = |dice: &mut Dice| match kind {
        'D' => {
            let load = dice.roll(1, 100);
            (111 - load + dice.roll(-10, 10), load)
        }
        'E' => {
            let load = 1 - (10.0 * (dice.roll(1, 1_000_000) as f64 / 1e6).ln()).floor() as i64;
            (1_000 / load - 10 * dice.roll(0, 1_000_000) / 1_000_000, load)
        }
        _ => (dice.roll(10, 50), dice.roll(5, 25)),
    };
    let job = |dice: &mut Dice| {
        let choice = |agent| {
            let (cost, load) = pair(dice);
            Choice { agent, cost, load }
        };
        Job { choices: (0..agents).map(choice).collect(), ..Job::default() }
    };
    let jobs: Vec<Job> = (0..jobs).map(|_| job(&mut dice)).collect();
    let total = |agent: usize| jobs.iter().map(|job| job.choices[agent].load).sum::<i64>();
    let share = |agent| total(agent) * 8 / 10 / agents as i64;
    let cheapest = |job: &Job| job.choices.iter().min_by_key(|c| (c.cost, c.agent)).map(|c| (c.agent, c.load));
    let mut wanted = vec![0; agents];
    jobs.iter().filter_map(cheapest).for_each(|(agent, load)| wanted[agent] += load);
    // 0.6 × 15 × jobs for each agent, and 0.4 of what the most wanted agent would have to carry.
    let wide = 9 * jobs.len() as i64 / agents as i64 + wanted.iter().max().unwrap_or(&0) * 4 / 10;
    let capacities = (0..agents).map(|agent| match kind {
        'A' => wide,
        'B' => wide * 7 / 10,
        _ => share(agent),
    });
    Problem { capacities: capacities.collect(), jobs, beside: 0 }
}

/// Thirty towns with their degrees north and east and their inhabitants in thousands.
const TOWNS: [(f64, f64, i64); 30] = [
    (48.86, 2.35, 2100),
    (43.30, 5.37, 870),
    (45.76, 4.84, 520),
    (43.60, 1.44, 500),
    (43.70, 7.27, 345),
    (47.22, -1.55, 320),
    (43.61, 3.88, 300),
    (48.57, 7.75, 290),
    (44.84, -0.58, 260),
    (50.63, 3.06, 235),
    (48.11, -1.68, 220),
    (49.26, 4.03, 180),
    (43.12, 5.93, 180),
    (45.44, 4.39, 173),
    (49.49, 0.11, 165),
    (45.19, 5.72, 158),
    (47.32, 5.04, 159),
    (47.47, -0.55, 155),
    (45.77, 4.88, 155),
    (43.84, 4.36, 148),
    (45.78, 3.08, 147),
    (43.53, 5.45, 147),
    (48.39, -4.49, 140),
    (47.39, 0.69, 137),
    (49.89, 2.30, 134),
    (45.83, 1.26, 130),
    (45.90, 6.13, 131),
    (42.70, 2.90, 120),
    (49.44, 1.10, 114),
    (48.69, 6.18, 105),
];

struct Someone {
    place: (f64, f64),
    hours: i64,
    languages: i64,
    engaged: i64,
    reach: f64,
}

fn someone(dice: &mut Dice, hours: (i64, i64)) -> Someone {
    let people: i64 = TOWNS.iter().map(|town| town.2).sum();
    let mut at = dice.roll(0, people - 1);
    let town = TOWNS
        .iter()
        .find(|town| {
            at -= town.2;
            at < 0
        })
        .unwrap_or(&TOWNS[0]);
    let around = |dice: &mut Dice| dice.roll(-1_000, 1_000) as f64 / 10_000.0;
    Someone {
        place: (town.0 + around(dice), town.1 + around(dice)),
        hours: dice.roll(hours.0, hours.1) * 60,
        // Bits: French, Arabic, English, Spanish, Ukrainian.
        languages: 1 | dice.roll(0, 15) & dice.roll(0, 15) << 1,
        engaged: dice.roll(0, 2).max(1) - 1,
        reach: [20.0, 45.0, 60.0, 90.0][dice.roll(0, 3) as usize],
    }
}

/// The way in minutes, in town traffic.
fn way(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (north, east) = ((a.0 - b.0) * 111.2, (a.1 - b.1) * 111.2 * a.0.to_radians().cos());
    12.0 + north.hypot(east) * 1.3 / 25.0 * 60.0
}

/// Missions need languages, hours and a peer near; a peer has a ceiling, a reach, and perhaps a mission already.
fn peers_and_missions(peers: usize, missions: usize, seed: u64) -> Problem {
    let mut dice = Dice(seed);
    let peers: Vec<Someone> = (0..peers).map(|_| someone(&mut dice, (7, 28))).collect();
    let missions: Vec<Someone> = (0..missions).map(|_| someone(&mut dice, (3, 14))).collect();
    let day: Vec<i64> = missions.iter().map(|_| dice.roll(0, 199)).collect();
    let fits = |mission: &Someone, peer: &Someone| {
        let minutes = way(peer.place, mission.place);
        let room = peer.hours - peer.engaged * 420 >= mission.hours;
        (minutes <= peer.reach && room && mission.languages & !peer.languages == 0).then_some(minutes)
    };
    let job = |n: usize, mission: &Someone| {
        let choice = |(agent, peer): (usize, &Someone)| {
            let minutes = fits(mission, peer)? as i64;
            Some(Choice { agent, cost: 1_000 + minutes * 5 + peer.engaged * 400, load: mission.hours })
        };
        let choices = peers.iter().enumerate().filter_map(choice).collect();
        let clashes = (0..missions.len()).filter(|other| *other != n && day[*other] == day[n]).collect();
        Job { choices, open: Some(10_000), clashes }
    };
    Problem {
        capacities: peers.iter().map(|peer| (peer.hours - peer.engaged * 420).max(0)).collect(),
        jobs: missions.iter().enumerate().map(|(n, mission)| job(n, mission)).collect(),
        beside: 400,
    }
}
