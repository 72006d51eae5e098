//! How to reach somebody: e-mail, telephone, web site. Checked for shape only, never by asking the network.

use std::fmt;

use crate::Refusal;

/// An e-mail address, in small letters so that an address is found however it was typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

impl Email {
    /// Reads an address: something, `@`, and a domain with a dot (at most 254 characters, RFC 5321).
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = text.trim().to_lowercase();
        let (local, domain) = text.rsplit_once('@').ok_or(Refusal::Email)?;
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\\\"@".contains(c);
        let labels =
            domain.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
        let shaped = !local.is_empty() && local.len() <= 64 && domain.contains('.') && labels;
        if shaped && text.len() <= 254 && local.chars().all(plain) && domain.chars().all(plain) {
            Ok(Self(text))
        } else {
            Err(Refusal::Email)
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A telephone number: digits, perhaps a `+` before them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

impl Phone {
    /// Reads a number; spaces, dots, dashes, slashes and brackets are left out.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let number: String = text.chars().filter(|c| !c.is_whitespace() && !".-/()".contains(*c)).collect();
        let digits = number.strip_prefix('+').unwrap_or(&number);
        if (3..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(number))
        } else {
            Err(Refusal::Phone)
        }
    }

    /// The number without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A web address that is safe to put in a link.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Website(String);

impl Website {
    /// Reads an address; `https://` is added to one that names no scheme. Other schemes than the web's are refused.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        let address = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        let lower = address.to_ascii_lowercase();
        let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).ok_or(Refusal::Website)?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let clean = address.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>\"'`\\{}|^".contains(c));
        let named = host.split('.').count() > 1 && host.split('.').all(|label| !label.is_empty());
        let plain_host = host.chars().all(|c| c.is_alphanumeric() || ".-:".contains(c));
        if clean && named && plain_host && address.len() <= 500 { Ok(Self(address)) } else { Err(Refusal::Website) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Website {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_however_typed() {
        assert_eq!(Email::parse(" Coralie@Exemple.Test ").unwrap().as_str(), "coralie@exemple.test");
        for text in ["", "coralie", "@exemple.test", "a@b", "a@.test", "a b@c.test", "a@c..test", "a@b@c,d.test"] {
            assert_eq!(Email::parse(text), Err(Refusal::Email), "{text}");
        }
    }

    #[test]
    fn numbers_are_kept_without_spaces() {
        assert_eq!(Phone::parse("+32 (0)81/12.34.56").unwrap().as_str(), "+32081123456");
        for text in ["", "12", "call me", "++321234567", "1234567890123456"] {
            assert_eq!(Phone::parse(text), Err(Refusal::Phone), "{text}");
        }
    }

    #[test]
    fn only_the_web_may_be_linked() {
        assert_eq!(Website::parse("exemple.test/nous").unwrap().as_str(), "https://exemple.test/nous");
        assert_eq!(Website::parse("http://exemple.test").unwrap().as_str(), "http://exemple.test");
        for text in
            ["", "javascript:alert(1)", "ftp://exemple.test", "https://", "https://a b.test", "https://x@evil.test"]
        {
            assert_eq!(Website::parse(text), Err(Refusal::Website), "{text}");
        }
    }
}
