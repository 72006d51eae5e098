//! Organisations and their teams, for programs.

use axum::extract::{Path, Query};
use passerelle_web::{
    Ctx, Needs, Routes,
    api::{ApiResult, List, Operation, cursor, place, plain, shown},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{DIRECTORY_READ, known};
use crate::{
    Organisation, OrganisationFacts, OrganisationId, TeamFacts, TeamId, access,
    actions::{load_organisation, load_team, may_change},
    store::{After, PAGE, organisations, teams::teams_of},
};

const READ: Needs = Needs::Right(access::ORGANISATIONS_READ);

pub(super) fn routes() -> Routes {
    let all = Operation::get("/api/v1/organisations", READ, "Organisations by name").with(DIRECTORY_READ);
    let one = Operation::get("/api/v1/organisations/{organisation}", READ, "An organisation with its teams");
    let team = Operation::get("/api/v1/teams/{team}", READ, "A team").with(DIRECTORY_READ);
    Routes::default()
        .api(all.asks::<Asked>().lists::<OrganisationLine>(), list)
        .api(one.with(DIRECTORY_READ).answers::<OrganisationRecord>(), show)
        .api(team.answers::<TeamRecord>(), show_team)
}

#[derive(Deserialize, IntoParams)]
struct Asked {
    /// Words to find: of a name, a town, a FINESS number or a SIRET. The first three count.
    #[param(nullable = false)]
    q: Option<String>,
    #[param(ignore)]
    after: Option<String>,
}

/// An organisation in a list.
#[derive(Serialize, ToSchema)]
struct OrganisationLine {
    #[schema(value_type = Uuid)]
    id: OrganisationId,
    /// `association`, `federation` or `institution`.
    kind: String,
    name: String,
    town: Option<String>,
    post_code: Option<String>,
}

/// An organisation.
#[derive(Serialize, ToSchema)]
struct OrganisationRecord {
    #[schema(value_type = Uuid)]
    id: OrganisationId,
    /// `association`, `federation` or `institution`.
    kind: String,
    name: String,
    short_name: Option<String>,
    address: Option<String>,
    post_code: Option<String>,
    town: Option<String>,
    /// Two letters (ISO 3166).
    country: String,
    phone: Option<String>,
    email: Option<String>,
    website: Option<String>,
    /// The FINESS number of the site.
    finess: Option<String>,
    siret: Option<String>,
    siren: Option<String>,
    /// The Belgian enterprise number.
    enterprise: Option<String>,
    vat: Option<String>,
    /// For electronic invoices; only for those who may change it.
    electronic_address: Option<String>,
    /// Only for those who may change it.
    iban: Option<String>,
    /// Only for those who may change it.
    bic: Option<String>,
    teams: Vec<TeamRecord>,
}

/// A team of an organisation.
#[derive(Serialize, ToSchema)]
struct TeamRecord {
    #[schema(value_type = Uuid)]
    id: TeamId,
    name: String,
    #[schema(value_type = Uuid)]
    organisation: OrganisationId,
    organisation_name: String,
    /// Its own, else that of its organisation.
    town: Option<String>,
}

impl From<TeamFacts> for TeamRecord {
    fn from(team: TeamFacts) -> Self {
        let TeamFacts { id, org, name, org_name, town, .. } = team;
        Self { id, name, organisation: org, organisation_name: org_name, town }
    }
}

impl OrganisationRecord {
    fn of(organisation: &Organisation, teams: Vec<TeamFacts>, with_account: bool) -> Self {
        let typed = OrganisationFacts::of(organisation);
        let account = |text: String| known(text).filter(|_| with_account);
        Self {
            id: organisation.id,
            kind: typed.kind.as_str().to_owned(),
            name: typed.name,
            short_name: known(typed.short_name),
            address: known(typed.address),
            post_code: known(typed.post_code),
            town: known(typed.town),
            country: typed.country.as_str().to_owned(),
            phone: known(typed.phone),
            email: known(typed.email),
            website: known(typed.website),
            finess: known(typed.finess_site),
            siret: known(typed.siret),
            siren: known(typed.siren),
            enterprise: known(typed.enterprise),
            vat: known(typed.vat),
            electronic_address: account(typed.electronic_address),
            iban: account(typed.iban),
            bic: account(typed.bic),
            teams: teams.into_iter().map(TeamRecord::from).collect(),
        }
    }
}

async fn list(ctx: Ctx, Query(asked): Query<Asked>) -> ApiResult {
    let words = plain(asked.q.as_deref().unwrap_or_default());
    let (key, id) = place::<(String, OrganisationId)>(asked.after.as_deref())?
        .map(|(key, id)| (plain(&key), id.to_string()))
        .unwrap_or_default();
    let lines = organisations::list(&mut ctx.begin_read().await?, words.trim(), &After { key, id }).await?;
    let next = |last: &organisations::Listed| cursor(&(&last.key, last.id));
    shown(List::of(lines, PAGE, next, |line| OrganisationLine {
        id: line.id,
        kind: line.kind.as_str().to_owned(),
        name: line.name,
        town: line.town,
        post_code: line.post_code,
    }))
}

async fn show(ctx: Ctx, Path(id): Path<OrganisationId>) -> ApiResult {
    let (actor, mut tx) = (ctx.actor()?, ctx.begin_read().await?);
    let organisation = load_organisation(&mut tx, actor, id, access::ORGANISATIONS_READ).await?;
    let teams = teams_of(&mut tx, id).await?;
    let with_account = may_change(actor, organisation.id, organisation.kind, access::ORGANISATION_ADDRESS);
    shown(OrganisationRecord::of(&organisation, teams, with_account))
}

async fn show_team(ctx: Ctx, Path(id): Path<TeamId>) -> ApiResult {
    let mut tx = ctx.begin_read().await?;
    let (team, _) = load_team(&mut tx, ctx.actor()?, id, access::ORGANISATIONS_READ).await?;
    shown(TeamRecord::from(team))
}
