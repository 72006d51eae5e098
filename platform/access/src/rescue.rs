//! A way back for somebody who has lost their phone and their codes: two people of their association confirm that it
//! is them, instead of a helpdesk that knows nobody.
//!
//! The two are never the same person, nor the one who is helped, and belong to the same association; where several
//! associations know the person, to two of them: else two people of one could read what is kept at the other. When both have
//! met the person, the way is open at once; else a day later, so that whoever did not ask for it can stop it. Who cannot
//! read their mail any more gets the way at a new address, which both have seen; then three days pass, whoever met whom:
//! else two people could take an account over before its owner reads of it.

use passerelle_kernel::{Date, Id, TimeZone, Timestamp};
use passerelle_store::{Result, Row, Sql, Tx, params, seal::Opened};

use crate::{Account, Organisation, account};

const DAY: i64 = 86_400_000;
/// For how many days a way back at a new address can be stopped before it opens.
const ADDRESS_DAYS: i64 = 3;
/// For how many days a first confirmation waits for the second.
const WAIT_DAYS: i64 = 7;

passerelle_store::sealed! {
    /// What is sealed of ways back.
    pub SEALED;
    EMAIL = rescue.email, row "id", owner Person "account_id",
        "Help to come back in: the new address of somebody who has lost the old one",
        "Says who is in contact with a peer support service";
}

macro_rules! rescues {
    () => {
        "SELECT id, account_id, org_id, first_by, first_at, first_met, ready_at, email,
            (SELECT count(DISTINCT m.by_org_id) FROM membership m WHERE m.account_id = rescue.account_id
                AND (m.until_on IS NULL OR m.until_on >= ?2)) FROM rescue "
    };
}

passerelle_store::sql! {
    /// The statements about ways back.
    pub STATEMENTS;
    INSERT = "INSERT INTO rescue (id, account_id, org_id, first_by, first_at, first_met, email)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    BY_ID = concat!(rescues!(), "WHERE id = ?1 AND ended_at IS NULL");
    UNDER_WAY = concat!(rescues!(), "WHERE account_id = ?1 AND ended_at IS NULL");
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
    /// Whether several associations have given the person a role that goes on.
    of_several: bool,
    /// From when on the person may come back, once two have confirmed.
    pub ready_at: Option<Timestamp>,
    /// The new address to which the way leads; nothing when it is the one that is known.
    pub email: Option<String>,
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
    /// It does not count: the same person twice, oneself, the wrong association, or two have confirmed already.
    No,
}

fn read(row: &Row<'_>) -> Result<(Rescue, Option<Vec<u8>>)> {
    let rescue = Rescue {
        id: row.get(0)?,
        account: row.get(1)?,
        org: row.get(2)?,
        first_by: row.get(3)?,
        first_at: row.get(4)?,
        first_met: row.get(5)?,
        ready_at: row.get(6)?,
        email: None,
        of_several: row.get::<i64>(8)? > 1,
    };
    Ok((rescue, row.get(7)?))
}

async fn first(tx: &mut Tx, sql: &'static Sql, values: &[passerelle_store::Param]) -> Result<Option<Rescue>> {
    let Some((mut rescue, sealed)) = tx.find(sql, values, read).await? else { return Ok(None) };
    // What does not open is no address: the way leads to the one that is known.
    if let Opened::Text(email) = tx.open_as_it_is(EMAIL, rescue.account, rescue.id, sealed.as_deref()).await? {
        rescue.email = Some(email).filter(|email| !email.is_empty());
    }
    Ok(Some(rescue))
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
            && (self.org == witness.org) != self.of_several
    }

    /// From when on the person may come back when `witness` is the second.
    fn ready_with(&self, witness: &Witness, now: Timestamp) -> i64 {
        let delay = match (&self.email, self.first_met && witness.met) {
            (Some(_), _) => ADDRESS_DAYS * DAY,
            (None, true) => 0,
            (None, false) => DAY,
        };
        now.as_millisecond() + delay
    }
}

/// The way back of a person that is under way.
///
/// # Errors
/// The engine's error.
pub async fn under_way(tx: &mut Tx, account: Id<Account>) -> Result<Option<Rescue>> {
    let today = today(tx);
    first(tx, UNDER_WAY, params![account, today]).await
}

/// The way back with this id, if it is under way.
///
/// # Errors
/// The engine's error.
pub async fn find(tx: &mut Tx, id: Id<Rescue>) -> Result<Option<Rescue>> {
    let today = today(tx);
    first(tx, BY_ID, params![id, today]).await
}

fn today(tx: &Tx) -> Date {
    tx.now().to_zoned(TimeZone::UTC).date()
}

/// Somebody confirms that a person is who they say, and the first one whether they have a new address; what follows.
///
/// # Errors
/// The engine's error.
pub async fn confirm(tx: &mut Tx, account: Id<Account>, witness: &Witness, email: Option<&str>) -> Result<Confirmed> {
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
        let email = tx.seal_opt(EMAIL, account, id, email).await?;
        tx.execute(INSERT, params![id, account, witness.org, witness.account, now, witness.met, email]).await?;
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

/// Gives the person who came back the new address, if there is one.
///
/// # Errors
/// [`passerelle_store::Error::Unique`] when another account has it.
pub async fn settle_address(tx: &mut Tx, rescue: &Rescue) -> Result<()> {
    match &rescue.email {
        Some(email) => account::set_email(tx, rescue.account, Some(email)).await,
        None => Ok(()),
    }
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
            email: None,
            of_several: false,
        };
        assert!(under_way(true).takes(&witness(ada, ours, true)));
        assert!(!under_way(true).takes(&witness(coralie, ours, true)));
        assert!(!under_way(true).takes(&witness(noor, ours, true)));
        assert!(!under_way(true).takes(&witness(ada, person().cast(), true)));
        let of_several = Rescue { of_several: true, ..under_way(true) };
        assert!(of_several.takes(&witness(ada, person().cast(), true)));
        assert!(
            !of_several.takes(&witness(ada, ours, true)),
            "two people of one association read what the other keeps"
        );
        let hours = |first, second| {
            (under_way(first).ready_with(&witness(ada, ours, second), now) - now.as_millisecond()) / 3_600_000
        };
        assert_eq!((hours(true, true), hours(true, false), hours(false, true), hours(false, false)), (0, 24, 24, 24));
        let elsewhere = Rescue { email: Some("noor@example.net".into()), ..under_way(true) };
        let met = elsewhere.ready_with(&witness(ada, ours, true), now) - now.as_millisecond();
        assert_eq!(met, 3 * DAY, "never at once to a new address");
        let days = |days: i64| Timestamp::from_millisecond(now.as_millisecond() + days * DAY + 1).unwrap();
        assert!(!under_way(true).is_stale(days(6)) && under_way(true).is_stale(days(7)));
    }
}
