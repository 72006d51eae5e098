//! Whole lists, for files: everything that an association keeps of its people, every team.

use passerelle_access::Role;
use passerelle_kernel::Date;
use passerelle_store::{Result, Row, Tx, params};

use super::{people::has_come_in, phones, point};
use crate::{
    Country, OrganisationId, PersonFacts, PersonId, SpokenLanguages,
    visibility::{Audience, PersonFact, Visibility},
};

passerelle_store::sql! {
    /// The statements about whole lists.
    pub STATEMENTS;
    PEOPLE = concat!("SELECT a.name, COALESCE(a.email, a.joining_email), a.language, p.phone, p.country, p.town, p.lat,
        p.lon, p.languages, p.id, ", has_come_in!(), ", p.version FROM person p JOIN account a ON a.id = p.id
        WHERE p.org_id = ?1 AND a.closed_at IS NULL ORDER BY p.name_key, p.id LIMIT ?2");
    OPENED = "SELECT person_id, fact FROM person_opened WHERE org_id = ?1 AND audience = ?2";
    MEMBERSHIPS = "SELECT m.account_id, m.role, m.from_on, m.until_on, m.place_name, a.name, COALESCE(a.email, a.joining_email),
         o.name, coalesce(o.finess_site, o.siret), t.name
        FROM person p JOIN account a ON a.id = p.id JOIN membership m ON m.account_id = p.id
        LEFT JOIN organisation o ON o.id = m.org_id LEFT JOIN team t ON t.id = m.team_id
        WHERE p.org_id = ?1 AND m.by_org_id = ?1 AND m.aside_at IS NULL AND a.closed_at IS NULL
        ORDER BY p.name_key, p.id, m.from_on, m.id LIMIT ?2";
    TEAMS = "SELECT t.name, t.town, o.name, coalesce(o.finess_site, o.siret)
        FROM team t JOIN organisation o ON o.id = t.org_id WHERE t.merged_into IS NULL
        ORDER BY o.name_key, t.name_key, t.id LIMIT ?1";
}

/// A person with what their association keeps, and what of it they show to its coordination.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub id: PersonId,
    /// Counts the changes of the record.
    pub version: i64,
    pub facts: PersonFacts,
    pub has_come_in: bool,
    pub visibility: Visibility,
}

/// A role with the names that people read.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub person: PersonId,
    pub role: Role,
    pub from_on: Date,
    pub until_on: Option<Date>,
    /// The name of the place as the person reads it on their pages.
    pub place: String,
    pub name: String,
    pub email: Option<String>,
    pub org_name: String,
    /// The FINESS number or SIRET of the organisation.
    pub number: Option<String>,
    pub team_name: Option<String>,
}

impl Held {
    /// Whether it is held on this day.
    pub(crate) fn is_held_on(&self, day: Date) -> bool {
        self.from_on <= day && self.until_on.is_none_or(|until| until >= day)
    }
}

/// A team with its own town, if it has one, and its organisation.
#[derive(Clone, Debug)]
pub(crate) struct TeamOf {
    pub name: String,
    pub town: Option<String>,
    pub org_name: String,
    /// The FINESS number or SIRET of the organisation.
    pub number: Option<String>,
}

fn limit(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// The people whose record an association keeps, by name, `most` at the most, with the numbers that are shown. Three
/// statements.
pub(crate) async fn people(tx: &mut Tx, org: OrganisationId, most: usize) -> Result<Vec<Kept>> {
    let read = |row: &Row<'_>| Ok((row.get::<PersonId>(0)?, row.code(1, PersonFact::parse)?));
    let audience = Audience::Coordinators;
    let mut opened = tx.query(OPENED, params![org, audience.as_str()], read).await?;
    opened.sort_unstable();
    let of = |person: PersonId| {
        let first = opened.partition_point(|(other, _)| *other < person);
        let own = opened.iter().skip(first).take_while(|(other, _)| *other == person);
        Visibility::of(own.map(|(_, fact)| (audience, *fact)))
    };
    let read = |row: &Row<'_>| {
        let id = row.get(9)?;
        let kept = Kept {
            id,
            has_come_in: row.get(10)?,
            version: row.get(11)?,
            visibility: of(id),
            facts: PersonFacts {
                name: row.get(0)?,
                email: row.get(1)?,
                language: row.get(2)?,
                phone: None,
                country: row.code(4, Country::parse)?,
                town: row.get(5)?,
                point: point(row, 6)?,
                languages: row.code(8, |codes| SpokenLanguages::parse(codes).ok())?,
            },
        };
        Ok((kept, row.get(3)?))
    };
    let people: Vec<(Kept, phones::Bytes)> = tx.query(PEOPLE, params![org, limit(most)], read).await?;
    let shown = |(kept, bytes): &(Kept, phones::Bytes)| {
        (org, kept.id, bytes.clone().filter(|_| kept.visibility.shows(audience, PersonFact::Phone)))
    };
    let numbers = phones::open_all(tx, people.iter().map(shown).collect()).await?;
    let with_number = |((mut kept, _), phone): ((Kept, _), _)| {
        kept.facts.phone = phone;
        kept
    };
    Ok(people.into_iter().zip(numbers).map(with_number).collect())
}

/// The roles that the association has given these people, here and in institutions, by name and first day, `most` at the most.
/// What they are to other associations is not ours to know.
pub(crate) async fn memberships(tx: &mut Tx, org: OrganisationId, most: usize) -> Result<Vec<Held>> {
    tx.query(MEMBERSHIPS, params![org, limit(most)], |row| {
        Ok(Held {
            person: row.get(0)?,
            role: row.code(1, Role::parse)?,
            from_on: row.get(2)?,
            until_on: row.get(3)?,
            place: row.get(4)?,
            name: row.get(5)?,
            email: row.get(6)?,
            org_name: row.get::<Option<_>>(7)?.unwrap_or_default(),
            number: row.get(8)?,
            team_name: row.get(9)?,
        })
    })
    .await
}

/// Every team by organisation and name, `most` at the most.
pub(crate) async fn teams(tx: &mut Tx, most: usize) -> Result<Vec<TeamOf>> {
    tx.query(TEAMS, params![limit(most)], |row| {
        Ok(TeamOf { name: row.get(0)?, town: row.get(1)?, org_name: row.get(2)?, number: row.get(3)? })
    })
    .await
}
