//! Too little: free and without a mission, or soon to be.

use super::{Facts, Picture};
use crate::period::{Days, later};

/// Weeks without a mission after which it is time to talk. Our choice: a month and a half.
pub const IDLE_AFTER: i32 = 6;
/// Weeks before the last day of a mission in which something after it should be in sight. Our choice.
pub const ENDS_WITHIN: i32 = 6;

/// Free for a mission of this association, and none for weeks; not for somebody who wants none now.
pub(super) fn idle(picture: &Picture) -> Option<Facts> {
    let seat = picture.seats.first()?;
    if !picture.work.is_empty() || !wants_work(picture) {
        return None;
    }
    let since = seat.last.map_or(seat.since, |last| seat.since.max(later(last, 1)));
    let since = picture.wishes.from.map_or(since, |from| since.max(from));
    (later(since, IDLE_AFTER * 7) <= picture.today).then_some(Facts::Idle(since))
}

/// The missions that end soon, when none goes on longer.
pub(super) fn ending(picture: &Picture) -> Option<Facts> {
    if !wants_work(picture) {
        return None;
    }
    let soon = Days::new(picture.today, later(picture.today, ENDS_WITHIN * 7)).ok()?;
    let last = picture.work.iter().map(|work| work.period.until).collect::<Option<Vec<_>>>()?.into_iter().max()?;
    let ends = picture.work.iter().filter(|work| work.period.until == Some(last) && soon.contains(last));
    let missions: Vec<_> = ends.map(|work| (work.mission, last)).collect();
    let is_wanted_after = picture.wishes.until.is_none_or(|until| until > last);
    (!missions.is_empty() && is_wanted_after).then_some(Facts::Ending(missions))
}

fn wants_work(picture: &Picture) -> bool {
    !picture.wishes.paused && picture.wishes.until.is_none_or(|until| picture.today <= until)
}
