//! Names and texts of people inside our sentences: they stand there as they are and change nothing else.
//!
//! The first two bytes choose the sentence, the rest is what stands in it.

use std::sync::OnceLock;

use passerelle::capabilities;
use passerelle_kernel::Language;
use passerelle_words::{FluentValue, Translations, Words};

use crate::{Target, texts};

pub(crate) const TARGET: Target = Target { name: "words", run, seeds };

const MARK: &str = "\u{a7}";
const VOWEL_MARK: &str = "a\u{a7}";

struct Sentence {
    key: &'static str,
    arguments: Vec<&'static str>,
}

fn translations() -> Vec<Translations> {
    capabilities::all().iter().flat_map(|one| one.translations.iter().copied()).collect()
}

/// The sentences that hold something and choose nothing.
fn sentences() -> &'static (Words, Vec<Sentence>) {
    static SENTENCES: OnceLock<(Words, Vec<Sentence>)> = OnceLock::new();
    SENTENCES.get_or_init(|| {
        let all = translations();
        let blocks = all.iter().flat_map(|of| of.fr.split("\n").map(str::trim_end));
        let plain = blocks.filter(|line| !line.starts_with(['#', ' ', '-']) && !line.contains("->"));
        let sentences = plain.filter_map(|line| {
            let (key, text) = line.split_once(" = ")?;
            let arguments: Vec<_> =
                text.split('$').skip(1).filter_map(|rest| rest.split([' ', '}', ',']).next()).collect();
            (!arguments.is_empty() && !text.contains('(')).then_some(Sentence { key, arguments })
        });
        (Words::new(Language::Fr, &all), sentences.collect())
    })
}

fn seeds() -> Vec<Vec<u8>> {
    texts(["00Noor Haddad", "a1{ $name }", "zz-term = {\"\"}\n .a = b", "Qq\u{2068}\u{2069}\u{202e}\0\r\n"])
}

fn run(bytes: &[u8]) {
    let Some((chosen, text)) = bytes.split_at_checked(2) else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let (words, sentences) = sentences();
    let place = chosen.iter().fold(0, |sum, byte| sum * 256 + usize::from(*byte)) % sentences.len();
    let Sentence { key, arguments } = &sentences[place];
    let say = |text: &str| {
        let arguments: Vec<_> = arguments.iter().map(|name| (*name, FluentValue::from(text.to_owned()))).collect();
        words.say_with(key, &arguments)
    };
    // French drops the vowel of “de” before another one: before the text as before a mark that begins with a vowel.
    let said = say(text);
    let as_before = |mark: &str| said == say(mark).replace(mark, text);
    assert!(as_before(MARK) || as_before(VOWEL_MARK), "{key}: {said}");
}
