//! What an action of people costs with its event: the referent of a mission is named, page by page the same work, on a
//! database that keeps events and on one that drops each as it comes.

use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::{
    child::Child,
    http::{self, Connection},
    load::median,
    world::World,
};

/// How many missions get a referent.
const ACTIONS: u64 = 400;
/// Events are dropped by the database itself: the program does the same in both.
const DROP_EVENTS: &str = "CREATE TRIGGER no_event BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END;
    CREATE TRIGGER no_waiting BEFORE INSERT ON event_waiting BEGIN SELECT RAISE(IGNORE); END";

pub(crate) async fn print(missions: u64) -> Result<()> {
    // Another number is another file.
    let (kept, dropped) = (World::new(missions + 20).await?, World::new(missions + 40).await?);
    rusqlite::Connection::open(&dropped.database)?.execute_batch(DROP_EVENTS)?;
    let (mut told, mut bare) = (Person::at(&kept).await?, Person::at(&dropped).await?);
    let (mut with, mut without) = (Vec::new(), Vec::new());
    // One after the other, so that whatever else the machine does meets both.
    for n in 0..ACTIONS {
        with.push(told.name_referent(&kept, n).await?);
        without.push(bare.name_referent(&dropped, n).await?);
    }
    let quickest = |figures: &[f64]| {
        let mut sorted = figures.to_vec();
        sorted.sort_by(f64::total_cmp);
        sorted[sorted.len() / 10]
    };
    let quick = (quickest(&with), quickest(&without));
    let (with, without) = (median(with), median(without));
    println!(
        "  an action on a page (the referent of a mission is named): {with:.0} µs with its event, {without:.0} µs where the \
         database drops it: {:.2} × (the quickest tenth {:.2} ×)",
        with / without,
        quick.0 / quick.1
    );
    Ok(())
}

/// The coordinator, at the server of one world.
struct Person {
    // Ends with the person.
    _server: Child,
    connection: Connection,
}

impl Person {
    async fn at(world: &World) -> Result<Self> {
        let server = Child::ours(world).await?;
        let connection = Connection::open(server.address).await?;
        Ok(Self { _server: server, connection })
    }

    /// Names the referent of the `n`th running mission; gives the microseconds until the answer.
    async fn name_referent(&mut self, world: &World, n: u64) -> Result<f64> {
        let path = format!("/missions/{}/referent", world.mission(2 + 20 * n));
        let body =
            format!("_once=action-{n:012}&version=1&name=Dominique+Petit&role=&email=petit%40example.org&phone=");
        let request = http::post(&path, &world.cookie, &body);
        let asked = Instant::now();
        let status = self.connection.ask(request.as_bytes()).await.context("the server")?;
        if status != 303 {
            bail!("{path} answered {status}");
        }
        Ok(asked.elapsed().as_secs_f64() * 1e6)
    }
}
