//! Hours that a peer records while the program is killed.

use std::collections::BTreeMap;

use passerelle_kernel::{Chance, Date, Minutes};

use crate::{
    client::Client,
    round::{Sent, Writing},
    world::World,
};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    ENTRIES = "SELECT worked_on, minutes FROM hours_entry WHERE state = 'recorded'";
    COUNTS = "SELECT (SELECT count(*) FROM hours_entry WHERE state = 'recorded'),
        (SELECT count(*) FROM event WHERE kind = 'hours-recorded'),
        (SELECT count(*) FROM once WHERE key LIKE 'crash-hours-%')";
}

/// Writes a day: the minutes tell them apart.
const A_DAY: usize = 20;

pub struct Hours<'a> {
    world: &'a World,
    round: usize,
    /// So that keys of forms are not those of another round.
    run: String,
}

impl<'a> Hours<'a> {
    pub fn new(world: &'a World, round: usize) -> Self {
        Self { world, round, run: Chance::System.secret().reveal()[..8].to_owned() }
    }

    fn work(&self, number: usize) -> (Date, i64) {
        let days = 1 + self.round * self.writes().div_ceil(A_DAY) + number / A_DAY;
        (self.world.ago(days), 1 + i64::try_from(number % A_DAY).unwrap())
    }
}

impl Writing for Hours<'_> {
    fn writes(&self) -> usize {
        200
    }

    fn cookie(&self) -> &str {
        &self.world.peer
    }

    fn write(&self, client: &mut Client, number: usize) -> std::io::Result<u16> {
        let (on, minutes) = self.work(number);
        let fields = [
            ("_once", format!("crash-hours-{}-{number}", self.run)),
            ("mission", self.world.mission.clone()),
            ("day", "other".to_owned()),
            ("on-day", on.day().to_string()),
            ("on-month", on.month().to_string()),
            ("on-year", on.year().to_string()),
            ("minutes", minutes.to_string()),
            ("activity", "presence".to_owned()),
        ];
        client.post("/hours", &fields)
    }

    async fn compare(&self, sent: &Sent) -> usize {
        let mut tx = self.world.look().await;
        let read = tx.query(ENTRIES, &[], |row| Ok((row.get::<Date>(0)?, row.get::<Minutes>(1)?.0)));
        let mut entries: BTreeMap<(Date, i64), usize> = BTreeMap::new();
        for entry in read.await.unwrap() {
            *entries.entry(entry).or_default() += 1;
        }
        let counts = tx.one(COUNTS, &[], |row| Ok([row.get::<i64>(0)?, row.get(1)?, row.get(2)?])).await.unwrap();
        assert!(counts.iter().all(|count| *count == counts[0]), "entries, events, keys of forms: {counts:?}");
        sent.compare(|number| entries.get(&self.work(number)).copied().unwrap_or(0))
    }
}
