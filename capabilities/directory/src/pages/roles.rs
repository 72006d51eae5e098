//! The question for a role: of the association, or of an institution or one of its teams.

use maud::{Markup, html};
use passerelle_access::Role;
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Choice, Field};
use passerelle_web::{Ctx, Fields, PageError};

use crate::{
    OrganisationId, Refusal, TeamId,
    store::{organisations::find_organisation, teams},
};

use super::refuse;

/// The institutions and teams that the question offers.
pub(super) struct Choices {
    teams: Vec<(String, String)>,
    institutions: Vec<(String, String)>,
}

impl Choices {
    /// The first 500 teams and their institutions, and those that the form names already.
    pub(super) async fn load(tx: &mut Tx, fields: &Fields) -> Result<Self, PageError> {
        let mut listed = teams::all(tx).await?;
        if let Ok(id) = fields.value("team").parse::<TeamId>()
            && !listed.iter().any(|team| team.id == id)
        {
            listed.extend(teams::find_team(tx, id).await?);
        }
        let of_team = |team: &crate::TeamFacts| (team.id.to_string(), format!("{} · {}", team.org_name, team.name));
        let mut institutions: Vec<(String, String)> =
            listed.iter().map(|team| (team.org.to_string(), team.org_name.clone())).collect();
        if let Ok(id) = fields.value("institution").parse::<OrganisationId>() {
            let named = find_organisation(tx, id).await?;
            institutions.extend(named.map(|organisation| (id.to_string(), organisation.name.to_string())));
        }
        institutions.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
        institutions.dedup();
        Ok(Self { teams: listed.iter().map(of_team).collect(), institutions })
    }
}

/// The question for a role; the roles of institutions ask where.
pub(super) fn question(ctx: &Ctx, fields: &Fields, choices: &Choices) -> Markup {
    let label = ctx.say("directory-role-question");
    let names: Vec<(String, String)> = Role::ALL
        .iter()
        .map(|role| role.as_str())
        .map(|code| (ctx.say(&format!("web-role-{code}")), ctx.say(&format!("directory-role-{code}-hint"))))
        .collect();
    let items: Vec<Choice<'_>> = Role::ALL
        .iter()
        .zip(&names)
        .map(|(role, (label, hint))| {
            let reveals = match role {
                Role::Referent => Some(place(ctx, fields, "team", "directory-role-team", &choices.teams)),
                Role::Head => {
                    Some(place(ctx, fields, "institution", "directory-role-institution", &choices.institutions))
                }
                _ => None,
            };
            Choice { value: role.as_str(), label, hint: Some(hint), reveals, ..Choice::default() }
        })
        .collect();
    let (value, error) = (fields.value("role"), fields.error("role"));
    let field = Field { name: "role", label: &label, value, error, ..Field::default() };
    ui::radios(ctx.words(), ui::Choices { field, items: &items, ..ui::Choices::default() })
}

fn place(ctx: &Ctx, fields: &Fields, name: &str, key: &str, places: &[(String, String)]) -> Markup {
    if places.is_empty() {
        return html! {
            p.govuk-body { (ctx.say("directory-role-no-team")) " "
                a.govuk-link href="/organisations" { (ctx.say("directory-nav-organisations")) } }
        };
    }
    let nothing = ctx.say("directory-choose");
    let options: Vec<(&str, &str)> = std::iter::once(("", nothing.as_str()))
        .chain(places.iter().map(|(id, name)| (id.as_str(), name.as_str())))
        .collect();
    let label = ctx.say(key);
    let field = Field { name, label: &label, value: fields.value(name), error: fields.error(name), ..Field::default() };
    ui::select(ctx.words(), ui::Select { field, options: &options })
}

/// The role that was chosen, with its organisation and team; what is missing is noted at its question.
pub(super) async fn read(
    ctx: &Ctx,
    tx: &mut Tx,
    fields: &mut Fields,
) -> Result<Option<(Role, OrganisationId, Option<TeamId>)>, PageError> {
    let own = ctx.actor()?.seat.as_ref().ok_or(PageError::Forbidden)?.org;
    let Some(role) = fields.choice("role", Role::parse, Refusal::RoleMissing.key()) else { return Ok(None) };
    match role {
        Role::Referent => {
            let team = match fields.value("team").parse::<TeamId>() {
                Ok(id) => teams::find_team(tx, id).await?,
                Err(_) => None,
            };
            if team.is_none() {
                refuse(fields, vec![Refusal::RoleNeedsTeam]);
            }
            Ok(team.map(|team| (role, team.org, Some(team.id))))
        }
        Role::Head => {
            let org = fields.value("institution").parse::<OrganisationId>().ok();
            if org.is_none() {
                fields.refuse_key("institution", "directory-role-institution-missing");
            }
            Ok(org.map(|org| (role, org, None)))
        }
        _ => Ok(Some((role, own, None))),
    }
}
