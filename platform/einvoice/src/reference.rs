//! What the buyer writes on the transfer (BT-83), in a form that the seller's bank reads by machine.

/// The Belgian structured communication of an invoice number, such as `+++002/0260/04240+++`: ten digits and the
/// remainder of their division by 97 (97 for none). Nothing for a number without digits or with more than ten.
pub fn belgian(number: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let value: u64 = if digits.len() > 10 { None } else { digits.parse().ok() }?;
    let check = match value % 97 {
        0 => 97,
        rest => rest,
    };
    let all = format!("{value:010}{check:02}");
    Some(format!("+++{}/{}/{}+++", &all[..3], &all[3..7], &all[7..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_two_digits_check_the_first_ten() {
        assert_eq!(belgian("2026-0042").as_deref(), Some("+++002/0260/04240+++"));
        assert_eq!(belgian("97").as_deref(), Some("+++000/0000/09797+++"), "no remainder is written as 97");
        assert_eq!(belgian("A-1").as_deref(), Some("+++000/0000/00101+++"));
        assert_eq!((belgian("facture"), belgian("12345678901")), (None, None));
    }
}
