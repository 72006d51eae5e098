//! Two records of one team of an organisation: proposed by name.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::html;
use passerelle_kernel::Id;
use passerelle_store::{Tx, reference::Subject};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page};
use passerelle_words::say;

use super::{
    super::{Asked, asked, done},
    Desk, Found, are_one,
    compared::Side,
};
use crate::{
    Merger, TeamFacts, TeamId, access,
    actions::{self, load_team},
    merger::count,
    store::mergers::{self, AlikeTeam},
};

pub(super) fn routes() -> Routes {
    let (see, act) = (Needs::Right(access::ORGANISATIONS_MANAGE), Needs::FreshRight(access::ORGANISATIONS_MANAGE));
    Routes::default().get("/teams/{team}/merger", see, show).post("/teams/{team}/merger", act, merge).post(
        "/teams/{team}/merger/undoing",
        act,
        undo,
    )
}

/// A team as a choice and a list of doubles show it.
pub(super) fn found(one: &AlikeTeam) -> Found {
    let town = one.town.as_deref().or(one.org_town.as_deref());
    let hint: Vec<&str> = std::iter::once(one.org_name.as_str()).chain(town).collect();
    Found { id: one.id.to_string(), name: one.name.clone(), hint: hint.join(" · ") }
}

async fn show(ctx: Ctx, Path(id): Path<TeamId>, Query(query): Query<Asked>) -> PageResult {
    let fields = Fields::empty(&ctx).with("q", asked(&query, "q")).with("double", asked(&query, "double"));
    draw(&ctx, &mut ctx.begin_read().await?, id, &fields).await
}

async fn draw(ctx: &Ctx, tx: &mut Tx, id: TeamId, fields: &Fields) -> Result<Response, PageError> {
    let actor = ctx.actor()?;
    let (kept, _) = load_team(tx, actor, id, access::ORGANISATIONS_MANAGE).await?;
    let path = format!("/teams/{id}/merger");
    let desk = Desk { ctx, noun: Subject::Team, path: &path, fields };
    let made = mergers::of_team(tx, id).await?;
    let title = say!(ctx.words(), "directory-merger-title", name = kept.name.as_str());
    let double = match fields.value("double").parse::<TeamId>() {
        Ok(double) if double != id => load_team(tx, actor, double, access::ORGANISATIONS_MANAGE).await.ok(),
        _ => None,
    };
    let content = match double {
        Some((gone, _)) => {
            let titles =
                ["directory-team-name", "directory-team-organisation", "directory-team-town", "directory-merger-rows"]
                    .map(|key| ctx.say(key));
            let sides = [side(ctx, tx, &kept).await?, side(ctx, tx, &gone).await?];
            let [kept, gone] = &sides;
            desk.compared(&titles, kept, gone, &format!("/teams/{}/merger?double={id}", gone.id))
        }
        None => {
            // All teams of the organisation are few enough to choose from when no other bears this name.
            let alike = mergers::alike_teams(tx, id, true).await?;
            let others = if alike.is_empty() { mergers::alike_teams(tx, id, false).await? } else { alike };
            let found: Vec<Found> = others.iter().map(found).collect();
            html! {
                p.govuk-body { (desk.say("text")) }
                (desk.choice_to_compare(&found))
            }
        }
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (content)
        (desk.undoable(&made))
    };
    let back = Some((format!("/teams/{id}"), Some(kept.name)));
    let seen_by = Some(ctx.say("directory-merger-seen-by"));
    Ok(page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() }))
}

async fn side(ctx: &Ctx, tx: &mut Tx, team: &TeamFacts) -> Result<Side, PageError> {
    let id = team.id.to_string();
    let rows = count(tx, ctx.app().references(), Subject::Team, &id).await?;
    let town = team.town.clone().unwrap_or_default();
    let values = vec![team.name.clone(), team.org_name.clone(), town, rows.to_string()];
    Ok(Side { id, name: team.name.clone(), values })
}

async fn merge(ctx: Ctx, Path(id): Path<TeamId>, mut fields: Fields) -> PageResult {
    let tried = match fields.value("double").parse() {
        Ok(double) => Some(actions::merge_teams(&ctx, id, double).await),
        Err(_) => None,
    };
    if are_one(&mut fields, Subject::Team, tried)? {
        return Ok(done(&format!("/teams/{id}"), "directory-merged-done"));
    }
    draw(&ctx, &mut ctx.begin_read().await?, id, &fields).await
}

async fn undo(ctx: Ctx, Path(id): Path<TeamId>, fields: Fields) -> PageResult {
    let Ok(merger) = fields.value("merger").parse::<Id<Merger>>() else {
        return draw(&ctx, &mut ctx.begin_read().await?, id, &fields).await;
    };
    actions::part_teams(&ctx, id, merger).await?;
    Ok(done(&format!("/teams/{id}/merger"), "directory-merger-undone-done"))
}
