//! The languages that people speak with each other, which are many more than those of the pages.

use passerelle_kernel::Language;

use crate::Words;

/// The codes (ISO 639) that forms offer: first the most asked for where our associations work.
const FIRST: [&str; 7] = ["fr", "nl", "en", "ar", "es", "pt", "fsl"];
/// The others that have a name in the translations.
const OTHERS: [&str; 32] = [
    "bg", "bm", "br", "de", "dyu", "fa", "ff", "ht", "hy", "it", "ka", "kab", "ku", "lb", "ln", "pl", "ps", "ro",
    "rom", "ru", "sfb", "so", "sq", "sr", "ta", "ti", "tr", "uk", "ur", "vi", "wo", "zh",
];

/// A language that a form offers: its code and its name.
pub type Offered = (&'static str, String);

impl Words {
    /// The name of a language that people speak, by its code; the code when we have no word for it.
    pub fn spoken(&self, code: &str) -> String {
        let key = format!("words-spoken-{code}");
        if self.has(&key) { self.say(&key) } else { code.to_owned() }
    }

    /// Several languages in one line: “Arabe et français”.
    pub fn spoken_list<'a>(&self, codes: impl IntoIterator<Item = &'a str>) -> String {
        let names = codes.into_iter().enumerate().map(|(place, code)| match self.language() {
            // French writes the names of languages small, English does not.
            Language::Fr if place > 0 => self.spoken(code).to_lowercase(),
            _ => self.spoken(code),
        });
        self.list(&names.collect::<Vec<_>>())
    }

    /// What forms offer: the languages most asked for, then the others by their names.
    pub fn spoken_offered(&self) -> (Vec<Offered>, Vec<Offered>) {
        let named =
            |codes: &[&'static str]| -> Vec<Offered> { codes.iter().map(|code| (*code, self.spoken(code))).collect() };
        let mut others = named(&OTHERS);
        others.sort_by(|(_, one), (_, other)| one.cmp(other));
        (named(&FIRST), others)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_offered_by_their_names() {
        for language in Language::ALL {
            let (first, others) = Words::new(language, &[]).spoken_offered();
            assert_eq!(first[0].0, "fr");
            assert!(others.windows(2).all(|pair| pair[0].1 < pair[1].1), "{others:?}");
            let named = first.iter().chain(&others).filter(|(code, name)| *code != name.as_str());
            assert_eq!(named.count(), FIRST.len() + OTHERS.len());
        }
    }

    #[test]
    fn a_list_of_languages_is_written_as_the_reader_writes() {
        let list = |language| Words::new(language, &[]).spoken_list(["ar", "fr", "xyz"]);
        assert_eq!(list(Language::Fr), "Arabe, français et xyz");
        assert_eq!(list(Language::En), "Arabic, French and xyz");
    }
}
