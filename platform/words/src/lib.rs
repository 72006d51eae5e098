//! The words of the product in the reader's language, and dates, numbers and money as the reader writes them.
//!
//! Every crate brings its translations (Fluent) as [`Translations`]; the server puts them together once in a
//! [`Vocabulary`] and gives each request the [`Words`] of its reader. Formats follow CLDR through ICU4X.

mod elision;
mod format;
mod spoken;
mod tongue;

use std::sync::Arc;

use elision::Piece;
pub use fluent_bundle::FluentValue;
use passerelle_kernel::{Language, TimeZone};
pub use spoken::Offered;
use tongue::Tongue;

/// The translations that one crate brings: the text of its Fluent files.
#[derive(Clone, Copy, Debug)]
pub struct Translations {
    /// French.
    pub fr: &'static str,
    /// English.
    pub en: &'static str,
}

impl Translations {
    const fn of(&self, language: Language) -> &'static str {
        match language {
            Language::Fr => self.fr,
            Language::En => self.en,
        }
    }
}

const SHARED: Translations =
    Translations { fr: include_str!("../translations/fr.ftl"), en: include_str!("../translations/en.ftl") };

/// All translations in all languages, put together once.
#[derive(Clone)]
pub struct Vocabulary(Arc<[Tongue]>);

impl Vocabulary {
    /// Puts the translations of several crates together.
    ///
    /// A key that two crates define, or a line that is not Fluent, is logged; [`Self::problems`] tells tests.
    pub fn new(crates: &[Translations]) -> Self {
        Self(Language::ALL.iter().map(|language| Tongue::new(*language, SHARED, crates)).collect())
    }

    /// What is wrong with the translation files: bad syntax, keys defined twice. Empty when all is well.
    pub fn problems(&self) -> Vec<String> {
        self.0.iter().flat_map(|tongue| tongue.problems.clone()).collect()
    }

    /// The words of a reader of `language` who lives in `zone`.
    pub fn words(&self, language: Language, zone: TimeZone) -> Words {
        let index = Language::ALL.iter().position(|l| *l == language).unwrap_or(0);
        Words { all: self.clone(), index, zone }
    }
}

/// The text with a capital, as the beginning of a line or a heading.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The words of one reader. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    all: Vocabulary,
    index: usize,
    zone: TimeZone,
}

impl Words {
    /// Words of a few crates, in the time zone of Paris and Brussels (for tests of one crate).
    pub fn new(language: Language, crates: &[Translations]) -> Self {
        let zone = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
        Vocabulary::new(crates).words(language, zone)
    }

    /// The sentence of this key; the key itself when nobody has translated it (a test looks for those).
    pub fn say(&self, key: &str) -> String {
        self.tongue().say(key, &[])
    }

    /// The sentence of this key with its arguments; see the macro [`say!`].
    pub fn say_with(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.tongue().say(key, args)
    }

    /// The sentence of this key, into which texts of these names are put, looked up once for all the rows of a list.
    pub fn phrase<'a>(&'a self, key: &'a str, names: &'a [&'a str]) -> Phrase<'a> {
        let tongue = self.tongue();
        Phrase { tongue, key, names, parts: tongue.parts(key, names) }
    }

    /// Whether somebody translated this key.
    pub fn has(&self, key: &str) -> bool {
        self.tongue().has(key)
    }

    /// The reader's language.
    pub fn language(&self) -> Language {
        Language::ALL[self.index]
    }

    /// The reader's time zone.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    fn tongue(&self) -> &Tongue {
        &self.all.0[self.index]
    }
}

/// A sentence that a list says in each of its rows.
pub struct Phrase<'a> {
    tongue: &'a Tongue,
    key: &'a str,
    names: &'a [&'a str],
    parts: Option<Vec<Piece<'a, usize>>>,
}

impl Phrase<'_> {
    /// The sentence with these texts put in, in the order of their names, piece by piece: what [`say!`] says, without a
    /// copy of it.
    pub fn pieces(&self, texts: &[&str], mut piece: impl FnMut(&str)) {
        match &self.parts {
            Some(parts) if !self.tongue.elides(texts) => parts.iter().for_each(|part| match *part {
                Piece::Own(text) => piece(text),
                Piece::Given(place) => piece(texts.get(place).copied().unwrap_or_default()),
            }),
            _ => {
                let given = self.names.iter().zip(texts).map(|(name, text)| (*name, FluentValue::from(*text)));
                piece(&self.tongue.say(self.key, &given.collect::<Vec<_>>()));
            }
        }
    }
}

/// `say!(words, "key", name = value, …)`: the sentence of a key with its arguments.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $words.say_with($key, &[$((stringify!($name), $crate::FluentValue::from($value))),*])
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_says_what_the_sentence_says() {
        let mine = Translations {
            fr: "of = Les heures de { $name } en { $month }\nmany = { $name ->\n  [Ada] une\n *[other] des\n } de { $month }",
            en: "of = In { $month }, { $name }\nmany = none of { $other }",
        };
        for language in Language::ALL {
            let words = Words::new(language, &[mine]);
            for (key, name) in [("of", "Ada"), ("of", "Noor"), ("many", "Ada"), ("many", "Noor"), ("nowhere", "Noor")] {
                let mut said = String::new();
                words.phrase(key, &["name", "month"]).pieces(&[name, "mai"], |piece| said.push_str(piece));
                assert_eq!(said, say!(words, key, name = name, month = "mai"), "{key} {name}");
            }
        }
        let french = Words::new(Language::Fr, &[mine]);
        let mut count = 0;
        french.phrase("of", &["name", "month"]).pieces(&["Noor", "mai"], |_| count += 1);
        assert_eq!(count, 4, "the short way");
    }
}
