//! Names in the form in which they are compared and looked for.

use unicode_normalization::UnicodeNormalization as _;

/// The form in which names are compared: small letters without accents, one space between words, no abbreviation.
pub fn comparable(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for c in name.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            'ß' => plain.push_str("ss"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' => plain.push('d'),
            '/' => plain.push_str("/ "),
            c if c.is_alphanumeric() => plain.push(c),
            _ => plain.push(' '),
        }
    }
    let words = plain.split_whitespace().map(|word| match word {
        "st" => "saint",
        "ste" => "sainte",
        "s/" => "sur",
        word => word.trim_end_matches('/'),
    });
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_differently_is_the_same() {
        for (one, other) in [
            ("Hôpital  d’Éléonore", "HOPITAL D'ELEONORE"),
            ("St-Étienne s/Mer", "saint etienne sur mer"),
            ("Œuvre Łódź", "oeuvre lodz"),
            ("jour / nuit", "Jour-nuit"),
        ] {
            assert_eq!(comparable(one), comparable(other));
        }
        assert_eq!(comparable(" - \u{301} "), "");
    }

    proptest::proptest! {
        #[test]
        fn what_is_comparable_stays_so(text in ".{0,40}") {
            let once = comparable(&text);
            proptest::prop_assert_eq!(comparable(&once), once);
        }
    }
}
