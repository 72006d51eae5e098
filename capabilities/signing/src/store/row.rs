//! Between a signer and their row. What is sealed is opened after the statement.

use passerelle_access::{Account, Organisation};
use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Error, Param, Result, Row, Tx, seal::Sealed};

use super::declared::{CONSENT, DECLINED, EMAIL, NAME, PARTY, PHONE, SENT_TO, SIGNED_NAME};
use crate::signer::{Answer, Means, Signature, Signer, Way};

type Bytes = Option<Vec<u8>>;

/// The columns of a signer, in the order of [`read`].
macro_rules! signers {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.org_id, s.account_id, s.way, s.round, s.asked_at, s.sent_at, s.reminded, s.answered_at,
            s.signed_way, s.signed_hash, s.signed_by, s.signed_on, s.recorded_by, s.name, s.party, s.email, s.phone,
            s.declined_words, s.signed_name, s.sent_to, s.consent FROM signer s ",
            $rest
        )
    };
}
pub(super) use signers;

/// A signer as their row has it: what is sealed is not opened yet.
pub(super) struct Closed {
    id: Id<Signer>,
    org: Id<Organisation>,
    account: Option<Id<Account>>,
    way: Way,
    round: i64,
    asked_at: Timestamp,
    sent_at: Timestamp,
    reminded: i64,
    answered_at: Option<Timestamp>,
    signed_way: Option<Way>,
    hash: Option<String>,
    signed_by: Option<Id<Account>>,
    signed_on: Option<Date>,
    recorded_by: Option<Id<Account>>,
    sealed: [Bytes; 8],
}

pub(super) fn read(row: &Row<'_>) -> Result<Closed> {
    Ok(Closed {
        id: row.get(0)?,
        org: row.get(1)?,
        account: row.get(2)?,
        way: row.code(3, Way::parse)?,
        round: row.get(4)?,
        asked_at: row.get(5)?,
        sent_at: row.get(6)?,
        reminded: row.get(7)?,
        answered_at: row.get(8)?,
        signed_way: row.code_opt(9, Way::parse)?,
        hash: row.get(10)?,
        signed_by: row.get(11)?,
        signed_on: row.get(12)?,
        recorded_by: row.get(13)?,
        sealed: [
            row.get(14)?,
            row.get(15)?,
            row.get(16)?,
            row.get(17)?,
            row.get(18)?,
            row.get(19)?,
            row.get(20)?,
            row.get(21)?,
        ],
    })
}

const FIELDS: [&Sealed; 8] = [NAME, PARTY, EMAIL, PHONE, DECLINED, SIGNED_NAME, SENT_TO, CONSENT];

/// The same, opened.
pub(super) async fn open(tx: &mut Tx, closed: Closed) -> Result<Signer> {
    let mut texts: [Option<String>; 8] = Default::default();
    for ((field, bytes), text) in FIELDS.iter().zip(&closed.sealed).zip(&mut texts) {
        *text = tx.open_opt(field, closed.org, closed.id, bytes.as_deref()).await?;
    }
    let [name, party, email, phone, declined, signed_name, sent_to, consent] = texts;
    let answer = match (closed.answered_at, closed.signed_way) {
        (None, _) => None,
        (Some(at), None) => Some(Answer::Declined { at, words: declined.unwrap_or_default() }),
        (Some(at), Some(way)) => {
            let means = means(&closed, way, sent_to.unwrap_or_default())?;
            let (name, consent) = (signed_name.unwrap_or_default(), consent.unwrap_or_default());
            Some(Answer::Signed(Signature { at, name, consent, hash: closed.hash.unwrap_or_default(), means }))
        }
    };
    Ok(Signer {
        id: closed.id,
        name: name.unwrap_or_default(),
        party: party.unwrap_or_default(),
        email,
        phone,
        way: closed.way,
        account: closed.account,
        round: closed.round,
        asked_at: closed.asked_at,
        sent_at: closed.sent_at,
        reminded: closed.reminded,
        answer,
    })
}

fn means(closed: &Closed, way: Way, sent_to: String) -> Result<Means> {
    let missing = Error::Column { column: 9, problem: "a signature without what its way needs" };
    Ok(match (way, closed.signed_by, closed.signed_on, closed.recorded_by) {
        (Way::Account, Some(by), ..) => Means::Account(by),
        (Way::Link, ..) => Means::Link(sent_to),
        (Way::Sms, ..) => Means::Sms(sent_to),
        (Way::OnPaper, _, Some(on), Some(recorded_by)) => Means::OnPaper { on, recorded_by },
        _ => return Err(missing),
    })
}

/// The values of an answer: when, the words of a no, then those of a signature.
pub(super) async fn answer(tx: &mut Tx, org: Id<Organisation>, signer: &Signer) -> Result<Vec<Param>> {
    let id = signer.id;
    let Some(Answer::Signed(signature)) = &signer.answer else {
        let (at, words) = match &signer.answer {
            Some(Answer::Declined { at, words }) => (Some(*at), words.as_str()),
            _ => (None, ""),
        };
        let mut values = vec![at.into(), tx.seal(DECLINED, org, id, words).await?];
        values.extend((0..8).map(|_| Param::Null));
        return Ok(values);
    };
    let (by, sent_to, on, recorded_by) = match &signature.means {
        Means::Account(account) => (Some(*account), "", None, None),
        Means::Link(to) | Means::Sms(to) => (None, to.as_str(), None, None),
        Means::OnPaper { on, recorded_by } => (None, "", Some(*on), Some(*recorded_by)),
    };
    Ok(vec![
        signature.at.into(),
        Param::Null,
        signature.means.way().as_str().into(),
        tx.seal(SIGNED_NAME, org, id, &signature.name).await?,
        (&signature.hash).into(),
        by.into(),
        tx.seal(SENT_TO, org, id, sent_to).await?,
        tx.seal(CONSENT, org, id, &signature.consent).await?,
        on.into(),
        recorded_by.into(),
    ])
}
