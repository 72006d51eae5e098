//! Where money is sent and invoices are delivered: IBAN (ISO 13616), BIC (ISO 9362), electronic address.
//!
//! An electronic address is a scheme of the CEF list (four digits), a colon and an identifier: `0225:123456782`.

use crate::Refusal;

/// Declares a text that is kept without spaces, in capitals, once its shape is checked.
macro_rules! checked {
    ($(#[$about:meta])* $name:ident, $refusal:expr, $valid:expr) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(String);

        impl $name {
            /// Reads it; spaces are left out, letters become capitals.
            pub fn parse(text: &str) -> Result<Self, Refusal> {
                let valid: fn(&str) -> bool = $valid;
                let text: String = text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect();
                if valid(&text) { Ok(Self(text)) } else { Err($refusal) }
            }

            /// The text without spaces.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

checked! {
    /// The number of a bank account.
    Iban, Refusal::Iban, is_iban
}
checked! {
    /// The code of a bank.
    Bic, Refusal::Bic, is_bic
}
checked! {
    /// Where electronic invoices are delivered.
    ElectronicAddress, Refusal::ElectronicAddress, is_electronic_address
}

/// Moves the first four characters to the end; letters count 10 to 35; the whole is 1 modulo 97.
fn is_iban(text: &str) -> bool {
    let Some((head, body)) = text.split_at_checked(4) else { return false };
    let Some((country, check)) = head.split_at_checked(2) else { return false };
    let shaped = (15..=34).contains(&text.len())
        && country.bytes().all(|b| b.is_ascii_uppercase())
        && check.bytes().all(|b| b.is_ascii_digit());
    let mut digits = body.chars().chain(head.chars()).map(|c| c.to_digit(36));
    let rest = digits.try_fold(0, |rest, digit| {
        let digit = digit?;
        Some((rest * if digit > 9 { 100 } else { 10 } + digit) % 97)
    });
    shaped && text.is_ascii() && rest == Some(1)
}

fn is_bic(text: &str) -> bool {
    matches!(text.len(), 8 | 11)
        && text.bytes().all(|b| b.is_ascii_alphanumeric())
        && text.bytes().take(6).all(|b| b.is_ascii_uppercase())
}

fn is_electronic_address(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, address)| {
        scheme.len() == 4
            && scheme.bytes().all(|b| b.is_ascii_digit())
            && (1..=100).contains(&address.len())
            && address.bytes().all(|b| b.is_ascii_graphic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn account_numbers_are_checked_by_their_digits() {
        // The examples of the public IBAN registry.
        for text in ["BE68 5390 0754 7034", "FR14 2004 1010 0505 0001 3M02 606"] {
            assert!(Iban::parse(text).is_ok(), "{text}");
        }
        for text in ["", "BE68 5390 0754 7035", "BE", "6868 5390 0754 7034", "BE6853900754703é", "Bé8 5390 0754 7034"]
        {
            assert_eq!(Iban::parse(text), Err(Refusal::Iban), "{text}");
        }
    }

    #[test]
    fn banks_and_electronic_addresses_are_checked_for_shape() {
        assert_eq!(Bic::parse("kredbebb").unwrap().as_str(), "KREDBEBB");
        assert_eq!(Bic::parse("KREDBEB"), Err(Refusal::Bic));
        assert_eq!(ElectronicAddress::parse("0208:0999999922").unwrap().as_str(), "0208:0999999922");
        for text in ["", "0208", "208:1", "0208:", "abcd:1"] {
            assert_eq!(ElectronicAddress::parse(text), Err(Refusal::ElectronicAddress), "{text}");
        }
    }
}
