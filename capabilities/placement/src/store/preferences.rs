//! What peers have told of how they want to work.

use std::collections::BTreeSet;

use passerelle_kernel::{Date, Id, Minutes};
use passerelle_store::{Result, Row, Tx, params};

use crate::{
    code,
    matching::{Mode, Nature},
    outside::Person,
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
    /// The hours a week that the peer hopes for, which those who coordinate may read.
    pub wished: Option<Minutes>,
    /// Which kind of work the peer likes, which those who coordinate may read.
    pub likes: Nature,
    /// How often the terms were saved.
    pub version: i64,
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    TERMS = "SELECT ceiling, from_on, until_on, paused, mode, most_travel, languages, wished, publics, hopes, settings,
            version
        FROM peer_terms WHERE person_id = ?1";
    SAVE = "INSERT INTO peer_terms (person_id, ceiling, from_on, until_on, paused, mode, most_travel, languages, version,
            changed_at, wished, publics, hopes, settings)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?10, ?11, ?12, ?13, ?14)
        ON CONFLICT (person_id) DO UPDATE SET ceiling = excluded.ceiling, from_on = excluded.from_on,
            until_on = excluded.until_on, paused = excluded.paused, mode = excluded.mode,
            most_travel = excluded.most_travel, languages = excluded.languages, wished = excluded.wished,
            publics = excluded.publics, hopes = excluded.hopes, settings = excluded.settings,
            version = peer_terms.version + 1, changed_at = excluded.changed_at
        WHERE peer_terms.version = ?9";
}

/// What a peer has told; nothing at all at first.
pub(crate) async fn terms(tx: &mut Tx, peer: Id<Person>) -> Result<Terms> {
    let found = tx.find(TERMS, params![peer], |row| Ok(Terms { version: row.get(11)?, ..read_terms(row, 0)? })).await?;
    Ok(found.unwrap_or_default())
}

/// Keeps what a peer tells; false when it was changed since `terms.version`.
pub(crate) async fn save_terms(tx: &mut Tx, peer: Id<Person>, terms: &Terms) -> Result<bool> {
    let t = terms;
    let (mode, most) = (t.travel.map(|(mode, _)| mode.as_str()), t.travel.map(|(_, most)| most));
    let languages = spoken::join(&t.languages);
    let (publics, hopes, settings) =
        (code::join(&t.likes.publics), code::join(&t.likes.hopes), code::join(&t.likes.settings));
    let now = tx.now();
    let mut values =
        params![peer, t.ceiling, t.from, t.until, t.paused, mode, most, languages, t.version, now].to_vec();
    values.extend_from_slice(params![t.wished, publics, hopes, settings]);
    Ok(tx.execute(SAVE, &values).await? == 1)
}

/// Reads eleven columns.
pub(super) fn read_terms(row: &Row<'_>, first: usize) -> Result<Terms> {
    let (mode, most) = (row.code_opt(first + 4, Mode::parse)?, row.get::<Option<Minutes>>(first + 5)?);
    let codes =
        |column: usize| -> Result<String> { Ok(row.get::<Option<String>>(first + column)?.unwrap_or_default()) };
    Ok(Terms {
        ceiling: row.get(first)?,
        from: row.get(first + 1)?,
        until: row.get(first + 2)?,
        paused: row.get::<Option<bool>>(first + 3)?.unwrap_or_default(),
        travel: mode.zip(most),
        languages: languages(row, first + 6)?,
        wished: row.get(first + 7)?,
        likes: Nature {
            publics: code::split(&codes(8)?),
            hopes: code::split(&codes(9)?),
            settings: code::split(&codes(10)?),
        },
        version: 0,
    })
}

pub(super) fn languages(row: &Row<'_>, column: usize) -> Result<BTreeSet<Spoken>> {
    Ok(spoken::split(&row.get::<Option<String>>(column)?.unwrap_or_default()).unwrap_or_default())
}
