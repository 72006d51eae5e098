//! Names in capitals made readable: a proposal for display, the name as given is kept beside it.
//!
//! Careful on purpose: initials stay in capitals, accents are not invented, a name that is not all capitals is left alone.

/// Initials that could be read as words; those without a vowel are recognised without a list.
const INITIALS: &[&str] = &[
    "ACT", "ADAPEI", "ADMR", "AFTC", "APAJH", "APF", "ARS", "ASE", "CAARUD", "CADA", "CAMSP", "CAP", "CATTP", "CCAS",
    "CESAME", "CHU", "CHI", "CHIC", "CHRU", "CIAS", "CSAPA", "CUMP", "DITEP", "EA", "EAM", "EHPA", "EHPAD", "EMPP",
    "EMPR", "EPSAN", "EPSM", "EPSMD", "EPHAD", "EPMS", "EPS", "ESA", "ESAT", "ESMS", "ETP", "FAM", "FAO", "FAS", "GEM",
    "GHU", "GHI", "GIE", "GIP", "HAD", "IEM", "IES", "IFAS", "IFSI", "IME", "IMP", "IMPRO", "ITEP", "LAM", "LHSS",
    "MAIA", "MAS", "MDA", "MECS", "MGEN", "PASA", "PASS", "PCPE", "PEA", "PMI", "PUI", "SAAD", "SAMSAH", "SAMU",
    "SASU", "SAVS", "SCI", "SESSAD", "SIAE", "SIAO", "SMUR", "SSIAD", "SSR", "UDAF", "UEROS", "UGECAM", "UHSA", "UHSI",
    "ULAM", "UMD", "UNAFAM", "UPI", "USIP", "USLD", "VSL",
];

/// Little words that stay small inside a name.
const LITTLE: &[&str] = &[
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lès", "ou", "par", "pour", "sous",
    "sur",
];

/// Words without a vowel, or short ones, that are no initials.
const WORDS: &[&str] = &["st", "ste", "sts", "stes", "dr", "pr", "mr", "mme", "mlle", "bd", "av", "rte", "pl", "s"];

/// The name in readable case, if it was all in capitals.
pub fn display_name(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut shown = String::with_capacity(name.len());
    let mut word = String::new();
    let mut first = true;
    for c in name.chars() {
        if c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        push_word(&mut shown, &word, &mut first, c);
        word.clear();
        shown.push(c);
    }
    push_word(&mut shown, &word, &mut first, ' ');
    shown
}

/// Adds a word in its case; `next` is the character after it.
fn push_word(shown: &mut String, word: &str, first: &mut bool, next: char) {
    if word.is_empty() {
        return;
    }
    let small = word.to_lowercase();
    let little = LITTLE.contains(&small.as_str());
    let elided = matches!(next, '\'' | '’') && matches!(small.as_str(), "d" | "l");
    if !*first && little && (word.chars().count() > 1 || elided || small == "a") {
        shown.push_str(&small);
    } else if !little && !elided && stays_capital(word, &small) {
        shown.push_str(word);
    } else {
        let mut letters = small.chars();
        shown.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        shown.push_str(letters.as_str());
    }
    *first = false;
}

fn stays_capital(word: &str, small: &str) -> bool {
    if WORDS.contains(&small) {
        return false;
    }
    let vowelless = !small.chars().any(|c| "aeiouyàâäéèêëîïôöùûüœæ".contains(c));
    let roman = word.chars().all(|c| "IVX".contains(c));
    vowelless || roman || INITIALS.contains(&word) || word.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_become_readable_and_initials_stay() {
        for (given, shown) in [
            ("CENTRE HOSPITALIER DE MONTFLEURI-EN-PLAINE", "Centre Hospitalier de Montfleuri-en-Plaine"),
            ("CENTRE PSYCHOTHERAPIQUE DE L'ORME", "Centre Psychotherapique de l'Orme"),
            ("CH DE MONTFLEURI", "CH de Montfleuri"),
            ("HDJ ADULTES LA RIVIERE", "HDJ Adultes la Riviere"),
            ("EPSM DES DEUX RIVES", "EPSM des Deux Rives"),
            ("CMP ST ELOI - SECTEUR 3 G04", "CMP St Eloi - Secteur 3 G04"),
            ("LES TILLEULS", "Les Tilleuls"),
            ("D'ALLEMAGNE", "D'Allemagne"),
            ("HOPITAL JEAN XXIII", "Hopital Jean XXIII"),
            ("HÔPITAL ÉLUARD", "Hôpital Éluard"),
            ("Maison des Usagers", "Maison des Usagers"),
            ("", ""),
        ] {
            assert_eq!(display_name(given), shown);
        }
    }

    proptest::proptest! {
        #[test]
        fn only_the_case_changes(name in "[A-ZÉÈÀÇ0-9 '().-]{0,60}") {
            proptest::prop_assert_eq!(display_name(&name).to_uppercase(), name.to_uppercase());
        }
    }
}
