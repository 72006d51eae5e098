//! Requests as those who coordinate see them, and as the team's referent and the head of its institution read them.

mod decision;
mod discussion;
mod entry;
mod file;
mod link;
mod list;
mod show;
mod team;

pub(super) use discussion::{Sides, discussion, paragraphs};

use passerelle_directory::TeamFacts;
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::{Ctx, Fields, Needs, PageError, Routes};
use passerelle_words::say;

use crate::{
    access::{REQUEST_MANAGE, REQUEST_READ},
    request::Request,
    store::requests::Kept,
};

pub(super) fn routes() -> Routes {
    let (read, manage) = (Needs::Right(REQUEST_READ), Needs::Right(REQUEST_MANAGE));
    Routes::default()
        .get("/requests", read, list::show)
        .get("/requests.csv", read, file::take)
        .get("/requests.xlsx", read, file::take)
        .get("/requests/new", manage, entry::show)
        .post("/requests/new", manage, entry::enter)
        .get("/requests/{request}", read, show::show)
        .get("/requests/{request}/discussion", read, show::fragment)
        .post("/requests/{request}/discussion", manage, show::ask)
        .get("/requests/{request}/team", manage, team::show)
        .post("/requests/{request}/team", manage, team::choose)
        .get("/requests/{request}/link", manage, link::show)
        .post("/requests/{request}/link", manage, link::send)
        .post("/requests/{request}/link/end", manage, link::end)
        .post("/requests/{request}/acceptance", manage, decision::accept)
        .get("/requests/{request}/refusal", manage, decision::ask_reason)
        .post("/requests/{request}/refusal", manage, decision::decline)
}

fn path(id: Id<Request>) -> String {
    format!("/requests/{id}")
}

fn read_id(text: &str) -> Result<Id<Request>, PageError> {
    text.parse().map_err(|_| PageError::NotFound)
}

/// The version of the request that the sender of a form has read.
fn seen(fields: &Fields) -> Option<i64> {
    fields.value("version").parse().ok()
}

/// The team of the directory, if it was recognised.
async fn matched(tx: &mut Tx, kept: &Kept) -> Result<Option<TeamFacts>, PageError> {
    match kept.request.team {
        Some(team) => Ok(passerelle_directory::find_team(tx, team).await?),
        None => Ok(None),
    }
}

/// Who asks, as a sentence.
fn sentence(ctx: &Ctx, kept: &Kept) -> String {
    let answers = &kept.request.answers;
    say!(
        ctx.words(),
        "placement-request-title",
        team = answers.team.as_str(),
        institution = answers.institution.as_str()
    )
}
