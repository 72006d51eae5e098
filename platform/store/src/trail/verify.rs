//! Looking through the whole trail: is it as it was written, and if not, where does it break first?

use passerelle_kernel::{Id, Timestamp};

use super::head::{Hash, Head, content, event_columns};
use crate::{Event, Result, Row, Tx, params};

/// How many links are read at a time.
const PAGE: i64 = 2_000;
/// Writers on several machines do not finish in the order of their clocks; no transaction lasts as long as this.
const DISORDER_MILLIS: i64 = 3_600_000;

crate::sql! {
    /// The statements about looking through the trail.
    pub(crate) STATEMENTS;
    LINKS = concat!("SELECT l.number, l.hash, l.event_id, l.content, ", event_columns!(), "
        FROM event_link l LEFT JOIN event e ON e.id = l.event_id WHERE l.number > ?1 ORDER BY l.number LIMIT ?2");
    HEAD = "SELECT number, hash FROM event_head WHERE id = 1";
    UNLINKED = "SELECT e.id FROM event e WHERE NOT EXISTS (SELECT 1 FROM event_link l WHERE l.event_id = e.id)
        AND NOT EXISTS (SELECT 1 FROM event_waiting w WHERE w.event_id = e.id) ORDER BY e.id LIMIT 1";
    VANISHED = "SELECT w.event_id FROM event_waiting w WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.id = w.event_id)
        ORDER BY w.event_id LIMIT 1";
    WAITING = "SELECT count(*), min(e.at) FROM event_waiting w JOIN event e ON e.id = w.event_id";
}

/// A trail that is as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Its last link, to be noted elsewhere.
    pub head: Head,
    /// How many events had their time and are gone; their links stay.
    pub gone: i64,
    /// How many events have no link yet.
    pub waiting: i64,
    /// When the first of them happened.
    pub waiting_since: Option<Timestamp>,
    /// The first event that was linked long after others that say they came later: perhaps written in afterwards.
    pub out_of_time: Option<i64>,
}

/// Where a trail breaks first.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A link is not there.
    #[error("link {0} is missing")]
    Missing(i64),
    /// An event is not there.
    #[error("the event of link {0} was removed: {1}")]
    Removed(i64, String),
    /// An event is not as it was written.
    #[error("the event of link {0} was changed: {1}")]
    Changed(i64, String),
    /// A link does not continue the one before it.
    #[error("link {0} does not follow from the one before it: links were exchanged, put in between or made anew")]
    Torn(i64),
    /// The last link is not where the chain says.
    #[error("the trail should end with link {0}, its last one is {1}")]
    Cut(i64, i64),
    /// It is another trail than the one that was noted.
    #[error("link {0} is not the one that was noted")]
    Other(i64),
    /// An event was written past the trail.
    #[error("an event was written in that is in no link and does not wait for one: {0}")]
    Unlinked(String),
    /// An event was removed before it had its link.
    #[error("an event was removed while it waited for its link: {0}")]
    Vanished(String),
}

/// Looks through the whole trail. Events from before `gone_before` may be gone; `noted` is a head that was noted before.
///
/// # Errors
/// The engine's error. The inner one says where the trail breaks first.
pub async fn verify(
    tx: &mut Tx,
    gone_before: Option<Timestamp>,
    noted: Option<Head>,
) -> Result<std::result::Result<Whole, Broken>> {
    let mut walk = Walk { head: Head::START, gone: 0, latest: i64::MIN, out_of_time: None, gone_before, noted };
    loop {
        let from = walk.head.number;
        let links = tx.query(LINKS, params![from, PAGE], Link::read).await?;
        for link in &links {
            if let Err(broken) = walk.step(link) {
                return Ok(Err(broken));
            }
        }
        if links.is_empty() {
            break;
        }
    }
    if let Some(broken) = end(tx, &walk).await? {
        return Ok(Err(broken));
    }
    let (waiting, waiting_since) = tx.one(WAITING, &[], |row| Ok((row.get(0)?, row.get(1)?))).await?;
    let Walk { head, gone, out_of_time, .. } = walk;
    Ok(Ok(Whole { head, gone, waiting, waiting_since, out_of_time }))
}

/// The last link of the trail, as the database tells it.
///
/// # Errors
/// The engine's error.
pub async fn head(tx: &mut Tx) -> Result<Head> {
    Ok(tx.find(HEAD, &[], |row| Head::read(row, 0)).await?.unwrap_or(Head::START))
}

/// What the links themselves do not show.
async fn end(tx: &mut Tx, walk: &Walk) -> Result<Option<Broken>> {
    let told = head(tx).await?;
    let last = walk.head.number;
    if told != walk.head {
        return Ok(Some(Broken::Cut(told.number, last)));
    }
    if let Some(noted) = walk.noted.filter(|noted| noted.number > last) {
        return Ok(Some(Broken::Cut(noted.number, last)));
    }
    let id = |row: &Row<'_>| row.get::<String>(0);
    if let Some(event) = tx.find(UNLINKED, &[], id).await? {
        return Ok(Some(Broken::Unlinked(event)));
    }
    Ok(tx.find(VANISHED, &[], id).await?.map(Broken::Vanished))
}

/// A link with its event, as they stand in the database.
struct Link {
    head: Head,
    event: String,
    content: Vec<u8>,
    /// When it happened and what its hash is now; nothing when the event is not there.
    found: Option<(i64, Hash)>,
}

impl Link {
    fn read(row: &Row<'_>) -> Result<Self> {
        let found = match row.get::<Option<i64>>(4)? {
            Some(at) => Some((at, content(row, 4)?)),
            None => None,
        };
        Ok(Self { head: Head::read(row, 0)?, event: row.get(2)?, content: row.get(3)?, found })
    }
}

/// How far the trail was found to be whole.
struct Walk {
    head: Head,
    gone: i64,
    latest: i64,
    out_of_time: Option<i64>,
    gone_before: Option<Timestamp>,
    noted: Option<Head>,
}

impl Walk {
    fn step(&mut self, link: &Link) -> std::result::Result<(), Broken> {
        let number = self.head.number + 1;
        if link.head.number != number {
            return Err(Broken::Missing(number));
        }
        match link.found {
            Some((_, content)) if link.content != content => return Err(Broken::Changed(number, link.event.clone())),
            Some((at, _)) => self.notice_time(number, at),
            None if self.may_be_gone(&link.event) => self.gone += 1,
            None => return Err(Broken::Removed(number, link.event.clone())),
        }
        let content: &Hash = link.content.as_slice().try_into().map_err(|_| Broken::Torn(number))?;
        if self.head.next(&link.event, content) != link.head {
            return Err(Broken::Torn(number));
        }
        self.head = link.head;
        match self.noted {
            Some(noted) if noted.number == number && noted != self.head => Err(Broken::Other(number)),
            _ => Ok(()),
        }
    }

    fn notice_time(&mut self, number: i64, at: i64) {
        if at.saturating_add(DISORDER_MILLIS) < self.latest {
            self.out_of_time.get_or_insert(number);
        }
        self.latest = self.latest.max(at);
    }

    /// The id of an event begins with its moment, and the link's hash covers the id.
    fn may_be_gone(&self, event: &str) -> bool {
        let at = event.parse::<Id<Event<'_>>>().ok().and_then(Id::moment);
        at.zip(self.gone_before).is_some_and(|(at, before)| at < before)
    }
}
