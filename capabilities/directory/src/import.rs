//! An import, of the registry or of a list: a file that is read, shown, confirmed, and only then applied.

use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_spreadsheets::Stopped;

use crate::{
    OrganisationId,
    finess::Plan,
    list_import::{List, Plan as ListPlan},
};

codes! {
    /// How far an import is.
    pub enum ImportState {
        /// The file is being read.
        Reading = "reading",
        /// What it would change is known; somebody has to confirm.
        Ready = "ready",
        /// The changes are being written.
        Applying = "applying",
        /// Everything is written.
        Applied = "applied",
        /// The file cannot be imported, or the writing failed.
        Stopped = "stopped",
        /// Somebody has decided not to import it.
        Dropped = "dropped",
    }
}

/// What an import changes, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines read.
    pub lines: i64,
    /// Sites that are new.
    pub created: i64,
    /// Sites that change.
    pub changed: i64,
    /// Sites that stay as they are.
    pub unchanged: i64,
    /// Lines that are not imported.
    pub refused: i64,
    /// Values that were repaired or left empty.
    pub repaired: i64,
}

impl Counts {
    /// The numbers of a plan.
    pub fn of(plan: &Plan) -> Self {
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        Self {
            lines: i64::try_from(plan.read.lines).unwrap_or(i64::MAX),
            created: count(plan.created.len()),
            changed: count(plan.changed.len()),
            unchanged: count(plan.unchanged),
            refused: count(plan.refused_count),
            repaired: count(plan.repair_counts.values().sum()),
        }
    }

    /// The numbers of a plan for a list.
    pub(crate) fn of_list(plan: &ListPlan) -> Self {
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        Self {
            lines: count(plan.lines),
            created: count(plan.created()),
            changed: count(plan.changed()),
            unchanged: count(plan.unchanged),
            refused: count(plan.refused.len()),
            repaired: 0,
        }
    }

    /// Whether nothing is written.
    pub const fn is_empty(&self) -> bool {
        self.created == 0 && self.changed == 0
    }
}

/// An import.
#[derive(Clone, Debug)]
pub struct Import {
    /// Its id.
    pub id: Id<Import>,
    /// The association whose people handed the file in; only they see it.
    pub org: OrganisationId,
    /// When the file was handed in.
    pub made_at: Timestamp,
    /// How far it is.
    pub state: ImportState,
    /// How much of the present step is done: bytes while reading, sites while writing.
    pub done: u64,
    /// How much the present step is.
    pub total: u64,
    /// The edition that the file says it is.
    pub edition: Option<String>,
    /// The date that the file says.
    pub published_on: Option<Date>,
    /// What it changes.
    pub counts: Counts,
    /// Why it stopped: see [`problem`].
    pub problem: Option<String>,
    /// The list that the file is about; nothing for the registry.
    pub list: Option<List>,
}

/// Why a file was not read: the key of the words that tell it, and the line where that helps.
pub fn problem(stopped: Stopped) -> String {
    let line = stopped.line().map_or_else(String::new, |line| format!(" {line}"));
    format!("directory-import-stopped-{}{line}", stopped.as_str())
}
