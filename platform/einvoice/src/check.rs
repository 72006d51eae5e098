//! What a caller can still get wrong: rules of EN 16931 and of the French reform that no type enforces.
//!
//! The rules for France apply when the seller is in France. This is not the judge: the official rules are run
//! by strangers' tools in the tests.

use crate::{Category, Identifier, Invoice, Kind, Party, Subject};

/// A rule that the invoice breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// BR-FR-01, BR-FR-02: empty, over 35 characters, or others than letters, digits and `+ - _ /`.
    Number,
    /// BR-FR-03: a year outside 2000 to 2099.
    Year,
    /// BR-29, BR-30: a period ends before it starts.
    Period,
    /// BR-16: no line.
    NoLine,
    /// BR-CO-04 and the uniqueness of BT-126: two lines carry the same identifier.
    LineId,
    /// BR-25: a line without a name.
    LineName,
    /// BR-27: a negative price, or an allowance or charge that is negative.
    NegativePrice,
    /// BR-06, BR-07: a party without a name.
    PartyName,
    /// BR-09, BR-11: a party without a country of two letters.
    Country,
    /// BR-CO-09: a VAT number without its country's prefix.
    VatNumber,
    /// BR-S-02, BR-E-02, BR-AE-02: a seller that the tax office cannot recognise.
    SellerTaxNumber,
    /// BR-AE-02 and directive 2006/112/EC, article 226: the buyer owes the VAT and has no VAT number.
    BuyerVatNumber,
    /// BR-O-02: a VAT number where VAT has no say.
    VatNumberOutsideScope,
    /// BR-O-11: outside the scope of VAT together with another position.
    MixedOutsideScope,
    /// BR-E-01, BR-AE-01, BR-O-01: two reasons for one category.
    TwoReasons,
    /// BR-E-10, BR-AE-10, BR-O-10: an exemption without its reason in words.
    NoReason,
    /// BR-S-05: a taxed line at a rate of nothing.
    Rate,
    /// BR-50, BR-61: no account to pay to, or an IBAN whose check digits are wrong.
    Iban,
    /// BR-CO-25: an amount to pay without a due date or terms.
    DueDate,
    /// BR-55 and French law: a credit note that names no invoice.
    Earlier,
    /// BR-FR-10: a seller without a SIREN of nine digits.
    SellerSiren,
    /// BR-FR-11: a buyer without a SIREN although the invoice is between businesses.
    BuyerSiren,
    /// BR-FR-09: a SIRET that does not belong to the SIREN.
    Siret,
    /// BR-FR-12, BR-FR-13, BR-FR-23, BR-FR-25: a party without an electronic address, or a French one that is not well
    /// formed.
    Endpoint,
    /// BR-FR-05, BR-FR-06: one of the three legal notes is missing or written twice.
    LegalNotes,
    /// BR-FR-20: the treatment is none of the six codes.
    Treatment,
}

impl Invoice {
    /// What would be refused, each problem once; empty when there is none.
    pub fn check(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut note = |broken: bool, problem| {
            if broken {
                found.push(problem);
            }
        };
        self.check_document(&mut note);
        self.check_lines(&mut note);
        self.check_parties(&mut note);
        self.check_vat(&mut note);
        if self.seller.address.country == "FR" {
            self.check_french(&mut note);
        }
        found
    }

    fn check_document(&self, note: &mut impl FnMut(bool, Problem)) {
        note(!is_number(&self.number), Problem::Number);
        let earlier = match &self.kind {
            Kind::Invoice => None,
            Kind::CreditNote(earlier) => Some(earlier),
        };
        note(earlier.is_some_and(|e| !is_number(&e.number)), Problem::Earlier);
        let dates = [Some(self.issued_on), self.due_on, earlier.map(|e| e.issued_on)];
        note(dates.into_iter().flatten().any(|date| !(2000..2100).contains(&date.year())), Problem::Year);
        let lines = self.lines.iter().filter_map(|line| line.period);
        note(self.period.into_iter().chain(lines).any(|p| p.to < p.from), Problem::Period);
        note(!is_iban(&self.payment.iban), Problem::Iban);
        let undated = self.due_on.is_none() && self.payment_terms.is_none();
        note(self.totals().due.0 > 0 && undated, Problem::DueDate);
    }

    fn check_lines(&self, note: &mut impl FnMut(bool, Problem)) {
        note(self.lines.is_empty(), Problem::NoLine);
        let twice = |id: &str| id.is_empty() || self.lines.iter().filter(|line| line.id == id).count() > 1;
        note(self.lines.iter().any(|line| twice(&line.id)), Problem::LineId);
        note(self.lines.iter().any(|line| line.name.trim().is_empty()), Problem::LineName);
        let negative = self.lines.iter().any(|line| line.unit_price.0 < 0);
        note(negative || self.adjustments.iter().any(|a| a.amount.0 < 0), Problem::NegativePrice);
    }

    fn check_parties(&self, note: &mut impl FnMut(bool, Problem)) {
        let any = |broken: fn(&Party) -> bool| broken(&self.seller) || broken(&self.buyer);
        note(any(|party| party.name.trim().is_empty()), Problem::PartyName);
        note(any(|party| !is_country(&party.address.country)), Problem::Country);
        let unprefixed = |number: &String| !number.starts_with(|c: char| c.is_ascii_uppercase());
        note(
            [&self.seller, &self.buyer].iter().any(|p| p.vat_number.as_ref().is_some_and(unprefixed)),
            Problem::VatNumber,
        );
    }

    fn check_vat(&self, note: &mut impl FnMut(bool, Problem)) {
        let positions: Vec<_> = self.taxed_amounts().map(|(vat, _)| vat).collect();
        let has = |category| positions.iter().any(|vat| vat.category() == category);
        let known = self.seller.vat_number.is_some() || self.seller.tax_registration.is_some();
        let taxable = [Category::Standard, Category::Exempt, Category::ReverseCharge].into_iter().any(has);
        note(taxable && !known, Problem::SellerTaxNumber);
        note(has(Category::ReverseCharge) && self.buyer.vat_number.is_none(), Problem::BuyerVatNumber);
        if has(Category::OutsideScope) {
            let numbered = self.seller.vat_number.is_some() || self.buyer.vat_number.is_some();
            note(numbered, Problem::VatNumberOutsideScope);
            note(taxable, Problem::MixedOutsideScope);
        }
        let reasons = |category| positions.iter().filter(move |v| v.category() == category).map(|v| v.exemption());
        let differ = |category| reasons(category).zip(reasons(category).skip(1)).any(|(a, b)| a != b);
        let reasoned = [Category::Exempt, Category::ReverseCharge, Category::OutsideScope];
        note(reasoned.into_iter().any(differ), Problem::TwoReasons);
        let silent = positions.iter().filter_map(|vat| vat.exemption()).any(|reason| reason.text.trim().is_empty());
        note(silent, Problem::NoReason);
        let free = |vat: &&&crate::Vat| vat.category() == Category::Standard && vat.rate().is_none_or(|rate| rate <= 0);
        note(positions.iter().any(|vat| free(&vat)), Problem::Rate);
    }

    fn check_french(&self, note: &mut impl FnMut(bool, Problem)) {
        let is_siren = |id: &Option<Identifier>| id.as_ref().is_some_and(|id| id.scheme == "0002" && id.has_digits(9));
        note(!is_siren(&self.seller.registration), Problem::SellerSiren);
        let treatments: Vec<_> = self.notes_on(Subject::Treatment).collect();
        note(treatments.contains(&"B2B") && !is_siren(&self.buyer.registration), Problem::BuyerSiren);
        note(!siret_fits(&self.seller) || !siret_fits(&self.buyer), Problem::Siret);
        note(!has_endpoint(&self.seller) || !has_endpoint(&self.buyer), Problem::Endpoint);
        let once = |subject| self.notes_on(subject).count() == 1;
        let legal = [Subject::RecoveryCost, Subject::LatePayment, Subject::Discount];
        note(!legal.into_iter().all(once), Problem::LegalNotes);
        let codes = ["B2B", "B2BINT", "B2C", "B2CINT", "OUTOFSCOPE", "ARCHIVEONLY"];
        note(treatments.iter().any(|text| !codes.contains(text)), Problem::Treatment);
    }

    fn notes_on(&self, subject: Subject) -> impl Iterator<Item = &str> {
        self.notes.iter().filter(move |note| note.subject == Some(subject)).map(|note| note.text.as_str())
    }
}

fn is_number(number: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"+-_/".contains(&byte);
    (1..=35).contains(&number.len()) && number.bytes().all(allowed)
}

fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn siret_fits(party: &Party) -> bool {
    let Some(siret) = party.establishment.as_ref().filter(|id| id.scheme == "0009") else { return true };
    let siren = party.registration.as_ref().filter(|id| id.scheme == "0002");
    siret.has_digits(14) && siren.is_none_or(|siren| siret.value.starts_with(&siren.value))
}

fn has_endpoint(party: &Party) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let french = |id: &Identifier| id.scheme != "0225" || id.value.bytes().all(allowed);
    let fits = |id: &Identifier| (1..=125).contains(&id.value.len()) && french(id);
    party.endpoint.as_ref().is_some_and(fits)
}

/// ISO 13616: country and check digits at the end, letters as 10 to 35, remainder of 97 is 1.
fn is_iban(iban: &str) -> bool {
    let compact: String = iban.chars().filter(|c| !c.is_whitespace()).collect();
    let shaped = (15..=34).contains(&compact.len()) && compact.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let Some((head, tail)) = shaped.then(|| compact.split_at_checked(4)).flatten() else { return false };
    let value = |remainder: u32, c: char| {
        let digit = c.to_digit(36).unwrap_or(0);
        (remainder * if digit < 10 { 10 } else { 100 } + digit) % 97
    };
    tail.chars().chain(head.chars()).fold(0, value) == 1
}
