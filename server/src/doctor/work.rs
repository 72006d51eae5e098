//! What the program does by itself: jobs that wait or were set aside, backups that are made.

use passerelle_kernel::Clock;
use passerelle_store::{Db, job};

use super::Finding;
use crate::{backup::Place, config::Config};

/// Longer than this nothing waits while the program serves.
const STUCK_MINUTES: i64 = 15;
/// A backup a day, and some hours for a machine that sleeps.
const FRESH_HOURS: i64 = 30;

pub(super) async fn jobs(db: &Db) -> Vec<Finding> {
    match job::backlog(db).await {
        Err(_) => Vec::new(),
        Ok(backlog) => vec![waiting(db, &backlog), set_aside(&backlog)],
    }
}

fn waiting(db: &Db, backlog: &job::Backlog) -> Finding {
    let minutes = |at: passerelle_kernel::Timestamp| (db.clock().now() - at).get_seconds() / 60;
    let mut due: Vec<_> = backlog.waiting.iter().filter_map(|kind| Some((kind, minutes(kind.due_since?)))).collect();
    due.retain(|(_, minutes)| *minutes >= STUCK_MINUTES);
    let count: i64 = backlog.waiting.iter().map(|kind| kind.count).sum();
    if due.is_empty() {
        return Finding::fine("jobs", format!("{count} wait, none for long"));
    }
    let told: Vec<_> = due.iter().map(|(kind, minutes)| format!("{} for {minutes} minutes", kind.kind)).collect();
    Finding::wrong(
        "jobs",
        format!("late: {}", told.join(", ")),
        "`passerelle serve` does them: does it run, can it write, does the mail server answer?",
    )
}

fn set_aside(backlog: &job::Backlog) -> Finding {
    let told: Vec<_> = backlog.set_aside.iter().map(|kind| format!("{} {}", kind.count, kind.kind)).collect();
    if told.is_empty() {
        return Finding::fine("set aside", "no job was given up");
    }
    Finding::wrong(
        "set aside",
        format!("given up after {} tries: {}", job::ATTEMPTS, told.join(", ")),
        "the log says why; what was to be sent by mail did not arrive",
    )
}

pub(super) async fn backups(config: &Config, clock: &Clock) -> Finding {
    const ABOUT: &str = "backup";
    if config.backup_place.is_empty() {
        return Finding::look(
            ABOUT,
            "no place is configured",
            "set backup_place and backup_recipient, run `passerelle backup` daily",
        );
    }
    let listed = match Place::find(&config.backup_place) {
        Ok(place) => place.list().await,
        Err(error) => Err(error),
    };
    let newest = match listed {
        Err(error) => {
            return Finding::wrong(ABOUT, format!("{error:#}"), "look at backup_place: may this user read it?");
        }
        Ok(kept) => kept.into_iter().next(),
    };
    match newest.map(|kept| (clock.now() - kept.made_at).get_seconds() / 3600) {
        None => Finding::wrong(ABOUT, "there is none yet", "run `passerelle backup`; a timer should do it daily"),
        Some(hours) if hours > FRESH_HOURS => Finding::wrong(
            ABOUT,
            format!("the last one is {hours} hours old"),
            "look at the timer that should make one a day",
        ),
        Some(hours) => Finding::fine(ABOUT, format!("the last one is {hours} hours old")),
    }
}
