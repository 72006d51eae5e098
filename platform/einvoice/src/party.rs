//! Seller and buyer (EN 16931-1, BG-4 to BG-9).
//!
//! A French body is named three times: by its SIREN (the legal person), its SIRET (the establishment that
//! Chorus Pro routes by) and its electronic address. They must agree (BR-FR-09, BR-FR-21).

use serde::{Deserialize, Serialize};

/// The one who sells or the one who buys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// BT-27, BT-44.
    pub name: String,
    /// BT-30, BT-47: SIREN, or the Belgian enterprise number.
    pub registration: Option<Identifier>,
    /// BT-29, BT-46: SIRET.
    pub establishment: Option<Identifier>,
    /// BT-31, BT-48, with the country's prefix.
    pub vat_number: Option<String>,
    /// BT-32, how the tax office knows a seller that has no VAT number.
    pub tax_registration: Option<String>,
    /// BT-33, such as the legal form; sellers only.
    pub legal_note: Option<String>,
    /// BT-34, BT-49.
    pub endpoint: Option<Identifier>,
    /// BG-5, BG-8.
    pub address: Address,
    /// BG-6, BG-9.
    pub contact: Option<Contact>,
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Street and what completes it; three lines are written, the rest is joined to the third.
    pub lines: Vec<String>,
    /// BT-38, BT-53.
    pub postcode: String,
    /// BT-37, BT-52.
    pub city: String,
    /// BT-40, BT-55: ISO 3166-1, two letters.
    pub country: String,
}

/// Whom to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// BT-41, BT-56: a person or a department.
    pub name: Option<String>,
    /// BT-42, BT-57.
    pub phone: Option<String>,
    /// BT-43, BT-58.
    pub email: Option<String>,
}

/// A value in a scheme of list ISO 6523 ICD, or of the list of electronic addresses (EAS).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identifier {
    /// Four digits, or `EM` for mail.
    pub scheme: String,
    /// Without spaces.
    pub value: String,
}

impl Identifier {
    /// A SIREN, nine digits.
    pub fn siren(value: &str) -> Self {
        Self::new("0002", value)
    }

    /// A SIRET, fourteen digits.
    pub fn siret(value: &str) -> Self {
        Self::new("0009", value)
    }

    /// A Belgian enterprise number, ten digits.
    pub fn belgian(value: &str) -> Self {
        Self::new("0208", value)
    }

    /// An address of the French directory: SIREN, or SIREN_SIRET, or SIREN_SIRET_code.
    pub fn french_address(value: &str) -> Self {
        Self::new("0225", value)
    }

    /// Any scheme; spaces, and the dots of Belgian and French numbers as people write them, are left out of digits.
    pub fn new(scheme: &str, value: &str) -> Self {
        let compact: String = value.chars().filter(|c| !c.is_whitespace()).collect();
        let digits: String = compact.chars().filter(|c| *c != '.').collect();
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        Self { scheme: scheme.to_owned(), value: if is_number { digits } else { compact } }
    }

    /// Whether the value has so many digits and nothing else.
    pub(crate) fn has_digits(&self, count: usize) -> bool {
        self.value.len() == count && self.value.bytes().all(|byte| byte.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(Identifier::siret("100 000 009 00017").value, "10000000900017");
        assert_eq!(Identifier::belgian("0477.472.701").value, "0477472701");
        assert_eq!(Identifier::french_address("100000009_10000000900017").value, "100000009_10000000900017");
    }
}
