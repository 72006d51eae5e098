//! Invoices that a treasurer issues while the program is killed, one for each day with an approved hour.

use std::collections::BTreeMap;

use passerelle_kernel::{Chance, Date};
use passerelle_store::Tx;

use crate::{
    client::Client,
    round::{Sent, Writing},
    world::{APPROVED_DAYS, World},
};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    NUMBERS = "SELECT number FROM invoice ORDER BY number";
    LAST = "SELECT last_n FROM invoice_series";
    INVOICED = "SELECT h.worked_on FROM hours_entry h JOIN invoice v ON v.id = h.invoice_id
        JOIN event e ON e.subject_id = v.id AND e.kind = 'invoice-issued'";
    COUNTS = "SELECT (SELECT count(*) FROM invoice), (SELECT count(*) FROM event WHERE kind = 'invoice-issued'),
        (SELECT count(*) FROM hours_entry WHERE invoice_id IS NOT NULL),
        (SELECT count(*) FROM once WHERE key LIKE 'crash-invoices-%')";
}

pub const ROUNDS: usize = 5;

pub struct Invoices<'a> {
    world: &'a World,
    round: usize,
    run: String,
}

impl<'a> Invoices<'a> {
    pub fn new(world: &'a World, round: usize) -> Self {
        Self { world, round, run: Chance::System.secret().reveal()[..8].to_owned() }
    }

    fn day(&self, number: usize) -> Date {
        self.world.ago(1 + self.round * self.writes() + number)
    }

    /// Numbers from 1 on without a gap, and the series knows the last; gives how many there are.
    async fn numbers(tx: &mut Tx) -> usize {
        let numbers: Vec<String> = tx.query(NUMBERS, &[], |row| row.get(0)).await.unwrap();
        for (index, number) in numbers.iter().enumerate() {
            let n = number.rsplit('-').next().and_then(|n| n.parse().ok());
            assert_eq!(n, Some(index + 1), "a gap in the numbers: {numbers:?}");
        }
        let last: Option<i64> = tx.find(LAST, &[], |row| row.get(0)).await.unwrap();
        assert_eq!(usize::try_from(last.unwrap_or(0)).unwrap(), numbers.len(), "the series and the invoices differ");
        numbers.len()
    }
}

impl Writing for Invoices<'_> {
    fn writes(&self) -> usize {
        APPROVED_DAYS / ROUNDS
    }

    fn cookie(&self) -> &str {
        &self.world.treasurer
    }

    fn write(&self, client: &mut Client, number: usize) -> std::io::Result<u16> {
        let day = self.day(number).to_string();
        let fields = [
            ("_once", format!("crash-invoices-{}-{number}", self.run)),
            ("agreement", self.world.agreement.clone()),
            ("first", day.clone()),
            ("last", day),
            ("sum", "4000".to_owned()),
        ];
        client.post("/invoices", &fields)
    }

    async fn compare(&self, sent: &Sent) -> usize {
        let mut tx = self.world.look().await;
        let count = i64::try_from(Self::numbers(&mut tx).await).unwrap();
        let read = |row: &passerelle_store::Row<'_>| Ok([row.get::<i64>(0)?, row.get(1)?, row.get(2)?, row.get(3)?]);
        let counts = tx.one(COUNTS, &[], read).await.unwrap();
        assert!(counts.iter().all(|c| *c == count), "invoices, events, hours on them, keys of forms: {counts:?}");
        let mut invoiced: BTreeMap<Date, usize> = BTreeMap::new();
        for day in tx.query(INVOICED, &[], |row| row.get(0)).await.unwrap() {
            *invoiced.entry(day).or_default() += 1;
        }
        sent.compare(|number| invoiced.get(&self.day(number)).copied().unwrap_or(0))
    }
}
