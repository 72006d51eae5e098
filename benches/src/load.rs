//! Load: connections that ask for the same page again and again, and what that took.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::{child::Child, http::Connection};

/// How to measure.
pub(crate) struct Plan {
    pub(crate) connections: usize,
    pub(crate) span: Duration,
    pub(crate) repeat: usize,
}

const WARM_UP: Duration = Duration::from_secs(1);

/// What one measurement gave.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sample {
    pub(crate) requests_per_second: f64,
    /// Processor time of the server for one request.
    pub(crate) cpu_micros: f64,
    pub(crate) median_micros: f64,
    pub(crate) p99_micros: f64,
}

/// Warms up, then measures for as long as the plan says.
pub(crate) async fn measure(child: &Child, request: &str, connections: usize, span: Duration) -> Result<Sample> {
    ask_for(child, request, connections, WARM_UP).await?;
    let cpu_before = child.cpu()?;
    let begun = Instant::now();
    let mut latencies = ask_for(child, request, connections, span).await?;
    let elapsed = begun.elapsed().as_secs_f64();
    let cpu = child.cpu()?.saturating_sub(cpu_before);
    latencies.sort_unstable();
    let at = |part: f64| {
        latencies.get((latencies.len() as f64 * part) as usize).map_or(0.0, |nanos| f64::from(*nanos) / 1e3)
    };
    let count = latencies.len() as f64;
    Ok(Sample {
        requests_per_second: count / elapsed,
        cpu_micros: cpu.as_secs_f64() * 1e6 / count,
        median_micros: at(0.5),
        p99_micros: at(0.99),
    })
}

/// Asks on all connections for `span`; gives the nanoseconds of each answer.
async fn ask_for(child: &Child, request: &str, connections: usize, span: Duration) -> Result<Vec<u32>> {
    let address = child.address;
    let tasks: Vec<_> = (0..connections)
        .map(|_| {
            let request = request.to_owned();
            tokio::spawn(async move {
                let mut connection = Connection::open(address).await?;
                let end = Instant::now() + span;
                let mut latencies = Vec::with_capacity(1 << 14);
                loop {
                    let asked = Instant::now();
                    if asked >= end {
                        return Ok(latencies);
                    }
                    let status = connection.ask(request.as_bytes()).await?;
                    if status != 200 {
                        bail!("the server answered {status}");
                    }
                    latencies.push(u32::try_from(asked.elapsed().as_nanos()).unwrap_or(u32::MAX));
                }
            })
        })
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.extend(task.await??);
    }
    Ok(all)
}

/// The sample of medians: each figure's own.
pub(crate) fn medians(samples: &[Sample]) -> Sample {
    let of = |figure: fn(&Sample) -> f64| median(samples.iter().map(figure).collect());
    Sample {
        requests_per_second: of(|s| s.requests_per_second),
        cpu_micros: of(|s| s.cpu_micros),
        median_micros: of(|s| s.median_micros),
        p99_micros: of(|s| s.p99_micros),
    }
}

/// The median of some figures; 0 of none.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
