//! What waits for the coordinator of an association.

use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::{Ctx, PageError};
use passerelle_words::say;

use super::{
    date,
    item::{Action, Item},
    month_name,
};
use crate::{
    outside::Organisation,
    pages::beyond::kind,
    store::{beyond, hours::lists, plannings, today},
    today::What,
};

pub(super) async fn for_coordinator(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>) -> Result<Vec<Item>, PageError> {
    let mut items: Vec<Item> = beyond::waiting(tx, org).await?.iter().map(|told| beyond_item(ctx, told)).collect();
    items.extend(lists::to_approve(tx, org, (0, "")).await?.iter().map(|sheet| approve_item(ctx, sheet)));
    let yeses = yeses(tx, ctx, org).await?;
    items.extend(yeses.iter().map(|yes| yes_item(ctx, yes)));
    // A yes that is not shown is none here either: nothing tells that there was one.
    let vacant = today::without_peer(tx, org).await?;
    let vacant = vacant.iter().filter(|vacant| !yeses.iter().any(|yes| yes.mission == vacant.id));
    items.extend(vacant.map(|vacant| vacant_item(ctx, vacant)));
    items.extend(today::requests(tx, org).await?.iter().map(|asked| request_item(ctx, asked)));
    items.extend(today::accepted(tx, org).await?.iter().map(|asked| accepted_item(ctx, asked)));
    for (mission, point, until, title) in today::points(tx, org, ctx.today()).await? {
        let words = ctx.words();
        items.push(Item::new(
            What::PointOverdue(mission, point, until),
            until,
            say!(words, "placement-today-point", mission = title),
            say!(words, "placement-today-point-text", day = words.date(until)),
            Action::link(ctx.say("placement-today-point-action"), format!("/missions/{mission}/sheet")),
        ));
    }
    items.extend(claims(tx, ctx, org).await?);
    Ok(items)
}

/// The yeses of those who still fit: the page behind names nobody else either.
async fn yeses(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>) -> Result<Vec<today::Yes>, PageError> {
    let mut yeses = today::yeses(tx, org).await?;
    if yeses.is_empty() {
        return Ok(yeses);
    }
    let ground = plannings::ground(tx, org, ctx.today()).await?.ground;
    for yes in &mut yeses {
        let wanted = ground.missions.iter().find(|wanted| wanted.need.mission == yes.mission);
        yes.peers.retain(|(peer, _)| wanted.is_some_and(|wanted| ground.names(wanted, *peer)));
    }
    yeses.retain(|yes| !yes.peers.is_empty());
    Ok(yeses)
}

/// What people ask about their own data: the administrator hears of it too.
pub(super) async fn claims(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>) -> Result<Vec<Item>, PageError> {
    let waiting = passerelle_privacy::waiting(tx, ctx, org).await?;
    Ok(waiting.iter().map(|claim| claim_item(ctx, claim)).collect())
}

fn claim_item(ctx: &Ctx, claim: &passerelle_privacy::Waiting) -> Item {
    let words = ctx.words();
    let due = say!(words, "placement-today-claim-text", day = words.date(claim.due_on));
    let text = claim.about.as_deref().map_or(due.clone(), |about| format!("{} · {due}", words.say(about)));
    Item::new(
        What::ClaimToAnswer(claim.id, claim.due_on),
        claim.asked_on,
        say!(words, &format!("privacy-claim-{}-title", claim.kind.as_str()), name = claim.person.as_str()),
        text,
        Action::link(ctx.say("placement-today-claim-action"), format!("/claims/{}", claim.id)),
    )
}

fn beyond_item(ctx: &Ctx, told: &beyond::Told) -> Item {
    let id = told.beyond.id;
    Item::new(
        What::Beyond(id),
        date(ctx, told.beyond.told_at),
        say!(ctx.words(), "placement-beyond-title", name = told.peer.as_str()),
        format!("{} · {}", kind(ctx, told.beyond.kind), told.team),
        Action::link(ctx.say("placement-today-beyond-action"), format!("/beyond/{id}")),
    )
}

fn approve_item(ctx: &Ctx, sheet: &lists::Sheet) -> Item {
    let words = ctx.words();
    let (name, month) = (sheet.names.peer.as_str(), month_name(ctx, sheet.month));
    let text = say!(
        words,
        "placement-today-approve-text",
        hours = words.hours(sheet.confirmed),
        team = sheet.names.team.as_str()
    );
    Item::new(
        What::HoursToApprove(sheet.mission, sheet.month),
        date(ctx, sheet.since),
        say!(words, "placement-today-approve", name = name, month = month),
        text,
        Action::link(
            ctx.say("placement-today-approve-action"),
            format!("/approvals/{}?month={}", sheet.mission, sheet.month),
        ),
    )
}

fn yes_item(ctx: &Ctx, yes: &today::Yes) -> Item {
    let names: Vec<String> = yes.peers.iter().map(|(_, name)| name.clone()).collect();
    let (words, title) = (ctx.words(), yes.title.as_str());
    Item::new(
        What::YesToAgree(yes.id),
        date(ctx, yes.since),
        say!(words, "placement-today-yes", names = words.list(&names), count = names.len(), mission = title),
        yes.team.clone(),
        Action::link(ctx.say("placement-today-yes-action"), format!("/missions/{}/proposals", yes.mission)),
    )
}

fn vacant_item(ctx: &Ctx, vacant: &today::Vacant) -> Item {
    let words = ctx.words();
    let begins = words.date(vacant.begins);
    Item::new(
        What::MissionWithoutPeer(vacant.id, vacant.begins),
        date(ctx, vacant.since),
        say!(words, "placement-today-vacant", mission = vacant.title.as_str()),
        say!(words, "placement-today-vacant-text", day = begins, team = vacant.team.as_str()),
        Action::link(ctx.say("placement-today-vacant-action"), format!("/missions/{}", vacant.id)),
    )
}

fn place(asked: &today::Asked) -> String {
    let place = [&asked.institution, &asked.town].map(String::as_str);
    place.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

fn request_item(ctx: &Ctx, asked: &today::Asked) -> Item {
    Item::new(
        What::RequestToAnswer(asked.id),
        date(ctx, asked.since),
        say!(ctx.words(), "placement-today-request", team = asked.team.as_str()),
        place(asked),
        Action::link(ctx.say("placement-today-request-action"), format!("/requests/{}", asked.id)),
    )
}

/// The team was told yes and waits for what comes of it.
fn accepted_item(ctx: &Ctx, asked: &today::Asked) -> Item {
    Item::new(
        What::RequestToOpen(asked.id),
        date(ctx, asked.since),
        say!(ctx.words(), "placement-today-accepted", team = asked.team.as_str()),
        place(asked),
        Action::link(ctx.say("placement-today-accepted-action"), format!("/missions/new?request={}", asked.id)),
    )
    .or(&format!("/requests/{}", asked.id), ctx.say("placement-today-request-action"))
}
