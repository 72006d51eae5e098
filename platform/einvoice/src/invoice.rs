//! The invoice itself (EN 16931-1, BG-1 to BG-17), without its lines, parties and sums.
//!
//! Amounts are euros. A credit note carries positive amounts: its kind says that they are given back.

use jiff::civil::Date;
use passerelle_kernel::Money;
use serde::{Deserialize, Serialize};

use crate::{Line, Party, Vat};

/// An invoice or a credit note, before any format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoice {
    /// BT-1, at most 35 of `A–Z a–z 0–9 + - _ /` in France.
    pub number: String,
    /// BT-3.
    pub kind: Kind,
    /// BT-2.
    pub issued_on: Date,
    /// BT-9.
    pub due_on: Option<Date>,
    /// BT-23.
    pub process: Process,
    /// BT-10, the “code service” of Chorus Pro.
    pub buyer_reference: Option<String>,
    /// BT-13, the “numéro d'engagement” of Chorus Pro.
    pub order_reference: Option<String>,
    /// BT-12, the agreement or the public contract.
    pub contract_reference: Option<String>,
    /// BG-1.
    pub notes: Vec<Note>,
    /// BG-4.
    pub seller: Party,
    /// BG-7.
    pub buyer: Party,
    /// BG-14, when the service was given.
    pub period: Option<Period>,
    /// BG-25.
    pub lines: Vec<Line>,
    /// BG-20 and BG-21.
    pub adjustments: Vec<Adjustment>,
    /// BG-16.
    pub payment: Payment,
    /// BT-20, how and when to pay, in words.
    pub payment_terms: Option<String>,
    /// BT-113, what was already paid.
    pub paid: Money,
}

/// What the document is (BT-3), with the invoice that a credit note gives back (BG-3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A commercial invoice, 380.
    Invoice,
    /// A credit note, 381.
    CreditNote(Earlier),
}

impl Kind {
    /// The code of list UNTDID 1001.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invoice => "380",
            Self::CreditNote(_) => "381",
        }
    }
}

/// An invoice that was sent before (BG-3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// BT-25.
    pub number: String,
    /// BT-26.
    pub issued_on: Date,
}

/// The frame of the invoice (BT-23, rule BR-FR-08); an association that lends people sells services.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Process {
    /// Services, to be paid.
    #[default]
    Services,
    /// Services, already paid.
    ServicesPaid,
}

impl Process {
    /// The code of the French list.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Services => "S1",
            Self::ServicesPaid => "S2",
        }
    }
}

/// A remark for the buyer (BG-1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// BT-21.
    pub subject: Option<Subject>,
    /// BT-22.
    pub text: String,
}

impl Note {
    /// Whether it says something to a reader: a code for the tax office does not.
    pub(crate) fn is_for_people(&self) -> bool {
        self.subject != Some(Subject::Treatment)
    }
}

/// What a remark is about (list UNTDID 4451); France requires the first three once each (BR-FR-05, BR-FR-06).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// PMT: the fixed sum for the cost of recovery.
    RecoveryCost,
    /// PMD: the penalties for late payment.
    LatePayment,
    /// AAB: the discount for early payment, or that there is none.
    Discount,
    /// BAR: how the invoice is treated, one of `B2B`, `B2BINT`, `B2C`, `B2CINT`, `OUTOFSCOPE`, `ARCHIVEONLY`.
    Treatment,
    /// TXD: a remark about tax.
    Tax,
    /// REG: a legal mention.
    Legal,
    /// AAI: anything else.
    General,
}

impl Subject {
    /// The code of list UNTDID 4451.
    pub const fn code(self) -> &'static str {
        match self {
            Self::RecoveryCost => "PMT",
            Self::LatePayment => "PMD",
            Self::Discount => "AAB",
            Self::Treatment => "BAR",
            Self::Tax => "TXD",
            Self::Legal => "REG",
            Self::General => "AAI",
        }
    }
}

/// From one day to another, both included (BG-14, BG-26).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// BT-73, BT-134.
    pub from: Date,
    /// BT-74, BT-135.
    pub to: Date,
}

/// An allowance (BG-20) or a charge (BG-21) on the whole invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustment {
    /// Adds to the invoice when true, takes away otherwise.
    pub is_charge: bool,
    /// BT-92, BT-99; never negative.
    pub amount: Money,
    /// BT-97, BT-104.
    pub reason: String,
    /// BT-95, BT-102.
    pub vat: Vat,
}

/// How the buyer pays (BG-16, BG-17).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// BT-81.
    pub means: Means,
    /// BT-84.
    pub iban: String,
    /// BT-86.
    pub bic: Option<String>,
    /// BT-85.
    pub account_name: Option<String>,
    /// BT-83, what the buyer writes on the transfer.
    pub remittance: Option<String>,
}

/// The means of payment (BT-81, list UNTDID 4461).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Means {
    /// A credit transfer, 30.
    CreditTransfer,
    /// A SEPA credit transfer, 58.
    #[default]
    SepaCreditTransfer,
}

impl Means {
    /// The code of list UNTDID 4461.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CreditTransfer => "30",
            Self::SepaCreditTransfer => "58",
        }
    }
}
