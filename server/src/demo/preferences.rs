//! What some peers have told of how they want to work, and where two of them do not want to.

use anyhow::Result;
use passerelle_kernel::Minutes;
use passerelle_placement::{
    actions::missions::{AvoidedPlace, Terms, set_not_there, set_terms},
    matching::Mode,
};

use super::world::{During as _, World};

/// Peer, most hours a week, how they travel and for how many minutes, and whether they want no proposals for now.
type Wish = (&'static str, i64, Option<(Mode, i64)>, bool);

const TOLD: &[Wish] = &[
    ("noor", 18, None, false),
    ("mathis", 14, Some((Mode::Bicycle, 45)), false),
    ("aicha", 10, None, false),
    ("camille", 12, Some((Mode::Car, 90)), false),
    ("sylvie", 8, Some((Mode::Car, 60)), false),
    ("leila", 10, None, false),
    ("pavlo", 12, None, true),
    ("moussa", 7, None, false),
    ("gaspard", 9, Some((Mode::Bicycle, 30)), false),
    ("amadou", 12, Some((Mode::Foot, 60)), false),
    ("lotte", 14, Some((Mode::Transit, 60)), false),
    ("tiago", 16, Some((Mode::Transit, 60)), false),
    ("hocine", 10, Some((Mode::Car, 75)), false),
];

/// Everybody tells what they want to tell.
pub(super) async fn tell(world: &World) -> Result<()> {
    for (peer, hours, travel, paused) in TOLD {
        let terms = Terms {
            ceiling: Some(Minutes::hours(*hours)),
            travel: travel.map(|(mode, minutes)| (mode, Minutes(minutes))),
            paused: *paused,
            ..Terms::default()
        };
        set_terms(&world.ctx(peer)?, &terms).await.during(peer)?;
    }
    let institution = AvoidedPlace::Institution(world.organisation("cpa")?);
    set_not_there(&world.ctx("camille")?, institution, true).await.during("camille")?;
    let team = AvoidedPlace::Team(world.team("urgences")?);
    set_not_there(&world.ctx("noor")?, team, true).await.during("noor")
}
