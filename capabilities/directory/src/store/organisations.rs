//! Organisations: written, changed, found, listed by name.

use passerelle_kernel::{Id, comparable};
use passerelle_store::{Param, Result, Row, Tx, params};

use super::{
    After, PAGE, inside, point,
    search::{index_organisation, unindex_organisation},
};
use crate::{
    Bic, Country, ElectronicAddress, Email, EnterpriseNumber, FinessNumber, Iban, LegalIds, Name, Organisation,
    OrganisationId, OrganisationKind, Phone, Siren, Siret, VatNumber, Website,
};

/// An organisation as a list shows it.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub id: OrganisationId,
    pub key: String,
    pub kind: OrganisationKind,
    pub name: String,
    pub town: Option<String>,
    pub post_code: Option<String>,
}

/// The columns after `id`, in the order of [`values`] and [`read`].
macro_rules! columns {
    () => {
        "kind, name, short_name, country, town, post_code, address, finess_site, finess_entity, siren, siret, \
         enterprise, vat, website, email, phone, lat, lon, language, iban, bic, electronic_address, takes_requests_at"
    };
}

passerelle_store::sql! {
    /// The statements about organisations.
    pub STATEMENTS;
    INSERT = concat!("INSERT INTO organisation (id, ", columns!(), ", name_key, search_key, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
        ?23, ?24, ?25, ?26, 1)");
    UPDATE = "UPDATE organisation SET kind = ?2, name = ?3, short_name = ?4, country = ?5, town = ?6, post_code = ?7,
        address = ?8, finess_site = ?9, finess_entity = ?10, siren = ?11, siret = ?12, enterprise = ?13, vat = ?14,
        website = ?15, email = ?16, phone = ?17, lat = ?18, lon = ?19, language = ?20, iban = ?21, bic = ?22,
        electronic_address = ?23, takes_requests_at = ?24, name_key = ?25, search_key = ?26, version = version + 1
        WHERE id = ?1 AND version = ?27";
    FIND = concat!("SELECT id, ", columns!(), ", version FROM organisation WHERE id = ?1 AND merged_into IS NULL");
    AFTER = concat!("SELECT id, ", columns!(), ", version FROM organisation
        WHERE id > ?1 AND merged_into IS NULL ORDER BY id LIMIT ?2");
    OPEN = "SELECT id, name, town FROM organisation WHERE takes_requests_at IS NOT NULL ORDER BY name_key LIMIT 500";
    LIST = "SELECT id, name_key, kind, name, town, post_code FROM organisation
        WHERE (name_key > ?1 OR (name_key = ?1 AND id > ?2)) AND merged_into IS NULL ORDER BY name_key, id LIMIT ?3";
    SEARCH = "SELECT id, name_key, kind, name, town, post_code FROM organisation
        WHERE (name_key > ?1 OR (name_key = ?1 AND id > ?2)) AND merged_into IS NULL
        AND search_key LIKE ?4 AND search_key LIKE ?5 AND search_key LIKE ?6
        ORDER BY name_key, id LIMIT ?3";
    STEP_BACK = "UPDATE organisation SET merged_into = ?2 WHERE id = ?1 AND merged_into IS NULL";
    COME_BACK = "UPDATE organisation SET merged_into = NULL WHERE id = ?1 AND merged_into = ?2";
    SUCCESSOR = "SELECT k.id, k.name FROM organisation g JOIN organisation k ON k.id = g.merged_into WHERE g.id = ?1";
    WHOLE = concat!("SELECT id, ", columns!(), ", version FROM organisation
        WHERE merged_into IS NULL AND search_key LIKE ?1 AND search_key LIKE ?2 AND search_key LIKE ?3 ORDER BY name_key, id LIMIT ?4");
}

fn text(value: Option<&str>) -> Param {
    value.into()
}

/// The words by which an organisation is found.
pub(super) fn findable(o: &Organisation) -> String {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let parts = [
        o.name.to_string(),
        text(o.short_name.as_ref().map(Name::as_str)),
        text(o.town.as_deref()),
        text(o.post_code.as_deref()),
        text(o.ids.finess_site.as_ref().map(FinessNumber::as_str)),
        text(o.ids.siret.as_ref().map(Siret::as_str)),
    ];
    comparable(&parts.join(" "))
}

fn values(o: &Organisation) -> Vec<Param> {
    let (name_key, search_key) = (comparable(o.name.as_str()), findable(o));
    vec![
        o.id.into(),
        o.kind.as_str().into(),
        o.name.as_str().into(),
        text(o.short_name.as_ref().map(Name::as_str)),
        o.country.as_str().into(),
        text(o.town.as_deref()),
        text(o.post_code.as_deref()),
        (&o.address).into(),
        text(o.ids.finess_site.as_ref().map(FinessNumber::as_str)),
        text(o.ids.finess_entity.as_ref().map(FinessNumber::as_str)),
        text(o.ids.siren.as_ref().map(Siren::as_str)),
        text(o.ids.siret.as_ref().map(Siret::as_str)),
        text(o.ids.enterprise.as_ref().map(EnterpriseNumber::as_str)),
        text(o.ids.vat.as_ref().map(VatNumber::as_str)),
        text(o.website.as_ref().map(Website::as_str)),
        text(o.email.as_ref().map(Email::as_str)),
        text(o.phone.as_ref().map(Phone::as_str)),
        o.point.map(crate::Point::lat).into(),
        o.point.map(crate::Point::lon).into(),
        o.language.into(),
        text(o.iban.as_ref().map(Iban::as_str)),
        text(o.bic.as_ref().map(Bic::as_str)),
        text(o.electronic_address.as_ref().map(ElectronicAddress::as_str)),
        o.takes_requests_at.into(),
        name_key.into(),
        search_key.into(),
    ]
}

fn read(row: &Row<'_>) -> Result<Organisation> {
    Ok(Organisation {
        id: row.get(0)?,
        kind: row.code(1, OrganisationKind::parse)?,
        name: row.code(2, |text| Name::new(text).ok())?,
        short_name: row.code_opt(3, |text| Name::new(text).ok())?,
        country: row.code(4, Country::parse)?,
        town: row.get(5)?,
        post_code: row.get(6)?,
        address: row.get(7)?,
        ids: LegalIds {
            finess_site: row.code_opt(8, |text| FinessNumber::parse(text).ok())?,
            finess_entity: row.code_opt(9, |text| FinessNumber::parse(text).ok())?,
            siren: row.code_opt(10, |text| Siren::parse(text).ok())?,
            siret: row.code_opt(11, |text| Siret::parse(text).ok())?,
            enterprise: row.code_opt(12, |text| EnterpriseNumber::parse(text).ok())?,
            vat: row.code_opt(13, |text| VatNumber::parse(text).ok())?,
        },
        website: row.code_opt(14, |text| Website::parse(text).ok())?,
        email: row.code_opt(15, |text| Email::parse(text).ok())?,
        phone: row.code_opt(16, |text| Phone::parse(text).ok())?,
        point: point(row, 17)?,
        language: row.get(19)?,
        iban: row.code_opt(20, |text| Iban::parse(text).ok())?,
        bic: row.code_opt(21, |text| Bic::parse(text).ok())?,
        electronic_address: row.code_opt(22, |text| ElectronicAddress::parse(text).ok())?,
        takes_requests_at: row.get(23)?,
        version: row.get(24)?,
    })
}

/// Writes a new organisation.
pub(crate) async fn insert(tx: &mut Tx, organisation: &Organisation) -> Result<()> {
    tx.execute(INSERT, &values(organisation)).await?;
    index_organisation(tx, organisation).await
}

/// Changes an organisation; false when somebody changed it since `version`.
pub(crate) async fn update(tx: &mut Tx, organisation: &Organisation, version: i64) -> Result<bool> {
    let mut values = values(organisation);
    values.push(version.into());
    let is_changed = tx.execute(UPDATE, &values).await? == 1;
    if is_changed {
        index_organisation(tx, organisation).await?;
    }
    Ok(is_changed)
}

/// The next organisations after this id.
pub(super) async fn after(tx: &mut Tx, id: &str, most: i64) -> Result<Vec<Organisation>> {
    tx.query(AFTER, params![id, most], read).await
}

/// The organisation with this id; nothing when another record has taken its place.
///
/// # Errors
/// The engine's error.
pub async fn find_organisation(tx: &mut Tx, id: OrganisationId) -> Result<Option<Organisation>> {
    tx.find(FIND, params![id], read).await
}

/// The associations that take requests from the public page, by name: id, name, town.
///
/// # Errors
/// The engine's error.
pub async fn associations_open_to_requests(tx: &mut Tx) -> Result<Vec<(OrganisationId, String, Option<String>)>> {
    tx.query(OPEN, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).await
}

/// A page of organisations by name, and one row more if there are others; the first three words narrow it.
pub(crate) async fn list(tx: &mut Tx, words: &str, after: &After) -> Result<Vec<Listed>> {
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let read = |row: &Row<'_>| {
        let kind = row.code(2, OrganisationKind::parse)?;
        let (id, key, name) = (row.get::<Id<_>>(0)?, row.get(1)?, row.get(3)?);
        Ok(Listed { id, key, kind, name, town: row.get(4)?, post_code: row.get(5)? })
    };
    let Some([first, second, third]) = patterns(words) else {
        return tx.query(LIST, params![&after.key, &after.id, limit], read).await;
    };
    tx.query(SEARCH, params![&after.key, &after.id, limit, first, second, third], read).await
}

/// The patterns of the first three words; nothing without a word.
fn patterns(words: &str) -> Option<[String; 3]> {
    let folded = comparable(words);
    let mut words = folded.split(' ').filter(|word| !word.is_empty()).map(inside);
    let first = words.next()?;
    let mut next = || words.next().unwrap_or_else(|| "%".to_owned());
    Some([first, next(), next()])
}

/// The same organisations as a list shows, with everything that is known of each; `most` at the most.
pub(crate) async fn whole(tx: &mut Tx, words: &str, most: usize) -> Result<Vec<Organisation>> {
    let [first, second, third] = patterns(words).unwrap_or_else(|| [(); 3].map(|()| "%".to_owned()));
    tx.query(WHOLE, params![first, second, third, i64::try_from(most).unwrap_or(i64::MAX)], read).await
}

/// One record steps back behind the other: nobody finds it by its words any more.
pub(crate) async fn step_back(tx: &mut Tx, gone: OrganisationId, kept: OrganisationId) -> Result<()> {
    tx.execute(STEP_BACK, params![gone, kept]).await?;
    unindex_organisation(tx, gone).await
}

/// A record is there again that had stepped back behind the other; false when it had not.
pub(crate) async fn come_back(tx: &mut Tx, gone: OrganisationId, kept: OrganisationId) -> Result<bool> {
    Ok(tx.execute(COME_BACK, params![gone, kept]).await? == 1)
}

/// The record that stands in the place of this one, with its name.
pub(crate) async fn successor(tx: &mut Tx, id: OrganisationId) -> Result<Option<(OrganisationId, String)>> {
    tx.find(SUCCESSOR, params![id], |row| Ok((row.get(0)?, row.get(1)?))).await
}
