//! The nouns of others that this capability names by their ids: people, organisations, teams.

pub use passerelle_access::{Account as Person, Organisation, Team};
