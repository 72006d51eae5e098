//! Kills the serving program with SIGKILL at random moments while people write, again and again, and compares.
//!
//! What was acknowledged (303) is there once, after the restart too; no record is without its event or without the key
//! of its form; a form that is sent again adds nothing; what was never sent is not there. Run with `--nocapture` to
//! read the figures.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]
#![allow(missing_docs, reason = "tests are read as sentences")]

mod client;
mod hours;
mod round;
mod server;
mod world;

const ROUNDS: u64 = 6;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_and_nothing_is_half_made() {
    let world = world::World::build().await;
    for round in 0..ROUNDS {
        let told = hours::round(&world, round).await;
        println!("hours, round {round}: {told}");
    }
}
