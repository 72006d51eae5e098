//! What the registry said of each site the last time, to be compared with what it says now.

use passerelle_store::{Param, Result, Tx, params};

use super::point;
use crate::{FinessNumber, Name, OrganisationId, Phone, Siret, finess::Facts};

passerelle_store::sql! {
    /// The statements about sites of the registry.
    pub STATEMENTS;
    SAVE = "INSERT INTO finess_site (number, organisation_id, legal_entity, name, short_name, complement, address,
        post_code, town, department, commune, phone, category, category_label, siret, opened_on, updated_on, lat, lon)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
        ON CONFLICT (number) DO UPDATE SET legal_entity = excluded.legal_entity, name = excluded.name,
        short_name = excluded.short_name, complement = excluded.complement, address = excluded.address,
        post_code = excluded.post_code, town = excluded.town, department = excluded.department,
        commune = excluded.commune, phone = excluded.phone, category = excluded.category,
        category_label = excluded.category_label, siret = excluded.siret, opened_on = excluded.opened_on,
        updated_on = excluded.updated_on, lat = excluded.lat, lon = excluded.lon";
    ALL = "SELECT number, organisation_id, legal_entity, name, short_name, complement, address, post_code, town,
        department, commune, phone, category, category_label, siret, opened_on, updated_on, lat, lon FROM finess_site
        WHERE number > ?1 ORDER BY number LIMIT 5000";
}

/// Writes what the registry says of a site.
pub(crate) async fn save(tx: &mut Tx, organisation: OrganisationId, facts: &Facts) -> Result<()> {
    let text = |value: &Option<String>| Param::from(value.as_deref());
    let f = facts;
    let values = params![
        f.number.as_str(),
        organisation,
        f.legal_entity.as_ref().map(FinessNumber::as_str),
        f.name.as_str(),
        f.short_name.as_ref().map(Name::as_str),
        text(&f.complement),
        &f.address,
        text(&f.post_code),
        text(&f.town),
        text(&f.department),
        text(&f.commune),
        f.phone.as_ref().map(Phone::as_str),
        text(&f.category),
        text(&f.category_label),
        f.siret.as_ref().map(Siret::as_str),
        f.opened_on,
        f.updated_on,
        f.point.map(crate::Point::lat),
        f.point.map(crate::Point::lon),
    ];
    tx.execute(SAVE, values).await.map(drop)
}

/// The sites with numbers after `after`, by number, at most 5,000.
pub(crate) async fn known(tx: &mut Tx, after: &str) -> Result<Vec<(OrganisationId, Facts)>> {
    tx.query(ALL, params![after], |row| {
        let finess = |text: &str| FinessNumber::parse(text).ok();
        let facts = Facts {
            number: row.code(0, finess)?,
            legal_entity: row.code_opt(2, finess)?,
            name: row.code(3, |text| Name::new(text).ok())?,
            short_name: row.code_opt(4, |text| Name::new(text).ok())?,
            complement: row.get(5)?,
            address: row.get(6)?,
            post_code: row.get(7)?,
            town: row.get(8)?,
            department: row.get(9)?,
            commune: row.get(10)?,
            phone: row.code_opt(11, |text| Phone::parse(text).ok())?,
            category: row.get(12)?,
            category_label: row.get(13)?,
            siret: row.code_opt(14, |text| Siret::parse(text).ok())?,
            opened_on: row.get(15)?,
            updated_on: row.get(16)?,
            point: point(row, 17)?,
        };
        Ok((row.get(1)?, facts))
    })
    .await
}
