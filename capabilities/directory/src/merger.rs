//! Two records that turn out to be about the same person, organisation or team: which rows followed from one to the
//! other, and the way back. One machine for the three nouns; which records may step back is each noun's own rule.

use passerelle_access::Account;
use passerelle_kernel::{Id, Timestamp};
use passerelle_store::{
    Tx,
    reference::{Reference, Subject},
};
use serde::{Deserialize, Serialize};

use crate::{LegalIds, Organisation, OrganisationId, OrganisationKind, Refusal, TeamFacts, store::phones};

/// Two records of one noun that are about the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What they are records of.
    pub noun: Subject,
    /// The record that steps back.
    pub gone: String,
    /// The record in whose place nothing changes.
    pub kept: String,
}

impl Pair {
    /// Two records by their ids; the first one steps back.
    pub(crate) fn new<Noun: ?Sized>(noun: Subject, gone: Id<Noun>, kept: Id<Noun>) -> Self {
        Self { noun, gone: gone.to_string(), kept: kept.to_string() }
    }
}

/// A merger that was made.
#[derive(Clone, Debug)]
pub struct Merger {
    /// Its id.
    pub id: Id<Merger>,
    /// The association by which it was made.
    pub org: OrganisationId,
    /// The two records.
    pub pair: Pair,
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

/// What memberships that followed were called before: no rows of their own.
const CALLED: &str = "membership.place_name";

fn of<'a>(
    references: &'a [&'static Reference],
    noun: Subject,
) -> impl DoubleEndedIterator<Item = &'static Reference> + 'a {
    references.iter().copied().filter(move |reference| reference.to == noun)
}

/// Whether something names the record for whose sake it never steps back.
///
/// # Errors
/// The engine's error.
pub(crate) async fn is_held(
    tx: &mut Tx,
    references: &[&'static Reference],
    noun: Subject,
    record: &str,
) -> passerelle_store::Result<bool> {
    for reference in of(references, noun) {
        if reference.holds(tx, record).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many rows name the record and could follow another one.
///
/// # Errors
/// The engine's error.
pub(crate) async fn count(
    tx: &mut Tx,
    references: &[&'static Reference],
    noun: Subject,
    record: &str,
) -> passerelle_store::Result<usize> {
    let mut count = 0;
    for reference in of(references, noun) {
        count += reference.count(tx, record).await?;
    }
    Ok(count)
}

/// What is sealed for the account that a record had is sealed for the one that it has now.
async fn seal_anew(
    tx: &mut Tx,
    reference: &Reference,
    rows: &[String],
    from: &str,
    to: &str,
) -> passerelle_store::Result<()> {
    let (Ok(from), Ok(to)) = (from.parse(), to.parse()) else { return Ok(()) };
    if reference.name() == "person.id" {
        // Its rows are told apart by the association that keeps the record.
        for keeper in rows.iter().filter_map(|keeper| keeper.parse().ok()) {
            phones::follow(tx, keeper, from, to).await?;
        }
    }
    Ok(())
}

impl Carried {
    /// Lets all that names the record that steps back name the other one; what that one has already stays where it is.
    ///
    /// # Errors
    /// The engine's error.
    pub(crate) async fn over(
        tx: &mut Tx,
        references: &[&'static Reference],
        pair: &Pair,
    ) -> passerelle_store::Result<Self> {
        let mut all = Vec::new();
        for reference in of(references, pair.noun) {
            let rows = reference.carry(tx, &pair.gone, &pair.kept).await?;
            seal_anew(tx, reference, &rows, &pair.gone, &pair.kept).await?;
            if !rows.is_empty() {
                all.push((reference.name(), rows));
            }
        }
        Ok(Self(all))
    }

    /// Lets the same rows name the record that had stepped back again, the last first; gives how many did.
    ///
    /// # Errors
    /// The engine's error.
    pub(crate) async fn back(
        &self,
        tx: &mut Tx,
        references: &[&'static Reference],
        pair: &Pair,
    ) -> passerelle_store::Result<usize> {
        let mut count = 0;
        for reference in of(references, pair.noun).rev() {
            let name = reference.name();
            for (_, rows) in self.0.iter().filter(|(column, _)| *column == name) {
                count += reference.carry_back(tx, &pair.gone, &pair.kept, rows).await?;
                seal_anew(tx, reference, rows, &pair.kept, &pair.gone).await?;
            }
        }
        Ok(count)
    }

    /// Notes what memberships were called before they followed.
    pub(crate) fn note_called(&mut self, called: impl Iterator<Item = (String, String)>) {
        let rows: Vec<String> = called.map(|(id, name)| format!("{id} {name}")).collect();
        if !rows.is_empty() {
            self.0.push((CALLED.to_owned(), rows));
        }
    }

    /// What memberships were called before they followed: each with its id.
    pub(crate) fn called(&self) -> impl Iterator<Item = (&str, &str)> {
        let rows = self.0.iter().filter(|(column, _)| column == CALLED).flat_map(|(_, rows)| rows);
        rows.filter_map(|row| row.split_once(' '))
    }

    /// How many rows.
    pub fn count(&self) -> usize {
        self.0.iter().filter(|(column, _)| column != CALLED).map(|(_, rows)| rows.len()).sum()
    }
}

/// Whether organisations of this kind are merged at all. Associations and networks work here: accounts, roles, keys and
/// invoice numbers bear their name, and whoever knows them knows them by it.
pub(crate) const fn is_mergeable(kind: OrganisationKind) -> bool {
    !matches!(kind, OrganisationKind::Association | OrganisationKind::Federation)
}

/// Whether one record of an organisation may step back behind the other.
pub(crate) fn check_organisations(kept: &Organisation, gone: &Organisation) -> Result<(), Refusal> {
    match () {
        () if kept.id == gone.id => Err(Refusal::MergerOfOne),
        () if !is_mergeable(kept.kind) || !is_mergeable(gone.kind) => Err(Refusal::MergerOfAssociation),
        () if kept.kind != gone.kind => Err(Refusal::MergerOfKinds),
        () if are_apart(&kept.ids, &gone.ids) => Err(Refusal::MergerOfNumbers),
        () => Ok(()),
    }
}

/// Whether a registry knows them as two: the next import would take each number for another place.
fn are_apart(one: &LegalIds, other: &LegalIds) -> bool {
    fn differ<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
        one.zip(other).is_some_and(|(one, other)| one != other)
    }
    differ(one.finess_site.as_ref(), other.finess_site.as_ref())
        || differ(one.siret.as_ref(), other.siret.as_ref())
        || differ(one.enterprise.as_ref(), other.enterprise.as_ref())
}

/// Whether one record of a team may step back behind the other.
pub(crate) fn check_teams(kept: &TeamFacts, gone: &TeamFacts) -> Result<(), Refusal> {
    match () {
        () if kept.id == gone.id => Err(Refusal::MergerOfOne),
        () if kept.org != gone.org => Err(Refusal::MergerOfTeams),
        () => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Country, Name, Siret};

    fn place(n: u64, kind: OrganisationKind, siret: Option<&str>) -> Organisation {
        let id = format!("00000001-0000-7000-8000-{n:012}").parse().unwrap();
        let mut made = Organisation::new(id, kind, Name::new("Saint-Luc").unwrap(), Country::FRANCE);
        made.ids.siret = siret.map(|siret| Siret::parse(siret).unwrap());
        made
    }

    #[test]
    fn institutions_that_no_registry_tells_apart_are_merged() {
        use OrganisationKind::{Association, Federation, Institution, School};
        let (one, two) = (Some("90000001900019"), Some("10000000900017"));
        let kept = place(1, Institution, one);
        assert_eq!(check_organisations(&kept, &place(2, Institution, one)), Ok(()));
        assert_eq!(check_organisations(&kept, &place(2, Institution, None)), Ok(()));
        assert_eq!(check_organisations(&kept, &place(1, Institution, one)), Err(Refusal::MergerOfOne));
        assert_eq!(check_organisations(&kept, &place(2, Institution, two)), Err(Refusal::MergerOfNumbers));
        assert_eq!(check_organisations(&kept, &place(2, School, one)), Err(Refusal::MergerOfKinds));
        for kind in [Association, Federation] {
            assert_eq!(check_organisations(&kept, &place(2, kind, None)), Err(Refusal::MergerOfAssociation));
            assert_eq!(
                check_organisations(&place(1, kind, None), &place(2, kind, None)),
                Err(Refusal::MergerOfAssociation)
            );
        }
    }

    #[test]
    fn what_was_called_otherwise_is_noted_and_no_row() {
        let mut carried = Carried(vec![("membership.org_id".into(), vec!["m1".into()])]);
        carried.note_called([("m1".to_owned(), "Hôpital Saint-Luc".to_owned())].into_iter());
        assert_eq!(carried.count(), 1);
        assert_eq!(carried.called().collect::<Vec<_>>(), [("m1", "Hôpital Saint-Luc")]);
    }
}
