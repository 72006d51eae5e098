//! Which organisation and which team a line means.

use passerelle_access::Role;
use passerelle_kernel::comparable;

use super::{FoundOrganisation, FoundTeam, Reason, cells::Cells, plan::Planner};
use crate::{FinessNumber, OrganisationId, Refusal, Siret, TeamId, lists::ListColumn, membership::check_place};

/// Where a role is held, with the name of the place.
pub(super) type Place = (OrganisationId, Option<TeamId>, String);

/// A FINESS number or a SIRET in the form in which it is kept, with the zero that a spreadsheet took for nothing.
pub(crate) fn number(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    let padded = if matches!(text.len(), 8 | 13) { format!("0{text}") } else { text };
    let finess = FinessNumber::parse(&padded).map(|number| number.to_string());
    finess.or_else(|_| Siret::parse(&padded).map(|number| number.to_string())).ok()
}

impl<'a> Planner<'a> {
    /// Where the line says that a role is held.
    pub(super) fn place(&self, role: Role, cells: &Cells<'_>) -> Result<Place, Reason> {
        let team = cells.given(ListColumn::Team);
        if role.is_of_association() {
            let keeper = &self.known.keeper;
            if !self.names_keeper(cells)? {
                return Err(Reason::OtherAssociation);
            }
            check_place(role, keeper.kind, team.is_some())?;
            return Ok((keeper.id, None, keeper.called().to_string()));
        }
        let organisation = self.organisation(cells)?;
        check_place(role, organisation.kind, team.is_some())?;
        match team {
            None => Ok((organisation.id, None, organisation.name.clone())),
            Some(name) => {
                let team = self.known_team(organisation.id, name)?.ok_or(Reason::TeamUnknown)?;
                Ok((organisation.id, Some(team.id), team.name.clone()))
            }
        }
    }

    /// Whether the line names the own association, or none.
    fn names_keeper(&self, cells: &Cells<'_>) -> Result<bool, Reason> {
        let keeper = &self.known.keeper;
        if let Some(text) = cells.given(ListColumn::Number) {
            let number = number(text).ok_or(Reason::Number)?;
            let own = [keeper.ids.finess_site.map(|n| n.to_string()), keeper.ids.siret.map(|n| n.to_string())];
            return Ok(own.contains(&Some(number)));
        }
        let name = cells.given(ListColumn::Organisation).map(comparable);
        let own = [keeper.name.as_str(), keeper.called().as_str()].map(comparable);
        Ok(name.is_none_or(|name| own.contains(&name)))
    }

    /// The organisation that the line names, by its number or else by its name.
    pub(super) fn organisation(&self, cells: &Cells<'_>) -> Result<&'a FoundOrganisation, Reason> {
        let name = cells.given(ListColumn::Organisation);
        let found = match (cells.given(ListColumn::Number), name) {
            (Some(text), name) => {
                let mut found = self.known.numbered(&number(text).ok_or(Reason::Number)?);
                if found.len() > 1 {
                    let name = name.map(comparable);
                    found.retain(|one| Some(comparable(&one.name)) == name);
                }
                found
            }
            (None, Some(name)) => self.known.named(name),
            (None, None) => return Err(Reason::OrganisationMissing),
        };
        match found.as_slice() {
            [one] => Ok(*one),
            [] => Err(Reason::OrganisationUnknown),
            _ => Err(Reason::OrganisationsAlike),
        }
    }

    /// The only team of this name, if there is one.
    pub(super) fn known_team(&self, org: OrganisationId, name: &str) -> Result<Option<&'a FoundTeam>, Reason> {
        match self.known.teams(org, name) {
            [] => Ok(None),
            [one] => Ok(Some(one)),
            _ => Err(Reason::TeamsAlike),
        }
    }

    /// The role that the line names.
    pub(super) fn named_role(&self, cells: &Cells<'_>) -> Result<Role, Reason> {
        let name = cells.given(ListColumn::Role).ok_or(Refusal::RoleMissing)?;
        self.vocabulary.role(name).ok_or(Reason::Role)
    }
}
