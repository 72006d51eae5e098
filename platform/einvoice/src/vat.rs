//! VAT on a line, and its share of an invoice (EN 16931-1, BG-23 and BG-30).
//!
//! The words of a reason are given by the caller, who knows the reader's language and the law of the
//! agreement; the code is for machines. One category and rate has one reason in an invoice (BR-E-01).

use passerelle_kernel::Money;
use serde::{Deserialize, Serialize};

/// Codes of reasons (list VATEX) that associations which lend people meet.
pub mod vatex {
    /// France, article 261, 7 of the CGI: works of general interest, non-profit bodies.
    pub const FR_NON_PROFIT: &str = "VATEX-FR-CGI261-7";
    /// France, article 261, 4 of the CGI: care, teaching, training.
    pub const FR_CARE_TRAINING: &str = "VATEX-FR-CGI261-4";
    /// France, article 293 B of the CGI: small turnover.
    pub const FR_SMALL: &str = "VATEX-FR-FRANCHISE";
    /// Article 132 of directive 2006/112/EC, in Belgium article 44 of the VAT code.
    pub const EU_GENERAL_INTEREST: &str = "VATEX-EU-132";
    /// Articles 44 and 196 of directive 2006/112/EC: the buyer, in another country of the Union, owes the VAT.
    pub const EU_REVERSE_CHARGE: &str = "VATEX-EU-AE";
    /// Outside the scope of VAT.
    pub const EU_OUTSIDE: &str = "VATEX-EU-O";
}

/// The VAT category (list UNTDID 5305), as far as services of associations need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Category {
    /// S.
    Standard,
    /// E.
    Exempt,
    /// AE.
    ReverseCharge,
    /// O.
    OutsideScope,
}

impl Category {
    /// The code of list UNTDID 5305.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Standard => "S",
            Self::Exempt => "E",
            Self::ReverseCharge => "AE",
            Self::OutsideScope => "O",
        }
    }
}

/// How VAT applies to something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Vat {
    /// Taxed, in hundredths of a per cent: 2000 is 20 %.
    Standard(i64),
    /// Exempt, for a reason.
    Exempt(Exemption),
    /// Owed by the buyer, for a reason; both are named by a number (BR-AE-02).
    ReverseCharge(Exemption),
    /// Not a matter of VAT, for a reason; excludes any other position and any VAT number (BR-O-02, BR-O-11).
    OutsideScope(Exemption),
}

/// Why no VAT is asked (BT-120, BT-121).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exemption {
    /// A code of [`vatex`].
    pub code: Option<String>,
    /// The reason in words, as the law wants it on the invoice.
    pub text: String,
}

impl Vat {
    /// The category.
    pub const fn category(&self) -> Category {
        match self {
            Self::Standard(_) => Category::Standard,
            Self::Exempt(_) => Category::Exempt,
            Self::ReverseCharge(_) => Category::ReverseCharge,
            Self::OutsideScope(_) => Category::OutsideScope,
        }
    }

    /// The rate in hundredths of a per cent; nothing where VAT has no say (BR-O-05).
    pub const fn rate(&self) -> Option<i64> {
        match self {
            Self::Standard(rate) => Some(*rate),
            Self::Exempt(_) | Self::ReverseCharge(_) => Some(0),
            Self::OutsideScope(_) => None,
        }
    }

    /// The reason why no VAT is asked.
    pub const fn exemption(&self) -> Option<&Exemption> {
        match self {
            Self::Standard(_) => None,
            Self::Exempt(reason) | Self::ReverseCharge(reason) | Self::OutsideScope(reason) => Some(reason),
        }
    }

    /// The rate as a plain decimal per cent: `20.00`, `5.50`.
    pub fn rate_text(&self) -> Option<String> {
        self.rate().map(|rate| Money(rate).decimal())
    }
}

/// What one category and rate adds to an invoice (BG-23).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VatShare {
    /// BT-118 to BT-121.
    pub vat: Vat,
    /// BT-116, the sum that is taxed.
    pub base: Money,
    /// BT-117, `base × rate` rounded half up to the cent (BR-CO-17).
    pub tax: Money,
}
