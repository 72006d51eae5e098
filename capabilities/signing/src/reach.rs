//! How signers are reached: telephone numbers with their country, and addresses of which a part is hidden.

/// A telephone number with its country (`+33612345678`) from what people write; numbers without one are of `country`.
pub fn phone(text: &str, country: &str) -> Option<String> {
    let kept: String = text.chars().filter(|c| !c.is_whitespace() && !".-/()".contains(*c)).collect();
    let number = match (kept.strip_prefix('+'), kept.strip_prefix("00"), kept.strip_prefix('0')) {
        (Some(number), _, _) | (None, Some(number), _) => number.to_owned(),
        (None, None, Some(rest)) => format!("{}{rest}", prefix(country)?),
        _ => return None,
    };
    let fine = (8..=15).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    fine.then(|| format!("+{number}"))
}

fn prefix(country: &str) -> Option<&'static str> {
    match country {
        "FR" => Some("33"),
        "BE" => Some("32"),
        "LU" => Some("352"),
        "CH" => Some("41"),
        "NL" => Some("31"),
        "DE" => Some("49"),
        _ => None,
    }
}

/// An address or a number of which a part is hidden: enough for its owner to know it, and no more.
pub fn masked(text: &str) -> String {
    if let Some((name, host)) = text.split_once('@') {
        let first: String = name.chars().take(1).collect();
        return format!("{first}…@{host}");
    }
    let digits: Vec<char> = text.chars().collect();
    let last: String = digits.get(digits.len().saturating_sub(2)..).unwrap_or_default().iter().collect();
    let first: String = digits.iter().take(3).collect();
    format!("{first}…{last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_gets_its_country() {
        assert_eq!(phone("06 12 34 56 78", "FR").as_deref(), Some("+33612345678"));
        assert_eq!(phone("0475/12.34.56", "BE").as_deref(), Some("+32475123456"));
        assert_eq!(phone("+32 475 12 34 56", "FR").as_deref(), Some("+32475123456"));
        assert_eq!(phone("0032475123456", "FR").as_deref(), Some("+32475123456"));
        for wrong in ["", "12", "six", "06 12", "+33 6 12 34 56 78 90 12 34", "612345678"] {
            assert_eq!(phone(wrong, "FR"), None, "{wrong}");
        }
        assert_eq!(phone("0612345678", "XX"), None, "no country, no number");
    }

    #[test]
    fn a_masked_address_is_known_to_its_owner_only() {
        assert_eq!(masked("noor@example.org"), "n…@example.org");
        assert_eq!(masked("+33612345678"), "+33…78");
    }
}
