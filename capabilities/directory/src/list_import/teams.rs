//! A line about a team.

use passerelle_kernel::comparable;

use super::{FieldChange, Reason, Shown, Step, Work, cells::Cells, plan::Planner};
use crate::{Name, lists::ListColumn, name::one_line};

impl Planner<'_> {
    pub(super) fn team(&mut self, cells: &Cells<'_>) -> Result<Option<Step>, Reason> {
        let organisation = self.organisation(cells)?;
        let name = Name::new(cells.get(ListColumn::Team))?;
        self.once(format!("{} {}", organisation.id, comparable(name.as_str())), cells.line)?;
        let town = one_line(cells.get(ListColumn::Town));
        let known = self.known_team(organisation.id, name.as_str())?;
        if let Some(known) = known
            && (town.is_empty() || known.town.as_ref() == Some(&town))
        {
            return Ok(None);
        }
        if !organisation.may_change {
            return Err(Reason::TeamOfOthers);
        }
        let before = known.and_then(|known| known.town.clone()).map_or(Shown::Nothing, Shown::Text);
        let to = Shown::Text(town.clone());
        let fields = match town.is_empty() {
            true => Vec::new(),
            false => vec![FieldChange { column: ListColumn::Town, from: before, to }],
        };
        let about = format!("{} · {}", organisation.name, known.map_or(name.as_str(), |known| known.name.as_str()));
        let work = match known {
            // What people have called it stays: the file found it by that name, however it is spelled there.
            Some(known) => {
                let name = known.name.clone();
                Work::ChangeTeam { team: known.id, version: known.version, name, town }
            }
            None => Work::EnterTeam { org: organisation.id, name: name.to_string(), town },
        };
        Ok(Some(Step { line: cells.line, about, is_new: known.is_none(), fields, work }))
    }
}
