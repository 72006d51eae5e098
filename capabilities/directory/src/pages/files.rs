//! The lists of this capability as files: people, their roles, organisations, teams.

use std::collections::HashMap;

use axum::extract::Query;
use passerelle_spreadsheets::{Column, Kind, Listing, Value};
use passerelle_web::{
    Ctx, Needs, PageError, PageResult, Routes,
    listing::{AsFile, MOST_ROWS, columns, listing},
};
use passerelle_words::say;

use super::{Asked, asked, people::state_key, seen::spaced};
use crate::{
    Organisation, OrganisationFacts, PersonId, access,
    lists::{ListColumn, MEMBERSHIPS, TEAMS},
    store::{
        lists::{self, Held, Kept},
        organisations,
    },
    visibility::{Audience, Seen},
};

pub(super) fn routes() -> Routes {
    let (people_read, organisations_read) =
        (Needs::Right(access::PEOPLE_READ), Needs::Right(access::ORGANISATIONS_READ));
    Routes::default()
        .get("/people.csv", people_read, people)
        .get("/people.xlsx", people_read, people)
        .get("/memberships.csv", people_read, memberships)
        .get("/memberships.xlsx", people_read, memberships)
        .get("/organisations.csv", organisations_read, organisations)
        .get("/organisations.xlsx", organisations_read, organisations)
        .get("/teams.csv", organisations_read, teams)
        .get("/teams.xlsx", organisations_read, teams)
}

async fn people(ctx: Ctx, AsFile(format): AsFile) -> PageResult {
    let seat = ctx.actor()?.seat.as_ref().ok_or(PageError::Forbidden)?;
    let mut tx = ctx.begin_read().await?;
    let kept = lists::people(&mut tx, seat.org, MOST_ROWS + 1).await?;
    ctx.shows(kept.iter().map(|one| one.id), access::PEOPLE_READ);
    let held = lists::memberships(&mut tx, seat.org, usize::MAX).await?;
    drop(tx);
    let mut roles: HashMap<PersonId, Vec<&Held>> = HashMap::new();
    for one in held.iter().filter(|one| one.is_held_on(ctx.today())) {
        roles.entry(one.person).or_default().push(one);
    }
    let none = Vec::new();
    let rows = kept.iter().filter_map(|one| person(&ctx, one, roles.get(&one.id).unwrap_or(&none))).collect();
    let words = ctx.words();
    let text = |key: &str| Column::new(ctx.say(key), Kind::Text);
    let of = |column: ListColumn| column.column(words);
    let columns = vec![
        of(ListColumn::Name),
        text("directory-person-roles"),
        of(ListColumn::Email),
        of(ListColumn::Phone),
        of(ListColumn::Town),
        of(ListColumn::Country),
        of(ListColumn::Spoken),
        of(ListColumn::Language),
        text("directory-person-state"),
    ];
    let title = say!(words, "directory-people-title", place = seat.place.as_str());
    listing(&ctx, format, "people", Listing { title, columns, rows, notes: Vec::new() }).await
}

/// What the coordination sees of the person: the same rule as on their page.
fn person(ctx: &Ctx, kept: &Kept, held: &[&Held]) -> Option<Vec<Value>> {
    let seen = Seen::by(Audience::Coordinators, &kept.visibility, &kept.facts, &[])?;
    let role = |held: &&Held| format!("{} · {}", ctx.say(&format!("web-role-{}", held.role.as_str())), held.place);
    let roles: Vec<String> = held.iter().map(role).collect();
    let (town, country) = seen.town.map(|(town, country)| (town, country.as_str().to_owned())).unzip();
    Some(vec![
        seen.name.into(),
        roles.join(" ; ").into(),
        seen.email.into(),
        seen.phone.map(|phone| spaced(&phone)).into(),
        town.into(),
        country.into(),
        seen.languages.to_string().into(),
        kept.facts.language.tag().into(),
        ctx.say(state_key(kept.has_come_in, kept.facts.email.is_some())).into(),
    ])
}

async fn memberships(ctx: Ctx, AsFile(format): AsFile) -> PageResult {
    let seat = ctx.actor()?.seat.as_ref().ok_or(PageError::Forbidden)?;
    let held = lists::memberships(&mut ctx.begin_read().await?, seat.org, MOST_ROWS + 1).await?;
    let words = ctx.words();
    let row = |one: Held| {
        let role = ctx.say(&format!("web-role-{}", one.role.as_str()));
        vec![
            one.name.into(),
            one.email.into(),
            role.into(),
            one.org_name.into(),
            one.number.into(),
            one.team_name.into(),
            one.from_on.into(),
            one.until_on.into(),
        ]
    };
    let title = say!(words, "directory-memberships-title", place = seat.place.as_str());
    let columns = MEMBERSHIPS.iter().map(|column| column.column(words)).collect();
    let rows = held.into_iter().map(row).collect();
    listing(&ctx, format, "memberships", Listing { title, columns, rows, notes: Vec::new() }).await
}

/// What everybody with a role reads of an organisation; its bank account is not in the file, whoever takes it.
const OF_ORGANISATION: &[(&str, Kind)] = &[
    ("directory-organisation-name", Kind::Text),
    ("directory-organisation-short-name", Kind::Text),
    ("directory-organisation-kind", Kind::Text),
    ("directory-organisation-address", Kind::Text),
    ("directory-organisation-post-code", Kind::Text),
    ("directory-organisation-town", Kind::Text),
    ("directory-country", Kind::Text),
    ("directory-organisation-phone", Kind::Text),
    ("directory-organisation-email", Kind::Text),
    ("directory-organisation-website", Kind::Text),
    ("directory-organisation-finess", Kind::Text),
    ("directory-organisation-siret", Kind::Text),
    ("directory-organisation-siren", Kind::Text),
    ("directory-organisation-enterprise", Kind::Text),
    ("directory-organisation-vat", Kind::Text),
];

async fn organisations(ctx: Ctx, AsFile(format): AsFile, Query(query): Query<Asked>) -> PageResult {
    let words = asked(&query, "q").trim();
    let found = organisations::whole(&mut ctx.begin_read().await?, words, MOST_ROWS + 1).await?;
    let rows = found.iter().map(|organisation| organisation_row(&ctx, organisation)).collect();
    let title = ctx.say("directory-organisations-title");
    let columns = columns(&ctx, OF_ORGANISATION);
    listing(&ctx, format, "organisations", Listing { title, columns, rows, notes: Vec::new() }).await
}

fn organisation_row(ctx: &Ctx, organisation: &Organisation) -> Vec<Value> {
    let known = OrganisationFacts::of(organisation);
    let kind = ctx.say(&format!("directory-kind-{}", known.kind.as_str()));
    let country = ctx.words().country(known.country.as_str());
    let texts = [
        known.name,
        known.short_name,
        kind,
        known.address,
        known.post_code,
        known.town,
        country,
        spaced(&known.phone),
        known.email,
        known.website,
        known.finess_site,
        known.siret,
        known.siren,
        known.enterprise,
        known.vat,
    ];
    texts.map(Value::from).to_vec()
}

async fn teams(ctx: Ctx, AsFile(format): AsFile) -> PageResult {
    let teams = lists::teams(&mut ctx.begin_read().await?, MOST_ROWS + 1).await?;
    let rows = teams
        .into_iter()
        .map(|team| vec![team.org_name.into(), team.number.into(), team.name.into(), team.town.into()])
        .collect();
    let title = ctx.say("directory-teams-title");
    let columns = TEAMS.iter().map(|column| column.column(ctx.words())).collect();
    listing(&ctx, format, "teams", Listing { title, columns, rows, notes: Vec::new() }).await
}
