//! The trail of events: is everything in it as it was written, from the first event to the last?

use passerelle_kernel::Timestamp;
use passerelle_store::{
    Db, Error,
    held::{Retention, Term},
    trail::{Head, Whole, verify},
};

use super::Finding;

const ABOUT: &str = "trail";
/// Longer than this no event waits while the program serves.
const STUCK_MINUTES: i64 = 15;

/// `retention` says which events may be gone by now: looks go first, so that is their time.
pub(super) async fn examine(db: &Db, retention: &Retention, noted: Option<Head>) -> Finding {
    match look(db, retention, noted).await {
        Ok(finding) => finding,
        Err(error) => Finding::wrong(ABOUT, error.to_string(), "the tables come first"),
    }
}

async fn look(db: &Db, retention: &Retention, noted: Option<Head>) -> Result<Finding, Error> {
    let gone_before = retention.span(Term::Trail, None).before_instant(db.clock().now());
    let verified = verify(&mut db.begin_read().await?, Some(gone_before), noted).await?;
    Ok(match verified {
        Ok(whole) => told(&whole, db.clock().now()),
        Err(broken) => Finding::wrong(
            ABOUT,
            broken.to_string(),
            "somebody wrote past the program: keep this database as it is, find out who could, compare with a backup",
        ),
    })
}

fn told(whole: &Whole, now: Timestamp) -> Finding {
    let Whole { head, gone, waiting, waiting_since, out_of_time } = whole;
    let gone = if *gone > 0 { format!(", {gone} of them had their time") } else { String::new() };
    let found = format!("{} events linked{gone}, {waiting} wait; to note elsewhere: {head}", head.number);
    if let Some(number) = out_of_time {
        let found = format!("{found}. The event of link {number} was linked long after it is said to have happened");
        return Finding::look(ABOUT, found, "was a clock wrong, or was an event written in afterwards?");
    }
    if waiting_since.is_some_and(|since| (now - since).get_seconds() / 60 >= STUCK_MINUTES) {
        return Finding::look(ABOUT, found, "`passerelle serve` links events: does it run?");
    }
    Finding::fine(ABOUT, found)
}
