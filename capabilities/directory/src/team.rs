//! Teams: the ward, service or mobile team of an institution in which a peer works.

use crate::{OrganisationId, Point, TeamId};

/// A team with what is needed to show it and to plan a travel to it.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamFacts {
    /// Its id.
    pub id: TeamId,
    /// Whose team it is.
    pub org: OrganisationId,
    /// Its name, as people say it.
    pub name: String,
    /// The name of its organisation.
    pub org_name: String,
    /// Its town, else its organisation's.
    pub town: Option<String>,
    /// Latitude in degrees of where it works: its own town, else its organisation's place.
    pub lat: Option<f64>,
    /// Longitude in degrees.
    pub lon: Option<f64>,
    /// Counts the changes, so that two people do not overwrite each other.
    pub version: i64,
}

impl TeamFacts {
    /// Where the team works, when it is known.
    pub fn point(&self) -> Option<Point> {
        Point::new(self.lat?, self.lon?)
    }
}
