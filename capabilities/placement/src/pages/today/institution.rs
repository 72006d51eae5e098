//! What concerns the head of an institution: its requests, missions that end, invoices, hours that wait for its referents.

use passerelle_access::{Actor, Scope};
use passerelle_store::Tx;
use passerelle_web::{Ctx, PageError};
use passerelle_words::say;

use super::{
    date,
    invoices::{Side, unpaid},
    item::{Action, Item},
    month_name,
    side::SOON,
};
use crate::{
    access::{HOURS_COUNT, INVOICE_READ, MISSION_READ, REQUEST_READ},
    period::later,
    store::{requests::Shelf, today::institution},
    today::What,
};

pub(super) async fn for_head(tx: &mut Tx, ctx: &Ctx, actor: &Actor) -> Result<Vec<Item>, PageError> {
    let mut items = Vec::new();
    if let Some(Scope::Institution(org)) = actor.scope(REQUEST_READ) {
        items.extend(institution::requests(tx, org).await?.iter().map(|asked| request(ctx, asked)));
    }
    if let Some(Scope::Institution(org)) = actor.scope(MISSION_READ) {
        let soon = later(ctx.today(), SOON);
        items.extend(institution::ending(tx, org, soon).await?.iter().map(|mission| ending(ctx, mission)));
    }
    if let Some(scope) = actor.scope(INVOICE_READ) {
        items.extend(unpaid(tx, ctx, scope, Side::Institution).await?);
    }
    if let Some(Scope::Institution(org)) = actor.scope(HOURS_COUNT) {
        items.extend(institution::to_confirm(tx, org).await?.iter().map(|team| to_confirm(ctx, team)));
    }
    Ok(items)
}

fn request(ctx: &Ctx, asked: &institution::Asked) -> Item {
    let (what, key) = if asked.shelf == Shelf::Asker {
        (What::QuestionToAnswer(asked.id), "placement-today-question")
    } else {
        (What::RequestWithAssociation(asked.id), "placement-today-asked")
    };
    let association = asked.association.as_str();
    Item::new(
        what,
        date(ctx, asked.since),
        say!(ctx.words(), key, team = asked.team.as_str(), association = association),
        say!(ctx.words(), &format!("{key}-text"), association = association),
        Action::link(ctx.say("placement-today-request-action"), format!("/requests/{}", asked.id)),
    )
}

fn ending(ctx: &Ctx, mission: &institution::Ending) -> Item {
    let words = ctx.words();
    let key = if mission.until < ctx.today() { "placement-today-over" } else { "placement-today-ends" };
    Item::new(
        What::MissionEnds(mission.id, mission.until),
        mission.until,
        say!(words, key, mission = mission.title.as_str(), day = words.date(mission.until)),
        say!(words, "placement-today-ends-text", name = mission.peer.as_str(), team = mission.team.as_str()),
        Action::link(ctx.say("placement-today-vacant-action"), format!("/missions/{}", mission.id)),
    )
}

fn to_confirm(ctx: &Ctx, team: &institution::ToConfirm) -> Item {
    let words = ctx.words();
    Item::new(
        What::TeamToConfirm(team.team, team.first),
        date(ctx, team.since),
        say!(words, "placement-today-team", team = team.name.as_str(), count = team.sheets),
        say!(words, "placement-today-team-text", month = month_name(ctx, team.first), count = team.sheets),
        Action::link(ctx.say("placement-today-vacant-action"), format!("/missions/{}", team.mission)),
    )
}
