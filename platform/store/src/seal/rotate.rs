//! New keys while everything runs: an owner's key is replaced, then its texts are sealed again in chunks by jobs; the
//! old key is removed in the transaction that sees that nothing uses it. Until then both open.

use serde::{Deserialize, Serialize};

use super::{Owner, Sealed, cipher::KeyId, key, open::Opened};
use crate::{Db, Error, Result, Tx, params};

/// The kind of the job that seals a chunk again.
pub const RESEAL: &str = "reseal";

/// How often the texts of a key are gone through before what does not open is left as it is.
const PASSES: u8 = 3;

/// The next chunk to be sealed again: what the job is given.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Reseal {
    /// The id of the key that was replaced.
    key: String,
    owner_kind: String,
    owner: String,
    /// The place of the field among those of this kind of owner.
    field: usize,
    /// The last row that was done.
    after: String,
    pass: u8,
}

/// What came of a chunk.
#[derive(Clone, Debug)]
pub struct Progress {
    /// How many texts were sealed again.
    pub resealed: u64,
    /// What is to be done next; nothing when the old key is gone, or is kept for what does not open.
    pub next: Option<Reseal>,
}

/// Replaces the key of an owner and leaves the job that seals its texts again; false when the owner has no key.
///
/// # Errors
/// [`Error::MasterKey`] when there is none; the engine's error.
pub async fn retire(tx: &mut Tx, owner: &Owner) -> Result<bool> {
    let Some(old) = key::replace(tx, owner).await? else { return Ok(false) };
    let (owner_kind, owner) = (owner.kind.as_str().to_owned(), owner.id.clone());
    let first = Reseal { key: old.text(), owner_kind, owner, field: 0, after: String::new(), pass: 1 };
    tx.enqueue(RESEAL, &first).await?;
    Ok(true)
}

/// Replaces the key of every owner, each in a transaction of its own; gives how many.
///
/// # Errors
/// As [`retire`].
pub async fn retire_all(db: &Db) -> Result<u64> {
    // Keys made from now on are not replaced again.
    let (until, mut after, mut count) = (db.clock().now(), String::new(), 0);
    loop {
        let owners = key::owners(&mut db.begin_read().await?, until, &after).await?;
        let Some((_, last)) = owners.last().cloned() else { return Ok(count) };
        for (owner, _) in owners {
            count += u64::from(retire_one(db, &owner).await?);
        }
        after = last;
    }
}

async fn retire_one(db: &Db, owner: &Owner) -> Result<bool> {
    loop {
        let mut tx = db.begin_write().await?;
        let retired = retire(&mut tx, owner).await;
        match retired {
            Ok(retired) => match tx.commit().await {
                Err(Error::Conflict) => continue,
                done => return done.map(|()| retired),
            },
            Err(Error::Conflict) => continue,
            Err(error) => return Err(error),
        }
    }
}

/// Seals one chunk again, in this transaction.
///
/// # Errors
/// [`Error::Conflict`] when another writer came first: the chunk can be tried again; the engine's error.
pub async fn reseal(tx: &mut Tx, fields: &[&'static Sealed], step: &Reseal) -> Result<Progress> {
    let Some(old) = KeyId::parse(&step.key) else { return Ok(Progress { resealed: 0, next: None }) };
    let fields: Vec<_> = fields.iter().copied().filter(|field| field.owner.as_str() == step.owner_kind).collect();
    let Some(field) = fields.get(step.field) else { return end(tx, &fields, step, old).await };
    let rows: Vec<(String, Vec<u8>)> = tx
        .query(field.of_key, params![&step.owner, old.prefix(), &step.after], |row| Ok((row.get(0)?, row.get(1)?)))
        .await?;
    let Some((last, _)) = rows.last().cloned() else {
        let next = Reseal { field: step.field + 1, after: String::new(), ..step.clone() };
        return Ok(Progress { resealed: 0, next: Some(next) });
    };
    let mut resealed = 0;
    for (row, bytes) in rows {
        if let Opened::Text(text) = tx.open_as_it_is(field, &step.owner, &row, Some(&bytes)).await? {
            let sealed = tx.seal(field, &step.owner, &row, &text).await?;
            resealed += tx.execute(field.put, &[row.into(), sealed, bytes.into()]).await?;
        }
    }
    Ok(Progress { resealed, next: Some(Reseal { after: last, ..step.clone() }) })
}

/// All fields are done: the key goes when nothing uses it; else they are gone through again.
async fn end(tx: &mut Tx, fields: &[&'static Sealed], step: &Reseal, old: KeyId) -> Result<Progress> {
    let mut left: i64 = 0;
    for field in fields {
        let count: i64 = tx.one(field.count, params![&step.owner, old.prefix()], |row| row.get(0)).await?;
        left += count;
    }
    if left == 0 {
        key::remove(tx, old).await?;
        tx.forgets = true;
        return Ok(Progress { resealed: 0, next: None });
    }
    if step.pass >= PASSES {
        tracing::warn!(left, key = step.key, "texts do not open: their key is kept");
        return Ok(Progress { resealed: 0, next: None });
    }
    let next = Reseal { field: 0, after: String::new(), pass: step.pass + 1, ..step.clone() };
    Ok(Progress { resealed: 0, next: Some(next) })
}

/// Wraps every data key with the master key in use; gives how many were wrapped by another one.
///
/// # Errors
/// [`Error::MasterKey`] when the other one is not here; the engine's error.
pub async fn rewrap(db: &Db) -> Result<u64> {
    let mut count = 0;
    loop {
        let mut tx = db.begin_write().await?;
        match key::rewrap_some(&mut tx).await {
            Ok(0) => return Ok(count),
            Ok(some) => match tx.commit().await {
                Ok(()) => count += some,
                Err(Error::Conflict) => {}
                Err(error) => return Err(error),
            },
            Err(Error::Conflict) => {}
            Err(error) => return Err(error),
        }
    }
}
