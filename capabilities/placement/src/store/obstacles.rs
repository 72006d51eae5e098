//! What is still open between a peer and an association: while it is, the peer's data cannot be erased.

use passerelle_web::Obstacle;

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    OPEN_MISSIONS = "SELECT count(*) FROM mission WHERE peer_id = ?1 AND state IN ('agreed', 'running')";
    OPEN_HOURS = "SELECT count(*) FROM hours_entry WHERE peer_id = ?1 AND state <> 'approved'";
}

/// Missions that run or are agreed, and hours that nobody has approved.
pub(crate) const OBSTACLES: &[&Obstacle] = &[
    &Obstacle { key: "placement-obstacle-missions", count: OPEN_MISSIONS },
    &Obstacle { key: "placement-obstacle-hours", count: OPEN_HOURS },
];
