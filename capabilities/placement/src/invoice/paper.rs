//! What the paper of an invoice says beside its sums: both parties, names and texts, as of the day of issue.
//!
//! It is sealed with the invoice: a name that changes later, or other words in a later version of the program, do not
//! change what was sent.

use std::collections::BTreeMap;

use passerelle_kernel::{Id, Language};
use serde::{Deserialize, Serialize};

use crate::{mission::Mission, outside::Person};

/// The names that lines and annex show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// The missions.
    pub missions: BTreeMap<Id<Mission>, MissionNames>,
    /// The peers.
    pub peers: BTreeMap<Id<Person>, String>,
}

/// The names of a mission.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissionNames {
    /// Its title.
    pub title: String,
    /// The team that welcomes.
    pub team: String,
}

impl Names {
    /// The title of a mission.
    pub fn title(&self, mission: Id<Mission>) -> &str {
        self.missions.get(&mission).map_or("", |names| &names.title)
    }

    /// The team of a mission.
    pub fn team(&self, mission: Id<Mission>) -> &str {
        self.missions.get(&mission).map_or("", |names| &names.team)
    }

    /// The name of a peer.
    pub fn peer(&self, person: Id<Person>) -> &str {
        self.peers.get(&person).map_or("", String::as_str)
    }
}

/// The paper of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// The language in which it is written.
    pub language: Language,
    /// The invoice as machines read it, with both parties and all legal texts.
    pub electronic: passerelle_einvoice::Invoice,
    /// The names that lines and annex show.
    pub names: Names,
}
