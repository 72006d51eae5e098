//! Kills the serving program with SIGKILL at random moments while people write, again and again, and compares.
//!
//! What was acknowledged (303) is there once, after the restart too; no record is without its event or without the key
//! of its form; a form that is sent again adds nothing; what was never sent is not there; invoice numbers have no gap.
//! Run with `--nocapture` to read the figures.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]
#![allow(missing_docs, reason = "tests are read as sentences")]

mod client;
mod hours;
mod invoices;
mod round;
mod server;
mod world;

const ROUNDS: usize = 6;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_and_nothing_is_half_made() {
    let world = world::World::build().await;
    for number in 0..ROUNDS {
        let told = round::round(&world, number as u64, &hours::Hours::new(&world, number)).await;
        println!("hours, round {number}: {told}");
    }
    for number in 0..invoices::ROUNDS {
        let told = round::round(&world, 100 + number as u64, &invoices::Invoices::new(&world, number)).await;
        println!("invoices, round {number}: {told}");
    }
}
