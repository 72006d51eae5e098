//! The register of processing (GDPR, article 30), made from the declarations of all capabilities.

use passerelle_store::held::{Ending, Fact, Held, Passing, Purpose, Retention, Shown, Term};
use passerelle_words::{Words, capital, say};

use crate::told;

/// One use of data, in the reader's words.
#[derive(Clone, Debug)]
pub struct Processing {
    /// Where it stands on the page.
    pub anchor: &'static str,
    /// Its name.
    pub name: String,
    /// What for.
    pub why: String,
    /// What makes it lawful.
    pub basis: String,
    /// What is held: each kind of row with its facts.
    pub data: Vec<String>,
    /// The kinds of rows that only bear the person's id.
    pub ids: Vec<String>,
    /// Where it comes from.
    pub origins: Vec<String>,
    /// Who receives it.
    pub readers: String,
    /// For how long it is kept, each with the reason.
    pub terms: Vec<String>,
    /// What protects it beyond what protects everything.
    pub measures: Vec<String>,
}

/// What protects everything: `privacy-register-all-<part>`.
pub const PROTECTION: [&str; 5] = ["role", "trail", "sealed", "second", "transfers"];

impl Processing {
    /// What is said of it, in the order in which it is read: each part (`privacy-register-<part>`) with its lines.
    pub fn parts(&self) -> Vec<(&'static str, Vec<String>)> {
        let one = |text: &String| vec![text.clone()];
        let mut parts = vec![
            ("why", one(&self.why)),
            ("basis", one(&self.basis)),
            ("data", self.data.clone()),
            ("ids", self.ids.clone()),
            ("origins", self.origins.clone()),
            ("readers", one(&self.readers)),
            ("terms", self.terms.clone()),
            ("measures", self.measures.clone()),
        ];
        parts.retain(|(_, lines)| !lines.is_empty());
        parts
    }
}

/// Every use of data, in the order in which the capabilities declare them.
pub fn processings<'a>(words: &Words, held: impl Iterator<Item = &'a Held>, retention: &Retention) -> Vec<Processing> {
    let mut purposes: Vec<(&'static Purpose, Vec<&Held>)> = Vec::new();
    for one in held {
        match purposes.iter_mut().find(|(purpose, _)| *purpose == one.purpose) {
            Some((_, all)) => all.push(one),
            None => purposes.push((one.purpose, vec![one])),
        }
    }
    purposes.into_iter().map(|(purpose, held)| processing(words, purpose, &held, retention)).collect()
}

/// What passes by itself: what it is, and for how long it is kept.
pub fn passing(words: &Words, passing: &[&Passing], retention: &Retention) -> Vec<(String, String)> {
    let line = |one: &&Passing| (words.say(one.key), told::term(words, one.term, retention.span(one.term, None)));
    passing.iter().map(line).collect()
}

fn processing(words: &Words, purpose: &'static Purpose, held: &[&Held], retention: &Retention) -> Processing {
    let of = |end: &str| words.say(&format!("{}{end}", purpose.key));
    let mut origins: Vec<_> =
        held.iter().map(|one| words.say(&format!("web-origin-{}", one.origin.as_str()))).collect();
    let mut terms: Vec<Term> = held.iter().map(|one| one.term).collect();
    dedup(&mut origins);
    terms.sort_unstable();
    terms.dedup();
    let (ids, data): (Vec<&Held>, Vec<&Held>) = held.iter().copied().partition(|one| one.facts.is_empty());
    Processing {
        anchor: purpose.key,
        name: of(""),
        why: of("-why"),
        basis: capital(&words.say(&format!("web-basis-{}", purpose.basis.as_str()))),
        data: data.into_iter().map(|one| facts(words, one)).collect(),
        ids: ids.into_iter().map(|one| words.say(one.key)).collect(),
        origins,
        readers: of("-readers"),
        terms: terms.into_iter().map(|term| lasting(words, term, retention)).collect(),
        measures: measures(words, held),
    }
}

/// The same things once, in their order.
fn dedup(texts: &mut Vec<String>) {
    let mut seen: Vec<String> = Vec::new();
    texts.retain(|text| {
        let is_new = !seen.contains(text);
        seen.push(text.clone());
        is_new
    });
}

fn facts(words: &Words, held: &Held) -> String {
    let facts: Vec<String> = held.facts.iter().map(|fact: &Fact| words.say(fact.key).to_lowercase()).collect();
    say!(words, "privacy-register-facts", what = words.say(held.key), facts = words.list(&facts))
}

fn lasting(words: &Words, term: Term, retention: &Retention) -> String {
    let time = capital(&told::term(words, term, retention.span(term, None)));
    let why = words.say(&format!("web-term-{}-why", term.as_str()));
    say!(words, "privacy-register-term", time = time, why = why)
}

fn measures(words: &Words, held: &[&Held]) -> Vec<String> {
    let mut measures = Vec::new();
    let sealed: Vec<String> = held
        .iter()
        .flat_map(|one| one.facts)
        .filter(|fact| matches!(fact.shown, Shown::Sealed(_)))
        .map(|fact| words.say(fact.key).to_lowercase())
        .collect();
    if !sealed.is_empty() {
        measures.push(say!(words, "privacy-register-sealed", facts = words.list(&sealed)));
    }
    if held.iter().any(|one| one.ending == Ending::Kept) {
        measures.push(words.say("privacy-register-without-name"));
    }
    if held.iter().any(|one| one.ending == Ending::KeptWithName) {
        measures.push(words.say("privacy-register-with-name"));
    }
    measures
}
