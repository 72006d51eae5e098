//! What a spreadsheet does to numbers and dates, and how it is undone.
//!
//! A leading zero is given back when the length is known; a date is turned round; what cannot be known (a SIRET in
//! scientific notation has lost digits) is left empty and said. Repairing what is repaired changes nothing.

use passerelle_kernel::Date;

use super::Field;
use crate::{FinessNumber, Phone, Siret};

codes! {
    /// What happened to a field.
    pub enum RepairKind {
        /// Leading zeros were lost; they are back.
        LostZero = "lost-zero",
        /// The date was written day first.
        DateTurned = "date-turned",
        /// The decimals were written with a comma.
        DecimalComma = "decimal-comma",
        /// The number was shortened to a power of ten: its digits are lost, the field is left empty.
        ScientificNotation = "scientific-notation",
        /// The check digit is wrong: the field is left empty.
        CheckDigit = "check-digit",
        /// It cannot be read: the field is left empty.
        Unreadable = "unreadable",
    }
}

/// A field that was not as published: what the file says, what we make of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Line of the file, from 1.
    pub line: u64,
    /// The field.
    pub field: Field,
    /// What happened to it.
    pub kind: RepairKind,
    /// What the file says.
    pub from: String,
    /// What it becomes; `None` when it is left empty (what is already known then stays).
    pub to: Option<String>,
}

/// The value of a field in its published form, and what happened to it.
type Repaired = (Option<String>, Option<RepairKind>);

/// Collects the repairs of one line.
#[derive(Debug)]
pub(super) struct Repairs {
    line: u64,
    pub list: Vec<Repair>,
}

impl Repairs {
    pub fn of(line: u64) -> Self {
        Self { line, list: Vec::new() }
    }

    /// The value of `field`, repaired; each repair is noted.
    pub fn read(&mut self, field: Field, text: &str) -> Option<String> {
        let (to, kind) = repair(field, text);
        if let Some(kind) = kind {
            self.list.push(Repair { line: self.line, field, kind, from: text.trim().to_owned(), to: to.clone() });
        }
        to
    }

    /// The value of a date field, repaired; each repair is noted.
    pub fn date(&mut self, field: Field, text: &str) -> Option<Date> {
        self.read(field, text).and_then(|date| date.parse().ok())
    }
}

fn repair(field: Field, text: &str) -> Repaired {
    let text = text.trim();
    if text.is_empty() {
        return (None, None);
    }
    if is_scientific(text) {
        return (None, Some(RepairKind::ScientificNotation));
    }
    match field {
        Field::Number | Field::LegalEntity => finess(text),
        Field::Siret => siret(text),
        Field::Phone => phone(text),
        Field::Category if is_digits(text, 4..=4) => (Some(text.to_owned()), None),
        Field::Category | Field::Commune => padded(text, 3, 1),
        Field::PostCode => padded(text, 5, 4),
        Field::Department => department(text),
        Field::Opened | Field::Updated | Field::Published => date(text),
        Field::Coordinates => decimal(text),
        Field::Name | Field::ShortName | Field::Complement | Field::Address | Field::Town | Field::CategoryLabel => {
            (Some(text.to_owned()), None)
        }
    }
}

fn is_digits(text: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// `2,601E+13`: digits, perhaps a comma or a dot, then a power of ten with its sign.
fn is_scientific(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['E', 'e']) else { return false };
    let digits = digits.replacen([',', '.'], "", 1);
    let power = power.strip_prefix(['+', '-']).unwrap_or_default();
    is_digits(&digits, 1..=20) && is_digits(power, 1..=3)
}

/// Digits of a known length that may have lost zeros, but never fewer than `least`.
fn padded(text: &str, length: usize, least: usize) -> Repaired {
    if is_digits(text, length..=length) {
        (Some(text.to_owned()), None)
    } else if is_digits(text, least..=length) {
        (Some(format!("{text:0>length$}")), Some(RepairKind::LostZero))
    } else {
        (None, Some(RepairKind::Unreadable))
    }
}

/// Only one zero can be lost: departments begin with 01.
fn finess(text: &str) -> Repaired {
    if let Ok(number) = FinessNumber::parse(text) {
        return (Some(number.to_string()), None);
    }
    match FinessNumber::parse(&format!("0{text}")) {
        Ok(number) if is_digits(text, 8..=8) => (Some(number.to_string()), Some(RepairKind::LostZero)),
        _ => (None, Some(RepairKind::Unreadable)),
    }
}

/// A zero is given back only if the check digit then agrees.
fn siret(text: &str) -> Repaired {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if !is_digits(&digits, 13..=14) {
        return (None, Some(RepairKind::Unreadable));
    }
    let lost = digits.len() == 13;
    match Siret::parse(&format!("{digits:0>14}")) {
        Ok(siret) => (Some(siret.to_string()), lost.then_some(RepairKind::LostZero)),
        Err(_) => (None, Some(RepairKind::CheckDigit)),
    }
}

/// French numbers have ten digits and begin with 0; short numbers (3919) stay as they are.
fn phone(text: &str) -> Repaired {
    match Phone::parse(text) {
        Ok(phone) if is_digits(phone.as_str(), 9..=9) && !phone.as_str().starts_with('0') => {
            (Some(format!("0{phone}")), Some(RepairKind::LostZero))
        }
        Ok(phone) => (Some(phone.to_string()), None),
        Err(_) => (None, Some(RepairKind::Unreadable)),
    }
}

/// `01` to `98`, `2A` and `2B`, overseas as FINESS writes it (`9A` …) or as everybody does (`971` …).
fn department(text: &str) -> Repaired {
    let code = text.to_ascii_uppercase();
    let lettered = matches!(code.as_bytes(), [b'2', b'A' | b'B'] | [b'9', b'A'..=b'Z']);
    let overseas = is_digits(&code, 3..=3) && (code.starts_with("97") || code.starts_with("98"));
    if lettered || overseas || (is_digits(&code, 2..=2) && code != "00") {
        (Some(code), None)
    } else if is_digits(&code, 1..=1) && code != "0" {
        (Some(format!("0{code}")), Some(RepairKind::LostZero))
    } else {
        (None, Some(RepairKind::Unreadable))
    }
}

fn date(text: &str) -> Repaired {
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let (year, month, day, kind) = match parts.as_slice() {
        [year, month, day] if is_digits(year, 4..=4) => (year, month, day, None),
        [day, month, year] if is_digits(year, 4..=4) => (year, month, day, Some(RepairKind::DateTurned)),
        _ => return (None, Some(RepairKind::Unreadable)),
    };
    let parsed = match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).ok(),
        _ => None,
    };
    parsed.map_or((None, Some(RepairKind::Unreadable)), |date| (Some(date.to_string()), kind))
}

fn decimal(text: &str) -> Repaired {
    let dotted = text.replacen(',', ".", 1);
    match dotted.parse::<f64>() {
        Ok(number) if number.is_finite() => {
            let kind = (dotted != text).then_some(RepairKind::DecimalComma);
            (Some(dotted), kind)
        }
        _ => (None, Some(RepairKind::Unreadable)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{RepairKind::*, *};

    #[test]
    fn each_damage_has_its_repair() {
        for (field, from, to, kind) in [
            (Field::Number, "010999993", Some("010999993"), None),
            (Field::Number, "10999993", Some("010999993"), Some(LostZero)),
            (Field::Number, "2a0000014", Some("2A0000014"), None),
            (Field::Number, "970199998", Some("970199998"), None),
            (Field::Number, "1099999", None, Some(Unreadable)),
            (Field::Number, "9,70E+08", None, Some(ScientificNotation)),
            (Field::Siret, "90000001900019", Some("90000001900019"), None),
            (Field::Siret, "912345600015", None, Some(Unreadable)),
            (Field::Siret, "9000000190001", None, Some(CheckDigit)),
            (Field::Siret, "2,601E+13", None, Some(ScientificNotation)),
            (Field::Siret, "7.75545E+13", None, Some(ScientificNotation)),
            (Field::Siret, "90000001900018", None, Some(CheckDigit)),
            (Field::Phone, "199000000", Some("0199000000"), Some(LostZero)),
            (Field::Phone, "01 99 00 00 00", Some("0199000000"), None),
            (Field::Phone, "3919", Some("3919"), None),
            (Field::Commune, "1", Some("001"), Some(LostZero)),
            (Field::Commune, "451", Some("451"), None),
            (Field::Category, "60", Some("060"), Some(LostZero)),
            (Field::Category, "CH", None, Some(Unreadable)),
            (Field::Department, "1", Some("01"), Some(LostZero)),
            (Field::Department, "2A", Some("2A"), None),
            (Field::Department, "9A", Some("9A"), None),
            (Field::Department, "974", Some("974"), None),
            (Field::Department, "123", None, Some(Unreadable)),
            (Field::PostCode, "1000", Some("01000"), Some(LostZero)),
            (Field::Opened, "13/02/1979", Some("1979-02-13"), Some(DateTurned)),
            (Field::Opened, "1979-02-13", Some("1979-02-13"), None),
            (Field::Opened, "31/02/1979", None, Some(Unreadable)),
            (Field::Opened, "13/02/79", None, Some(Unreadable)),
            (Field::Opened, "28899", None, Some(Unreadable)),
            (Field::Coordinates, "874051,2", Some("874051.2"), Some(DecimalComma)),
            (Field::Coordinates, "NaN", None, Some(Unreadable)),
            (Field::Siret, "  ", None, None),
        ] {
            assert_eq!(repair(field, from), (to.map(str::to_owned), kind), "{field:?} {from}");
        }
    }

    #[test]
    fn a_siret_that_lost_its_zero_gets_it_back_only_if_its_digits_agree() {
        let whole = Siret::parse("00912345600015").unwrap().to_string();
        assert_eq!(repair(Field::Siret, whole.trim_start_matches('0')), (None, Some(Unreadable))); // two zeros lost
        let one = Siret::parse("01234567400019").map(|siret| siret.to_string());
        let one = one.expect("a valid number that begins with one zero");
        assert_eq!(repair(Field::Siret, one.strip_prefix('0').unwrap()), (Some(one.clone()), Some(LostZero)));
    }

    proptest! {
        #[test]
        fn repairing_what_is_repaired_changes_nothing(field in proptest::sample::select(Field::ALL), text in "[ 0-9A-Za-z,./+é-]{0,16}") {
            if let (Some(value), _) = repair(field, &text) {
                prop_assert_eq!(repair(field, &value), (Some(value.clone()), None));
            }
        }

        #[test]
        fn a_lost_zero_is_found_again(number in 10_000_000u32..100_000_000) {
            let published = format!("0{number}");
            prop_assert_eq!(repair(Field::Number, &number.to_string()).0, Some(published));
        }
    }
}
