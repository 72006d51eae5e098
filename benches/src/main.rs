//! Measures the product and prints the figures: requests against a bare handler, growth, cost, weight of pages.
//!
//! `cargo xtask bench` builds it beside the published server and runs it. Servers run in processes of their own and
//! the load comes from this one, so that processor time is counted for the server alone. No figure is a test:
//! machines differ, therefore each run prints ratios of what ran in the same minutes.

#![allow(clippy::print_stdout, reason = "printing figures is the purpose")]

mod action;
mod audit;
mod bare;
mod child;
mod cost;
mod http;
mod list;
mod load;
mod plan;
mod seal;
mod weight;
mod world;

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::{load::Plan, world::World};

/// Measures Passerelle and prints the figures
#[derive(Parser)]
#[command(name = "passerelle-benches")]
struct Arguments {
    #[command(subcommand)]
    part: Option<Part>,
    /// Seconds of each measurement
    #[arg(long, global = true, default_value_t = 5)]
    seconds: u64,
    /// How often each measurement is repeated
    #[arg(long, global = true, default_value_t = 5)]
    repeat: usize,
    /// Connections that ask at the same time
    #[arg(long, global = true, default_value_t = 16)]
    connections: usize,
}

#[derive(Subcommand)]
enum Part {
    /// The list of missions against a bare handler over the same statement
    Limit,
    /// The list of missions with 1,000, 10,000 and 1,000,000 rows
    Growth,
    /// Memory, start and size of the program
    Cost,
    /// Bytes of the pages
    Weight,
    /// Sealed fields
    Seal,
    /// Looks and the trail
    Audit,
    /// A plan of a thousand missions
    Plan,
    /// The bare handler itself, in a process of its own
    #[command(hide = true)]
    Bare { listen: SocketAddr, database: PathBuf, association: String, bytes: usize },
    /// Serve the world of 10,000 missions and ask again and again, for a profiler
    #[command(hide = true)]
    Profile { path: String },
}

/// The product's allocator, so that the bare handler has it too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let plan = Plan {
        connections: arguments.connections,
        span: Duration::from_secs(arguments.seconds),
        repeat: arguments.repeat.max(1),
    };
    let workers = std::thread::available_parallelism()?.get();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build()?;
    runtime.block_on(run(arguments.part, &plan))
}

async fn run(part: Option<Part>, plan: &Plan) -> Result<()> {
    match part {
        Some(Part::Bare { listen, database, association, bytes }) => {
            return bare::serve(listen, database, association, bytes).await;
        }
        Some(Part::Limit) => list::limit(&World::new(10_000).await?, plan).await?,
        Some(Part::Growth) => growth(plan).await?,
        Some(Part::Cost) => cost::print(&World::new(10_000).await?, plan).await?,
        Some(Part::Weight) => weight::print(&World::new(10_000).await?).await?,
        Some(Part::Seal) => seal::print(plan).await?,
        Some(Part::Audit) => audit::print(&World::new(10_000).await?, plan).await?,
        Some(Part::Plan) => plan::print().await?,
        Some(Part::Profile { path }) => list::profile(&World::new(10_000).await?, &path, plan).await?,
        None => {
            let world = World::new(10_000).await?;
            list::limit(&world, plan).await?;
            cost::print(&world, plan).await?;
            weight::print(&world).await?;
            seal::print(plan).await?;
            audit::print(&world, plan).await?;
            plan::print().await?;
            growth(plan).await?;
        }
    }
    Ok(())
}

async fn growth(plan: &Plan) -> Result<()> {
    let mut worlds = Vec::new();
    for missions in [1_000, 10_000, 1_000_000] {
        worlds.push(World::new(missions).await?);
    }
    list::growth(&worlds, plan).await
}
