//! Limits on what the public may try: per what is tried (an e-mail address, a request) and per client address.
//!
//! Counted in the database, so that they hold on all nodes. Every form that somebody sends without being signed in
//! counts for the address of the client; a hospital shares one, so that figure is wide. What is tried at an account counts
//! for each client by itself, and in a wider count for all of them: whoever goes on trying locks themselves out, and not
//! the account's owner.

use std::net::IpAddr;

use passerelle_access::token::Token;
use passerelle_kernel::Id;
use passerelle_store::{Result, tries, tries::Pace};

use crate::Ctx;

/// Ten tries at once, then one every ten seconds.
const KEY: Pace = Pace { at_once: 10, every: 10_000 };
/// A hundred tries at once from everywhere, then one a second.
const EVERYWHERE: Pace = Pace { at_once: 100, every: 1_000 };
/// Five letters at once, then one every five minutes. Who asked for them does not matter: a letter that came is of use.
const LETTERS: Pace = Pace { at_once: 5, every: 300_000 };
/// Two minutes of haste at once, then one a second.
const CLIENT: Pace = Pace { at_once: 120, every: 1_000 };
/// A year of an association, page by page, at once; then twenty requests a second.
const PROGRAM: Pace = Pace { at_once: 1_200, every: 50 };

impl Ctx {
    /// Whether one more try under this key is allowed now: ten at once, then one every ten seconds. Call it before the
    /// request's own transaction begins; answer [`crate::PageError::TooMany`] when it is not.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn allows(&self, key: impl Into<String>) -> Result<bool> {
        self.count(&key.into(), KEY).await
    }

    /// Whether one more try at this account or address is allowed now from this client.
    ///
    /// # Errors
    /// The engine's error.
    pub(crate) async fn allows_at_door(&self, key: &str) -> Result<bool> {
        let here = self.client().map_or_else(String::new, client_key);
        Ok(self.count(&format!("{key} from {here}"), KEY).await? && self.count(key, EVERYWHERE).await?)
    }

    /// Whether one more letter of this kind may be sent now.
    ///
    /// # Errors
    /// The engine's error.
    pub(crate) async fn allows_letter(&self, key: &str) -> Result<bool> {
        self.count(key, LETTERS).await
    }

    /// Whether the client may send one more form without being signed in.
    pub(crate) async fn allows_client(&self) -> Result<bool> {
        match self.client() {
            Some(client) if self.visitor().is_none() => self.count(&client_key(client), CLIENT).await,
            _ => Ok(true),
        }
    }

    /// Whether the program that holds this token may ask once more now.
    pub(crate) async fn allows_program(&self, token: Id<Token>) -> Result<bool> {
        self.count(&format!("token {token}"), PROGRAM).await
    }

    async fn count(&self, key: &str, pace: Pace) -> Result<bool> {
        let mut tx = self.db().begin_brief().await?;
        let counted = tries::count(&mut tx, key, pace).await?;
        tx.commit().await?;
        if let Err(millis) = counted {
            self.set_wait(millis.div_euclid(1000) + 1);
        }
        Ok(counted.is_ok())
    }
}

/// A house has one IPv4 address or one IPv6 network of 64 bits.
fn client_key(client: IpAddr) -> String {
    match client {
        IpAddr::V4(address) => format!("client {address}"),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("client {a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ipv6_house_is_one_client() {
        let key = |text: &str| client_key(text.parse().unwrap());
        assert_eq!(key("2001:db8:1:2:aaaa::1"), key("2001:db8:1:2::ffff"));
        assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
        assert_ne!(key("192.0.2.1"), key("192.0.2.2"));
    }
}
