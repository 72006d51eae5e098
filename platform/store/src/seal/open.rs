//! Sealing and opening within a transaction, which knows the keys it has met and forgets them at its end.

use std::{fmt::Display, sync::Arc};

use passerelle_kernel::Timestamp;

use super::{
    DataKey, Owner, Sealed,
    cipher::{self, KeyId},
    key,
};
use crate::{Error, Param, Result, Tx};

/// A sealed text with the ids of its owner and its row, as [`Tx::open_all`] opens many of them.
pub type Closed = (String, String, Option<Vec<u8>>);

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

/// The keys that a transaction has met, and what it has told of texts that are gone.
#[derive(Default)]
pub(crate) struct Keys {
    known: Vec<DataKey>,
    words: Option<Arc<Words>>,
    gone: Vec<Gone>,
}

/// A text that is gone, as the reader was told of it.
struct Gone {
    place: Vec<u8>,
    told: String,
    bytes: Vec<u8>,
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

    /// Seals a text of this owner for this row of the field, as a value for the column. No text is nothing. What this
    /// transaction has told of a text that is gone is not a text: the bytes stay as they are.
    ///
    /// # Errors
    /// [`Error::MasterKey`] when there is none; [`Error::Conflict`] when another writer made the owner's key at once.
    pub async fn seal(&mut self, field: &Sealed, owner: impl Display, row: impl Display, text: &str) -> Result<Param> {
        if text.is_empty() {
            return Ok(Param::Null);
        }
        let (owner, row) = (Owner::of(field.owner, owner), row.to_string());
        let place = place(field, &owner.id, &row);
        if let Some(gone) = self.keys.gone.iter().find(|gone| gone.place == place && gone.told == text) {
            return Ok(Param::Bytes(gone.bytes.clone()));
        }
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
        let (owner, row) = (owner.to_string(), row.to_string());
        let opened = self.open_as_it_is(field, &owner, &row, bytes).await?;
        if let Opened::Text(text) = opened {
            return Ok(text);
        }
        let told = self.keys.words.as_ref().map_or_else(|| in_short(&opened), |words| words(&opened));
        let (place, bytes) = (place(field, &owner, &row), bytes.unwrap_or_default().to_vec());
        self.keys.gone.push(Gone { place, told: told.clone(), bytes });
        Ok(told)
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
        Ok(opened(field, self.keys.known.get(at), &owner, &row, bytes))
    }

    /// What became of each of these texts, in their order: one statement, however many owners they have.
    ///
    /// # Errors
    /// As [`Tx::open`].
    pub async fn open_all(&mut self, field: &Sealed, closed: &[Closed]) -> Result<Vec<Opened>> {
        let ids = closed.iter().filter_map(|(.., bytes)| cipher::key_of(bytes.as_deref()?));
        let keys = key::by_ids(self, ids).await?;
        let open = |(owner, row, bytes): &Closed| {
            let Some(bytes) = bytes else { return Opened::Text(String::new()) };
            let key = cipher::key_of(bytes).and_then(|id| keys.get(&id));
            opened(field, key, owner, row, bytes)
        };
        Ok(closed.iter().map(open).collect())
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

/// What a sealed text of this field is bound to.
fn place(field: &Sealed, owner: &str, row: &str) -> Vec<u8> {
    cipher::place(field.table, field.column, row, field.owner.as_str(), owner)
}

/// The text of these bytes, opened with their key.
fn opened(field: &Sealed, key: Option<&DataKey>, owner: &str, row: &str, bytes: &[u8]) -> Opened {
    let found = key.and_then(|known| match (&known.key, known.destroyed_at) {
        (Some(key), _) => {
            let text = cipher::open(key, &place(field, owner, row), bytes)?;
            std::str::from_utf8(&text).ok().map(|text| Opened::Text(text.to_owned()))
        }
        (None, Some(at)) => Some(Opened::Erased(at)),
        (None, None) => None,
    });
    found.unwrap_or_else(|| unreadable(field))
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
