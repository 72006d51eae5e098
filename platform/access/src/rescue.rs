//! A way back for somebody who has lost their phone and their codes: two people of their association confirm that it
//! is them, instead of a helpdesk that knows nobody.
//!
//! The two are never the same person, nor the one who is helped, and belong to the same association. When both have
//! met the person, the way is open at once; else a day later, so that whoever did not ask for it can stop it.

use passerelle_kernel::{Id, Timestamp};
use passerelle_store::{Result, Row, Tx, params};

use crate::{Account, Organisation};

const DAY: i64 = 86_400_000;
/// For how many days a first confirmation waits for the second.
const WAIT_DAYS: i64 = 7;

passerelle_store::sql! {
    /// The statements about ways back.
    pub STATEMENTS;
    INSERT = "INSERT INTO rescue (id, account_id, org_id, first_by, first_at, first_met) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    BY_ID = "SELECT id, account_id, org_id, first_by, first_at, first_met, ready_at FROM rescue
        WHERE id = ?1 AND ended_at IS NULL";
    UNDER_WAY = "SELECT id, account_id, org_id, first_by, first_at, first_met, ready_at FROM rescue
        WHERE account_id = ?1 AND ended_at IS NULL";
    SECOND = "UPDATE rescue SET second_by = ?2, second_at = ?3, second_met = ?4, ready_at = ?5
        WHERE id = ?1 AND second_by IS NULL";
    END = "UPDATE rescue SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL";
}

/// A way back that is under way.
#[derive(Clone, Debug)]
pub struct Rescue {
    /// Its id.
    pub id: Id<Rescue>,
    /// The person who is helped.
    pub account: Id<Account>,
    /// The association whose people confirm.
    pub org: Id<Organisation>,
    /// Who has confirmed first.
    pub first_by: Id<Account>,
    first_at: Timestamp,
    first_met: bool,
    /// From when on the person may come back, once two have confirmed.
    pub ready_at: Option<Timestamp>,
}

/// Somebody who confirms.
#[derive(Clone, Copy, Debug)]
pub struct Witness {
    /// Who it is.
    pub account: Id<Account>,
    /// The association in which they hold their role.
    pub org: Id<Organisation>,
    /// Whether they have met the person for this.
    pub met: bool,
}

/// What a confirmation brought about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// It is the first: another person must confirm.
    First(Id<Rescue>),
    /// It is the second: the way is open from this instant on.
    Second(Id<Rescue>, Timestamp),
    /// It does not count: the same person twice, oneself, another association, or two have confirmed already.
    No,
}

fn read(row: &Row<'_>) -> Result<Rescue> {
    Ok(Rescue {
        id: row.get(0)?,
        account: row.get(1)?,
        org: row.get(2)?,
        first_by: row.get(3)?,
        first_at: row.get(4)?,
        first_met: row.get(5)?,
        ready_at: row.get(6)?,
    })
}

impl Rescue {
    /// Whether the first confirmation has waited too long for the second.
    pub fn is_stale(&self, now: Timestamp) -> bool {
        self.ready_at.is_none() && self.first_at.as_millisecond() + WAIT_DAYS * DAY < now.as_millisecond()
    }

    /// Whether this person may be the second to confirm.
    pub fn takes(&self, witness: &Witness) -> bool {
        self.ready_at.is_none()
            && self.first_by != witness.account
            && self.account != witness.account
            && self.org == witness.org
    }

    /// From when on the person may come back when `witness` is the second.
    fn ready_with(&self, witness: &Witness, now: Timestamp) -> i64 {
        let delay = if self.first_met && witness.met { 0 } else { DAY };
        now.as_millisecond() + delay
    }
}

/// The way back of a person that is under way.
///
/// # Errors
/// The engine's error.
pub async fn under_way(tx: &mut Tx, account: Id<Account>) -> Result<Option<Rescue>> {
    tx.find(UNDER_WAY, params![account], read).await
}

/// The way back with this id, if it is under way.
///
/// # Errors
/// The engine's error.
pub async fn find(tx: &mut Tx, id: Id<Rescue>) -> Result<Option<Rescue>> {
    tx.find(BY_ID, params![id], read).await
}

/// Somebody confirms that a person is who they say; what follows from it.
///
/// # Errors
/// The engine's error.
pub async fn confirm(tx: &mut Tx, account: Id<Account>, witness: &Witness) -> Result<Confirmed> {
    let now = tx.now();
    let mut found = under_way(tx, account).await?;
    if let Some(stale) = found.take_if(|found| found.is_stale(now)) {
        end(tx, stale.id).await?;
    }
    let Some(found) = found else {
        if account == witness.account {
            return Ok(Confirmed::No);
        }
        let id: Id<Rescue> = tx.new_id();
        tx.execute(INSERT, params![id, account, witness.org, witness.account, now, witness.met]).await?;
        return Ok(Confirmed::First(id));
    };
    if !found.takes(witness) {
        return Ok(Confirmed::No);
    }
    let ready = found.ready_with(witness, now);
    let written = tx.execute(SECOND, params![found.id, witness.account, now, witness.met, ready]).await?;
    Ok(match Timestamp::from_millisecond(ready) {
        Ok(ready) if written == 1 => Confirmed::Second(found.id, ready),
        _ => Confirmed::No,
    })
}

/// Ends a way back: it was used, or stopped, or has waited too long; false when it had ended.
///
/// # Errors
/// The engine's error.
pub async fn end(tx: &mut Tx, id: Id<Rescue>) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(END, params![id, now]).await? == 1)
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::Chance;

    use super::*;

    #[test]
    fn the_second_is_somebody_else_of_the_same_association_and_a_day_passes_unless_both_met() {
        let chance = Chance::seeded(1);
        let now: Timestamp = "2026-09-07T07:00:00Z".parse().unwrap();
        let person = || Id::<Account>::new(now, &chance);
        let (noor, coralie, ada, ours) = (person(), person(), person(), person().cast());
        let witness = |account, org, met| Witness { account, org, met };
        let under_way = |met| Rescue {
            id: Id::nil(),
            account: noor,
            org: ours,
            first_by: coralie,
            first_at: now,
            first_met: met,
            ready_at: None,
        };
        assert!(under_way(true).takes(&witness(ada, ours, true)));
        assert!(!under_way(true).takes(&witness(coralie, ours, true)));
        assert!(!under_way(true).takes(&witness(noor, ours, true)));
        assert!(!under_way(true).takes(&witness(ada, person().cast(), true)));
        let hours = |first, second| {
            (under_way(first).ready_with(&witness(ada, ours, second), now) - now.as_millisecond()) / 3_600_000
        };
        assert_eq!((hours(true, true), hours(true, false), hours(false, true), hours(false, false)), (0, 24, 24, 24));
        let days = |days: i64| Timestamp::from_millisecond(now.as_millisecond() + days * DAY + 1).unwrap();
        assert!(!under_way(true).is_stale(days(6)) && under_way(true).is_stale(days(7)));
    }
}
