//! Jobs that come back at their times (cron patterns in the time zone of the settings), once for all nodes.

use std::{collections::BTreeMap, str::FromStr as _};

use croner::Cron;
use passerelle_kernel::{TimeZone, Timestamp};
use passerelle_store::{Db, Result, schedule};

use crate::{App, Capability};

/// A job that comes back. The operator may choose other times.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    /// Its times as a cron pattern: minute, hour, day of the month, month, day of the week.
    pub at: &'static str,
    /// The kind of the job; its payload is empty.
    pub job: &'static str,
}

/// Every job that comes back, with the times that the operator chose.
pub(crate) struct Timetable(Vec<(&'static str, String, Cron)>);

impl Timetable {
    /// The schedules of the capabilities; `chosen` gives other times for some jobs.
    ///
    /// # Errors
    /// Says which job is unknown or which pattern cannot be read.
    pub(crate) fn new(
        capabilities: &[Capability],
        chosen: &BTreeMap<String, String>,
    ) -> std::result::Result<Self, String> {
        let schedules: Vec<&Schedule> = capabilities.iter().flat_map(|c| c.schedules).collect();
        if let Some(unknown) = chosen.keys().find(|job| schedules.iter().all(|schedule| schedule.job != job.as_str())) {
            let known: Vec<&str> = schedules.iter().map(|schedule| schedule.job).collect();
            return Err(format!("schedules: there is no {unknown}; there are {}", known.join(", ")));
        }
        let read = |schedule: &&Schedule| {
            let at = chosen.get(schedule.job).map_or(schedule.at, String::as_str);
            match Cron::from_str(at) {
                Ok(cron) => Ok((schedule.job, at.to_owned(), cron)),
                Err(error) => Err(format!("schedules: {}: {at:?} cannot be read: {error}", schedule.job)),
            }
        };
        Ok(Self(schedules.iter().map(read).collect::<std::result::Result<_, _>>()?))
    }

    /// No job comes back.
    pub(crate) const fn empty() -> Self {
        Self(Vec::new())
    }
}

/// Enqueues every job whose time has come; gives how many. A time that passed while nobody was running counts once.
///
/// # Errors
/// The engine's error.
pub async fn enqueue_due(app: &App) -> Result<usize> {
    let planned = schedule::all(&mut app.db().begin_read().await?).await?;
    let now = app.db().clock().now();
    let mut enqueued = 0;
    for (job, at, cron) in &app.timetable().0 {
        let Some(next) = next(cron, now, &app.settings().zone) else { continue };
        match planned.iter().find(|planned| planned.job == *job) {
            Some(planned) if planned.at == *at && planned.next_at > now => {}
            Some(planned) if planned.at == *at => enqueued += usize::from(enqueue(app.db(), job, planned, next).await?),
            _ => plan(app.db(), job, at, next).await?,
        }
    }
    Ok(enqueued)
}

async fn plan(db: &Db, job: &str, at: &str, next: Timestamp) -> Result<()> {
    let mut tx = db.begin_brief().await?;
    schedule::plan(&mut tx, job, at, next).await?;
    tx.commit().await
}

async fn enqueue(db: &Db, job: &'static str, planned: &schedule::Planned, next: Timestamp) -> Result<bool> {
    let mut tx = db.begin_brief().await?;
    if !schedule::move_on(&mut tx, planned, next).await? {
        return Ok(false);
    }
    tx.enqueue(job, &()).await?;
    tx.commit().await?;
    Ok(true)
}

/// The first time after `now`; nothing for a pattern that never comes again.
fn next(cron: &Cron, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    Some(cron.find_next_occurrence(&now.to_zoned(zone.clone()), false).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(pattern: &str, now: &str) -> String {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        next(&Cron::from_str(pattern).unwrap(), now.parse().unwrap(), &zone).unwrap().to_string()
    }

    #[test]
    fn the_night_is_the_night_of_the_place_in_winter_and_in_summer() {
        assert_eq!(after("17 3 * * *", "2026-01-10T12:00:00Z"), "2026-01-11T02:17:00Z");
        assert_eq!(after("17 3 * * *", "2026-07-10T12:00:00Z"), "2026-07-11T01:17:00Z");
        assert_eq!(after("17 3 * * *", "2026-07-11T01:17:00Z"), "2026-07-12T01:17:00Z", "not twice");
    }

    #[test]
    fn a_night_in_which_the_hour_is_missing_or_comes_twice_has_one_run() {
        // 29 March 2026: 2:30 does not exist. 25 October 2026: 2:30 comes twice.
        assert_eq!(after("30 2 * * *", "2026-03-28T12:00:00Z"), "2026-03-29T01:00:00Z", "made up for at 3:00");
        let first = after("30 2 * * *", "2026-10-24T12:00:00Z");
        assert_eq!(first, "2026-10-25T00:30:00Z");
        assert_eq!(after("30 2 * * *", &first), "2026-10-26T01:30:00Z");
    }

    #[test]
    fn what_the_operator_writes_is_checked() {
        let capability =
            || Capability { schedules: &[Schedule { at: "17 3 * * *", job: "sweep" }], ..Capability::named("house") };
        let chosen = |job: &str, at: &str| [(job.to_owned(), at.to_owned())].into_iter().collect::<BTreeMap<_, _>>();
        let read = |chosen| Timetable::new(&[capability()], &chosen).map(|timetable| timetable.0[0].1.clone());
        assert_eq!(read(BTreeMap::new()).unwrap(), "17 3 * * *");
        assert_eq!(read(chosen("sweep", "5 4 * * 1")).unwrap(), "5 4 * * 1");
        assert!(read(chosen("swep", "5 4 * * 1")).unwrap_err().contains("swep"));
        assert!(read(chosen("sweep", "at night")).unwrap_err().contains("at night"));
    }
}
