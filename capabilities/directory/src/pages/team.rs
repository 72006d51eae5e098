//! A team of an institution: where it works, who welcomes peers in it.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_access::{Account, Role};
use passerelle_store::reference::Subject;
use passerelle_ui::{self as ui, Button, Fact, Kind, Look};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageError, PageResult, Routes, page};

use super::{done, line, mergers::moved, organisation, refuse, town_note};
use crate::{
    Organisation, OrganisationId, TeamFacts, TeamId, access,
    actions::{self, load_team, may_change},
    store::{people, teams},
};

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(access::ORGANISATIONS_MANAGE);
    Routes::default()
        .post("/organisations/{organisation}/teams", manage, create)
        .get("/teams/{team}", Needs::Right(access::ORGANISATIONS_READ), show)
        .get("/teams/{team}/edit", manage, edit)
        .post("/teams/{team}", manage, update)
}

/// The form for a new team, on the page of its organisation.
pub(super) fn create_form(ctx: &Ctx, org: OrganisationId, fields: &Fields) -> Markup {
    let form = ctx.form(
        &format!("/organisations/{org}/teams"),
        html! {
            (questions(ctx, fields))
            (ui::button(Button { text: &ctx.say("directory-team-create-action"), look: Look::Secondary, ..Button::default() }))
        },
    );
    ui::details(&ctx.say("directory-team-new-title"), form)
}

fn questions(ctx: &Ctx, fields: &Fields) -> Markup {
    html! {
        (line(ctx, fields, "name", "directory-team-name", Kind::Text, false))
        (line(ctx, fields, "town", "directory-team-town", Kind::Text, true))
    }
}

async fn create(ctx: Ctx, Path(org): Path<OrganisationId>, mut fields: Fields) -> PageResult {
    match actions::create_team(&ctx, org, fields.value("name"), fields.value("town")).await {
        Ok(id) => Ok(done(&format!("/teams/{id}"), "directory-team-created-done")),
        Err(Failure::Refused(refusal)) => {
            refuse(&mut fields, vec![refusal]);
            organisation::draw(&ctx, org, &fields).await
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn load(ctx: &Ctx, id: TeamId) -> Result<(TeamFacts, Organisation, Vec<Account>), PageError> {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let (team, organisation) = load_team(&mut tx, actor, id, access::ORGANISATIONS_READ).await?;
    let keeper = actor.seat.as_ref().filter(|_| actor.holds(access::PEOPLE_READ)).map(|seat| seat.org);
    let referents = match keeper {
        Some(keeper) => people::of_team_by(&mut tx, id, Role::Referent, ctx.today(), keeper).await?,
        None => Vec::new(),
    };
    Ok((team, organisation, referents))
}

async fn show(ctx: Ctx, Path(id): Path<TeamId>) -> PageResult {
    let actor = ctx.actor()?;
    if let Some((kept, name)) = teams::successor(&mut ctx.begin_read().await?, id).await? {
        return moved(&ctx, Subject::Team, &format!("/teams/{kept}"), &name);
    }
    let (team, organisation, referents) = load(&ctx, id).await?;
    let may_manage = may_change(actor, organisation.id, organisation.kind, access::ORGANISATIONS_MANAGE);
    let reads_people = actor.holds(access::PEOPLE_READ);
    let (of, town) = (ctx.say("directory-team-organisation"), ctx.say("directory-organisation-town"));
    let title = team.name.clone();
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::summary_list(ctx.words(), &[
            Fact::new(&of, html! { a.govuk-link href={ "/organisations/" (team.org) } { (team.org_name) } }),
            Fact::new(&town, team.town.as_deref().unwrap_or("–")),
        ]))
        (town_note(&ctx, team.town.as_deref(), organisation.country, team.point()))
        @if may_manage {
            p.govuk-body { a.govuk-link href={ "/teams/" (id) "/edit" } { (ctx.say("directory-team-edit-title")) } }
            p.govuk-body { a.govuk-link href={ "/teams/" (id) "/merger" } { (ctx.say("directory-merger-link-team")) } }
        }
        @if reads_people { (referent_part(&ctx, id, &referents)) }
    };
    let back = Some((format!("/organisations/{}", team.org), Some(team.org_name.clone())));
    let key = if reads_people { "directory-team-seen-by-more" } else { "directory-organisation-seen-by" };
    Ok(page(&ctx, Page { title, main, back, seen_by: Some(ctx.say(key)), ..Page::default() }))
}

fn referent_part(ctx: &Ctx, id: TeamId, referents: &[Account]) -> Markup {
    html! {
        h2.govuk-heading-m { (ctx.say("directory-team-referents")) }
        @if referents.is_empty() { p.govuk-body { (ctx.say("directory-team-no-referent")) } }
        ul.govuk-list {
            @for person in referents { li { a.govuk-link href={ "/people/" (person.id) } { (person.name) } } }
        }
        p.govuk-body {
            a.govuk-link href={ "/people/new?role=referent&team=" (id) } { (ctx.say("directory-referent-invite")) }
        }
    }
}

async fn edit(ctx: Ctx, Path(id): Path<TeamId>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let (team, _) = load_team(&mut tx, ctx.actor()?, id, access::ORGANISATIONS_MANAGE).await?;
    let town = teams::own_town(&mut tx, id).await?.unwrap_or_default();
    drop(tx);
    let fields = Fields::empty(&ctx).with("name", team.name.clone()).with("town", town);
    Ok(edit_form(&ctx, &team, &fields.with("version", team.version.to_string())))
}

fn edit_form(ctx: &Ctx, team: &TeamFacts, fields: &Fields) -> Response {
    let title = ctx.say("directory-team-edit-title");
    let path = format!("/teams/{}", team.id);
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ctx.form(&path, html! {
            input type="hidden" name="version" value=(fields.value("version"));
            (questions(ctx, fields))
            (ui::button(Button { text: &ctx.say("directory-save"), ..Button::default() }))
        }))
    };
    let back = Some((path, Some(team.name.clone())));
    let seen_by = Some(ctx.say("directory-team-seen-by-more"));
    page(ctx, Page { title, main, seen_by, back, refused: !fields.is_clean(), ..Page::default() })
}

async fn update(ctx: Ctx, Path(id): Path<TeamId>, mut fields: Fields) -> PageResult {
    let (team, ..) = load(&ctx, id).await?;
    let version = fields.value("version").parse().unwrap_or(0);
    match actions::update_team(&ctx, id, version, fields.value("name"), fields.value("town")).await {
        Ok(()) => Ok(done(&format!("/teams/{id}"), "directory-team-changed-done")),
        Err(Failure::Refused(refusal)) => {
            refuse(&mut fields, vec![refusal]);
            Ok(edit_form(&ctx, &team, &fields))
        }
        Err(failure) => Err(failure.into()),
    }
}
