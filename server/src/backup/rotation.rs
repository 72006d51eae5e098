//! Which backups are kept: the last of each of the last days, weeks and months that have one.

use std::collections::BTreeSet;

use passerelle_kernel::{Date, TimeZone, Timestamp};

/// How many of each are kept; all three at 0 keep everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keep {
    /// Days that keep their last backup.
    pub daily: u32,
    /// Weeks (from Monday) that keep their last backup.
    pub weekly: u32,
    /// Months that keep their last backup.
    pub monthly: u32,
}

/// Those that may go, of backups made at these moments. The newest always stays.
pub fn superfluous(made: &[Timestamp], keep: Keep) -> Vec<Timestamp> {
    if keep == (Keep { daily: 0, weekly: 0, monthly: 0 }) {
        return Vec::new();
    }
    let mut newest_first = made.to_vec();
    newest_first.sort_unstable_by(|a, b| b.cmp(a));
    let mut kept: BTreeSet<Timestamp> = newest_first.iter().take(1).copied().collect();
    kept.extend(last_of_each(&newest_first, keep.daily, |day| (day.year(), day.month(), day.day())));
    kept.extend(last_of_each(&newest_first, keep.weekly, |day| {
        let week = day.iso_week_date();
        (week.year(), week.week(), 0)
    }));
    kept.extend(last_of_each(&newest_first, keep.monthly, |day| (day.year(), day.month(), 0)));
    newest_first.retain(|at| !kept.contains(at));
    newest_first
}

fn last_of_each(newest_first: &[Timestamp], count: u32, span: impl Fn(Date) -> (i16, i8, i8)) -> Vec<Timestamp> {
    let mut seen = BTreeSet::new();
    let firsts = newest_first.iter().filter(|at| seen.insert(span(at.to_zoned(TimeZone::UTC).date())));
    firsts.take(count as usize).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEEP: Keep = Keep { daily: 7, weekly: 5, monthly: 12 };

    /// Two backups a day for `days` days up to 22 November 2026.
    fn made(days: i64) -> Vec<Timestamp> {
        let last: Timestamp = "2026-11-22T22:00:00Z".parse().unwrap();
        let at = |half_day: i64| Timestamp::from_second(last.as_second() - half_day * 43_200).unwrap();
        (0..days * 2).map(at).collect()
    }

    #[test]
    fn days_weeks_and_months_keep_their_last_one() {
        let made = made(800);
        let gone: BTreeSet<_> = superfluous(&made, KEEP).into_iter().collect();
        let kept: Vec<String> = made
            .iter()
            .filter(|at| !gone.contains(at))
            .map(|at| at.to_zoned(TimeZone::UTC).date().to_string())
            .collect();
        let days = ["2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17", "2026-11-16"];
        assert_eq!(kept[..7], days);
        let weeks = ["2026-11-15", "2026-11-08", "2026-11-01"];
        assert_eq!([&kept[7], &kept[8], &kept[9]], weeks);
        assert_eq!(kept.last().unwrap(), "2025-12-31");
        assert!(kept.len() <= 7 + 5 + 12, "{kept:?}");
    }

    #[test]
    fn the_newest_stays_and_nothing_goes_unless_asked() {
        let only = made(1);
        assert!(superfluous(&only[..1], KEEP).is_empty());
        assert!(superfluous(&made(30), Keep { daily: 0, weekly: 0, monthly: 0 }).is_empty());
        let one = superfluous(&made(3), Keep { daily: 1, weekly: 0, monthly: 0 });
        assert_eq!(one.len(), 5);
    }

    #[test]
    fn running_it_again_removes_nothing_more() {
        let all = made(400);
        let gone: BTreeSet<_> = superfluous(&all, KEEP).into_iter().collect();
        let left: Vec<_> = all.into_iter().filter(|at| !gone.contains(at)).collect();
        assert!(superfluous(&left, KEEP).is_empty());
    }
}
