//! The people whose record an association keeps, for programs of those who read them on the pages.
//!
//! What a person has not opened to the coordination is not in an answer: the same rule ([`Seen`]) as on the pages.

use axum::extract::{Path, Query};
use passerelle_access::Membership;
use passerelle_kernel::Date;
use passerelle_web::{
    Ctx, Needs, PageError, Routes,
    api::{ApiResult, List, Operation, cursor, place, plain, shown},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::PEOPLE_READ;
use crate::{
    OrganisationId, PersonFacts, PersonId, TeamId, access,
    actions::{keeper, load_person},
    store::{self, After, PAGE, people},
    visibility::{Audience, Seen, Visibility},
};

pub(super) fn routes() -> Routes {
    let needs = Needs::Right(access::PEOPLE_READ);
    let all = Operation::get("/api/v1/people", needs, "The people whose record the association keeps, by name");
    let one = Operation::get("/api/v1/people/{person}", needs, "A person, as they show themselves to the coordination");
    Routes::default()
        .api(all.with(PEOPLE_READ).lists::<PersonLine>(), list)
        .api(one.with(PEOPLE_READ).answers::<PersonRecord>(), show)
}

#[derive(Deserialize)]
struct Asked {
    after: Option<String>,
}

/// A person in a list.
#[derive(Serialize, ToSchema)]
struct PersonLine {
    #[schema(value_type = Uuid)]
    id: PersonId,
    name: String,
    email: Option<String>,
    /// Whether the person has come in once.
    has_come_in: bool,
    /// What the person is today, by the word of the association.
    roles: Vec<PersonRole>,
}

/// What somebody is, where, for how long.
#[derive(Serialize, ToSchema)]
struct PersonRole {
    /// `admin`, `coordinator`, `treasurer`, `peer`, `head` or `referent`.
    role: String,
    /// The name of the organisation or the team.
    place: String,
    until: Option<Date>,
}

/// A person, as they show themselves.
#[derive(Serialize, ToSchema)]
struct PersonRecord {
    #[schema(value_type = Uuid)]
    id: PersonId,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    town: Option<String>,
    /// Two letters (ISO 3166).
    country: Option<String>,
    /// Spoken with people, as codes.
    spoken: Vec<String>,
    /// In which the person is written to: `fr`, `en`.
    language: String,
    /// Every role that the association has given the person.
    memberships: Vec<PersonMembership>,
}

/// A role of a person, past ones too.
#[derive(Serialize, ToSchema)]
struct PersonMembership {
    /// `admin`, `coordinator`, `treasurer`, `peer`, `head` or `referent`.
    role: String,
    #[schema(value_type = Uuid)]
    organisation: OrganisationId,
    #[schema(value_type = Option<Uuid>)]
    team: Option<TeamId>,
    /// The name of the organisation or the team.
    place: String,
    from: Date,
    until: Option<Date>,
}

impl From<Membership> for PersonMembership {
    fn from(held: Membership) -> Self {
        let role = held.role.as_str().to_owned();
        let Membership { org, team, place, from_on, until_on, .. } = held;
        Self { role, organisation: org, team, place, from: from_on, until: until_on }
    }
}

async fn list(ctx: Ctx, Query(asked): Query<Asked>) -> ApiResult {
    let org = ctx.actor()?.seat.as_ref().ok_or(PageError::Forbidden)?.org;
    let (key, id) = place::<(String, PersonId)>(asked.after.as_deref())?
        .map(|(key, id)| (plain(&key), id.to_string()))
        .unwrap_or_default();
    let mut tx = ctx.begin_read().await?;
    let lines = people::list(&mut tx, org, &After { key, id }).await?;
    let page = &lines[..lines.len().min(PAGE)];
    ctx.shows(page.iter().map(|person| person.id), access::PEOPLE_READ);
    let held = people::roles_of_page(&mut tx, org, page, ctx.today()).await?;
    let roles_of = |person: PersonId| {
        let of_person = held.iter().filter(|held| held.person == person);
        let told = of_person.map(|held| PersonRole {
            role: held.role.as_str().to_owned(),
            place: held.place.clone(),
            until: held.until_on,
        });
        told.collect()
    };
    let next = |last: &people::Listed| cursor(&(&last.key, last.id));
    shown(List::of(lines, PAGE, next, |line| PersonLine {
        id: line.id,
        roles: roles_of(line.id),
        name: line.name,
        email: line.email,
        has_come_in: line.has_come_in,
    }))
}

async fn show(ctx: Ctx, Path(id): Path<PersonId>) -> ApiResult {
    let (actor, mut tx) = (ctx.actor()?, ctx.begin_read().await?);
    let (facts, _) = load_person(&mut tx, actor, id, access::PEOPLE_READ).await?;
    let keeper = keeper(actor)?;
    let memberships = people::memberships(&mut tx, keeper, id).await?;
    let visibility = store::visibility::opened(&mut tx, keeper, id).await?;
    shown(record(id, &facts, &visibility, memberships))
}

fn record(id: PersonId, facts: &PersonFacts, visibility: &Visibility, held: Vec<Membership>) -> PersonRecord {
    let seen = Seen::by(Audience::Coordinators, visibility, facts, &[]).unwrap_or_default();
    let (town, country) = seen.town.unzip();
    PersonRecord {
        id,
        name: seen.name,
        email: seen.email,
        phone: seen.phone,
        town,
        country: country.map(|country| country.as_str().to_owned()),
        spoken: seen.languages.iter().map(|code| code.as_str().to_owned()).collect(),
        language: facts.language.tag().to_owned(),
        memberships: held.into_iter().map(PersonMembership::from).collect(),
    }
}
