//! The numbers by which registries know an organisation, each valid by its own check digits.
//!
//! SIREN and SIRET: Luhn, except the establishments of La Poste, whose digits add up to a multiple of five.
//! FINESS: nine characters, Corsica with a letter. Belgian enterprise number: the last two digits are
//! 97 less the remainder of the first eight. VAT: built on SIREN in France, on the enterprise number in Belgium.

use std::fmt;

use crate::{Country, Refusal};

/// Declares a number of a fixed count of characters that are kept as text.
macro_rules! number {
    ($(#[$about:meta])* $name:ident, $length:literal, $refusal:expr, $valid:expr) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $length]);

        impl $name {
            /// Reads the number; spaces and dots are left out, letters become capitals.
            pub fn parse(text: &str) -> Result<Self, Refusal> {
                let valid: fn(&[u8; $length]) -> bool = $valid;
                <[u8; $length]>::try_from(compact(text).as_slice()).ok().filter(valid).map(Self).ok_or($refusal)
            }

            /// The number without spaces.
            pub fn as_str(&self) -> &str {
                std::str::from_utf8(&self.0).unwrap_or_default()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

number! {
    /// A number of the French registry of care institutions: of a site or of the legal entity that runs it.
    FinessNumber, 9, Refusal::Finess, is_finess
}
number! {
    /// The French number of a legal entity: nine digits.
    Siren, 9, Refusal::Siren, |digits| is_luhn(digits)
}
number! {
    /// The French number of an establishment: the SIREN of its legal entity and five more digits.
    Siret, 14, Refusal::Siret, is_siret
}
number! {
    /// The Belgian number of an enterprise: ten digits that begin with 0 or 1.
    EnterpriseNumber, 10, Refusal::EnterpriseNumber, is_enterprise
}

impl Siret {
    /// The number of the legal entity.
    pub fn siren(&self) -> Siren {
        let mut digits = [b'0'; 9];
        for (digit, from) in digits.iter_mut().zip(self.0) {
            *digit = from;
        }
        Siren(digits)
    }
}

impl FinessNumber {
    /// The digits that say the department: `2A`, `01`, `97`.
    pub fn department(&self) -> &str {
        self.as_str().get(..2).unwrap_or_default()
    }
}

fn compact(text: &str) -> Vec<u8> {
    let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '.');
    kept.map(|c| if c.is_ascii() { c.to_ascii_uppercase() as u8 } else { b'?' }).collect()
}

fn is_finess(characters: &[u8; 9]) -> bool {
    let [first, second, rest @ ..] = characters;
    let corsica = *first == b'2' && matches!(second, b'A' | b'B');
    (corsica || (first.is_ascii_digit() && second.is_ascii_digit()))
        && (*first, *second) != (b'0', b'0')
        && rest.iter().all(u8::is_ascii_digit)
}

/// Luhn's check: every second digit from the right is doubled, the sum is a multiple of ten.
fn is_luhn(digits: &[u8]) -> bool {
    let sum: Option<u32> = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = char::from(*byte).to_digit(10)?;
            let weighted = if place % 2 == 1 { digit * 2 } else { digit };
            Some(weighted / 10 + weighted % 10)
        })
        .sum();
    sum.is_some_and(|sum| sum > 0 && sum % 10 == 0)
}

fn is_siret(digits: &[u8; 14]) -> bool {
    let la_poste = digits.starts_with(b"356000000")
        && digits
            .iter()
            .map(|byte| char::from(*byte).to_digit(10))
            .sum::<Option<u32>>()
            .is_some_and(|sum| sum % 5 == 0);
    la_poste || (is_luhn(digits) && digits.get(..9).is_some_and(is_luhn))
}

fn is_enterprise(digits: &[u8; 10]) -> bool {
    let value = |part: &[u8]| std::str::from_utf8(part).ok().and_then(|text| text.parse::<u32>().ok());
    let (body, check) = digits.split_at(8);
    digits.iter().all(u8::is_ascii_digit)
        && matches!(digits.first(), Some(b'0' | b'1'))
        && value(body).zip(value(check)).is_some_and(|(body, check)| body > 0 && check == 97 - body % 97)
}

/// A VAT number with its two letters of country.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct VatNumber(String);

impl VatNumber {
    /// Reads a number; French and Belgian ones are checked by their digits, others for their shape.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let number = String::from_utf8(compact(text)).map_err(|_| Refusal::Vat)?;
        let (prefix, rest) = number.split_at_checked(2).ok_or(Refusal::Vat)?;
        let valid = match prefix {
            "FR" => is_french_vat(rest),
            "BE" => EnterpriseNumber::parse(rest).is_ok(),
            _ => {
                let letters = prefix.bytes().all(|b| b.is_ascii_uppercase());
                letters && (2..=13).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_alphanumeric())
            }
        };
        if valid { Ok(Self(number)) } else { Err(Refusal::Vat) }
    }

    /// The number without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The country that gave it (Greece writes `EL`, Northern Ireland `XI`).
    pub fn country(&self) -> Option<Country> {
        let prefix = match self.0.get(..2)? {
            "EL" => "GR",
            "XI" => "GB",
            prefix => prefix,
        };
        Country::parse(prefix)
    }
}

/// Two characters, then the SIREN; a key of two digits is (12 + 3 × (SIREN mod 97)) mod 97.
fn is_french_vat(rest: &str) -> bool {
    let Some((key, siren)) = rest.split_at_checked(2) else { return false };
    let Some(siren) = Siren::parse(siren).ok().and_then(|siren| siren.as_str().parse::<u32>().ok()) else {
        return false;
    };
    match key.parse::<u32>() {
        _ if !key.bytes().all(|b| b.is_ascii_alphanumeric()) => false,
        Ok(key) => key == (12 + 3 * (siren % 97)) % 97,
        Err(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_siret_is_checked_and_gives_its_siren() {
        let siret = Siret::parse("900 000 019 00019").unwrap();
        assert_eq!(siret.siren(), Siren::parse("900000019").unwrap());
        for text in ["", "90000001900018", "9000000190001", "90000001900019x", "2,601E+13", "00000000000000"] {
            assert_eq!(Siret::parse(text), Err(Refusal::Siret), "{text}");
        }
    }

    #[test]
    fn la_poste_has_a_rule_of_its_own() {
        assert!(Siret::parse("35600000000048").is_ok()); // the head office passes Luhn
        assert!(Siret::parse("35600000000001").is_ok()); // the others add up to a multiple of five
        assert_eq!(Siret::parse("35600000000002"), Err(Refusal::Siret));
    }

    #[test]
    fn finess_numbers_know_corsica_and_overseas() {
        for text in ["010999993", "2A0000014", "2b0000012", "970199998"] {
            assert!(FinessNumber::parse(text).is_ok(), "{text}");
        }
        assert_eq!(FinessNumber::parse("2a0000014").unwrap().department(), "2A");
        for text in ["", "10999993", "2C0000014", "01A999993", "000999993", "é10999993"] {
            assert_eq!(FinessNumber::parse(text), Err(Refusal::Finess), "{text}");
        }
    }

    #[test]
    fn belgian_numbers_are_checked_by_97() {
        assert_eq!(EnterpriseNumber::parse("0999.999.922").unwrap().as_str(), "0999999922");
        for text in ["0999999923", "2999999922", "099999992", "0000000097"] {
            assert_eq!(EnterpriseNumber::parse(text), Err(Refusal::EnterpriseNumber), "{text}");
        }
    }

    #[test]
    fn vat_numbers_follow_their_country() {
        assert_eq!(VatNumber::parse("FR 25 900000019").unwrap().country(), Some(Country::FRANCE));
        assert_eq!(VatNumber::parse("be 0999.999.922").unwrap().as_str(), "BE0999999922");
        assert_eq!(VatNumber::parse("EL123456789").unwrap().country(), Some(Country::parse("GR").unwrap()));
        assert_eq!(VatNumber::parse("FR04100000272").unwrap().as_str(), "FR04100000272");
        let signed = "FR+4100000272"; // the key is right, but a sign is no digit
        for text in ["", "FR26900000019", "FR25900000018", "BE0999999923", "1234567", "DE", "FRé900000019", signed] {
            assert_eq!(VatNumber::parse(text), Err(Refusal::Vat), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn reading_never_panics(text in ".*") {
            let _ = (FinessNumber::parse(&text), Siren::parse(&text), Siret::parse(&text));
            let _ = (EnterpriseNumber::parse(&text), VatNumber::parse(&text));
        }

        #[test]
        fn one_wrong_digit_is_always_seen(place in 0usize..14, other in 0u8..10) {
            let right = b"90000001900019";
            let mut digits = right.to_vec();
            digits[place] = b'0' + other;
            let changed = digits != right;
            proptest::prop_assert_eq!(Siret::parse(std::str::from_utf8(&digits).unwrap()).is_err(), changed);
        }
    }
}
