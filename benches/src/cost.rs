//! What the program costs to run: its size, how fast it starts, the memory it takes.

use anyhow::Result;

use crate::{
    child::{self, Child},
    http, load,
    load::{Plan, median},
    world::World,
};

pub(crate) async fn print(world: &World, plan: &Plan) -> Result<()> {
    println!("\nRunning cost, a database with {} missions", world.missions);
    let size = std::fs::metadata(child::server()?)?.len();
    println!("  binary {:.1} MB", size as f64 / 1e6);
    let mut starts = Vec::new();
    for _ in 0..plan.repeat.max(5) {
        starts.push(Child::ours(world).await?.started_in.as_secs_f64() * 1e3);
    }
    println!("  from start to the first answer {:.0} ms (median of {})", median(starts.clone()), starts.len());
    let child = Child::ours(world).await?;
    let idle = child.memory()?;
    let request = http::get("/missions", &format!("Cookie: {}\r\n", world.cookie));
    load::measure(&child, &request, plan.connections, plan.span).await?;
    let after = child.memory()?;
    println!("  memory {:.1} MB idle, {:.1} MB after load", idle as f64 / 1e6, after as f64 / 1e6);
    Ok(())
}
