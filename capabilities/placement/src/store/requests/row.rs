//! A request as a row: its columns in one order, written and read in the same one.

use passerelle_kernel::Timestamp;
use passerelle_store::{Error, Param, Result, Row, Tx};

use super::{Kept, Shelf};
use crate::{
    code,
    period::Days,
    request::{Answers, Contact, Experience, Length, Referent, Request, Setting, Side, Stage, State},
    spoken,
    stamp::{Means, Signer, Stamp},
    store::sealed::{Bytes, CONTACT_PHONE, HOPE_WORDS, PUBLIC_WORDS, REASON},
};

/// The number of months that stands for “no end fixed”.
const OPEN_ENDED: i64 = 0;
const NAMED: &str = "named";
const NOT_YET: &str = "not-yet";

/// The texts of a request that are sealed, as they lie in the row.
pub(super) struct Texts {
    public: Bytes,
    hope: Bytes,
    phone: Bytes,
    reason: Bytes,
}

/// Opens the texts of a request.
pub(super) async fn open(tx: &mut Tx, (mut kept, texts): (Kept, Texts)) -> Result<Kept> {
    let request = &mut kept.request;
    let (org, id) = (request.org, request.id);
    request.answers.public_words = tx.open(PUBLIC_WORDS, org, id, texts.public.as_deref()).await?;
    request.answers.hope_words = tx.open(HOPE_WORDS, org, id, texts.hope.as_deref()).await?;
    request.answers.contact.phone = tx.open(CONTACT_PHONE, org, id, texts.phone.as_deref()).await?;
    if let State::Declined { reason, .. } = &mut request.state {
        *reason = tx.open(REASON, org, id, texts.reason.as_deref()).await?;
    }
    Ok(kept)
}

/// The same texts, sealed anew.
async fn seal(tx: &mut Tx, request: &Request) -> Result<[Param; 4]> {
    let (org, id, answers) = (request.org, request.id, &request.answers);
    let reason = if let State::Declined { reason, .. } = &request.state { reason.as_str() } else { "" };
    let public = tx.seal(PUBLIC_WORDS, org, id, &answers.public_words).await?;
    let hope = tx.seal(HOPE_WORDS, org, id, &answers.hope_words).await?;
    let phone = tx.seal(CONTACT_PHONE, org, id, &answers.contact.phone).await?;
    Ok([public, hope, phone, tx.seal(REASON, org, id, reason).await?])
}

/// The values of a row from `?4` on, in the order of the table.
pub(super) async fn values(tx: &mut Tx, kept: &Kept) -> Result<Vec<Param>> {
    let request = &kept.request;
    let mut values = vec![kept.institution.into(), request.team.into(), kept.language.into()];
    values.extend([request.entered_by.into(), request.begun_at.into()]);
    let [public, hope, phone, reason] = seal(tx, request).await?;
    values.extend(answer_values(&request.answers, public, hope, phone));
    values.extend(state_values(&request.state));
    values.push(reason);
    let (shelf, sort_at) = Shelf::of(request);
    values.extend([shelf.as_str().into(), sort_at.into()]);
    Ok(values)
}

fn answer_values(a: &Answers, public_words: Param, hope_words: Param, phone: Param) -> Vec<Param> {
    let months = a.length.map(|length| match length {
        Length::Months(months) => i64::from(months),
        Length::OpenEnded => OPEN_ENDED,
    });
    let (referent, referent_name) = match &a.referent {
        None => (None, ""),
        Some(Referent::Named(name)) => (Some(NAMED), name.as_str()),
        Some(Referent::NotYet) => (Some(NOT_YET), ""),
    };
    vec![
        (&a.institution).into(),
        (&a.team).into(),
        a.setting.map(Setting::as_str).into(),
        code::join(&a.publics).into(),
        public_words,
        code::join(&a.hopes).into(),
        hope_words,
        a.hours_week.into(),
        a.flexible.into(),
        months.into(),
        a.trial.into(),
        (&a.town).into(),
        spoken::join(&a.languages).into(),
        a.start.map(Days::first).into(),
        a.start.map(Days::last).into(),
        referent.into(),
        referent_name.into(),
        a.experience.map(Experience::as_str).into(),
        (&a.contact.name).into(),
        (&a.contact.email).into(),
        phone,
        (&a.contact.role).into(),
    ]
}

fn state_values(state: &State) -> Vec<Param> {
    let mut turn = None;
    let mut turn_since = None;
    let mut decided: Option<(Timestamp, Option<&Signer>)> = None;
    match state {
        State::Draft | State::Submitted { .. } => {}
        State::InDiscussion { turn: side, since, .. } => (turn, turn_since) = (Some(side.as_str()), Some(*since)),
        State::Accepted { stamp, .. } | State::Declined { stamp, .. } => decided = Some((stamp.at, Some(&stamp.by))),
        State::Withdrawn { at, .. } => decided = Some((*at, None)),
    }
    let signer = decided.and_then(|(_, signer)| signer);
    vec![
        state.stage().as_str().into(),
        state.submitted_at().into(),
        turn.into(),
        turn_since.into(),
        decided.map(|(at, _)| at).into(),
        signer.map(|signer| signer.means().as_str()).into(),
        signer.and_then(Signer::account).into(),
        signer.and_then(Signer::name).into(),
    ]
}

/// Reads a row whose columns stand in the order of [`super::columns`]; its texts are still sealed.
pub(super) fn read(row: &Row<'_>) -> Result<(Kept, Texts)> {
    let request = Request {
        id: row.get(0)?,
        org: row.get(1)?,
        entered_by: row.get(6)?,
        begun_at: row.get(7)?,
        answers: answers(row)?,
        team: row.get(4)?,
        state: state(row)?,
    };
    let texts = Texts { public: row.get(12)?, hope: row.get(14)?, phone: row.get(28)?, reason: row.get(38)? };
    Ok((Kept { request, version: row.get(2)?, institution: row.get(3)?, language: row.get(5)? }, texts))
}

fn answers(row: &Row<'_>) -> Result<Answers> {
    let months: Option<i64> = row.get(17)?;
    let start = (row.get(21)?, row.get(22)?);
    let referent: Option<String> = row.get(23)?;
    let referent = match referent.as_deref() {
        None => None,
        Some(NAMED) => Some(Referent::Named(row.get(24)?)),
        Some(_) => Some(Referent::NotYet),
    };
    Ok(Answers {
        institution: row.get(8)?,
        team: row.get(9)?,
        setting: row.code_opt(10, Setting::parse)?,
        publics: code::split(&row.get::<String>(11)?),
        public_words: String::new(),
        hopes: code::split(&row.get::<String>(13)?),
        hope_words: String::new(),
        hours_week: row.get(15)?,
        flexible: row.get(16)?,
        length: months
            .map(|months| u8::try_from(months).ok().filter(|m| *m > 0).map_or(Length::OpenEnded, Length::Months)),
        trial: row.get(18)?,
        town: row.get(19)?,
        languages: spoken::split(&row.get::<String>(20)?).map_err(|_| wrong(20))?,
        start: if let (Some(first), Some(last)) = start { Days::new(first, last).ok() } else { None },
        referent,
        experience: row.code_opt(25, Experience::parse)?,
        contact: Contact { name: row.get(26)?, email: row.get(27)?, phone: String::new(), role: row.get(29)? },
    })
}

fn state(row: &Row<'_>) -> Result<State> {
    let submitted = || row.get::<Timestamp>(31);
    Ok(match row.code(30, Stage::parse)? {
        Stage::Draft => State::Draft,
        Stage::Submitted => State::Submitted { at: submitted()? },
        Stage::InDiscussion => {
            State::InDiscussion { submitted_at: submitted()?, turn: row.code(32, Side::parse)?, since: row.get(33)? }
        }
        Stage::Accepted => State::Accepted { submitted_at: submitted()?, stamp: stamp(row)? },
        Stage::Declined => State::Declined { submitted_at: submitted()?, stamp: stamp(row)?, reason: String::new() },
        Stage::Withdrawn => State::Withdrawn { submitted_at: row.get(31)?, at: row.get(34)? },
    })
}

fn stamp(row: &Row<'_>) -> Result<Stamp> {
    let means = row.code(35, Means::parse)?;
    let by = Signer::restore(means, row.get(36)?, row.get(37)?).ok_or_else(|| wrong(35))?;
    Ok(Stamp { by, at: row.get(34)? })
}

const fn wrong(column: usize) -> Error {
    Error::Column { column, problem: "not what was expected there" }
}
