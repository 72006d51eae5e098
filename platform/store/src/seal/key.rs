//! Data keys: one in use for each owner, wrapped by the master key in the table `data_key`.

use std::collections::{BTreeMap, BTreeSet};

use passerelle_kernel::Timestamp;
use secrecy::SecretBox;
use zeroize::Zeroizing;

use super::{
    Master, Owner, OwnerKind,
    cipher::{self, Key, KeyId},
};
use crate::{Error, Result, Row, Tx, params};

/// A data key, as far as this transaction knows it.
pub(crate) struct DataKey {
    pub(super) id: KeyId,
    pub(super) owner: Owner,
    /// Nothing when it was destroyed.
    pub(super) key: Option<Key>,
    pub(super) destroyed_at: Option<Timestamp>,
    /// Whether new texts of the owner are sealed with it.
    pub(super) in_use: bool,
}

crate::sql! {
    /// The statements about data keys.
    pub(super) STATEMENTS;
    IN_USE = "SELECT id, owner_kind, owner_id, master_id, wrapped, retired_at, destroyed_at FROM data_key
        WHERE owner_kind = ?1 AND owner_id = ?2 AND retired_at IS NULL AND destroyed_at IS NULL";
    BY_ID = "SELECT id, owner_kind, owner_id, master_id, wrapped, retired_at, destroyed_at FROM data_key WHERE id = ?1";
    BY_IDS = "SELECT id, owner_kind, owner_id, master_id, wrapped, retired_at, destroyed_at FROM data_key
        WHERE id IN (SELECT value FROM json_each(?1))";
    INSERT = "INSERT INTO data_key (id, owner_kind, owner_id, master_id, wrapped, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    RETIRE = "UPDATE data_key SET retired_at = ?2 WHERE id = ?1 AND retired_at IS NULL AND destroyed_at IS NULL";
    REMOVE = "DELETE FROM data_key WHERE id = ?1 AND retired_at IS NOT NULL";
    DESTROY = "UPDATE data_key SET wrapped = NULL, destroyed_at = ?3
        WHERE owner_kind = ?1 AND owner_id = ?2 AND destroyed_at IS NULL";
    OWNERS = "SELECT owner_kind, owner_id, id FROM data_key
        WHERE retired_at IS NULL AND destroyed_at IS NULL AND made_at < ?1 AND id > ?2 ORDER BY id LIMIT 100";
    OTHERS = "SELECT id, owner_kind, owner_id, master_id, wrapped, retired_at, destroyed_at FROM data_key
        WHERE wrapped IS NOT NULL AND master_id <> ?1 ORDER BY id LIMIT 100";
    REWRAP = "UPDATE data_key SET master_id = ?2, wrapped = ?3 WHERE id = ?1 AND wrapped IS NOT NULL";
    MASTERS = "SELECT DISTINCT master_id FROM data_key WHERE wrapped IS NOT NULL ORDER BY master_id";
    CENSUS = "SELECT CAST(coalesce(sum(CASE WHEN retired_at IS NULL AND destroyed_at IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT),
        CAST(coalesce(sum(CASE WHEN retired_at IS NOT NULL AND destroyed_at IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT),
        CAST(coalesce(sum(CASE WHEN destroyed_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT) FROM data_key";
}

/// A row of the table: the key is still wrapped.
pub(super) struct Wrapped {
    pub(super) id: KeyId,
    pub(super) owner: Owner,
    master: String,
    wrapped: Option<Vec<u8>>,
    retired: bool,
    destroyed_at: Option<Timestamp>,
}

fn read(row: &Row<'_>) -> Result<Wrapped> {
    Ok(Wrapped {
        id: row.code(0, KeyId::parse)?,
        owner: Owner { kind: row.code(1, OwnerKind::parse)?, id: row.get(2)? },
        master: row.get(3)?,
        wrapped: row.get(4)?,
        retired: row.get::<Option<i64>>(5)?.is_some(),
        destroyed_at: row.get(6)?,
    })
}

/// What the wrapping of a data key is bound to.
fn bound(id: KeyId, owner: &Owner) -> Vec<u8> {
    ["passerelle data key 1", &id.text(), owner.kind.as_str(), &owner.id].join("\0").into_bytes()
}

impl Wrapped {
    fn unwrap_with(&self, master: &Key) -> Result<Option<Key>> {
        let Some(wrapped) = &self.wrapped else { return Ok(None) };
        let mut bytes = cipher::decrypt(master, &bound(self.id, &self.owner), wrapped)
            .ok_or_else(|| Error::MasterKey(format!("the data key {} was tampered with", self.id.text())))?;
        let bytes: &mut [u8; 32] = bytes
            .as_mut_slice()
            .try_into()
            .map_err(|_| Error::MasterKey(format!("the data key {} has another length", self.id.text())))?;
        Ok(Some(SecretBox::init_with_mut(|key: &mut [u8; 32]| key.copy_from_slice(bytes))))
    }

    fn into_key(self, tx: &Tx) -> Result<DataKey> {
        let key = if self.wrapped.is_some() {
            let master = tx.db().master_with(&self.master)?;
            let key = master.find(&self.master).ok_or_else(|| Error::MasterKey(missing(&self.master)))?;
            self.unwrap_with(key)?
        } else {
            None
        };
        let in_use = !self.retired && key.is_some();
        Ok(DataKey { id: self.id, owner: self.owner, key, destroyed_at: self.destroyed_at, in_use })
    }
}

pub(crate) fn missing(master: &str) -> String {
    format!("texts are sealed under the master key {master}, which is not here")
}

/// The key that seals new texts of this owner; made when there is none.
pub(super) async fn in_use(tx: &mut Tx, owner: &Owner) -> Result<DataKey> {
    match tx.find(IN_USE, params![owner.kind.as_str(), &owner.id], read).await? {
        Some(wrapped) => wrapped.into_key(tx),
        None => make(tx, owner).await,
    }
}

/// The key with this id, if there is one (a row that a rotation has removed was used by nothing).
pub(super) async fn by_id(tx: &mut Tx, id: KeyId) -> Result<Option<DataKey>> {
    tx.find(BY_ID, params![id.text()], read).await?.map(|wrapped| wrapped.into_key(tx)).transpose()
}

/// Those of these keys that there are, in one statement.
pub(super) async fn by_ids(tx: &mut Tx, ids: impl Iterator<Item = KeyId>) -> Result<BTreeMap<KeyId, DataKey>> {
    let ids: BTreeSet<KeyId> = ids.collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let wanted = serde_json::json!(ids.iter().map(|id| id.text()).collect::<Vec<_>>()).to_string();
    let found = tx.query(BY_IDS, params![wanted], read).await?;
    found.into_iter().map(|wrapped| wrapped.into_key(tx).map(|key| (key.id, key))).collect()
}

/// Makes the key of an owner. Two writers who do so at once: the second one tries its action again.
pub(super) async fn make(tx: &mut Tx, owner: &Owner) -> Result<DataKey> {
    let master = tx.db().fresh_master()?;
    let (master_id, wrapping) = master.in_use().ok_or_else(|| Error::MasterKey("there is no master key".into()))?;
    let (id, key, now) = (KeyId::new(), cipher::new_key(), tx.now());
    let wrapped = wrap(id, owner, &key, wrapping)?;
    let values = params![id.text(), owner.kind.as_str(), &owner.id, master_id, wrapped, now];
    match tx.execute(INSERT, values).await {
        Err(Error::Unique) => Err(Error::Conflict),
        other => other.map(|_| DataKey { id, owner: owner.clone(), key: Some(key), destroyed_at: None, in_use: true }),
    }
}

fn wrap(id: KeyId, owner: &Owner, key: &Key, master: &Key) -> Result<Vec<u8>> {
    use secrecy::ExposeSecret as _;
    let bytes = Zeroizing::new(key.expose_secret().to_vec());
    cipher::encrypt(master, &bound(id, owner), &bytes).ok_or_else(|| Error::MasterKey("a key cannot be wrapped".into()))
}

/// Puts a new key in the place of the owner's key; gives the id of the old one, if there was one.
pub(super) async fn replace(tx: &mut Tx, owner: &Owner) -> Result<Option<KeyId>> {
    let Some(old) = tx.find(IN_USE, params![owner.kind.as_str(), &owner.id], read).await? else { return Ok(None) };
    let now = tx.now();
    tx.execute(RETIRE, params![old.id.text(), now]).await?;
    make(tx, owner).await?;
    tx.keys.forget();
    Ok(Some(old.id))
}

/// Removes a key that was replaced and that nothing uses any more.
pub(super) async fn remove(tx: &mut Tx, id: KeyId) -> Result<()> {
    tx.execute(REMOVE, params![id.text()]).await.map(drop)
}

/// Owners with a key made before this instant, 100 at a time after the key with this id, with that id.
pub(super) async fn owners(tx: &mut Tx, made_before: Timestamp, after: &str) -> Result<Vec<(Owner, String)>> {
    tx.query(OWNERS, params![made_before, after], |row| {
        Ok((Owner { kind: row.code(0, OwnerKind::parse)?, id: row.get(1)? }, row.get(2)?))
    })
    .await
}

/// Wraps up to 100 keys that another master key has wrapped with the master key in use; gives how many.
pub(super) async fn rewrap_some(tx: &mut Tx) -> Result<u64> {
    let master = tx.db().fresh_master()?;
    let (master_id, wrapping) = master.in_use().ok_or_else(|| Error::MasterKey("there is no master key".into()))?;
    let mut done = 0;
    for wrapped in tx.query(OTHERS, params![master_id], read).await? {
        let before = master.find(&wrapped.master).ok_or_else(|| Error::MasterKey(missing(&wrapped.master)))?;
        let Some(key) = wrapped.unwrap_with(before)? else { continue };
        let bytes = wrap(wrapped.id, &wrapped.owner, &key, wrapping)?;
        done += tx.execute(REWRAP, params![wrapped.id.text(), master_id, bytes]).await?;
    }
    Ok(done)
}

/// Destroys every key of an owner: what they sealed is erased, here and on every node, from the commit on.
/// Gives how many keys there were. What is sealed for the owner afterwards gets a new key.
///
/// # Errors
/// The engine's error.
pub async fn destroy(tx: &mut Tx, owner: &Owner) -> Result<u64> {
    let now = tx.now();
    tx.keys.forget();
    tx.forgets = true;
    tx.execute(DESTROY, params![owner.kind.as_str(), &owner.id, now]).await
}

/// How many data keys there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Census {
    /// In use.
    pub in_use: i64,
    /// Replaced, with texts that still have to be sealed again.
    pub retired: i64,
    /// Destroyed.
    pub destroyed: i64,
}

/// Counts the data keys.
///
/// # Errors
/// The engine's error.
pub async fn census(tx: &mut Tx) -> Result<Census> {
    tx.one(CENSUS, &[], |row| Ok(Census { in_use: row.get(0)?, retired: row.get(1)?, destroyed: row.get(2)? })).await
}

/// The master keys under which texts are sealed here and which `master` does not hold.
///
/// # Errors
/// The engine's error.
pub async fn missing_masters(tx: &mut Tx, master: Option<&Master>) -> Result<Vec<String>> {
    let used: Vec<String> = tx.query(MASTERS, &[], |row| row.get(0)).await?;
    Ok(used.into_iter().filter(|id| !master.is_some_and(|master| master.ids().any(|known| known == id))).collect())
}
