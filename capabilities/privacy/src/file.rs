//! Everything that is held about a person, by what it is for: read from the declarations of all capabilities.

use passerelle_access::{Account, membership};
use passerelle_kernel::{Date, Id};
use passerelle_store::{
    Result, Tx,
    held::{self, Counted, Held, Purpose, Record, Retention, Since},
};
use passerelle_web::App;

/// What is held for one purpose.
#[derive(Debug)]
pub(crate) struct Group {
    /// What it is for.
    pub purpose: &'static Purpose,
    /// What is held, each with at least one row.
    pub parts: Vec<Part>,
}

/// Rows of one kind.
#[derive(Debug)]
pub(crate) struct Part {
    /// Their declaration.
    pub held: &'static Held,
    /// How many there are.
    pub counted: Counted,
    /// The newest of them.
    pub records: Vec<Record>,
}

/// What is needed to say until when something is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Until {
    /// The figures of the operator.
    pub retention: Retention,
    /// The day on which the person's last role ended; nothing while they hold one.
    pub left_on: Option<Date>,
}

impl Until {
    /// For a person today.
    pub async fn of(tx: &mut Tx, app: &App, person: Id<Account>, today: Date) -> Result<Self> {
        let left_on = membership::left_on(tx, person, today).await?;
        Ok(Self { retention: app.settings().retention, left_on })
    }

    /// Until when rows are kept whose time is counted from `since`; nothing while that day has not come.
    pub fn day(&self, held: &Held, since: Option<Date>, country: Option<&str>) -> Option<Date> {
        let since = if held.since == Since::Leaving { self.left_on } else { since };
        Some(self.retention.span(held.term, country).after(since?))
    }
}

/// What is held about a person, with the newest rows of each kind, `most` at the most. The number of statements does not
/// depend on how much there is.
pub(crate) async fn read(tx: &mut Tx, app: &App, person: Id<Account>, most: i64) -> Result<Vec<Group>> {
    let id = person.to_string();
    let mut groups: Vec<Group> = Vec::new();
    for held in app.held() {
        let counted = held::count(tx, held, &id).await?;
        if counted.rows == 0 {
            continue;
        }
        let is_told = !held.facts.is_empty() && most > 0;
        let records = if is_told { held::find(tx, held, &id, most).await? } else { Vec::new() };
        let part = Part { held, counted, records };
        match groups.iter_mut().find(|group| group.purpose == held.purpose) {
            Some(group) => group.parts.push(part),
            None => groups.push(Group { purpose: held.purpose, parts: vec![part] }),
        }
    }
    Ok(groups)
}
