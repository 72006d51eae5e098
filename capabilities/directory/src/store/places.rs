//! The organisations that the map of the network shows.

use passerelle_store::{Result, Tx, params};

use super::point;
use crate::{Country, OrganisationId, OrganisationKind, Point};

passerelle_store::sql! {
    /// The statements about the map.
    pub STATEMENTS;
    ALL = "SELECT id, kind, name, country, town, lat, lon, name_key FROM organisation WHERE kind <> 'institution'
        AND merged_into IS NULL UNION SELECT o.id, o.kind, o.name, o.country, o.town, o.lat, o.lon, o.name_key FROM team t
        JOIN organisation o ON o.id = t.org_id WHERE o.kind = 'institution' AND o.merged_into IS NULL ORDER BY 8, 1 LIMIT 800";
    PUBLISHED = "SELECT o.id, o.kind, o.name, o.country, o.town, o.lat, o.lon FROM organisation o WHERE o.id IN (
        SELECT org_id FROM description WHERE readers = 'public' AND text <> ''
        UNION SELECT org_id FROM contact WHERE readers = 'public' AND team_id IS NULL)
        AND o.kind IN ('association', 'federation') ORDER BY o.name_key, o.id LIMIT 800";
}

/// An organisation on the map.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placed {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    pub country: Country,
    pub town: Option<String>,
    pub point: Option<Point>,
}

/// Those with whom the network works (`all`), or only those that have published something, by name.
pub(crate) async fn placed(tx: &mut Tx, all: bool) -> Result<Vec<Placed>> {
    tx.query(if all { ALL } else { PUBLISHED }, params![], |row| {
        Ok(Placed {
            id: row.get(0)?,
            kind: row.code(1, OrganisationKind::parse)?,
            name: row.get(2)?,
            country: row.code(3, Country::parse)?,
            town: row.get(4)?,
            point: point(row, 5)?,
        })
    })
    .await
}
