//! The sign-in of an organisation (OpenID Connect) and who is who there.
//!
//! What an organisation says about a person opens an account only when the account exists, holds a role in that very
//! organisation, and has the address that the organisation has verified, under one of its own domains. Nobody checks that
//! these domains are the organisation's: so the first time, the person confirms it from their mailbox. From then on they
//! are known by the organisation's own name for them: an address that is given to somebody else opens nothing, and whoever
//! sets up a sign-in of their own comes into nobody's account. No account is ever made here.

use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Error, Result, Row, Tx, params, seal::Opened};

use crate::{Account, Organisation, account::normal_email};

passerelle_store::sealed! {
    /// What is sealed of the sign-in of organisations.
    pub SEALED;
    CLIENT_SECRET = identity_provider.client_secret, row "org_id", owner Organisation "org_id",
        "Our secret at the sign-in service of an organisation",
        "Whoever has it can pass for this server there";
}

passerelle_store::sql! {
    /// The statements about the sign-in of organisations.
    pub STATEMENTS;
    FIND = "SELECT org_id, issuer, client_id, client_secret, checked_at FROM identity_provider WHERE org_id = ?1";
    BY_DOMAIN = "SELECT p.org_id, p.issuer, p.client_id, p.client_secret, p.checked_at
        FROM identity_domain d JOIN identity_provider p ON p.org_id = d.org_id
        WHERE d.domain = ?1 AND p.checked_at IS NOT NULL";
    ANY = "SELECT 1 FROM identity_provider WHERE checked_at IS NOT NULL LIMIT 1";
    SAVE = "INSERT INTO identity_provider (org_id, issuer, client_id, client_secret, changed_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (org_id) DO UPDATE SET issuer = excluded.issuer, client_id = excluded.client_id,
        client_secret = excluded.client_secret, checked_at = NULL, changed_at = excluded.changed_at";
    CHECK = "UPDATE identity_provider SET checked_at = ?2 WHERE org_id = ?1";
    REMOVE = "DELETE FROM identity_provider WHERE org_id = ?1";
    DOMAINS = "SELECT domain FROM identity_domain WHERE org_id = ?1 ORDER BY domain LIMIT 100";
    ADD_DOMAIN = "INSERT INTO identity_domain (domain, org_id) VALUES (?1, ?2)";
    DROP_DOMAINS = "DELETE FROM identity_domain WHERE org_id = ?1";
    KNOWN = "SELECT i.account_id FROM identity i JOIN account a ON a.id = i.account_id
        WHERE i.org_id = ?1 AND i.subject = ?2 AND a.closed_at IS NULL";
    BY_EMAIL = "SELECT a.id FROM account a WHERE a.email = ?2 AND a.closed_at IS NULL AND EXISTS (
        SELECT 1 FROM membership m WHERE m.account_id = a.id AND m.org_id = ?1
        AND m.from_on <= ?3 AND (m.until_on IS NULL OR m.until_on >= ?3))";
    IS_KNOWN = "SELECT 1 FROM identity WHERE org_id = ?1 AND account_id = ?2";
    LINK = "INSERT INTO identity (org_id, subject, account_id, created_at) VALUES (?1, ?2, ?3, ?4)";
    UNLINK_ALL = "DELETE FROM identity WHERE org_id = ?1";
}

/// The sign-in of an organisation.
#[derive(Clone, Debug)]
pub struct Provider {
    /// The organisation.
    pub org: Id<Organisation>,
    /// The address that the provider goes by.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// Our secret there; some providers give none.
    pub client_secret: Option<String>,
    /// When it last answered as it should; nobody is sent there before.
    pub checked_at: Option<Timestamp>,
}

/// What an organisation says about somebody, after its signature was verified.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its own name for the person (`sub`).
    pub subject: String,
    /// The address that it has verified.
    pub email: String,
}

fn read(row: &Row<'_>) -> Result<(Provider, Option<Vec<u8>>)> {
    let sealed = row.get(3)?;
    let provider = Provider {
        org: row.get(0)?,
        issuer: row.get(1)?,
        client_id: row.get(2)?,
        client_secret: None,
        checked_at: row.get(4)?,
    };
    Ok((provider, sealed))
}

/// The sign-in of this organisation.
///
/// # Errors
/// The engine's error.
pub async fn find(tx: &mut Tx, org: Id<Organisation>) -> Result<Option<Provider>> {
    let found = tx.find(FIND, params![org], read).await?;
    opened(tx, found).await
}

/// The sign-in of the organisation to which this address belongs by its end.
///
/// # Errors
/// The engine's error.
pub async fn find_by_email(tx: &mut Tx, email: &str) -> Result<Option<Provider>> {
    let found = tx.find(BY_DOMAIN, params![domain_of(email)], read).await?;
    opened(tx, found).await
}

async fn opened(tx: &mut Tx, found: Option<(Provider, Option<Vec<u8>>)>) -> Result<Option<Provider>> {
    let Some((provider, sealed)) = found else { return Ok(None) };
    let client_secret = match tx.open_as_it_is(CLIENT_SECRET, provider.org, provider.org, sealed.as_deref()).await? {
        Opened::Text(text) => Some(text).filter(|text| !text.is_empty()),
        Opened::Erased(_) | Opened::Unreadable => None,
    };
    Ok(Some(Provider { client_secret, ..provider }))
}

/// Whether any organisation has a sign-in of its own.
///
/// # Errors
/// The engine's error.
pub async fn any(tx: &mut Tx) -> Result<bool> {
    Ok(tx.find(ANY, &[], |row| row.get::<i64>(0)).await?.is_some())
}

/// The ends of addresses that belong to this organisation.
///
/// # Errors
/// The engine's error.
pub async fn domains(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<String>> {
    tx.query(DOMAINS, params![org], |row| row.get(0)).await
}

/// Writes the sign-in of an organisation, to be checked before anybody is sent there. With another issuer, nobody is
/// known there any more.
///
/// # Errors
/// [`Error::Unique`] when a domain belongs to another organisation.
pub async fn save(tx: &mut Tx, provider: &Provider, domains: &[String]) -> Result<()> {
    let now = tx.now();
    let before = find(tx, provider.org).await?;
    if before.is_none_or(|before| before.issuer != provider.issuer) {
        tx.execute(UNLINK_ALL, params![provider.org]).await?;
    }
    let sealed = tx.seal_opt(CLIENT_SECRET, provider.org, provider.org, provider.client_secret.as_deref()).await?;
    let values = params![provider.org, &provider.issuer, &provider.client_id, sealed, now];
    tx.execute(SAVE, values).await?;
    tx.execute(DROP_DOMAINS, params![provider.org]).await?;
    for domain in domains {
        tx.execute(ADD_DOMAIN, params![domain, provider.org]).await?;
    }
    Ok(())
}

/// Notes that the provider has answered as it should.
///
/// # Errors
/// The engine's error.
pub async fn checked(tx: &mut Tx, org: Id<Organisation>) -> Result<()> {
    let now = tx.now();
    tx.execute(CHECK, params![org, now]).await.map(drop)
}

/// Removes the sign-in of an organisation: its people come in another way.
///
/// # Errors
/// The engine's error.
pub async fn remove(tx: &mut Tx, org: Id<Organisation>) -> Result<()> {
    tx.execute(UNLINK_ALL, params![org]).await?;
    tx.execute(DROP_DOMAINS, params![org]).await?;
    tx.execute(REMOVE, params![org]).await.map(drop)
}

/// Whom an organisation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// Somebody who has come in on its word before.
    Known(Id<Account>),
    /// Somebody who has not yet confirmed that it is them.
    New(Id<Account>),
    /// Nobody who may come in on its word.
    Nobody,
}

/// The person whom the organisation means.
///
/// # Errors
/// The engine's error.
pub async fn person(tx: &mut Tx, org: Id<Organisation>, word: &Word, on: Date) -> Result<Meant> {
    let email = normal_email(&word.email);
    if !domains(tx, org).await?.contains(&domain_of(&email)) {
        return Ok(Meant::Nobody);
    }
    if let Some(known) = tx.find(KNOWN, params![org, &word.subject], |row| row.get(0)).await? {
        return Ok(Meant::Known(known));
    }
    let Some(account) = tx.find(BY_EMAIL, params![org, &email, on], |row| row.get::<Id<Account>>(0)).await? else {
        return Ok(Meant::Nobody);
    };
    // Known there under another name: the address was given to somebody else.
    let is_another = tx.find(IS_KNOWN, params![org, account], |row| row.get::<i64>(0)).await?.is_some();
    Ok(if is_another { Meant::Nobody } else { Meant::New(account) })
}

/// Notes that this is the organisation's own name for a person, who has confirmed it; false when one of them is known
/// otherwise.
///
/// # Errors
/// The engine's error.
pub async fn link(tx: &mut Tx, org: Id<Organisation>, subject: &str, account: Id<Account>) -> Result<bool> {
    let now = tx.now();
    match tx.execute(LINK, params![org, subject, account, now]).await {
        Ok(_) => Ok(true),
        Err(Error::Unique) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The end of an address, in lower case.
fn domain_of(email: &str) -> String {
    normal_email(email).rsplit_once('@').map_or_else(String::new, |(_, domain)| domain.to_owned())
}

/// A domain as people write it, as it is kept; nothing when it is none.
pub fn normal_domain(text: &str) -> Option<String> {
    let domain = text.trim().trim_start_matches('@').to_lowercase();
    let fine = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    (domain.contains('.') && domain.len() <= 253 && domain.split('.').all(fine)).then_some(domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_read_as_people_write_them() {
        assert_eq!(normal_domain(" @CH-Fleyriat.example ").as_deref(), Some("ch-fleyriat.example"));
        for text in ["", "localhost", "a b.example", "-a.example", "a..example", "https://a.example"] {
            assert_eq!(normal_domain(text), None, "{text}");
        }
        assert_eq!(domain_of("Noor@A@Example.ORG"), "example.org");
    }
}
