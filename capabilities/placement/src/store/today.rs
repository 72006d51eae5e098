//! What Today asks the database: for each kind of thing that waits, one query with the names that a card tells.
//!
//! The number of queries of a page does not depend on how much waits; each list ends at fifty.

pub(crate) mod house;
pub(crate) mod institution;

use passerelle_kernel::{Date, Id, Minutes, Timestamp};
use passerelle_store::{Result, Row, Tx, params};

use super::{private_list, proposals::place};
use crate::{
    agreement::Agreement,
    mission::Mission,
    outside::{Organisation, Person, Team},
    period::{Days, Week},
    proposal::Proposal,
    request::Request,
    sheet::Point,
};

passerelle_store::sql! {
    /// The statements of Today.
    pub(crate) STATEMENTS;
    REQUESTS = "SELECT r.id, coalesce(t.name, r.team_words), coalesce(o.name, r.institution_words), r.town, r.sort_at
        FROM request r LEFT JOIN team t ON t.id = r.team_id LEFT JOIN organisation o ON o.id = r.institution_id
        WHERE r.org_id = ?1 AND r.shelf = 'association' ORDER BY r.sort_at, r.id LIMIT 50";
    ACCEPTED = "SELECT r.id, coalesce(t.name, r.team_words), coalesce(o.name, r.institution_words), r.town, r.decided_at
        FROM request r LEFT JOIN team t ON t.id = r.team_id LEFT JOIN organisation o ON o.id = r.institution_id
        WHERE r.org_id = ?1 AND r.shelf = 'decided' AND r.stage = 'accepted'
        AND NOT EXISTS (SELECT 1 FROM mission m WHERE m.request_id = r.id) ORDER BY r.sort_at DESC, r.id LIMIT 50";
    YESES = "SELECT p.id, p.mission_id, coalesce(a.name, ''), m.title, coalesce(t.name, ''),
            coalesce(p.changed_at, p.asked_at), p.peer_id
        FROM proposal p JOIN mission m ON m.id = p.mission_id LEFT JOIN account a ON a.id = p.peer_id
        LEFT JOIN team t ON t.id = m.team_id
        WHERE p.org_id = ?1 AND p.state = 'yes' AND m.state = 'proposed' ORDER BY p.changed_at, p.id LIMIT 50";
    WITHOUT_PEER = "SELECT m.id, m.title, coalesce(t.name, ''), m.from_on, m.created_at
        FROM mission m LEFT JOIN team t ON t.id = m.team_id
        WHERE m.org_id = ?1 AND m.state IN ('open', 'proposed') ORDER BY m.from_on, m.id LIMIT 100";
    POINTS = "SELECT s.mission_id, s.point, s.open_until, m.title
        FROM sheet_answer s JOIN mission m ON m.id = s.mission_id
        WHERE s.org_id = ?1 AND s.open_until < ?2 AND m.state IN ('agreed', 'running')
        ORDER BY s.open_until, s.mission_id, s.point LIMIT 50";
    PROPOSALS = "SELECT p.id, p.answer_by, p.asked_at, m.title, coalesce(t.name, ''), m.town, m.team_id, m.institution_id
        FROM proposal p JOIN mission m ON m.id = p.mission_id LEFT JOIN team t ON t.id = m.team_id
        WHERE p.peer_id = ?1 AND p.org_id = ?2 AND p.state IN ('waiting', 'later') AND m.state = 'proposed'
        ORDER BY p.answer_by, p.id LIMIT 50";
    TO_INVOICE = "SELECT g.id, coalesce(o.name, ''), CAST(sum(h.minutes) AS BIGINT), min(h.worked_on), max(h.worked_on)
        FROM hours_entry h JOIN agreement_mission l ON l.mission_id = h.mission_id
        JOIN agreement g ON g.id = l.agreement_id LEFT JOIN organisation o ON o.id = g.institution_id
        WHERE h.org_id = ?1 AND h.state = 'approved' AND h.invoice_id IS NULL AND g.org_id = ?1
        AND h.worked_on < CASE g.rhythm WHEN 'monthly' THEN ?2 WHEN 'quarterly' THEN ?3 ELSE coalesce(g.until_on, ?2) END
        AND (g.rhythm <> 'at-the-end' OR g.until_on < ?4)
        GROUP BY g.id, o.name HAVING sum(h.minutes) > 0 ORDER BY min(h.worked_on), g.id LIMIT 50";
    OF_ORG = "SELECT
        (SELECT count(*) FROM mission WHERE org_id = ?1 AND state = 'running'),
        (SELECT count(*) FROM mission WHERE org_id = ?1 AND state = 'running' AND until_on <= ?4),
        (SELECT count(DISTINCT r.account_id) FROM membership r WHERE r.org_id = ?1 AND r.role = 'peer'
            AND r.from_on <= ?3 AND (r.until_on IS NULL OR r.until_on >= ?2)
            AND NOT EXISTS (SELECT 1 FROM mission m WHERE m.peer_id = r.account_id AND m.state IN ('agreed', 'running'))),
        (SELECT CAST(coalesce(sum(minutes), 0) AS BIGINT) FROM hours_entry
            WHERE org_id = ?1 AND worked_on >= ?2 AND worked_on <= ?3)";
    OF_TEAM = "SELECT
        (SELECT count(*) FROM mission WHERE team_id = ?1 AND state = 'running'),
        (SELECT CAST(coalesce(sum(minutes), 0) AS BIGINT) FROM hours_entry
            WHERE team_id = ?1 AND worked_on >= ?2 AND worked_on <= ?3)";
    OF_PEER = "SELECT CAST(coalesce(sum(CASE WHEN worked_on >= ?3 THEN minutes ELSE 0 END), 0) AS BIGINT),
            CAST(coalesce(sum(CASE WHEN worked_on >= ?4 THEN minutes ELSE 0 END), 0) AS BIGINT)
        FROM hours_entry WHERE peer_id = ?1 AND org_id = ?2 AND worked_on >= ?5 AND worked_on <= ?6";
}

/// A request that waits for a word of the association.
pub(crate) struct Asked {
    pub id: Id<Request>,
    pub team: String,
    pub institution: String,
    pub town: String,
    pub since: Timestamp,
}

impl Asked {
    fn read(row: &Row<'_>) -> Result<Self> {
        let (id, team, institution) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Self { id, team, institution, town: row.get(3)?, since: row.get(4)? })
    }
}

/// The requests that wait for a word of the association, the longest wait first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn requests(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Asked>> {
    tx.query(REQUESTS, params![org], Asked::read).await
}

/// The requests that were accepted and have no mission yet, since the decision, the longest wait first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn accepted(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Asked>> {
    tx.query(ACCEPTED, params![org], Asked::read).await
}

/// A mission with at least one yes that waits for the agreement.
pub(crate) struct Yes {
    /// The oldest yes.
    pub id: Id<Proposal>,
    pub mission: Id<Mission>,
    /// Who said yes, the oldest yes first.
    pub peers: Vec<(Id<Person>, String)>,
    pub title: String,
    pub team: String,
    pub since: Timestamp,
}

/// The yeses that wait for the agreement: each mission once, whoever said yes to it.
///
/// # Errors
/// The engine's error.
pub(crate) async fn yeses(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Yes>> {
    let read = |row: &Row<'_>| {
        let (id, mission, peers) = (row.get(0)?, row.get(1)?, vec![(row.get(6)?, row.get(2)?)]);
        Ok(Yes { id, mission, peers, title: row.get(3)?, team: row.get(4)?, since: row.get(5)? })
    };
    let mut missions: Vec<Yes> = Vec::new();
    for yes in tx.query(YESES, params![org], read).await? {
        match missions.iter_mut().find(|known| known.mission == yes.mission) {
            Some(known) => known.peers.extend(yes.peers),
            None => missions.push(yes),
        }
    }
    Ok(missions)
}

/// A mission without a peer.
pub(crate) struct Vacant {
    pub id: Id<Mission>,
    pub title: String,
    pub team: String,
    pub begins: Date,
    pub since: Timestamp,
}

/// The missions without a peer, by first day (100 at the most), whether or not somebody has said yes.
///
/// # Errors
/// The engine's error.
pub(crate) async fn without_peer(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Vacant>> {
    tx.query(WITHOUT_PEER, params![org], |row| {
        let (id, title, team) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Vacant { id, title, team, begins: row.get(3)?, since: row.get(4)? })
    })
    .await
}

/// The points of sheets that should have been settled before this day: mission, point, day, title.
///
/// # Errors
/// The engine's error.
pub(crate) async fn points(
    tx: &mut Tx,
    org: Id<Organisation>,
    today: Date,
) -> Result<Vec<(Id<Mission>, Point, Date, String)>> {
    tx.query(POINTS, params![org, today], |row| Ok((row.get(0)?, row.code(1, Point::parse)?, row.get(2)?, row.get(3)?)))
        .await
}

/// A proposal that waits for the peer's answer.
pub(crate) struct Proposed {
    pub id: Id<Proposal>,
    pub answer_by: Date,
    pub since: Timestamp,
    pub title: String,
    pub team: String,
    pub town: String,
}

/// The proposals that wait for a peer's answer, by the day hoped for.
///
/// # Errors
/// The engine's error.
pub(crate) async fn proposals(tx: &mut Tx, peer: Id<Person>, org: Id<Organisation>) -> Result<Vec<Proposed>> {
    let read = |row: &Row<'_>| {
        let (id, answer_by, since) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let proposed = Proposed { id, answer_by, since, title: row.get(3)?, team: row.get(4)?, town: row.get(5)? };
        Ok((proposed, place(row, 6)?))
    };
    let mut proposed = tx.query(PROPOSALS, params![peer, org], read).await?;
    let list = private_list::find(tx, peer).await?;
    let known = private_list::known_as(tx, &proposed.iter().map(|(_, place)| *place).collect::<Vec<_>>()).await?;
    proposed.retain(|(_, (team, institution))| !list.names(*team, *institution, &known));
    Ok(proposed.into_iter().map(|(proposed, _)| proposed).collect())
}

/// Approved hours of an agreement of which no invoice has been made though its rhythm asks for one.
pub(crate) struct ToInvoice {
    pub id: Id<Agreement>,
    pub institution: String,
    pub minutes: Minutes,
    pub first: Date,
    pub last: Date,
}

/// The agreements with hours to invoice; monthly up to `month`, quarterly up to `quarter` (both not included).
///
/// # Errors
/// The engine's error.
pub(crate) async fn to_invoice(
    tx: &mut Tx,
    org: Id<Organisation>,
    month: Date,
    quarter: Date,
    today: Date,
) -> Result<Vec<ToInvoice>> {
    tx.query(TO_INVOICE, params![org, month, quarter, today], |row| {
        let (id, institution, minutes) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(ToInvoice { id, institution, minutes, first: row.get(3)?, last: row.get(4)? })
    })
    .await
}

/// How an association's week stands: missions that run, those that end by `soon`, peers without one, minutes recorded.
///
/// # Errors
/// The engine's error.
pub(crate) async fn of_org(
    tx: &mut Tx,
    org: Id<Organisation>,
    week: Days,
    soon: Date,
) -> Result<(i64, i64, i64, Minutes)> {
    tx.one(OF_ORG, params![org, week.first(), week.last(), soon], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })
    .await
}

/// How a team's month stands: missions that run, minutes recorded.
///
/// # Errors
/// The engine's error.
pub(crate) async fn of_team(tx: &mut Tx, team: Id<Team>, month: Days) -> Result<(i64, Minutes)> {
    tx.one(OF_TEAM, params![team, month.first(), month.last()], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// What a peer has recorded this week and this month.
///
/// # Errors
/// The engine's error.
pub(crate) async fn of_peer(
    tx: &mut Tx,
    peer: Id<Person>,
    org: Id<Organisation>,
    week: Week,
    month: Days,
) -> Result<(Minutes, Minutes)> {
    let monday = week.monday();
    let values = params![peer, org, monday, month.first(), month.first().min(monday), month.last()];
    tx.one(OF_PEER, values, |row| Ok((row.get(0)?, row.get(1)?))).await
}
