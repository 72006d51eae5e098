//! The requests in the database.
//!
//! [`load_request`] is the only way for a signed-in person to one; [`by_link`] the only way for whoever holds a secret.

mod list;
mod row;

pub(crate) use list::{LIST_STATEMENTS, Listed, PAGE, list};

use std::collections::{BTreeSet, HashMap};

use passerelle_access::{Actor, Decision, Facts, Rule, link};
use passerelle_kernel::{Date, Id, Language};
use passerelle_store::{Param, Result, Row, Tx, params};

use crate::{
    Error, access, code,
    matching::{Nature, Need},
    mission::Mission,
    outside::Organisation,
    request::{Public, Request, Setting, Side, Stage, State},
    store::{search::index_request, slots},
};

/// What the secret in the browser of somebody who writes a request is for, and for how many days.
pub(crate) const DRAFT: (&str, i64) = ("draft", 30);
/// What the secret in a letter to the team is for, and for how many days.
pub(crate) const FOLLOW: (&str, i64) = ("follow", 365);

/// A request as it is kept: with what lists and letters need and the noun does not.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    /// The request.
    pub(crate) request: Request,
    /// Grows with every change, so that nobody decides on a page that is out of date.
    pub(crate) version: i64,
    /// The institution of the team that was recognised.
    pub(crate) institution: Option<Id<Organisation>>,
    /// The language in which the team is written to.
    pub(crate) language: Language,
}

codes! {
    /// Whose word is awaited: what the lists are divided by.
    pub enum Shelf {
        /// The association's.
        Association = "association",
        /// The team's.
        Asker = "asker",
        /// Nobody's: it is decided.
        Decided = "decided",
        /// Nobody's yet: it is being written, and in no list.
        Draft = "draft",
    }
}

impl Shelf {
    /// The shelf of a request and its place there: the longest wait first, the latest decision first.
    pub(crate) fn of(request: &Request) -> (Self, i64) {
        let (shelf, at) = match &request.state {
            State::Draft => (Self::Draft, request.begun_at),
            State::Submitted { at } => (Self::Association, *at),
            State::InDiscussion { turn: Side::Association, since, .. } => (Self::Association, *since),
            State::InDiscussion { turn: Side::Asker, since, .. } => (Self::Asker, *since),
            State::Accepted { stamp, .. } | State::Declined { stamp, .. } => (Self::Decided, stamp.at),
            State::Withdrawn { submitted_at: None, at } => (Self::Draft, *at),
            State::Withdrawn { at, .. } => (Self::Decided, *at),
        };
        let millis = at.as_millisecond();
        (shelf, if shelf == Self::Decided { -millis } else { millis })
    }
}

/// Somebody who coordinates and can be written to.
#[derive(Clone, Debug)]
pub(crate) struct Coordinator {
    /// The address.
    pub(crate) email: String,
    /// The language of mails.
    pub(crate) language: Language,
}

/// The columns of a request, as `row` reads them.
macro_rules! columns {
    () => {
        "id, org_id, version, institution_id, team_id, language, entered_by, begun_at, institution_words, team_words,
        setting, publics, public_words, hopes, hope_words, hours_week_minutes, flexible, length_months, trial, town,
        languages, start_from, start_until, referent_stage, referent_name, experience, contact_name, contact_email,
        contact_phone, contact_role, stage, submitted_at, turn, turn_since, decided_at, decided_means, decided_by,
        decided_name, reason"
    };
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    FIND = concat!("SELECT ", columns!(), " FROM request WHERE id = ?1");
    INSERT = concat!("INSERT INTO request (", columns!(), ", shelf, sort_at) VALUES
        (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24,
        ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41)");
    SAVE = "UPDATE request SET version = ?3 + 1, institution_id = ?4, team_id = ?5, language = ?6, entered_by = ?7,
        begun_at = ?8, institution_words = ?9, team_words = ?10, setting = ?11, publics = ?12, public_words = ?13,
        hopes = ?14, hope_words = ?15, hours_week_minutes = ?16, flexible = ?17, length_months = ?18, trial = ?19,
        town = ?20, languages = ?21, start_from = ?22, start_until = ?23, referent_stage = ?24, referent_name = ?25,
        experience = ?26, contact_name = ?27, contact_email = ?28, contact_phone = ?29, contact_role = ?30,
        stage = ?31, submitted_at = ?32, turn = ?33, turn_since = ?34, decided_at = ?35, decided_means = ?36,
        decided_by = ?37, decided_name = ?38, reason = ?39, shelf = ?40, sort_at = ?41
        WHERE id = ?1 AND org_id = ?2 AND version = ?3";
    NATURE = "SELECT publics, hopes, setting FROM request WHERE id = ?1";
    NATURES = "SELECT id, publics, hopes, setting FROM request WHERE id IN (SELECT one.value FROM json_each(?1) one)";
    COORDINATORS = "SELECT DISTINCT COALESCE(a.email, a.joining_email), a.language
        FROM membership m JOIN account a ON a.id = m.account_id
        WHERE m.org_id = ?1 AND m.role = 'coordinator' AND m.from_on <= ?2
        AND (m.until_on IS NULL OR m.until_on >= ?2) AND COALESCE(a.email, a.joining_email) IS NOT NULL
        AND a.closed_at IS NULL ORDER BY 1";
}

async fn all_values(tx: &mut Tx, kept: &Kept) -> Result<Vec<Param>> {
    let mut values = vec![kept.request.id.into(), kept.request.org.into(), kept.version.into()];
    values.extend(row::values(tx, kept).await?);
    Ok(values)
}

/// Writes a new request.
pub(crate) async fn create(tx: &mut Tx, kept: &Kept) -> Result<()> {
    let values = all_values(tx, kept).await?;
    tx.execute(INSERT, &values).await?;
    index_request(tx, kept).await
}

/// Keeps a request that has changed; refuses to overwrite another version.
pub(crate) async fn save(tx: &mut Tx, kept: &Kept) -> Result<()> {
    let values = all_values(tx, kept).await?;
    match tx.execute(SAVE, &values).await? {
        1 => index_request(tx, kept).await,
        _ => Err(passerelle_store::Error::Conflict),
    }
}

/// The request with this id, for those who have checked that it may be shown.
pub(crate) async fn find(tx: &mut Tx, id: Id<Request>) -> Result<Option<Kept>> {
    match tx.find(FIND, params![id], row::read).await? {
        Some(read) => row::open(tx, read).await.map(Some),
        None => Ok(None),
    }
}

/// What a mission needs from a peer, with the kind of work that its request tells. What a team has told in its own words
/// only is not compared. Its times are those from `today` on.
pub(crate) async fn need(tx: &mut Tx, mission: &Mission, today: Date) -> Result<Need> {
    let nature = tx.find(NATURE, params![mission.request], |row| nature(row, 0)).await?.unwrap_or_default();
    let times = slots::timetable(tx, mission).await?.to_come(today).into();
    Ok(Need { nature, times, ..mission.need() })
}

/// The same of many missions, in their order.
pub(crate) async fn needs(tx: &mut Tx, missions: &[&Mission], today: Date) -> Result<Vec<Need>> {
    let requests = serde_json::Value::from_iter(missions.iter().map(|mission| mission.request.to_string())).to_string();
    let read = |row: &Row<'_>| Ok((row.get::<Id<Request>>(0)?, nature(row, 1)?));
    let natures: HashMap<Id<Request>, Nature> = tx.query(NATURES, params![requests], read).await?.into_iter().collect();
    let nature = |mission: &Mission| natures.get(&mission.request).cloned().unwrap_or_default();
    let ids: Vec<_> = missions.iter().map(|mission| mission.id).collect();
    let tables = slots::of_missions(tx, ids.into_iter()).await?;
    let times =
        |mission: &Mission| tables.get(&mission.id).map(|table| table.to_come(today).into()).unwrap_or_default();
    let need = |mission: &&Mission| Need { nature: nature(mission), times: times(mission), ..mission.need() };
    Ok(missions.iter().map(need).collect())
}

fn nature(row: &Row<'_>, first: usize) -> Result<Nature> {
    let mut publics: BTreeSet<Public> = code::split(&row.get::<String>(first)?);
    publics.remove(&Public::Other);
    let setting = row.code_opt(first + 2, Setting::parse)?.filter(|setting| *setting != Setting::Other);
    Ok(Nature { publics, hopes: code::split(&row.get::<String>(first + 1)?), settings: setting.into_iter().collect() })
}

/// The request with this id, if the actor may do `rule` with it. A draft is nobody's but its writer's.
pub(crate) async fn load_request(
    tx: &mut Tx,
    actor: &Actor,
    id: Id<Request>,
    rule: &Rule,
) -> std::result::Result<Kept, Error> {
    let kept = find(tx, id).await?.filter(|kept| kept.request.state.submitted_at().is_some()).ok_or(Error::NotFound)?;
    match actor.decide(tx, access::REQUEST_READ, rule, &kept.facts()) {
        Decision::Yes => Ok(kept),
        Decision::Forbidden => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// The request that a secret leads to, if the secret is for this purpose and not too old.
pub(crate) async fn by_link(tx: &mut Tx, secret: &str, purpose: &str) -> Result<Option<Kept>> {
    let now = tx.now();
    let Some(link) = link::find(tx, secret, purpose).await?.filter(|link| !link.is_expired(now)) else {
        return Ok(None);
    };
    let Ok(id) = link.subject.parse() else { return Ok(None) };
    find(tx, id).await
}

/// The request that a secret to follow led to while it was not too old, and whether a new one was sent in its place.
pub(crate) async fn by_old_link(tx: &mut Tx, secret: &str) -> Result<Option<(Kept, bool)>> {
    let now = tx.now();
    let Some(link) = link::find(tx, secret, FOLLOW.0).await?.filter(|link| link.is_expired(now)) else {
        return Ok(None);
    };
    let Ok(id) = link.subject.parse() else { return Ok(None) };
    Ok(find(tx, id).await?.map(|kept| (kept, link.is_used())))
}

/// Those who coordinate in an association on this day and can be written to.
pub(crate) async fn coordinators(tx: &mut Tx, org: Id<Organisation>, on: Date) -> Result<Vec<Coordinator>> {
    tx.query(COORDINATORS, params![org, on], |row| Ok(Coordinator { email: row.get(0)?, language: row.get(1)? })).await
}

/// The name of an organisation; the sign of a gap when it is gone.
pub(crate) async fn org_name(tx: &mut Tx, org: Id<Organisation>) -> Result<String> {
    let org = passerelle_directory::find_organisation(tx, org).await?;
    Ok(org.map_or_else(|| "…".to_owned(), |org| org.name.to_string()))
}

impl Kept {
    /// Whom the request concerns.
    pub(crate) fn facts(&self) -> Facts {
        Facts {
            association: Some(self.request.org),
            institution: self.institution,
            team: self.request.team,
            person: None,
        }
    }

    /// The same request after a verb.
    pub(crate) fn with(self, request: Request) -> Self {
        Self { request, ..self }
    }

    /// The stage.
    pub(crate) const fn stage(&self) -> Stage {
        self.request.state.stage()
    }
}
