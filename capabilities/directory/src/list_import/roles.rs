//! A line about a role that somebody has for a time.

use passerelle_access::{Membership, Role};
use passerelle_kernel::{Date, Id};

use super::{
    FieldChange, KnownPerson, Reason, RoleWork, Shown, Step, Work,
    cells::{Cells, day},
    plan::{Outcome, Planner},
};
use crate::{Period, Refusal, lists::ListColumn, membership::check_beside};

/// What is done with a role, and how it is shown.
type Worked = Option<(RoleWork, FieldChange)>;

impl Planner<'_> {
    pub(super) fn membership(&mut self, cells: &Cells<'_>) -> Outcome {
        self.held_role(cells).map_err(|reason| vec![reason])
    }

    fn held_role(&mut self, cells: &Cells<'_>) -> Result<Option<Step>, Reason> {
        let known = self.who(cells)?.ok_or(Reason::PersonUnknown)?;
        let Some((role, change)) = self.role(cells, Some(known))? else { return Ok(None) };
        let is_new = matches!(role, RoleWork::Give { .. });
        let (about, mut fields) = (known.facts.name.clone(), vec![change]);
        if let RoleWork::Give { until: Some(until), .. } = role {
            fields.push(FieldChange { column: ListColumn::Until, from: Shown::Nothing, to: Shown::Day(until) });
        }
        let work = Work::Change { person: known.id, facts: None, role: Some(role) };
        Ok(Some(Step { line: cells.line, about, is_new, fields, work }))
    }

    /// What the line does with the role that it names. Somebody new has none yet.
    pub(super) fn role(&mut self, cells: &Cells<'_>, person: Option<&KnownPerson>) -> Result<Worked, Reason> {
        let (known, role) = (self.known, self.named_role(cells)?);
        let (org, team, place) = self.place(role, cells)?;
        let day_of = |column| cells.given(column).map(|text| day(text).ok_or(Reason::Day(column))).transpose();
        let (from, until) = (day_of(ListColumn::From)?, day_of(ListColumn::Until)?);
        let account = person.map_or(Id::nil(), |known| known.id);
        if person.is_some() {
            let days = from.map(|day| day.to_string()).unwrap_or_default();
            let team = team.map(|team| team.to_string()).unwrap_or_default();
            self.once(format!("{account} {} {org} {team} {days}", role.as_str()), cells.line)?;
        }
        let same = |held: &&Membership| (held.role, held.org, held.team) == (role, org, team);
        let held: Vec<&Membership> =
            person.map_or_else(Vec::new, |person| known.held(person.id).iter().filter(same).collect());
        let found = match from {
            Some(from) => held.iter().find(|held| held.from_on == from),
            None => held.iter().find(|held| held.until_on.is_none_or(|until| until >= self.today)),
        };
        if let Some(found) = found {
            return self.end(found, until, place);
        }
        if let (None, Some(ended)) = (from, held.iter().filter_map(|held| held.until_on).max()) {
            return Err(Reason::RoleEnded(ended));
        }
        let from = from.unwrap_or(self.today);
        Period::new(from, until)?;
        let new = Membership {
            id: Id::nil(),
            account,
            org,
            team,
            role,
            place: place.clone(),
            from_on: from,
            until_on: until,
        };
        if person.is_some() {
            check_beside(&new, &held.into_iter().cloned().collect::<Vec<_>>())?;
            self.beside_given(&new)?;
        }
        let change = FieldChange { column: ListColumn::Role, from: Shown::Nothing, to: Shown::Role(role, place, from) };
        Ok(Some((RoleWork::Give { role, org, team, from, until }, change)))
    }

    /// Two lines of the file do not give the same role for the same days.
    fn beside_given(&mut self, new: &Membership) -> Result<(), Reason> {
        let given = self.given.entry(new.account).or_default();
        // What the file gives has no id yet: another one stands in, so that they are told apart.
        check_beside(&Membership { id: new.account.cast(), ..new.clone() }, given)?;
        given.push(new.clone());
        Ok(())
    }

    /// A role that is held: the line may end it, never later than it ends already.
    fn end(&mut self, held: &Membership, until: Option<Date>, place: String) -> Result<Worked, Reason> {
        let Some(last) = until.filter(|last| held.until_on != Some(*last)) else { return Ok(None) };
        if let Some(earlier) = held.until_on.filter(|earlier| *earlier < last) {
            return Err(Reason::EndsEarlier(earlier));
        }
        Period::new(held.from_on, Some(last))?;
        if held.role == Role::Admin {
            let stays = |admin: &&_| **admin != held.account && !self.ended.contains(*admin);
            if self.known.admins.iter().find(stays).is_none() {
                return Err(Refusal::LastAdmin.into());
            }
            self.ended.insert(held.account);
        }
        let from = held.until_on.map_or(Shown::Role(held.role, place, held.from_on), Shown::Day);
        let change = FieldChange { column: ListColumn::Until, from, to: Shown::Day(last) };
        Ok(Some((RoleWork::End { membership: held.id, last }, change)))
    }
}
