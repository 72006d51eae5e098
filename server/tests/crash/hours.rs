//! Hours that a peer records while the program is killed.

use std::{collections::BTreeMap, sync::atomic::AtomicUsize};

use passerelle_kernel::{Chance, Date, Minutes};
use passerelle_store::Tx;

use crate::{
    client::Client,
    round::{self, Sent},
    server::Server,
    world::World,
};

passerelle_store::sql! {
    STATEMENTS;
    ENTRIES = "SELECT worked_on, minutes FROM hours_entry";
    COUNTS = "SELECT (SELECT count(*) FROM hours_entry), (SELECT count(*) FROM event WHERE kind = 'hours-recorded'),
        (SELECT count(*) FROM once WHERE key LIKE 'crash-hours-%')";
}

/// Writes a round, and a day: the minutes tell them apart.
const WRITES: usize = 200;
const A_DAY: usize = 20;
/// How many forms that were answered are sent again after the restart.
const AGAIN: usize = 4;

fn work(world: &World, round: u64, number: usize) -> (Date, i64) {
    let days = 1 + i64::try_from(round).unwrap() * 10 + i64::try_from(number / A_DAY).unwrap();
    (world.today.saturating_sub(jiff::Span::new().days(days)), 1 + i64::try_from(number % A_DAY).unwrap())
}

/// 200 writes with a kill among them, a restart, forms sent again, the rest, and a kill after the last answer.
pub async fn round(world: &World, round: u64) -> String {
    let run = Chance::System.secret().reveal()[..8].to_owned();
    let write = |client: &mut Client, number: usize| {
        let (on, minutes) = work(world, round, number);
        let fields = [
            ("_once", format!("crash-hours-{run}-{round}-{number}")),
            ("mission", world.mission.clone()),
            ("day", "other".to_owned()),
            ("on-day", on.day().to_string()),
            ("on-month", on.month().to_string()),
            ("on-year", on.year().to_string()),
            ("minutes", minutes.to_string()),
            ("activity", "presence".to_owned()),
        ];
        client.post("/hours", &fields)
    };
    let all: Vec<usize> = (0..WRITES).collect();
    let sent = round::send_and_kill(world, round, &world.peer, &all, &write);
    let kept = compare(world, round, &sent).await;

    let server = Server::start(world);
    let again: Vec<usize> = sent.unknown.iter().chain(sent.acknowledged.iter().take(AGAIN)).copied().collect();
    let count = AtomicUsize::new(0);
    let repeated = round::send(&server, &world.peer, &again, &write, &count);
    let rest = round::send(&server, &world.peer, &sent.unsent, &write, &count);
    server.kill();
    assert_eq!((repeated.acknowledged.len(), rest.acknowledged.len()), (again.len(), sent.unsent.len()));
    compare(world, round, &Sent { acknowledged: all, ..Sent::default() }).await;
    format!(
        "killed after {} of {WRITES} answers; of {} without an answer {kept} were written; {} sent again: no double",
        sent.acknowledged.len(),
        sent.unknown.len(),
        again.len()
    )
}

/// Compares what the clients know with what is there; gives how many of the unknown were written.
async fn compare(world: &World, round: u64, sent: &Sent) -> usize {
    let mut tx = world.look().await;
    let entries = entries(&mut tx).await;
    let times = |number: &usize| entries.get(&work(world, round, *number)).copied().unwrap_or(0);
    for number in &sent.acknowledged {
        assert_eq!(times(number), 1, "round {round}: write {number} was acknowledged");
    }
    for number in &sent.unsent {
        assert_eq!(times(number), 0, "round {round}: write {number} was never sent");
    }
    assert!(sent.unknown.iter().all(|number| times(number) <= 1), "round {round}: written twice");
    let counts: [i64; 3] = tx.one(COUNTS, &[], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?])).await.unwrap();
    assert!(counts.iter().all(|count| *count == counts[0]), "entries, events, keys of forms: {counts:?}");
    sent.unknown.iter().filter(|number| times(number) == 1).count()
}

async fn entries(tx: &mut Tx) -> BTreeMap<(Date, i64), usize> {
    let mut entries = BTreeMap::new();
    for entry in tx.query(ENTRIES, &[], |row| Ok((row.get::<Date>(0)?, row.get::<Minutes>(1)?.0))).await.unwrap() {
        *entries.entry(entry).or_default() += 1;
    }
    entries
}
