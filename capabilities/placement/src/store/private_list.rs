//! The private lists of peers, each sealed under its peer's own key: nobody who holds the database can tell where somebody
//! does not want to work. A list is opened in memory, for its peer's own pages and, as a yes or no, for the rules.
//!
//! No event tells that a list changed, and no instant is kept. Every peer has one, and every night all of them are sealed
//! anew: two copies of the database tell neither who uses a list nor who changed theirs.

use passerelle_kernel::Id;
use passerelle_store::{
    Param, Result, Tx, params,
    seal::{Closed, Opened},
};

use super::sealed::{Bytes, PLACES};
use crate::{
    outside::{Organisation, Person, Team},
    private_list::{AvoidedPlace, Kind, KnownAs, PrivateList},
};

/// An entry as its peer reads it.
#[derive(Clone, Debug)]
pub(crate) struct Avoided {
    /// What it names.
    pub(crate) kind: Kind,
    /// The id of the team or institution.
    pub(crate) id: String,
    /// “Team, institution”, or the institution.
    pub(crate) name: String,
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    FIND = "SELECT places FROM private_list WHERE person_id = ?1";
    KEEP = "INSERT INTO private_list (person_id, places) VALUES (?1, ?2)
        ON CONFLICT (person_id) DO UPDATE SET places = excluded.places";
    NAMES = "SELECT t.id, o.name, t.name FROM team t JOIN organisation o ON o.id = t.org_id
            WHERE t.id IN (SELECT value FROM json_each(?1))
        UNION ALL SELECT o.id, o.name, NULL FROM organisation o WHERE o.id IN (SELECT value FROM json_each(?1))";
    WITHOUT = "SELECT DISTINCT m.account_id FROM membership m JOIN account a ON a.id = m.account_id
        WHERE m.role = 'peer' AND a.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM private_list l WHERE l.person_id = m.account_id) ORDER BY m.account_id LIMIT 100";
    SOME = "SELECT person_id, places FROM private_list WHERE person_id > ?1 ORDER BY person_id LIMIT 100";
}

/// The list of a peer.
pub(crate) async fn find(tx: &mut Tx, peer: Id<Person>) -> Result<PrivateList> {
    let sealed: Bytes = tx.find(FIND, params![peer], |row| row.get(0)).await?.flatten();
    let opened = tx.open_as_it_is(PLACES, peer, peer, sealed.as_deref()).await?;
    Ok(read(&opened))
}

fn read(opened: &Opened) -> PrivateList {
    match opened {
        Opened::Text(text) => PrivateList::read(text),
        Opened::Erased(_) | Opened::Unreadable => PrivateList::Closed,
    }
}

/// The lists of many peers, in their order, in one statement; each peer comes with the sealed list of their row.
pub(crate) async fn open_all(tx: &mut Tx, sealed: Vec<(Id<Person>, Bytes)>) -> Result<Vec<PrivateList>> {
    let closed: Vec<Closed> =
        sealed.into_iter().map(|(peer, bytes)| (peer.to_string(), peer.to_string(), bytes)).collect();
    Ok(tx.open_all(PLACES, &closed).await?.iter().map(read).collect())
}

/// By which records that stepped back the teams and institutions of these missions may be named on a list. It is asked
/// whatever the lists say, so that it tells nothing about them.
pub(crate) async fn known_as(tx: &mut Tx, places: &[(Id<Team>, Id<Organisation>)]) -> Result<KnownAs> {
    let ids: Vec<String> = places.iter().flat_map(|(team, org)| [team.to_string(), org.to_string()]).collect();
    passerelle_directory::known_as(tx, &ids).await.map(KnownAs)
}

/// Keeps the list of a peer.
pub(crate) async fn keep(tx: &mut Tx, peer: Id<Person>, list: &PrivateList) -> Result<()> {
    let sealed = tx.seal(PLACES, peer, peer, &list.written()).await?;
    tx.execute(KEEP, &[peer.into(), sealed]).await.map(drop)
}

/// The entries of a list with their names, in the order of the names; only its peer's own page calls it.
pub(crate) async fn named(tx: &mut Tx, list: &PrivateList) -> Result<Vec<Avoided>> {
    let places = list.places();
    let ids = serde_json::json!(places.iter().map(|place| place.id()).collect::<Vec<_>>()).to_string();
    let names = tx
        .query(NAMES, params![ids], |row| {
            let (institution, team): (String, Option<String>) = (row.get(1)?, row.get(2)?);
            Ok((row.get::<String>(0)?, (institution, team)))
        })
        .await?;
    let name_of = |place: &AvoidedPlace| names.iter().find(|(id, _)| *id == place.id()).map(|(_, name)| name.clone());
    // What the directory has lost can still be taken off.
    let gap = || ("…".to_owned(), None);
    let mut named: Vec<_> = places.iter().map(|place| (name_of(place).unwrap_or_else(gap), *place)).collect();
    named.sort_by_cached_key(|(name, place)| (name.clone(), place.id()));
    let shown = |((institution, team), place): ((String, Option<String>), AvoidedPlace)| Avoided {
        kind: place.kind(),
        id: place.id(),
        name: team.map_or_else(|| institution.clone(), |team| format!("{team}, {institution}")),
    };
    Ok(named.into_iter().map(shown).collect())
}

/// Gives an empty list to some of the peers who have none; false when everybody has one.
pub(crate) async fn give_some(tx: &mut Tx) -> Result<bool> {
    let peers: Vec<Id<Person>> = tx.query(WITHOUT, &[], |row| row.get(0)).await?;
    for peer in &peers {
        keep(tx, *peer, &PrivateList::default()).await?;
    }
    Ok(!peers.is_empty())
}

/// Seals some lists anew, those of the people after `after`; gives the last one, or nothing when there are none left.
pub(crate) async fn seal_some_anew(tx: &mut Tx, after: &str) -> Result<Option<String>> {
    let rows: Vec<(String, Bytes)> = tx.query(SOME, params![after], |row| Ok((row.get(0)?, row.get(1)?))).await?;
    let closed: Vec<Closed> =
        rows.iter().map(|(person, bytes)| (person.clone(), person.clone(), bytes.clone())).collect();
    let opened = tx.open_all(PLACES, &closed).await?;
    for ((person, _, before), opened) in closed.into_iter().zip(opened) {
        // What does not open stays: its peer is told.
        let Opened::Text(text) = opened else { continue };
        let sealed = tx.seal(PLACES, &person, &person, &text).await?;
        tx.execute(PLACES.put, &[person.into(), sealed, Param::from(before)]).await?;
    }
    Ok(rows.into_iter().next_back().map(|(person, _)| person))
}
