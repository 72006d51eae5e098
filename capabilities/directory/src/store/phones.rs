//! People's own telephone numbers: sealed with the key of the person, opened for whoever they are shown to.
//!
//! They stand in no index. Whoever looks for a number has those compared that its reader may see, in memory.

use passerelle_kernel::Date;
use passerelle_store::{Param, Result, Row, Tx, params, seal::Opened, search::Search};

use super::visibility::{are_networked, holds_role};
use crate::{OrganisationId, PersonId, visibility::Audience};

/// How many numbers are compared at the most.
const COMPARED: i64 = 5000;

/// A sealed number as it lies in the row.
pub(super) type Bytes = Option<Vec<u8>>;

passerelle_store::sealed! {
    /// The sealed columns of this capability.
    pub(crate) SEALED;
    PHONE = person.phone, row "org_id || '/' || id", owner Person "id", was "phone_clear",
        "A person: their telephone number, in the record of each association that knows them",
        "Reaches a person, at home perhaps";
}

/// The people who show their number to the audience `?1`, with the number; `?2` are the most.
macro_rules! numbered {
    ($condition:expr) => {
        concat!(
            "SELECT p.org_id, p.id, a.name, p.name_key, o.name, COALESCE(a.email, a.joining_email), p.phone
            FROM person_opened s JOIN person p ON p.id = s.person_id AND p.org_id = s.org_id
            JOIN account a ON a.id = p.id JOIN organisation o ON o.id = p.org_id
            WHERE s.audience = ?1 AND s.fact = 'phone' AND p.phone IS NOT NULL AND a.closed_at IS NULL AND ",
            $condition,
            " ORDER BY p.name_key, p.id LIMIT ?2"
        )
    };
}

/// Whether the person shows their name to the same audience.
macro_rules! shows_name {
    () => {
        "EXISTS (SELECT 1 FROM person_opened n WHERE n.org_id = s.org_id AND n.person_id = s.person_id
            AND n.audience = s.audience AND n.fact = 'name')"
    };
}

passerelle_store::sql! {
    /// The statements about telephone numbers.
    pub STATEMENTS;
    FIND = "SELECT phone FROM person WHERE org_id = ?1 AND id = ?2";
    PUT = "UPDATE person SET phone = ?3 WHERE org_id = ?1 AND id = ?2";
    KEPT = numbered!("s.org_id = ?3");
    COLLEAGUES = numbered!(concat!("s.org_id = ?4 AND ", shows_name!(), " AND ", holds_role!()));
    IN_NETWORK = numbered!(concat!("s.org_id <> ?4 AND ", shows_name!(), " AND ", holds_role!(), " AND ",
        are_networked!("p.org_id", "?4", "?3")));
}

/// Somebody whose number is the one that is looked for.
#[derive(Clone, Debug)]
pub(super) struct Numbered {
    pub org: OrganisationId,
    pub id: PersonId,
    pub name: String,
    pub key: String,
    pub org_name: String,
    pub email: Option<String>,
}

/// What a number is sealed for: the record that an association keeps of the person.
fn record(keeper: OrganisationId, person: PersonId) -> String {
    format!("{keeper}/{person}")
}

/// The number as it is kept in this record.
pub(super) async fn seal(tx: &mut Tx, keeper: OrganisationId, id: PersonId, phone: Option<&str>) -> Result<Param> {
    tx.seal_opt(PHONE, id, record(keeper, id), phone).await
}

/// The number of this record.
pub(super) async fn open(tx: &mut Tx, keeper: OrganisationId, id: PersonId, sealed: Bytes) -> Result<Option<String>> {
    tx.open_opt(PHONE, id, record(keeper, id), sealed.as_deref()).await
}

/// The numbers of a list, in its order, by one statement; one that does not open is left out.
pub(super) async fn open_all(
    tx: &mut Tx,
    sealed: Vec<(OrganisationId, PersonId, Bytes)>,
) -> Result<Vec<Option<String>>> {
    let closed: Vec<_> =
        sealed.into_iter().map(|(keeper, id, bytes)| (id.to_string(), record(keeper, id), bytes)).collect();
    let text = |opened| match opened {
        Opened::Text(text) => Some(text).filter(|text| !text.is_empty()),
        Opened::Erased(_) | Opened::Unreadable => None,
    };
    Ok(tx.open_all(PHONE, &closed).await?.into_iter().map(text).collect())
}

/// The record of an association has followed from one account to another: its number is sealed with the key of that one.
pub(crate) async fn follow(tx: &mut Tx, keeper: OrganisationId, from: PersonId, to: PersonId) -> Result<()> {
    let sealed = tx.find(FIND, params![keeper, to], |row| row.get::<Bytes>(0)).await?.flatten();
    let Some(bytes) = sealed else { return Ok(()) };
    if let Opened::Text(phone) = tx.open_as_it_is(PHONE, from, record(keeper, from), Some(&bytes)).await? {
        let sealed = seal(tx, keeper, to, Some(&phone)).await?;
        tx.execute(PUT, params![keeper, to, sealed]).await?;
    }
    Ok(())
}

/// Those of the people whose record `org` keeps who show the number that is looked for to its coordination.
pub(super) async fn kept(tx: &mut Tx, search: &Search, org: OrganisationId) -> Result<Vec<Numbered>> {
    compared(tx, search, KEPT, params![Audience::Coordinators.as_str(), COMPARED, org]).await
}

/// Those who show it to their colleagues in `org`.
pub(super) async fn colleagues(tx: &mut Tx, search: &Search, org: OrganisationId, on: Date) -> Result<Vec<Numbered>> {
    compared(tx, search, COLLEAGUES, params![Audience::Colleagues.as_str(), COMPARED, on, org]).await
}

/// Those who show it to the networks of `org`, without those of `org`.
pub(super) async fn in_network(tx: &mut Tx, search: &Search, org: OrganisationId, on: Date) -> Result<Vec<Numbered>> {
    compared(tx, search, IN_NETWORK, params![Audience::Network.as_str(), COMPARED, on, org]).await
}

async fn compared(
    tx: &mut Tx,
    search: &Search,
    statement: &'static passerelle_store::Sql,
    values: &[Param],
) -> Result<Vec<Numbered>> {
    let Some(wanted) = search.number() else { return Ok(Vec::new()) };
    let found = tx.query(statement, values, read).await?;
    let sealed = found.iter().map(|(one, bytes)| (one.org, one.id, bytes.clone())).collect();
    let phones = open_all(tx, sealed).await?;
    let is_it = |phone: &Option<String>| {
        let figures = phone.iter().flat_map(|phone| phone.chars()).filter(char::is_ascii_digit);
        figures.collect::<String>().starts_with(wanted)
    };
    Ok(found.into_iter().zip(phones).filter(|(_, phone)| is_it(phone)).map(|((one, _), _)| one).collect())
}

fn read(row: &Row<'_>) -> Result<(Numbered, Bytes)> {
    let (org, id, name) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let one = Numbered { org, id, name, key: row.get(3)?, org_name: row.get(4)?, email: row.get(5)? };
    Ok((one, row.get(6)?))
}
