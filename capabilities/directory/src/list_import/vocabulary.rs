//! The words by which a file names its columns, roles, languages and countries: in every language that we speak, so that
//! a file that was taken in one is understood in another.

use std::collections::HashMap;

use passerelle_access::Role;
use passerelle_kernel::{Language, comparable};
use passerelle_words::Words;

use crate::{Country, LanguageCode, Refusal, SpokenLanguages, lists::ListColumn, pages::COUNTRIES};

/// What words mean.
pub(crate) struct Vocabulary {
    columns: HashMap<String, ListColumn>,
    roles: HashMap<String, Role>,
    languages: HashMap<String, Language>,
    spoken: HashMap<String, LanguageCode>,
    countries: HashMap<String, Country>,
}

/// What stands between the names of two languages.
const AND: [&str; 2] = ["et", "and"];

impl Vocabulary {
    /// The vocabulary of these languages.
    pub fn of(all: &[Words]) -> Self {
        let mut known = Self {
            columns: HashMap::new(),
            roles: HashMap::new(),
            languages: HashMap::new(),
            spoken: HashMap::new(),
            countries: HashMap::new(),
        };
        for words in all {
            known.add(words);
        }
        known
    }

    fn add(&mut self, words: &Words) {
        for column in ListColumn::ALL {
            self.columns.insert(comparable(&column.title(words)), *column);
            self.columns.insert(comparable(column.as_str()), *column);
        }
        for role in Role::ALL {
            let code = role.as_str();
            let others = words.say(&format!("directory-list-role-{code}"));
            let names = others.split(',').map(str::to_owned);
            for name in names.chain([words.say(&format!("web-role-{code}")), code.to_owned()]) {
                self.roles.insert(comparable(&name), role);
            }
        }
        for language in Language::ALL {
            let name = words.say(&format!("words-language-{}", language.tag()));
            for name in [name.as_str(), language.endonym(), language.tag()] {
                self.languages.insert(comparable(name), language);
            }
        }
        let (first, others) = words.spoken_offered();
        for (code, name) in first.into_iter().chain(others) {
            if let Ok(code) = LanguageCode::parse(code) {
                self.spoken.insert(comparable(&name), code);
            }
        }
        for code in COUNTRIES {
            if let Some(country) = Country::parse(code) {
                self.countries.insert(comparable(&words.country(code)), country);
            }
        }
    }

    /// The column with this title.
    pub fn column(&self, title: &str) -> Option<ListColumn> {
        self.columns.get(&comparable(title)).copied()
    }

    /// The role of this name.
    pub fn role(&self, name: &str) -> Option<Role> {
        self.roles.get(&comparable(name)).copied()
    }

    /// The language of pages and letters of this name.
    pub fn language(&self, name: &str) -> Option<Language> {
        self.languages.get(&comparable(name)).copied()
    }

    /// The country of this name or code.
    pub fn country(&self, name: &str) -> Result<Country, Refusal> {
        self.countries.get(&comparable(name)).copied().or_else(|| Country::parse(name)).ok_or(Refusal::Country)
    }

    /// Spoken languages by names or codes: `arabe, français`, `ar fr`.
    pub fn spoken(&self, text: &str) -> Result<SpokenLanguages, Refusal> {
        let mut codes = Vec::new();
        for part in text.split([',', ';', '/', '+', '\n']).map(comparable).filter(|part| !part.is_empty()) {
            if let Some(code) = self.spoken.get(&part) {
                codes.push(code.as_str().to_owned());
                continue;
            }
            let words: Vec<&str> = part.split(' ').collect();
            let is_codes = words.iter().all(|word| LanguageCode::parse(word).is_ok());
            for word in words.into_iter().filter(|word| is_codes || !AND.contains(word)) {
                let code = self.spoken.get(word).map_or_else(|| LanguageCode::parse(word), |code| Ok(*code))?;
                codes.push(code.as_str().to_owned());
            }
        }
        SpokenLanguages::parse(&codes.join(" "))
    }
}
