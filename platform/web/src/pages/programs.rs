//! What every program may ask: the description of all that there is, and for whom it acts.

use axum::{
    http::{HeaderValue, header},
    response::IntoResponse as _,
};
use passerelle_access::{Account, Organisation, Team};
use passerelle_kernel::{Date, Id};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    Ctx, Needs, Routes,
    api::{ApiResult, Operation, shown},
};

pub(super) fn routes() -> Routes {
    let description = Operation::get("/api/v1/openapi.json", Needs::Public, "This description");
    let me = Operation::get("/api/v1/me", Needs::SignedIn, "For whom the program acts, and what its token lets it do");
    Routes::default().api(description, describe).api(me.answers::<Me>(), who)
}

async fn describe(ctx: Ctx) -> ApiResult {
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
    Ok((kind, ctx.app().description().to_owned()).into_response())
}

/// The person for whom a program acts.
#[derive(Serialize, ToSchema)]
struct Me {
    #[schema(value_type = Uuid)]
    id: Id<Account>,
    /// As the person writes it.
    name: String,
    /// In which the person is spoken to: `fr`, `en`.
    language: String,
    /// The time zone of the person (IANA).
    zone: String,
    /// In which the token acts.
    role: Option<MyRole>,
    token: MyToken,
}

/// A role of a person.
#[derive(Serialize, ToSchema)]
struct MyRole {
    /// `admin`, `coordinator`, `treasurer`, `peer`, `head` or `referent`.
    role: String,
    #[schema(value_type = Uuid)]
    organisation: Id<Organisation>,
    #[schema(value_type = Option<Uuid>)]
    team: Option<Id<Team>>,
    /// The name of the organisation or the team.
    place: String,
    from: Date,
    until: Option<Date>,
}

/// The token of a program.
#[derive(Serialize, ToSchema)]
struct MyToken {
    name: String,
    /// What it lets the program do.
    abilities: Vec<String>,
    /// The last day on which it opens something.
    until: Date,
}

async fn who(ctx: Ctx) -> ApiResult {
    let (actor, token) = (ctx.actor()?, ctx.token()?);
    let role = actor.seat.as_ref().map(|seat| MyRole {
        role: seat.role.as_str().to_owned(),
        organisation: seat.org,
        team: seat.team,
        place: seat.place.clone(),
        from: seat.from_on,
        until: seat.until_on,
    });
    let token = MyToken { name: token.name.clone(), abilities: token.abilities.clone(), until: token.until_on };
    let (language, zone) = (actor.language.tag().to_owned(), actor.zone.clone());
    shown(Me { id: actor.account, name: actor.name.clone(), language, zone, role, token })
}
