//! Everything that is held about a person, by what it is for: read from the declarations of all capabilities.

use passerelle_access::{Account, account, membership};
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

/// What is held about a person, in their record and in those that stepped back behind it, with the newest rows of each
/// kind, `most` at the most. The number of statements does not depend on how much there is.
pub(crate) async fn read(tx: &mut Tx, app: &App, person: Id<Account>, most: i64) -> Result<Vec<Group>> {
    let ids: Vec<String> =
        std::iter::once(person).chain(account::merged(tx, person).await?).map(|id| id.to_string()).collect();
    let mut groups: Vec<Group> = Vec::new();
    for held in app.held() {
        let mut part = Part { held, counted: Counted::default(), records: Vec::new() };
        for id in &ids {
            let counted = held::count(tx, held, id).await?;
            if counted.rows > 0 && !held.facts.is_empty() && most > 0 {
                part.records.extend(held::find(tx, held, id, most).await?);
            }
            part.counted = both(part.counted, counted);
        }
        if part.counted.rows == 0 {
            continue;
        }
        part.records.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        match groups.iter_mut().find(|group| group.purpose == held.purpose) {
            Some(group) => group.parts.push(part),
            None => groups.push(Group { purpose: held.purpose, parts: vec![part] }),
        }
    }
    Ok(groups)
}

/// The rows of two records together.
fn both(one: Counted, other: Counted) -> Counted {
    Counted {
        rows: one.rows + other.rows,
        first: [one.first, other.first].into_iter().flatten().min(),
        last: one.last.max(other.last),
        country: one.country.or(other.country),
    }
}
