//! What the papers that people sign are about: the texts by which their versions are linked.

use passerelle_kernel::Id;

use crate::{agreement::Agreement, mission::Mission};

/// The papers of a framework agreement.
pub(crate) fn of_agreement(id: Id<Agreement>) -> String {
    format!("agreement:{id}")
}

/// The assignment agreement of a mission, and the addendum of its peer.
pub(crate) fn of_mission(id: Id<Mission>) -> [String; 2] {
    [format!("mission:{id}"), format!("addendum:{id}")]
}
