//! The candidates that matching looks at.
//!
//! The private lists are opened here in memory and leave as a yes or no inside a [`Candidate`].

use std::collections::{BTreeSet, HashMap};

use passerelle_kernel::{Date, Id, Minutes};
use passerelle_store::{Result, Row, Tx, params};

use super::{
    absences,
    missions::{Loaded, place},
    preferences::{languages, read_terms, terms},
    private_list,
    sealed::Bytes,
    slots,
};
use crate::{
    matching::{Candidate, Engagement, FIRST_DAYS, Known, NotThere, Open, Reach},
    outside::{Organisation, Person, Team},
    period::{Days, Period},
    private_list::PrivateList,
};

macro_rules! candidates_where {
    ($condition:literal) => {
        concat!(
            "SELECT a.id, a.name, t.ceiling, t.from_on, t.until_on, t.paused, t.mode, t.most_travel, t.languages, t.wished,
                t.publics, t.hopes, t.settings, p.languages, p.lat, p.lon, l.places
            FROM account a LEFT JOIN peer_terms t ON t.person_id = a.id
            LEFT JOIN person p ON p.id = a.id AND p.org_id = ?1 LEFT JOIN private_list l ON l.person_id = a.id
            WHERE a.closed_at IS NULL AND a.id IN (SELECT s.account_id FROM membership s
                WHERE s.org_id = ?1 AND s.role = 'peer' AND s.from_on <= ?2 AND (s.until_on IS NULL OR s.until_on >= ?2))",
            $condition
        )
    };
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    CANDIDATES = candidates_where!(" ORDER BY a.name, a.id");
    CANDIDATE = candidates_where!(" AND a.id = ?3");
    OPEN = "SELECT a.id, p.languages, t.wished FROM account a LEFT JOIN peer_terms t ON t.person_id = a.id
        LEFT JOIN person p ON p.id = a.id AND p.org_id = ?1
        WHERE a.closed_at IS NULL AND a.id IN (SELECT s.account_id FROM membership s
            WHERE s.org_id = ?1 AND s.role = 'peer' AND s.from_on <= ?2 AND (s.until_on IS NULL OR s.until_on >= ?2))
        ORDER BY a.id";
    ENGAGED = "SELECT m.peer_id, m.id, m.from_on, m.until_on, m.hours_week, m.org_id FROM mission m
        WHERE m.state IN ('agreed', 'running') AND m.peer_id IN (SELECT s.account_id FROM membership s
            WHERE s.org_id = ?1 AND s.role = 'peer' AND s.from_on <= ?2 AND (s.until_on IS NULL OR s.until_on >= ?2))";
    ENGAGED_OF = "SELECT m.peer_id, m.id, m.from_on, m.until_on, m.hours_week, m.org_id FROM mission m
        WHERE m.state IN ('agreed', 'running') AND m.peer_id = ?1";
    WORKED = "SELECT DISTINCT m.peer_id, m.team_id FROM mission m
        WHERE m.org_id = ?1 AND m.institution_id = ?2 AND m.started_on IS NOT NULL AND m.peer_id IS NOT NULL";
    WORKED_ANYWHERE = "SELECT DISTINCT m.peer_id, m.institution_id, m.team_id FROM mission m
        WHERE m.org_id = ?1 AND m.started_on IS NOT NULL AND m.peer_id IS NOT NULL";
}

/// What is known today of the peers of the association for this mission, with their names.
pub(crate) async fn of_mission(tx: &mut Tx, loaded: &Loaded, today: Date) -> Result<Vec<(Candidate, String)>> {
    let org = loaded.mission.org;
    let read = tx.query(CANDIDATES, params![org, today], read_candidate).await?;
    let engaged = tx.query(ENGAGED, params![org, today], read_engagement).await?;
    for_mission(tx, loaded, read, engaged, today).await
}

/// The same of one peer; nothing of somebody who is none of the association today.
pub(crate) async fn one(tx: &mut Tx, loaded: &Loaded, peer: Id<Person>, today: Date) -> Result<Option<Candidate>> {
    let read = tx.query(CANDIDATE, params![loaded.mission.org, today, peer], read_candidate).await?;
    let engaged = tx.query(ENGAGED_OF, params![peer], read_engagement).await?;
    Ok(for_mission(tx, loaded, read, engaged, today).await?.pop().map(|(candidate, _)| candidate))
}

/// The same of one peer, whatever the mission: without what depends on its place. The private list comes beside it.
pub(crate) async fn myself(
    tx: &mut Tx,
    org: Id<Organisation>,
    peer: Id<Person>,
    today: Date,
) -> Result<Option<Candidate>> {
    let read = tx.query(CANDIDATE, params![org, today, peer], read_candidate).await?;
    let engaged = tx.query(ENGAGED_OF, params![peer], read_engagement).await?;
    let (mut candidates, _) = with_engaged(read, engaged);
    with_times(tx, &mut candidates, today).await?;
    Ok(candidates.pop().map(|(candidate, _)| candidate))
}

/// Adds what depends on the mission: the yes or no of the private lists, and who has worked there.
async fn for_mission(
    tx: &mut Tx,
    loaded: &Loaded,
    read: Vec<Read>,
    engaged: Vec<(Id<Person>, Engagement)>,
    today: Date,
) -> Result<Vec<(Candidate, String)>> {
    let mission = &loaded.mission;
    let (mut candidates, lists) = with_engaged(read, engaged);
    with_times(tx, &mut candidates, today).await?;
    let known = private_list::known_as(tx, &[(mission.team, loaded.institution)]).await?;
    for ((candidate, _), list) in candidates.iter_mut().zip(private_list::open_all(tx, lists).await?) {
        candidate.not_there = NotThere::when(list.names(mission.team, loaded.institution, &known));
    }
    let mut worked: HashMap<Id<Person>, Known> = HashMap::new();
    let read = |row: &Row<'_>| Ok((row.get::<Id<Person>>(0)?, row.get::<Id<Team>>(1)?));
    for (peer, team) in tx.query(WORKED, params![mission.org, loaded.institution], read).await? {
        let known = worked.entry(peer).or_insert(Known::Institution);
        if team == mission.team {
            *known = Known::Team;
        }
    }
    let mut away = away(tx, mission.org, Days::counting(mission.period.from, FIRST_DAYS)).await?;
    for (candidate, _) in &mut candidates {
        candidate.away = away.remove(&candidate.peer).unwrap_or_default();
        candidate.known = worked.remove(&candidate.peer).unwrap_or_default();
    }
    Ok(candidates)
}

/// Adds the times of the missions that the peers do or will do.
async fn with_times(tx: &mut Tx, candidates: &mut [(Candidate, String)], today: Date) -> Result<()> {
    let engaged = candidates.iter().flat_map(|(candidate, _)| candidate.engaged.iter().map(|other| other.mission));
    let engaged: Vec<_> = engaged.collect();
    let tables = slots::of_missions(tx, engaged.into_iter()).await?;
    for (candidate, _) in candidates {
        let theirs = candidate.engaged.iter().filter_map(|other| tables.get(&other.mission));
        candidate.times = theirs.flat_map(|table| table.to_come(today)).collect();
    }
    Ok(())
}

/// How far absences are looked for where many missions begin.
const A_YEAR: u16 = 366;

/// The days on which peers are away.
type Away = HashMap<Id<Person>, Vec<Days>>;

/// Who has said to the association that they are away on some of these days.
async fn away(tx: &mut Tx, org: Id<Organisation>, among: Days) -> Result<Away> {
    let mut away = Away::new();
    for (peer, days) in absences::of_peers(tx, org, among).await? {
        away.entry(peer).or_default().push(days);
    }
    Ok(away)
}

/// Private lists that are still sealed, each with whose it is.
type Sealed = Vec<(Id<Person>, Bytes)>;

/// Each candidate with the missions that they do or will do; the sealed private lists beside, in the same order.
fn with_engaged(read: Vec<Read>, engaged: Vec<(Id<Person>, Engagement)>) -> (Vec<(Candidate, String)>, Sealed) {
    let (mut candidates, lists): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let mut missions: HashMap<Id<Person>, Vec<Engagement>> = HashMap::new();
    for (peer, engagement) in engaged {
        missions.entry(peer).or_default().push(engagement);
    }
    for (candidate, _) in &mut candidates {
        candidate.engaged = missions.remove(&candidate.peer).unwrap_or_default();
    }
    (candidates, lists)
}

/// What is known today of all peers of an association, whatever the mission, with their names and private lists: for plans.
pub(crate) async fn everybody(
    tx: &mut Tx,
    org: Id<Organisation>,
    today: Date,
) -> Result<Vec<(Candidate, String, PrivateList)>> {
    let read = tx.query(CANDIDATES, params![org, today], read_candidate).await?;
    let (mut candidates, lists) = with_engaged(read, tx.query(ENGAGED, params![org, today], read_engagement).await?);
    with_times(tx, &mut candidates, today).await?;
    let mut away = away(tx, org, Days::counting(today, A_YEAR)).await?;
    for (candidate, _) in &mut candidates {
        candidate.away = away.remove(&candidate.peer).unwrap_or_default();
    }
    let lists = private_list::open_all(tx, lists).await?;
    Ok(candidates.into_iter().zip(lists).map(|((candidate, name), list)| (candidate, name, list)).collect())
}

/// An institution and its team.
pub(crate) type Workplace = (Id<Organisation>, Id<Team>);

/// Where the peers of an association have worked, as far as it has lent their time.
pub(crate) async fn workplaces(tx: &mut Tx, org: Id<Organisation>) -> Result<HashMap<Id<Person>, BTreeSet<Workplace>>> {
    let mut places: HashMap<Id<Person>, BTreeSet<Workplace>> = HashMap::new();
    let read = |row: &Row<'_>| Ok((row.get(0)?, (row.get(1)?, row.get(2)?)));
    for (peer, place) in tx.query(WORKED_ANYWHERE, params![org], read).await? {
        places.entry(peer).or_default().insert(place);
    }
    Ok(places)
}

/// What those who coordinate may read of the peers of their association anyway. No limit, no day and no private list is
/// even asked for.
pub(crate) async fn open(tx: &mut Tx, org: Id<Organisation>, today: Date) -> Result<Vec<Open>> {
    let read = |row: &Row<'_>| Ok((row.get::<Id<Person>>(0)?, languages(row, 1)?, row.get::<Option<Minutes>>(2)?));
    let people = tx.query(OPEN, params![org, today], read).await?;
    let mut engaged = tx.query(ENGAGED, params![org, today], read_engagement).await?;
    engaged.retain(|(_, engagement)| engagement.org == org);
    let of = |peer: Id<Person>| engaged.iter().filter(move |(who, _)| *who == peer).map(|(_, engagement)| *engagement);
    let open = |(peer, languages, wished)| Open { languages, engaged: of(peer).collect(), wished };
    Ok(people.into_iter().map(open).collect())
}

/// What is known of one peer's hours: the ceiling and the missions of every association.
pub(crate) async fn hours_of(tx: &mut Tx, peer: Id<Person>) -> Result<Candidate> {
    let engaged = tx.query(ENGAGED_OF, params![peer], read_engagement).await?;
    let engaged = engaged.into_iter().map(|(_, engagement)| engagement).collect();
    Ok(Candidate { ceiling: terms(tx, peer).await?.ceiling, engaged, ..Candidate::unknown(peer) })
}

fn read_engagement(row: &Row<'_>) -> Result<(Id<Person>, Engagement)> {
    let period = Period { from: row.get(2)?, until: row.get(3)? };
    Ok((row.get(0)?, Engagement { mission: row.get(1)?, org: row.get(5)?, period, hours_week: row.get(4)? }))
}

/// A candidate with the name, and the private list, which is still sealed.
type Read = ((Candidate, String), (Id<Person>, Bytes));

fn read_candidate(row: &Row<'_>) -> Result<Read> {
    let terms = read_terms(row, 2)?;
    let known = if terms.languages.is_empty() { languages(row, 13)? } else { terms.languages };
    let home = place(row, 14)?;
    let candidate = Candidate {
        languages: known,
        ceiling: terms.ceiling,
        from: terms.from,
        until: terms.until,
        paused: terms.paused,
        reach: home.zip(terms.travel).map(|(home, (mode, most))| Reach { home, mode, most }),
        wished: terms.wished,
        likes: terms.likes,
        ..Candidate::unknown(row.get(0)?)
    };
    let list = (candidate.peer, row.get(16)?);
    Ok(((candidate, row.get(1)?), list))
}
