//! All SQL of this capability: functions on `&mut Tx`, one file per noun.

pub(crate) mod contacts;
pub(crate) mod declared;
pub(crate) mod descriptions;
pub(crate) mod entries;
pub(crate) mod finess;
pub(crate) mod imports;
pub(crate) mod list_imports;
pub(crate) mod lists;
pub(crate) mod mergers;
pub(crate) mod networks;
pub(crate) mod organisations;
pub(crate) mod people;
pub(crate) mod phones;
pub(crate) mod places;
mod references;
pub(crate) mod search;
pub(crate) mod teams;
pub(crate) mod visibility;

use passerelle_store::{Row, Sql};

use crate::Point;
pub(crate) use list_imports::SEALED;
pub(crate) use references::REFERENCES;

/// Every statement of this capability.
pub(crate) static STATEMENTS: [&[&Sql]; 16] = [
    organisations::STATEMENTS,
    networks::STATEMENTS,
    teams::STATEMENTS,
    people::STATEMENTS,
    phones::STATEMENTS,
    finess::STATEMENTS,
    imports::STATEMENTS,
    list_imports::STATEMENTS,
    lists::STATEMENTS,
    visibility::STATEMENTS,
    descriptions::STATEMENTS,
    contacts::STATEMENTS,
    entries::STATEMENTS,
    places::STATEMENTS,
    search::STATEMENTS,
    mergers::STATEMENTS,
];

/// How many rows a list shows at once.
pub(crate) const PAGE: usize = 50;

/// Where a list goes on: after the row with this key and id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct After {
    pub key: String,
    pub id: String,
}

/// A place from two columns, if both are known.
fn point(row: &Row<'_>, lat: usize) -> passerelle_store::Result<Option<Point>> {
    let (lat, lon): (Option<f64>, Option<f64>) = (row.get(lat)?, row.get(lat + 1)?);
    Ok(lat.zip(lon).and_then(|(lat, lon)| Point::new(lat, lon)))
}

/// The pattern with which a folded text is looked for inside a key; folded text holds no wildcards.
fn inside(words: &str) -> String {
    format!("%{words}%")
}
