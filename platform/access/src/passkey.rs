//! Passkeys (WebAuthn Level 3): public keys of devices, several for a person, each with a name.
//!
//! A passkey is found by the device itself (no address is asked) and always checks its holder by finger, face or code,
//! so that it is both proofs in one. What the two halves of a ceremony share lies in the database (see
//! [`crate::ceremony`]), never in the browser.

use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Result, Tx, params};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, DiscoverableKey, Passkey as Key, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};

use crate::Account;

passerelle_store::sql! {
    /// The statements about passkeys.
    pub STATEMENTS;
    INSERT = "INSERT INTO passkey (id, account_id, credential_id, credential, name, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    OF_ACCOUNT = "SELECT id, name, created_at, used_on FROM passkey WHERE account_id = ?1 ORDER BY created_at, id LIMIT 100";
    KEYS = "SELECT credential FROM passkey WHERE account_id = ?1 LIMIT 100";
    FIND = "SELECT p.id, p.account_id, p.credential FROM passkey p JOIN account a ON a.id = p.account_id
        WHERE p.credential_id = ?1 AND a.closed_at IS NULL";
    USE = "UPDATE passkey SET credential = ?2, used_on = ?3 WHERE id = ?1";
    REMOVE = "DELETE FROM passkey WHERE account_id = ?1 AND id = ?2";
    REMOVE_ALL = "DELETE FROM passkey WHERE account_id = ?1";
    REMOVE_SINCE = "DELETE FROM passkey WHERE account_id = ?1 AND created_at >= ?2";
}

/// A passkey as its owner sees it.
#[derive(Clone, Debug)]
pub struct Passkey {
    /// Its id.
    pub id: Id<Passkey>,
    /// The name that its owner gave it.
    pub name: String,
    /// When it was added.
    pub created_at: Timestamp,
    /// The last day on which it let its owner in.
    pub used_on: Option<Date>,
}

/// The first half of a ceremony.
#[derive(Clone, Debug)]
pub struct Begun {
    /// What the browser gets (`publicKey` of `navigator.credentials`), as JSON.
    pub options: String,
    /// What the second half needs; it stays here.
    pub state: String,
}

/// This site, as devices know it.
pub struct Site(Webauthn);

impl Site {
    /// The site at this address; nothing when browsers would not make passkeys for it (an IP address, no https).
    pub fn new(base_url: &str) -> Option<Self> {
        let url = Url::parse(base_url).ok()?;
        let host = url.domain()?.to_owned();
        let is_safe = url.scheme() == "https" || host == "localhost";
        let built = WebauthnBuilder::new(&host, &url).ok()?.rp_name("Passerelle").build().ok()?;
        is_safe.then_some(Self(built))
    }

    /// Begins to make a passkey for this person, on a device that has none of theirs yet.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn begin_adding(&self, tx: &mut Tx, account: &Account) -> Result<Option<Begun>> {
        let keys: Vec<String> = tx.query(KEYS, params![account.id], |row| row.get(0)).await?;
        let known = keys.iter().filter_map(|key| read::<Key>(key)).map(|key| key.cred_id().clone()).collect();
        let label = account.email.as_deref().unwrap_or(&account.name);
        let begun = self.0.start_passkey_registration(handle(account.id), label, &account.name, Some(known)).ok();
        Ok(begun.and_then(|(options, state)| {
            let mut options = serde_json::to_value(options).ok()?;
            // The device must find the passkey by itself: nobody types an address first.
            let wanted = options.pointer_mut("/publicKey/authenticatorSelection")?;
            wanted["residentKey"] = json!("required");
            wanted["requireResidentKey"] = json!(true);
            begun_with(&options, &state)
        }))
    }

    /// Keeps the passkey that the device made; false when what it sent does not fit.
    ///
    /// # Errors
    /// [`passerelle_store::Error::Unique`] when this very passkey is known already.
    pub async fn add(&self, tx: &mut Tx, account: Id<Account>, name: &str, state: &str, answer: &str) -> Result<bool> {
        let key = read::<PasskeyRegistration>(state).zip(read::<RegisterPublicKeyCredential>(answer));
        let Some(key) = key.and_then(|(state, answer)| self.0.finish_passkey_registration(&answer, &state).ok()) else {
            return Ok(false);
        };
        let (Some(kept), id, now) = (write(&key), tx.new_id::<Passkey>(), tx.now()) else { return Ok(false) };
        tx.execute(INSERT, params![id, account, hex(key.cred_id()), kept, name, now]).await?;
        Ok(true)
    }

    /// Begins to let in whoever has a passkey of this site on their device.
    pub fn begin(&self) -> Option<Begun> {
        let (options, state) = self.0.start_discoverable_authentication().ok()?;
        let mut options = serde_json::to_value(options).ok()?;
        // The person presses a button: the browser must not wait for them to type into a field.
        options.as_object_mut()?.remove("mediation");
        begun_with(&options, &state)
    }

    /// The person whose passkey answered; nothing when the answer does not fit.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn finish(&self, tx: &mut Tx, state: &str, answer: &str, on: Date) -> Result<Option<Id<Account>>> {
        let Some((state, answer)) = read::<DiscoverableAuthentication>(state).zip(read::<PublicKeyCredential>(answer))
        else {
            return Ok(None);
        };
        let Ok((person, credential)) = self.0.identify_discoverable_authentication(&answer) else { return Ok(None) };
        let found = tx
            .find(FIND, params![hex(credential)], |row| {
                Ok((row.get::<Id<Passkey>>(0)?, row.get::<Id<Account>>(1)?, row.get::<String>(2)?))
            })
            .await?;
        let Some((id, account, kept)) = found.filter(|(_, account, _)| handle(*account) == person) else {
            return Ok(None);
        };
        let Some(mut key) = read::<Key>(&kept) else { return Ok(None) };
        let Ok(seen) = self.0.finish_discoverable_authentication_v2(&answer, state, DiscoverableKey::from(&key)) else {
            return Ok(None);
        };
        key.update_credential(&seen);
        tx.execute(USE, params![id, write(&key).unwrap_or(kept), on]).await?;
        Ok(seen.user_verified().then_some(account))
    }
}

/// The passkeys of a person, the oldest first (100 at the most).
///
/// # Errors
/// The engine's error.
pub async fn of_account(tx: &mut Tx, account: Id<Account>) -> Result<Vec<Passkey>> {
    tx.query(OF_ACCOUNT, params![account], |row| {
        Ok(Passkey { id: row.get(0)?, name: row.get(1)?, created_at: row.get(2)?, used_on: row.get(3)? })
    })
    .await
}

/// Removes a passkey of a person; false when it is none of theirs.
///
/// # Errors
/// The engine's error.
pub async fn remove(tx: &mut Tx, account: Id<Account>, id: Id<Passkey>) -> Result<bool> {
    Ok(tx.execute(REMOVE, params![account, id]).await? == 1)
}

/// Removes every passkey of a person.
///
/// # Errors
/// The engine's error.
pub async fn remove_all(tx: &mut Tx, account: Id<Account>) -> Result<()> {
    tx.execute(REMOVE_ALL, params![account]).await.map(drop)
}

/// Removes the passkeys of a person that were added at `instant` or later.
///
/// # Errors
/// The engine's error.
pub async fn remove_since(tx: &mut Tx, account: Id<Account>, instant: Timestamp) -> Result<()> {
    tx.execute(REMOVE_SINCE, params![account, instant]).await.map(drop)
}

/// How devices know a person: by their id, which says nothing about them.
fn handle(account: Id<Account>) -> Uuid {
    Uuid::try_parse(&account.to_string()).unwrap_or(Uuid::nil())
}

fn begun_with(options: &Value, state: &impl Serialize) -> Option<Begun> {
    Some(Begun { options: options.to_string(), state: write(state)? })
}

fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

fn write(value: &impl Serialize) -> Option<String> {
    serde_json::to_string(value).ok()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_for_sites_that_browsers_trust() {
        assert!(Site::new("https://passerelle.example.org").is_some());
        assert!(Site::new("http://localhost:8080").is_some());
        assert!(Site::new("http://passerelle.example.org").is_none());
        assert!(Site::new("https://192.0.2.1").is_none());
        assert!(Site::new("not an address").is_none());
    }

    #[test]
    fn the_device_is_asked_to_check_its_holder() {
        let begun = Site::new("http://localhost:8080").unwrap().begin().unwrap();
        let options: Value = serde_json::from_str(&begun.options).unwrap();
        assert_eq!(options["publicKey"]["userVerification"], "required");
        assert_eq!(options["publicKey"]["rpId"], "localhost");
        assert!(options.get("mediation").is_none() && begun.state.len() > 20);
    }
}
