//! Looks: who has seen data of whom, and what for. An event like others, written once a day for each.
//!
//! A transaction notes whose data it hands out ([`Tx::looked`]); whoever shows the page writes it down before the page
//! leaves. A look again on the same day writes nothing.

use std::{
    collections::BTreeSet,
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use passerelle_kernel::Date;

use crate::{Event, OF_THE_HOUSE, Result, Tx, params};

/// What kind of event a look is.
pub const LOOKED: &str = "looked";

crate::sql! {
    /// The statements about looks.
    pub STATEMENTS;
    // Each text begins with the id of the event (36 characters) and ends with the person.
    LOOK = "INSERT INTO event (id, org_id, at, kind, subject_id, person_id, purpose, actor_id, actor_role, actor_org_id,
            detail, once_key)
        SELECT substr(one.value, 1, 36), CAST(?2 AS TEXT), CAST(?3 AS BIGINT), 'looked', substr(one.value, 37),
            substr(one.value, 37), CAST(?4 AS TEXT), CAST(?5 AS TEXT), CAST(?6 AS TEXT), CAST(?8 AS TEXT), 'null',
            CAST(?7 AS TEXT) || substr(one.value, 37)
        FROM json_each(?1) one WHERE true
        ON CONFLICT (once_key) WHERE once_key IS NOT NULL DO NOTHING";
    WAIT = "INSERT INTO event_waiting (event_id) SELECT e.id FROM json_each(?1) one
        JOIN event e ON e.id = substr(one.value, 1, 36)";
}

/// Somebody whose data was seen, and what for: the name of the right that showed it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Look {
    /// What for.
    pub purpose: &'static str,
    /// The person.
    pub person: String,
}

/// Who looks, in which role.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Viewer {
    /// The account.
    pub account: String,
    /// The code of the role in which they look; nothing for somebody who holds none.
    pub role: Option<&'static str>,
    /// The organisation in which they hold it.
    pub org: Option<String>,
}

impl Viewer {
    /// One word for each, so that two roles of one person are two viewers.
    fn word(&self) -> String {
        format!("{} {} {}", self.account, self.role.unwrap_or("-"), self.org.as_deref().unwrap_or("-"))
    }
}

/// Whose data the transactions of one page have handed out.
#[derive(Clone, Debug, Default)]
pub struct Looks(Arc<Mutex<BTreeSet<Look>>>);

impl Looks {
    /// Notes a look.
    pub fn note(&self, person: impl ToString, purpose: &'static str) {
        let look = Look { purpose, person: person.to_string() };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(look);
    }

    /// What was noted so far; nothing is left.
    pub fn take(&self) -> BTreeSet<Look> {
        mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Tx {
    /// Notes that this transaction hands out data of a person, for a purpose.
    pub fn looked(&self, person: impl ToString, purpose: &'static str) {
        self.looks.note(person, purpose);
    }

    /// Notes what it hands out here from now on.
    pub fn note_looks_in(&mut self, looks: &Looks) {
        self.looks = looks.clone();
    }
}

/// Writes down what somebody has seen on this day; what was written before on the same day stays as it is.
///
/// # Errors
/// The engine's error.
pub async fn write(tx: &mut Tx, by: Option<&Viewer>, day: Date, looks: &BTreeSet<Look>) -> Result<()> {
    let purposes: BTreeSet<&'static str> = looks.iter().map(|look| look.purpose).collect();
    for purpose in purposes {
        let of_purpose = looks.iter().filter(|look| look.purpose == purpose);
        let rows: Vec<String> = of_purpose.map(|look| format!("{}{}", tx.new_id::<Event<'_>>(), look.person)).collect();
        let rows = serde_json::to_string(&rows).unwrap_or_default();
        // Whoever opened a link acts for no organisation.
        let (account, role, org) = by.map_or((None, None, None), |by| (Some(&by.account), by.role, by.org.as_deref()));
        let viewer = by.map_or_else(|| "link".to_owned(), Viewer::word);
        let once = format!("{LOOKED} {day} {viewer} {purpose} ");
        let at = tx.now();
        tx.execute(LOOK, params![&rows, org.unwrap_or(OF_THE_HOUSE), at, purpose, account, role, once, org]).await?;
        tx.execute(WAIT, params![rows]).await?;
    }
    Ok(())
}
