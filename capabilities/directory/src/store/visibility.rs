//! What people have opened, and the people whom an audience sees.

use passerelle_access::Role;
use passerelle_kernel::Date;
use passerelle_store::{Result, Row, Tx, params};

use super::{After, PAGE, phones, search::index_person};
use crate::{
    Country, OrganisationId, PersonFacts, PersonId, SpokenLanguages,
    visibility::{Audience, PersonFact, Seen, Visibility},
};

/// Whether the person `p` holds a role in the association that keeps their record, on the day `?3`.
macro_rules! holds_role {
    () => {
        "EXISTS (SELECT 1 FROM membership m WHERE m.account_id = p.id AND m.org_id = p.org_id AND m.from_on <= ?3
            AND (m.until_on IS NULL OR m.until_on >= ?3))"
    };
}

/// Whether two organisations are in a network together on a day, or the second is a network of the first.
macro_rules! are_networked {
    ($one:literal, $other:literal, $day:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM organisation_of_network n WHERE n.org_id = ",
            $one,
            " AND n.from_on <= ",
            $day,
            " AND (n.until_on IS NULL OR n.until_on >= ",
            $day,
            ")
            AND (n.network_id = ",
            $other,
            " OR EXISTS (SELECT 1 FROM organisation_of_network b
                WHERE b.network_id = n.network_id AND b.org_id = ",
            $other,
            " AND b.from_on <= ",
            $day,
            " AND (b.until_on IS NULL OR b.until_on >= ",
            $day,
            "))))"
        )
    };
}

pub(super) use are_networked;
pub(super) use holds_role;

passerelle_store::sql! {
    /// The statements about what people have opened.
    pub STATEMENTS;
    OPENED = "SELECT audience, fact FROM person_opened WHERE org_id = ?1 AND person_id = ?2";
    CLOSE = "DELETE FROM person_opened WHERE org_id = ?1 AND person_id = ?2";
    OPEN = "INSERT INTO person_opened (org_id, person_id, audience, fact) VALUES (?1, ?2, ?3, ?4)";
    ROLES = "SELECT role FROM membership WHERE account_id = ?1 AND org_id = ?2 AND from_on <= ?3
        AND (until_on IS NULL OR until_on >= ?3) ORDER BY from_on, id LIMIT 20";
    LIST = concat!("SELECT p.id, p.name_key, a.name, COALESCE(a.email, a.joining_email), p.phone, p.country, p.town,
        p.languages FROM person_opened s JOIN person p ON p.id = s.person_id AND p.org_id = s.org_id
        JOIN account a ON a.id = p.id
        WHERE s.org_id = ?1 AND s.audience = ?2 AND s.fact = 'name' AND a.closed_at IS NULL AND ", holds_role!(), "
        AND (p.name_key > ?4 OR (p.name_key = ?4 AND p.id > ?5)) ORDER BY p.name_key, p.id LIMIT ?6");
    OPENED_OF_PAGE = "SELECT s.person_id, s.fact FROM person_opened s
        JOIN person p ON p.id = s.person_id AND p.org_id = s.org_id
        WHERE s.org_id = ?1 AND s.audience = ?2 AND p.name_key >= ?3 AND p.name_key <= ?4";
    ROLES_OF_PAGE = "SELECT m.account_id, m.role FROM membership m JOIN person p ON p.id = m.account_id
        WHERE m.org_id = ?1 AND p.org_id = ?1 AND p.name_key >= ?2 AND p.name_key <= ?3 AND m.from_on <= ?4
        AND (m.until_on IS NULL OR m.until_on >= ?4) ORDER BY m.from_on, m.id";
    NETWORKED = concat!("SELECT CASE WHEN ", are_networked!("?1", "?2", "?3"), " THEN 1 ELSE 0 END");
}

/// What a person has opened of the record that an association keeps.
pub(crate) async fn opened(tx: &mut Tx, keeper: OrganisationId, person: PersonId) -> Result<Visibility> {
    let opened = tx
        .query(OPENED, params![keeper, person], |row| {
            Ok((row.code(0, Audience::parse)?, row.code(1, PersonFact::parse)?))
        })
        .await?;
    Ok(Visibility::of(opened))
}

/// Writes what a person has opened of that record, instead of what they had opened before.
pub(crate) async fn set(tx: &mut Tx, keeper: OrganisationId, person: PersonId, chosen: &Visibility) -> Result<()> {
    tx.execute(CLOSE, params![keeper, person]).await?;
    for (audience, fact) in chosen.opened() {
        tx.execute(OPEN, params![keeper, person, audience.as_str(), fact.as_str()]).await?;
    }
    index_person(tx, person).await
}

/// The roles that a person holds in the association on this day.
pub(crate) async fn roles(tx: &mut Tx, person: PersonId, keeper: OrganisationId, on: Date) -> Result<Vec<Role>> {
    tx.query(ROLES, params![person, keeper, on], |row| row.code(0, Role::parse)).await
}

/// Whether two organisations are in a network together, or one is the network of the other.
pub(crate) async fn networked(tx: &mut Tx, one: OrganisationId, other: OrganisationId, on: Date) -> Result<bool> {
    tx.one(NETWORKED, params![one, other, on], |row| row.get(0)).await
}

/// Somebody of a list, as its reader sees them.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub id: PersonId,
    pub key: String,
    pub seen: Seen,
}

fn read(row: &Row<'_>) -> Result<(PersonId, String, PersonFacts, phones::Bytes)> {
    let facts = PersonFacts {
        name: row.get(2)?,
        email: row.get(3)?,
        country: row.code(5, Country::parse)?,
        town: row.get(6)?,
        languages: row.code(7, |codes| SpokenLanguages::parse(codes).ok())?,
        ..PersonFacts::default()
    };
    Ok((row.get(0)?, row.get(1)?, facts, row.get(4)?))
}

/// A page of the people of an association who show themselves to this audience, by name, and one more if there are
/// others. Four statements, whatever their number.
pub(crate) async fn list(
    tx: &mut Tx,
    keeper: OrganisationId,
    audience: Audience,
    on: Date,
    after: &After,
) -> Result<Vec<Listed>> {
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let code = audience.as_str();
    let people = tx.query(LIST, params![keeper, code, on, &after.key, &after.id, limit], read).await?;
    let (Some(first), Some(last)) = (people.first(), people.last()) else { return Ok(Vec::new()) };
    let (first, last) = (first.1.clone(), last.1.clone());
    let opened = tx
        .query(OPENED_OF_PAGE, params![keeper, code, &first, &last], |row| {
            Ok((row.get::<PersonId>(0)?, row.code(1, PersonFact::parse)?))
        })
        .await?;
    let roles = tx
        .query(ROLES_OF_PAGE, params![keeper, &first, &last, on], |row| {
            Ok((row.get::<PersonId>(0)?, row.code(1, Role::parse)?))
        })
        .await?;
    let of = |id: PersonId| {
        let own = opened.iter().filter(|(person, _)| *person == id);
        Visibility::of(own.map(|(_, fact)| (audience, *fact)))
    };
    let shown = |(id, _, _, bytes): &(PersonId, String, PersonFacts, phones::Bytes)| {
        (keeper, *id, bytes.clone().filter(|_| of(*id).shows(audience, PersonFact::Phone)))
    };
    let phones = phones::open_all(tx, people.iter().map(shown).collect()).await?;
    let listed = people.into_iter().zip(phones).filter_map(|((id, key, facts, _), phone)| {
        let (visibility, facts) = (of(id), PersonFacts { phone, ..facts });
        let roles: Vec<Role> = roles.iter().filter(|(person, _)| *person == id).map(|(_, role)| *role).collect();
        Some(Listed { id, key, seen: Seen::by(audience, &visibility, &facts, &roles)? })
    });
    Ok(listed.collect())
}
