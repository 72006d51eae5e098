//! What a file would do: what is new, what changes from what to what, what stays, what is refused and why.

use std::collections::{HashMap, HashSet};

use passerelle_access::{Membership, Role};
use passerelle_kernel::{Date, Id, Language, comparable};

use super::{Known, List, Reason, Staged, Vocabulary, cells::Cells};
use crate::{Country, OrganisationId, PersonFacts, PersonId, SpokenLanguages, TeamId, lists::ListColumn};

/// A value as the preview shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shown {
    Nothing,
    /// Something that the person does not show.
    Closed,
    Text(String),
    Day(Date),
    Language(Language),
    Country(Country),
    Spoken(SpokenLanguages),
    /// A role, where it is held, and from when.
    Role(Role, String, Date),
}

/// A value that is new or changes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FieldChange {
    pub column: ListColumn,
    pub from: Shown,
    pub to: Shown,
}

/// What is done with a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RoleWork {
    Give { role: Role, org: OrganisationId, team: Option<TeamId>, from: Date, until: Option<Date> },
    End { membership: Id<Membership>, last: Date },
}

/// What is written for a line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Work {
    /// Somebody new, with their first role.
    Enter { facts: PersonFacts, role: RoleWork },
    /// Somebody who is there: what changes of what is known (of this version), and of their roles.
    Change { person: PersonId, facts: Option<(PersonFacts, i64)>, role: Option<RoleWork> },
    /// A new team.
    EnterTeam { org: OrganisationId, name: String, town: String },
    /// A team that is there.
    ChangeTeam { team: TeamId, version: i64, name: String, town: String },
}

/// What a line does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    pub line: u64,
    /// Whom or what it is about.
    pub about: String,
    pub is_new: bool,
    pub fields: Vec<FieldChange>,
    pub work: Work,
}

/// A line that is not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    pub line: u64,
    pub about: String,
    pub reasons: Vec<Reason>,
}

/// What a file would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Plan {
    pub lines: usize,
    /// What is written, in the order of the file.
    pub steps: Vec<Step>,
    pub unchanged: usize,
    pub refused: Vec<Refused>,
    /// The people whom the file speaks of and who are known.
    pub people: Vec<PersonId>,
}

impl Plan {
    /// How many are new.
    pub fn created(&self) -> usize {
        self.steps.iter().filter(|step| step.is_new).count()
    }

    /// How many change.
    pub fn changed(&self) -> usize {
        self.steps.len() - self.created()
    }

    /// Whether somebody would run the association who does not yet.
    pub fn gives_admin(&self) -> bool {
        let role = |step: &Step| match &step.work {
            Work::Enter { role, .. } => Some(role.clone()),
            Work::Change { role, .. } => role.clone(),
            Work::EnterTeam { .. } | Work::ChangeTeam { .. } => None,
        };
        self.steps.iter().filter_map(role).any(|role| matches!(role, RoleWork::Give { role: Role::Admin, .. }))
    }
}

/// What a line comes to: something to do, nothing, or reasons why not.
pub(super) type Outcome = Result<Option<Step>, Vec<Reason>>;

/// Works out what the lines do, one after the other.
pub(super) struct Planner<'a> {
    pub known: &'a Known,
    pub vocabulary: &'a Vocabulary,
    pub today: Date,
    /// What a line has spoken of, with the line.
    pub seen: HashMap<String, u64>,
    /// The names to which the file gives an address.
    pub addressed: HashSet<String>,
    /// The roles that the file gives.
    pub given: HashMap<PersonId, Vec<Membership>>,
    /// Whose administration the file ends.
    pub ended: HashSet<PersonId>,
    /// The known people whom the file speaks of.
    pub people: Vec<PersonId>,
}

impl Planner<'_> {
    /// Refuses what another line has spoken of.
    pub fn once(&mut self, key: String, line: u64) -> Result<(), Reason> {
        match self.seen.insert(key.clone(), line) {
            None => Ok(()),
            Some(first) => {
                self.seen.insert(key, first);
                Err(Reason::Twice(first))
            }
        }
    }
}

/// What a file would do to what is known.
pub(crate) fn plan(list: List, staged: &Staged, known: &Known, vocabulary: &Vocabulary, today: Date) -> Plan {
    let columns = staged.columns();
    let addressed = staged.lines(&columns).filter(|cells| cells.given(ListColumn::Email).is_some());
    let mut planner = Planner {
        known,
        vocabulary,
        today,
        seen: HashMap::new(),
        addressed: addressed.map(|cells| comparable(cells.get(ListColumn::Name))).collect(),
        given: HashMap::new(),
        ended: HashSet::new(),
        people: Vec::new(),
    };
    let mut plan = Plan { lines: staged.len(), ..Plan::default() };
    for cells in staged.lines(&columns) {
        let outcome = match cells.error() {
            Some(column) => Err(vec![Reason::SpreadsheetError(column)]),
            None => planner.line(list, &cells),
        };
        match outcome {
            Ok(Some(step)) => plan.steps.push(step),
            Ok(None) => plan.unchanged += 1,
            Err(reasons) => plan.refused.push(Refused { line: cells.line, about: about(list, &cells), reasons }),
        }
    }
    planner.people.sort_unstable();
    planner.people.dedup();
    plan.people = planner.people;
    plan
}

impl Planner<'_> {
    fn line(&mut self, list: List, cells: &Cells<'_>) -> Outcome {
        match list {
            List::People => self.person(cells),
            List::Memberships => self.membership(cells),
            List::Teams => self.team(cells).map_err(|reason| vec![reason]),
        }
    }
}

/// What a line that is refused says that it is about.
fn about(list: List, cells: &Cells<'_>) -> String {
    let columns = match list {
        List::People | List::Memberships => [ListColumn::Name, ListColumn::Email],
        List::Teams => [ListColumn::Organisation, ListColumn::Team],
    };
    let texts: Vec<&str> = columns.into_iter().filter_map(|column| cells.given(column)).collect();
    texts.join(" · ")
}
