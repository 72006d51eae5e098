//! Journeys: between two places on one day, and from home. Estimates, by what the peer has told of how they travel.

use passerelle_kernel::{Id, Minutes};

use super::{Facts, Gap, Picture};
use crate::{
    matching::{Place, kilometres, travel_minutes},
    mission::Mission,
};

/// Two teams this near to each other are in one place, in kilometres.
const NEAR: f64 = 0.5;

/// Times of one day with less between them than the way takes.
pub(super) fn tight(picture: &Picture) -> Option<Facts> {
    let (mode, _) = picture.wishes.travel?;
    let place = |mission: Id<Mission>| picture.work.iter().find(|work| work.mission == mission)?.place;
    let way = |gap: &Gap| -> Option<Minutes> {
        let far = kilometres(place(gap.before.mission)?, place(gap.after.mission)?);
        (far > NEAR).then(|| travel_minutes(far, mode))
    };
    let times = picture.times(picture.days());
    let pairs = times.windows(2).map(|pair| Gap { before: pair[0], after: pair[1] });
    let of_one_day = pairs.filter(|gap| gap.before.begins.date() == gap.after.begins.date());
    let gaps: Vec<_> =
        of_one_day.filter_map(|gap| Some((gap, way(&gap)?))).filter(|(gap, way)| gap.minutes() < *way).collect();
    (!gaps.is_empty()).then_some(Facts::TightJourney(gaps))
}

/// Missions whose way from home is longer than the peer has said.
pub(super) fn long(picture: &Picture) -> Option<Facts> {
    let ((mode, most), (_, home)) = (picture.wishes.travel?, picture.home?);
    let way = |place: Place| travel_minutes(kilometres(home, place), mode);
    let missions = picture.work.iter().filter_map(|work| Some((work.mission, way(work.place?))));
    let missions: Vec<_> = missions.filter(|(_, way)| *way > most).collect();
    (!missions.is_empty()).then_some(Facts::LongJourney { most, missions })
}
