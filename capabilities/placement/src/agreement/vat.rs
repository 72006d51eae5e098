//! The position on VAT, with its legal reason.
//!
//! Categories and codes are those of EN 16931 (BT-118, BT-121) and of its VATEX list; the words of each reason are in
//! the translations, by its code. Which position holds is the association's to know: law to be confirmed by a lawyer.

use passerelle_kernel::Money;

codes! {
    /// Why no VAT is due.
    pub enum VatReason {
        /// France: small business scheme (CGI, article 293 B).
        FrFranchise = "fr-293b",
        /// France: non-profit bodies (CGI, article 261, 7).
        FrNonProfit = "fr-261-7",
        /// France: care, teaching and training (CGI, article 261, 4).
        FrCareTeaching = "fr-261-4",
        /// Belgium: social services and the like (VAT Code, article 44).
        BeSocial = "be-44",
    }
}

impl VatReason {
    /// The code of the VATEX list (BT-121).
    pub const fn vatex(self) -> &'static str {
        match self {
            Self::FrFranchise => "VATEX-FR-FRANCHISE",
            Self::FrNonProfit => "VATEX-FR-CGI261-7",
            Self::FrCareTeaching => "VATEX-FR-CGI261-4",
            Self::BeSocial => "VATEX-EU-132",
        }
    }
}

codes! {
    /// A standard rate of VAT.
    pub enum VatRate {
        /// France, 20 %.
        Fr20 = "fr-20",
        /// Belgium, 21 %.
        Be21 = "be-21",
    }
}

impl VatRate {
    /// The rate in hundredths of a per cent.
    pub const fn basis_points(self) -> i64 {
        match self {
            Self::Fr20 => 2_000,
            Self::Be21 => 2_100,
        }
    }
}

/// The position on VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vat {
    /// Due at a standard rate (category S).
    Standard(VatRate),
    /// Exempt, with the reason (category E).
    Exempt(VatReason),
    /// Owed by the institution, which is in another country of the Union (category AE).
    ReverseCharge,
    /// Outside the scope of VAT (category O).
    OutsideScope,
}

crate::code::as_code!(Vat);

impl Vat {
    /// The positions that have neither a rate nor one reason among several.
    pub const ALONE: [Self; 2] = [Self::ReverseCharge, Self::OutsideScope];

    /// The category of EN 16931 (BT-118, UNCL 5305).
    pub const fn category(self) -> &'static str {
        match self {
            Self::Standard(_) => "S",
            Self::Exempt(_) => "E",
            Self::ReverseCharge => "AE",
            Self::OutsideScope => "O",
        }
    }

    /// The rate in hundredths of a per cent; zero without VAT.
    pub const fn basis_points(self) -> i64 {
        match self {
            Self::Standard(rate) => rate.basis_points(),
            Self::Exempt(_) | Self::ReverseCharge | Self::OutsideScope => 0,
        }
    }

    /// The code of the VATEX list (BT-121), where one is due.
    pub const fn vatex(self) -> Option<&'static str> {
        match self {
            Self::Standard(_) => None,
            Self::Exempt(reason) => Some(reason.vatex()),
            Self::ReverseCharge => Some("VATEX-EU-AE"),
            Self::OutsideScope => Some("VATEX-EU-O"),
        }
    }

    /// The code that is stored and that names the legal text.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Standard(rate) => rate.as_str(),
            Self::Exempt(reason) => reason.as_str(),
            Self::ReverseCharge => "reverse-charge",
            Self::OutsideScope => "outside-scope",
        }
    }

    /// The position that this code names.
    pub fn parse(code: &str) -> Option<Self> {
        let rate = VatRate::parse(code).map(Self::Standard);
        let alone = Self::ALONE.into_iter().find(|vat| vat.as_str() == code);
        rate.or_else(|| VatReason::parse(code).map(Self::Exempt)).or(alone)
    }

    /// The VAT on a sum without VAT.
    pub fn on(self, net: Money) -> Money {
        net.share(self.basis_points())
    }
}
