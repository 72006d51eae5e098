//! Two records that turn out to be about one person: which rows followed from one to the other, and the way back.

use passerelle_access::Account;
use passerelle_kernel::{Id, Timestamp};
use passerelle_store::{
    Tx,
    reference::{Reference, Subject},
};
use serde::{Deserialize, Serialize};

use crate::{OrganisationId, PersonId, store::phones};

/// A merger that was made.
#[derive(Clone, Debug)]
pub struct Merger {
    /// Its id.
    pub id: Id<Merger>,
    /// The association that keeps both records.
    pub org: OrganisationId,
    /// The record that stepped back.
    pub gone: PersonId,
    /// The record in whose place nothing changed.
    pub kept: PersonId,
    /// The rows that followed.
    pub carried: Carried,
    /// When it was made.
    pub at: Timestamp,
    /// By whom.
    pub by: Id<Account>,
}

/// The rows that followed from one record to the other: for each column, what tells its rows apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried(Vec<(String, Vec<String>)>);

fn of_people<'a>(references: &'a [&'static Reference]) -> impl DoubleEndedIterator<Item = &'static Reference> + 'a {
    references.iter().copied().filter(|reference| reference.to == Subject::Person)
}

/// What is sealed for the account that a record had is sealed for the one that it has now.
async fn seal_anew(
    tx: &mut Tx,
    reference: &Reference,
    rows: &[String],
    from: PersonId,
    to: PersonId,
) -> passerelle_store::Result<()> {
    if reference.name() == "person.id" {
        // Its rows are told apart by the association that keeps the record.
        for keeper in rows.iter().filter_map(|keeper| keeper.parse().ok()) {
            phones::follow(tx, keeper, from, to).await?;
        }
    }
    Ok(())
}

impl Carried {
    /// Lets all that names `gone` name `kept`; what `kept` has already stays where it is.
    ///
    /// # Errors
    /// The engine's error.
    pub(crate) async fn over(
        tx: &mut Tx,
        references: &[&'static Reference],
        gone: PersonId,
        kept: PersonId,
    ) -> passerelle_store::Result<Self> {
        let (from, to) = (gone.to_string(), kept.to_string());
        let mut all = Vec::new();
        for reference in of_people(references) {
            let rows = reference.carry(tx, &from, &to).await?;
            seal_anew(tx, reference, &rows, gone, kept).await?;
            if !rows.is_empty() {
                all.push((reference.name(), rows));
            }
        }
        Ok(Self(all))
    }

    /// Lets the same rows name `gone` again, the last first; gives how many did.
    ///
    /// # Errors
    /// The engine's error.
    pub(crate) async fn back(
        &self,
        tx: &mut Tx,
        references: &[&'static Reference],
        gone: PersonId,
        kept: PersonId,
    ) -> passerelle_store::Result<usize> {
        let (from, to) = (gone.to_string(), kept.to_string());
        let mut count = 0;
        for reference in of_people(references).rev() {
            let name = reference.name();
            for (_, rows) in self.0.iter().filter(|(column, _)| *column == name) {
                count += reference.carry_back(tx, &from, &to, rows).await?;
                seal_anew(tx, reference, rows, kept, gone).await?;
            }
        }
        Ok(count)
    }

    /// How many rows.
    pub fn count(&self) -> usize {
        self.0.iter().map(|(_, rows)| rows.len()).sum()
    }
}
