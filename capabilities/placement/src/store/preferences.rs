//! What peers have told of how they want to work, and the candidates that matching looks at.
//!
//! The private lists are opened here in memory and leave as a yes or no inside a [`Candidate`].

use std::collections::{BTreeSet, HashMap};

use passerelle_kernel::{Date, Id, Minutes};
use passerelle_store::{Result, Row, Tx, params};

use super::{
    missions::{Loaded, place},
    private_list,
    sealed::Bytes,
};
use crate::{
    matching::{Candidate, Engagement, Mode, NotThere, Reach},
    outside::{Organisation, Person},
    period::Period,
    private_list::PrivateList,
    spoken::{self, Spoken},
};

/// What a peer has told of how they want to work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The most hours a week, over all missions.
    pub ceiling: Option<Minutes>,
    /// The first day on which the peer can work.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    /// No proposals for now.
    pub paused: bool,
    /// How the peer travels, and for how long, one way.
    pub travel: Option<(Mode, Minutes)>,
    /// The languages that the peer works in.
    pub languages: BTreeSet<Spoken>,
    /// How often the terms were saved.
    pub version: i64,
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    TERMS = "SELECT ceiling, from_on, until_on, paused, mode, most_travel, languages, version FROM peer_terms
        WHERE person_id = ?1";
    SAVE = "INSERT INTO peer_terms (person_id, ceiling, from_on, until_on, paused, mode, most_travel, languages, version,
            changed_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?10)
        ON CONFLICT (person_id) DO UPDATE SET ceiling = excluded.ceiling, from_on = excluded.from_on,
            until_on = excluded.until_on, paused = excluded.paused, mode = excluded.mode,
            most_travel = excluded.most_travel, languages = excluded.languages, version = peer_terms.version + 1,
            changed_at = excluded.changed_at
        WHERE peer_terms.version = ?9";
    CANDIDATES = "SELECT a.id, a.name, t.ceiling, t.from_on, t.until_on, t.paused, t.mode, t.most_travel, t.languages,
            p.languages, p.lat, p.lon, l.places
        FROM account a LEFT JOIN peer_terms t ON t.person_id = a.id LEFT JOIN person p ON p.id = a.id AND p.org_id = ?1
        LEFT JOIN private_list l ON l.person_id = a.id
        WHERE a.closed_at IS NULL AND a.id IN (SELECT s.account_id FROM membership s
            WHERE s.org_id = ?1 AND s.role = 'peer' AND s.from_on <= ?2 AND (s.until_on IS NULL OR s.until_on >= ?2))
        ORDER BY a.name, a.id";
    ENGAGED = "SELECT m.peer_id, m.id, m.from_on, m.until_on, m.hours_week, m.org_id FROM mission m
        WHERE m.state IN ('agreed', 'running') AND m.peer_id IN (SELECT s.account_id FROM membership s
            WHERE s.org_id = ?1 AND s.role = 'peer' AND s.from_on <= ?2 AND (s.until_on IS NULL OR s.until_on >= ?2))";
    ENGAGED_OF = "SELECT m.peer_id, m.id, m.from_on, m.until_on, m.hours_week, m.org_id FROM mission m
        WHERE m.state IN ('agreed', 'running') AND m.peer_id = ?1";
}

/// What a peer has told; nothing at all at first.
pub(crate) async fn terms(tx: &mut Tx, peer: Id<Person>) -> Result<Terms> {
    let found = tx.find(TERMS, params![peer], |row| Ok(Terms { version: row.get(7)?, ..read_terms(row, 0)? })).await?;
    Ok(found.unwrap_or_default())
}

/// Keeps what a peer tells; false when it was changed since `terms.version`.
pub(crate) async fn save_terms(tx: &mut Tx, peer: Id<Person>, terms: &Terms) -> Result<bool> {
    let t = terms;
    let (mode, most) = (t.travel.map(|(mode, _)| mode.as_str()), t.travel.map(|(_, most)| most));
    let languages = spoken::join(&t.languages);
    let now = tx.now();
    let values = params![peer, t.ceiling, t.from, t.until, t.paused, mode, most, languages, t.version, now];
    Ok(tx.execute(SAVE, values).await? == 1)
}

fn read_terms(row: &Row<'_>, first: usize) -> Result<Terms> {
    let (mode, most) = (row.code_opt(first + 4, Mode::parse)?, row.get::<Option<Minutes>>(first + 5)?);
    Ok(Terms {
        ceiling: row.get(first)?,
        from: row.get(first + 1)?,
        until: row.get(first + 2)?,
        paused: row.get::<Option<bool>>(first + 3)?.unwrap_or_default(),
        travel: mode.zip(most),
        languages: languages(row, first + 6)?,
        version: 0,
    })
}

fn languages(row: &Row<'_>, column: usize) -> Result<BTreeSet<Spoken>> {
    Ok(spoken::split(&row.get::<Option<String>>(column)?.unwrap_or_default()).unwrap_or_default())
}

/// What is known today of the peers of the association for this mission, with their names.
pub(crate) async fn candidates(tx: &mut Tx, loaded: &Loaded, today: Date) -> Result<Vec<(Candidate, String)>> {
    let mission = &loaded.mission;
    let known = private_list::known_as(tx, &[(mission.team, loaded.institution)]).await?;
    let peers = peers(tx, mission.org, today).await?;
    let of_mission = |(mut candidate, name, list): (Candidate, String, PrivateList)| {
        candidate.not_there = NotThere::when(list.names(mission.team, loaded.institution, &known));
        (candidate, name)
    };
    Ok(peers.into_iter().map(of_mission).collect())
}

/// What is known today of the peers of an association, whatever the mission, with their names and their private lists.
pub(crate) async fn peers(
    tx: &mut Tx,
    org: Id<Organisation>,
    today: Date,
) -> Result<Vec<(Candidate, String, PrivateList)>> {
    let read = tx.query(CANDIDATES, params![org, today], read_candidate).await?;
    let (mut candidates, lists): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let mut engaged: HashMap<Id<Person>, Vec<Engagement>> = HashMap::new();
    for (peer, engagement) in tx.query(ENGAGED, params![org, today], read_engagement).await? {
        engaged.entry(peer).or_default().push(engagement);
    }
    for (candidate, _) in &mut candidates {
        candidate.engaged = engaged.remove(&candidate.peer).unwrap_or_default();
    }
    let lists = private_list::open_all(tx, lists).await?;
    Ok(candidates.into_iter().zip(lists).map(|((candidate, name), list)| (candidate, name, list)).collect())
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
    let known = if terms.languages.is_empty() { languages(row, 9)? } else { terms.languages };
    let home = place(row, 10)?;
    let candidate = Candidate {
        languages: known,
        ceiling: terms.ceiling,
        from: terms.from,
        until: terms.until,
        paused: terms.paused,
        reach: home.zip(terms.travel).map(|(home, (mode, most))| Reach { home, mode, most }),
        ..Candidate::unknown(row.get(0)?)
    };
    let list = (candidate.peer, row.get(12)?);
    Ok(((candidate, row.get(1)?), list))
}
