//! Rest: what the directive on working time asks for everybody (2003/88/EC, articles 3 and 5), and late evenings before
//! early mornings.

use passerelle_kernel::{Minutes, Time};

use super::{Facts, Gap, Picture};
use crate::period::{Days, later};

/// Rest between two days of work (directive 2003/88/EC, article 3).
pub const DAILY_REST: Minutes = Minutes::hours(11);
/// Rest in one piece in every seven days: 24 hours and the daily rest (article 5).
pub const WEEKLY_REST: Minutes = Minutes::hours(24 + 11);
/// The most days in a row without that rest (article 5: one rest in seven days).
pub const MOST_DAYS: i64 = 6;
/// An evening is late from here on. Our choice.
pub const LATE: Time = Time::constant(20, 0, 0, 0);
/// A morning is early until here. Our choice.
pub const EARLY: Time = Time::constant(8, 0, 0, 0);

/// More days in a row than this are told as this many: longer changes nothing about what is to be done.
const COUNTED: i64 = 14;

/// The pairs of times, one after the other, of which the second begins on another and coming day.
fn nights(picture: &Picture) -> Vec<Gap> {
    let times = picture.times(picture.days().with_the_eve());
    let pairs = times.windows(2).map(|pair| Gap { before: pair[0], after: pair[1] });
    let is_night = |gap: &Gap| gap.before.begins.date() < gap.after.begins.date();
    pairs.filter(|gap| is_night(gap) && picture.today <= gap.after.begins.date()).collect()
}

fn some(gaps: Vec<Gap>, facts: fn(Vec<Gap>) -> Facts) -> Option<Facts> {
    (!gaps.is_empty()).then(|| facts(gaps))
}

/// Nights with less rest than the directive asks for.
pub(super) fn short(picture: &Picture) -> Option<Facts> {
    let gaps = nights(picture).into_iter().filter(|gap| gap.minutes() < DAILY_REST).collect();
    some(gaps, Facts::ShortRest)
}

/// Late evenings before early mornings, with enough rest between them (else they are told as too little).
pub(super) fn late_then_early(picture: &Picture) -> Option<Facts> {
    let is_late = |gap: &Gap| {
        let (begins, ends) = (gap.before.begins, gap.before.ends());
        ends.date() > begins.date() || ends.time() >= LATE
    };
    let follows = |gap: &Gap| gap.after.begins.date() == later(gap.before.begins.date(), 1);
    let is_early = |gap: &Gap| gap.after.begins.time() < EARLY;
    let gaps = nights(picture).into_iter();
    let gaps = gaps.filter(|gap| gap.minutes() >= DAILY_REST && follows(gap) && is_late(gap) && is_early(gap));
    some(gaps.collect(), Facts::LateThenEarly)
}

/// The longest stretch of days, one after the other, without a rest of 35 hours: each next time begins on the same day,
/// the day after, or before so much rest is over.
pub(super) fn weekly(picture: &Picture) -> Option<Facts> {
    let ahead = picture.days();
    let times = picture.times(Days::new(later(ahead.first(), -7), ahead.last()).unwrap_or(ahead));
    let goes_on =
        |gap: Gap| gap.minutes() < WEEKLY_REST || gap.after.begins.date() <= later(gap.before.begins.date(), 1);
    let mut longest: Option<Days> = None;
    for stretch in times.chunk_by(|before, after| goes_on(Gap { before: *before, after: *after })) {
        let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { continue };
        let days = Days::new(first.begins.date(), last.begins.date()).ok();
        let is_longer = |days: &Days| longest.is_none_or(|longest| count(longest) < count(*days));
        longest = days.filter(|days| days.last() >= picture.today).filter(is_longer).or(longest);
    }
    longest.filter(|days| count(*days) > MOST_DAYS).map(Facts::WeeklyRest)
}

/// How many days, as far as they are counted.
pub(super) fn count(days: Days) -> i64 {
    i64::from((days.last() - days.first()).get_days() + 1).min(COUNTED)
}
