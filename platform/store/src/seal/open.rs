//! Sealing and opening within a transaction, which knows the keys it has met and forgets them at its end.

use std::{fmt::Display, sync::Arc};

use passerelle_kernel::Timestamp;

use super::{
    DataKey, Owner, Sealed,
    cipher::{self, KeyId},
    key,
};
use crate::{Error, Param, Result, Tx};

/// What became of a sealed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The text.
    Text(String),
    /// Its key was destroyed at this instant.
    Erased(Timestamp),
    /// It does not open: the bytes were changed or moved, or come from another installation.
    Unreadable,
}

/// How a reader is told of a text that does not open any more.
type Words = dyn Fn(&Opened) -> String + Send + Sync;

/// The most keys that a transaction remembers; a longer list of owners asks again.
const MOST: usize = 256;

/// The keys that a transaction has met, and the words for texts that are gone.
#[derive(Default)]
pub(crate) struct Keys {
    known: Vec<DataKey>,
    words: Option<Arc<Words>>,
}

impl Keys {
    pub(super) fn forget(&mut self) {
        self.known.clear();
    }

    fn remember(&mut self, key: DataKey) {
        if self.known.len() >= MOST {
            self.known.clear();
        }
        self.known.push(key);
    }
}

impl Tx {
    /// From now on, [`Tx::open`] tells of texts that are gone in these words.
    pub fn tell_gone(&mut self, words: impl Fn(&Opened) -> String + Send + Sync + 'static) {
        self.keys.words = Some(Arc::new(words));
    }

    /// Seals a text of this owner for this row of the field, as a value for the column. No text is nothing.
    ///
    /// # Errors
    /// [`Error::MasterKey`] when there is none; [`Error::Conflict`] when another writer made the owner's key at once.
    pub async fn seal(&mut self, field: &Sealed, owner: impl Display, row: impl Display, text: &str) -> Result<Param> {
        if text.is_empty() {
            return Ok(Param::Null);
        }
        let (owner, row) = (Owner::of(field.owner, owner), row.to_string());
        let place = cipher::place(field.table, field.column, &row, owner.kind.as_str(), &owner.id);
        let known = self.keys.known.iter().position(|key| key.in_use && key.owner == owner);
        let at = match known {
            Some(at) => at,
            None => {
                let key = key::in_use(self, &owner).await?;
                self.keys.remember(key);
                self.keys.known.len() - 1
            }
        };
        let sealed = self.keys.known.get(at).and_then(|known| {
            let key = known.key.as_ref()?;
            cipher::seal(known.id, key, &place, text.as_bytes())
        });
        sealed.map(Param::Bytes).ok_or_else(|| Error::MasterKey("a text cannot be sealed".into()))
    }

    /// The same for a text that there may be or not.
    ///
    /// # Errors
    /// As [`Tx::seal`].
    pub async fn seal_opt(
        &mut self,
        field: &Sealed,
        owner: impl Display,
        row: impl Display,
        text: Option<&str>,
    ) -> Result<Param> {
        self.seal(field, owner, row, text.unwrap_or_default()).await
    }

    /// The text that was sealed for this place; where it is gone, the words that say so. Nothing opens as no text.
    ///
    /// # Errors
    /// [`Error::MasterKey`] when the key's master key is not here; the engine's error.
    pub async fn open(
        &mut self,
        field: &Sealed,
        owner: impl Display,
        row: impl Display,
        bytes: Option<&[u8]>,
    ) -> Result<String> {
        Ok(match self.open_as_it_is(field, owner, row, bytes).await? {
            Opened::Text(text) => text,
            gone => self.keys.words.as_ref().map_or_else(|| in_short(&gone), |words| words(&gone)),
        })
    }

    /// The same for a text that there may be or not.
    ///
    /// # Errors
    /// As [`Tx::open`].
    pub async fn open_opt(
        &mut self,
        field: &Sealed,
        owner: impl Display,
        row: impl Display,
        bytes: Option<&[u8]>,
    ) -> Result<Option<String>> {
        if bytes.is_none() {
            return Ok(None);
        }
        self.open(field, owner, row, bytes).await.map(Some)
    }

    /// What became of the text that was sealed for this place.
    ///
    /// # Errors
    /// As [`Tx::open`].
    pub async fn open_as_it_is(
        &mut self,
        field: &Sealed,
        owner: impl Display,
        row: impl Display,
        bytes: Option<&[u8]>,
    ) -> Result<Opened> {
        let Some(bytes) = bytes else { return Ok(Opened::Text(String::new())) };
        let Some(id) = cipher::key_of(bytes) else { return Ok(unreadable(field)) };
        let Some(at) = self.known(id).await? else { return Ok(unreadable(field)) };
        let (owner, row) = (owner.to_string(), row.to_string());
        let place = cipher::place(field.table, field.column, &row, field.owner.as_str(), &owner);
        let opened = self.keys.known.get(at).and_then(|known| match (&known.key, known.destroyed_at) {
            (Some(key), _) => {
                let text = cipher::open(key, &place, bytes)?;
                std::str::from_utf8(&text).ok().map(|text| Opened::Text(text.to_owned()))
            }
            (None, Some(at)) => Some(Opened::Erased(at)),
            (None, None) => None,
        });
        Ok(opened.unwrap_or_else(|| unreadable(field)))
    }

    /// Where the key with this id is among those known.
    async fn known(&mut self, id: KeyId) -> Result<Option<usize>> {
        if let Some(at) = self.keys.known.iter().position(|key| key.id == id) {
            return Ok(Some(at));
        }
        let Some(key) = key::by_id(self, id).await? else { return Ok(None) };
        self.keys.remember(key);
        Ok(Some(self.keys.known.len() - 1))
    }
}

fn unreadable(field: &Sealed) -> Opened {
    tracing::warn!(table = field.table, column = field.column, "a sealed text does not open");
    Opened::Unreadable
}

/// For jobs and tools, which have no reader.
fn in_short(gone: &Opened) -> String {
    match gone {
        Opened::Text(text) => text.clone(),
        Opened::Erased(at) => format!("[erased {}]", at.strftime("%Y-%m-%d")),
        Opened::Unreadable => "[unreadable]".to_owned(),
    }
}
