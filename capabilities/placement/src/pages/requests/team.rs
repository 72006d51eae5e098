//! Which team of the directory has asked: one that is known, a new team of a known institution, or both new.

use std::collections::BTreeMap;

use axum::{extract::Path, response::Response};
use maud::html;
use passerelle_directory::TeamFacts;
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Heading};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect};
use passerelle_words::say;

use super::{path, read_id, sentence};
use crate::{
    access::REQUEST_MANAGE,
    actions::requests as actions,
    outside::{Organisation, Team},
    store::requests::{self, Kept},
};

/// An answer of the form.
enum Chosen {
    Team(Id<Team>),
    /// A new team of this institution, or of a new one.
    New(Option<Id<Organisation>>),
}

fn parse(code: &str) -> Option<Chosen> {
    match code.split_once(':') {
        Some(("team", id)) => id.parse().ok().map(Chosen::Team),
        Some(("in", id)) => id.parse().ok().map(|id| Chosen::New(Some(id))),
        _ => (code == "new").then_some(Chosen::New(None)),
    }
}

async fn load(ctx: &Ctx, id: &str) -> Result<(Kept, Vec<TeamFacts>), PageError> {
    let mut tx = ctx.begin_read().await?;
    let kept = requests::load_request(&mut tx, ctx.actor()?, read_id(id)?, REQUEST_MANAGE).await?;
    let answers = &kept.request.answers;
    let teams = passerelle_directory::match_team(&mut tx, &answers.institution, &answers.team).await?;
    Ok((kept, teams))
}

pub(super) async fn show(ctx: Ctx, Path(id): Path<String>) -> PageResult {
    let (kept, teams) = load(&ctx, &id).await?;
    if !kept.request.waits_for_decision() {
        return Ok(redirect(&path(kept.request.id)));
    }
    let chosen = kept.request.team.map(|team| format!("team:{team}")).unwrap_or_default();
    Ok(form(&ctx, &kept, &teams, &Fields::empty(&ctx).with("team", chosen)))
}

fn form(ctx: &Ctx, kept: &Kept, teams: &[TeamFacts], fields: &Fields) -> Response {
    let title = ctx.say("placement-request-match-title");
    let options = options(ctx, kept, teams);
    let items: Vec<Choice<'_>> = options
        .iter()
        .map(|(value, label, hint)| Choice { value, label, hint: hint.as_deref(), ..Choice::default() })
        .collect();
    let (label, hint) = (ctx.say("placement-request-match-label"), ctx.say("placement-request-match-hint"));
    let field = Field {
        name: "team",
        label: &label,
        hint: Some(&hint),
        error: fields.error("team"),
        value: fields.value("team"),
        heading: Heading::Medium,
        ..Field::default()
    };
    let path = path(kept.request.id);
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (sentence(ctx, kept)) }
        (ctx.form(&format!("{path}/team"), html! {
            (ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() }))
            (ui::button(Button { text: &ctx.say("placement-request-match-save"), ..Button::default() }))
        }))
    };
    let seen_by = Some(ctx.say("placement-requests-seen-by"));
    page(ctx, Page { title, main, seen_by, back: Some((path, None)), refused: !fields.is_clean(), ..Page::default() })
}

/// What can be chosen: value, label, help.
fn options(ctx: &Ctx, kept: &Kept, teams: &[TeamFacts]) -> Vec<(String, String, Option<String>)> {
    let words = ctx.words();
    let answers = &kept.request.answers;
    let known = teams.iter().map(|team| {
        let (name, org) = (team.name.as_str(), team.org_name.as_str());
        let label = say!(words, "placement-request-match-team", team = name, institution = org);
        (format!("team:{}", team.id), label, team.town.clone())
    });
    let institutions: BTreeMap<_, _> = teams.iter().map(|team| (team.org, team.org_name.as_str())).collect();
    let inside = institutions.into_iter().map(|(id, name)| {
        let label = say!(words, "placement-request-match-inside", team = answers.team.as_str(), institution = name);
        (format!("in:{id}"), label, None)
    });
    let (team, institution) = (answers.team.as_str(), answers.institution.as_str());
    let new = say!(words, "placement-request-match-new", team = team, institution = institution);
    known.chain(inside).chain([("new".to_owned(), new, Some(answers.town.clone()))]).collect()
}

pub(super) async fn choose(ctx: Ctx, Path(id): Path<String>, mut fields: Fields) -> PageResult {
    let (kept, teams) = load(&ctx, &id).await?;
    let Some(chosen) = fields.choice("team", parse, "placement-request-match-missing") else {
        return Ok(form(&ctx, &kept, &teams, &fields));
    };
    let id = kept.request.id;
    match chosen {
        Chosen::Team(team) => actions::match_team(&ctx, id, team).await?,
        Chosen::New(institution) => actions::match_new_team(&ctx, id, institution).await.map(drop)?,
    }
    Ok(redirect(&format!("{}?done=placement-request-matched-done", path(id))))
}
