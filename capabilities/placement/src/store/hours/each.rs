//! The entries of a month one by one, as far as a scope reaches: a page at a time, by day.

use passerelle_access::Scope;
use passerelle_kernel::{Date, Id};
use passerelle_store::{Result, Tx, params};

use super::lists::{Line, lines, lines_of};
use crate::{hours::Entry, period::Month};

/// How many entries a page has.
pub(crate) const PAGE: usize = 100;

macro_rules! page {
    ($whose:literal) => {
        lines!(concat!(
            "WHERE h.worked_on <= ?2 AND (h.worked_on > ?3 OR (h.worked_on = ?3 AND h.id > ?4)) AND ",
            $whose,
            " ORDER BY h.worked_on, h.id LIMIT ?5"
        ))
    };
}

passerelle_store::sql! {
    /// The statements about entries one by one.
    pub(crate) STATEMENTS;
    OF_ORG = page!("h.org_id = ?1");
    OF_TEAM = page!("h.team_id = ?1");
    OF_PEER = page!("h.peer_id = ?1 AND h.org_id = ?6");
}

/// The entries of a month in `scope`, after the entry of this day and id, `most` at the most.
///
/// # Errors
/// The engine's error.
pub(crate) async fn of_month(
    tx: &mut Tx,
    scope: Scope,
    month: Month,
    after: Option<(Date, Id<Entry>)>,
    most: usize,
) -> Result<Vec<Line>> {
    let days = month.days();
    // Every id is greater than nothing; a place before the month is its beginning.
    let after = after.filter(|(on, _)| *on >= days.first());
    let (on, id) = after.map_or_else(|| (days.first(), String::new()), |(on, id)| (on, id.to_string()));
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let values = |whose: String| params![whose, days.last(), on, &id, most].to_vec();
    match scope {
        Scope::Association(org) => lines_of(tx, OF_ORG, &values(org.to_string())).await,
        Scope::Team(team) => lines_of(tx, OF_TEAM, &values(team.to_string())).await,
        Scope::Own(org, peer) => {
            let mut values = values(peer.to_string());
            values.push(org.into());
            lines_of(tx, OF_PEER, &values).await
        }
        // Heads of institutions read invoices, not hours.
        Scope::Institution(_) => Ok(Vec::new()),
    }
}
