//! One language: its messages and its formatters, built once.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use icu_calendar::Gregorian;
use icu_datetime::{
    FixedCalendarDateTimeFormatter,
    fieldsets::{YM, YMDE},
};
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use passerelle_kernel::Language;

use crate::Translations;

pub(crate) struct Tongue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    pub(crate) problems: Vec<String>,
    pub(crate) long_date: Option<FixedCalendarDateTimeFormatter<Gregorian, YMDE>>,
    pub(crate) month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    pub(crate) decimal: Option<DecimalFormatter>,
}

impl Tongue {
    pub(crate) const fn is_french(&self) -> bool {
        matches!(self.language, Language::Fr)
    }

    pub(crate) fn new(language: Language, shared: Translations, crates: &[Translations]) -> Self {
        // British English: day before month, as everybody here writes.
        let tag = match language {
            Language::Fr => "fr-FR",
            Language::En => "en-GB",
        };
        let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        let mut problems = Vec::new();
        for translations in std::iter::once(&shared).chain(crates) {
            let resource =
                FluentResource::try_new(translations.of(language).to_owned()).unwrap_or_else(|(rest, errors)| {
                    problems.extend(errors.iter().map(|error| format!("{tag}: {error}")));
                    rest
                });
            if let Err(errors) = bundle.add_resource(resource) {
                problems.extend(errors.iter().map(|error| format!("{tag}: {error}")));
            }
        }
        for problem in &problems {
            tracing::error!(problem, "translation file");
        }
        Self {
            language,
            bundle,
            problems,
            long_date: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMDE::long()).ok(),
            month: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::long()).ok(),
            decimal: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
        }
    }

    fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        self.bundle.get_message(key)?.value()
    }

    /// What the sentence of this key is made of, if that is words and texts of these names only.
    pub(crate) fn parts<'a>(&'a self, key: &str, names: &[&str]) -> Option<Vec<Part<'a>>> {
        let part = |element: &'a PatternElement<&str>| match element {
            PatternElement::TextElement { value } => Some(Part::Own(value)),
            element => names.iter().position(|name| variable(element) == Some(name)).map(Part::Given),
        };
        self.pattern(key)?.elements.iter().map(part).collect()
    }

    /// Whether a word before one of these texts may lose its vowel.
    pub(crate) fn elides(&self, texts: &[&str]) -> bool {
        self.language == Language::Fr && texts.iter().any(|text| begins_with_vowel(text))
    }

    pub(crate) fn say(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.pattern(key) else {
            tracing::error!(key, "words without a translation");
            return key.to_owned();
        };
        let elides = self.language == Language::Fr && args.iter().any(|(_, value)| is_vowel_text(value));
        match (elides, plain(pattern, args)) {
            (true, Some(pieces)) => elided(pieces),
            (true, None) => self.resolve_elided(key, pattern, args),
            (false, Some(pieces)) => pieces.into_iter().map(Piece::text).collect(),
            (false, None) => self.resolve(key, pattern, args),
        }
    }

    /// What the resolver says, with the texts that were put in between marks, so that they are told from our own words.
    /// A text that chooses between variants gets no mark: it would choose another one.
    fn resolve_elided(&self, key: &str, pattern: &Pattern<&str>, args: &[(&str, FluentValue<'_>)]) -> String {
        let sentence = self.resolve(key, pattern, args);
        let mut marked: Vec<_> = args.iter().map(|(name, value)| (*name, borrowed(value))).collect();
        for (place, (_, value)) in args.iter().enumerate() {
            let FluentValue::String(text) = value else { continue };
            if text.contains(MARK) {
                return sentence;
            }
            marked[place].1 = FluentValue::from(format!("{MARK}{text}{MARK}"));
            if self.resolve(key, pattern, &marked).replace(MARK, "") != sentence {
                marked[place].1 = borrowed(value);
            }
        }
        let said = self.resolve(key, pattern, &marked);
        let pieces = said.split(MARK).enumerate();
        elided(pieces.map(|(n, text)| if n % 2 == 0 { Piece::Own(text) } else { Piece::Given(text) }))
    }

    fn resolve(&self, key: &str, pattern: &Pattern<&str>, args: &[(&str, FluentValue<'_>)]) -> String {
        let mut named = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            named.set(*name, borrowed(value));
        }
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, Some(&named), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "words that could not be put together");
        }
        sentence
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

/// A part of a sentence that is known before what is put in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part<'a> {
    /// Words of the translation.
    Own(&'a str),
    /// The text of this number.
    Given(usize),
}

/// A character that no text means (Unicode keeps it for inner use).
const MARK: char = '\u{fdd0}';

/// A part of a sentence.
#[derive(Clone, Copy)]
enum Piece<'a> {
    /// Words of the translation.
    Own(&'a str),
    /// What was put in.
    Given(&'a str),
}

impl<'a> Piece<'a> {
    const fn text(self) -> &'a str {
        match self {
            Self::Own(text) | Self::Given(text) => text,
        }
    }
}

/// The pieces of the sentence, if it is made of words and of given texts only, as most are. A list says a hundred of
/// them; the resolver, which knows plurals and functions, would take a tenth of its page.
fn plain<'a>(pattern: &'a Pattern<&str>, args: &'a [(&str, FluentValue<'_>)]) -> Option<Vec<Piece<'a>>> {
    let piece = |element: &'a PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Own(value)),
        element => match &args.iter().find(|(name, _)| variable(element) == Some(name))?.1 {
            FluentValue::String(text) => Some(Piece::Given(text)),
            _ => None,
        },
    };
    pattern.elements.iter().map(piece).collect()
}

/// The name of what is put in here, if nothing else is done with it.
fn variable<'a>(element: &PatternElement<&'a str>) -> Option<&'a str> {
    match element {
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
            Some(id.name)
        }
        _ => None,
    }
}

/// French drops the vowel of “de” and “que” before another one: “les heures d’Ada”, “d’octobre”. Only our own words are
/// changed, and only before what was put into the sentence.
fn elided<'a>(pieces: impl IntoIterator<Item = Piece<'a>>) -> String {
    let mut sentence = String::with_capacity(64);
    let mut own = "";
    for piece in pieces {
        match piece {
            Piece::Own(text) => own = text,
            Piece::Given(text) if begins_with_vowel(text) => shorten(&mut sentence, own),
            Piece::Given(_) => {}
        }
        sentence.push_str(piece.text());
        if let Piece::Given(_) = piece {
            own = "";
        }
    }
    sentence
}

/// Drops the vowel at the end of a sentence whose last own words are these.
fn shorten(sentence: &mut String, own: &str) {
    for (whole, short) in [("de ", "d’"), ("De ", "D’"), ("que ", "qu’")] {
        let before = sentence.strip_suffix(whole).filter(|before| own.ends_with(whole) && !ends_in_letter(before));
        if let Some(before) = before {
            sentence.truncate(before.len());
            return sentence.push_str(short);
        }
    }
}

fn ends_in_letter(text: &str) -> bool {
    text.chars().next_back().is_some_and(char::is_alphabetic)
}

fn is_vowel_text(value: &FluentValue<'_>) -> bool {
    matches!(value, FluentValue::String(text) if begins_with_vowel(text))
}

/// An h may be silent or not, and a y before a vowel sounds as a consonant: neither is taken for a vowel.
fn begins_with_vowel(text: &str) -> bool {
    // Most texts of a list are days, which begin with a figure.
    text.chars().next().is_some_and(|first| {
        !first.is_ascii_digit() && "aàâäeéèêëiîïoôöuùûüœæ".contains(first.to_lowercase().next().unwrap_or(first))
    })
}

/// The same value without a copy of its text.
fn borrowed<'a>(value: &'a FluentValue<'_>) -> FluentValue<'a> {
    match value {
        FluentValue::String(text) => FluentValue::from(text.as_ref()),
        FluentValue::Number(number) => FluentValue::Number(number.clone()),
        _ => FluentValue::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SHARED;

    #[test]
    fn the_short_way_says_what_the_resolver_says() {
        let mine = Translations {
            fr: "du = du { $from } au { $until }\nmany = { $count ->\n  [one] un\n *[other] { $count }\n }",
            en: "",
        };
        let tongue = Tongue::new(Language::Fr, SHARED, &[mine]);
        let args =
            [("from", FluentValue::from("1/2")), ("until", FluentValue::from("3/4")), ("count", FluentValue::from(1))];
        for (key, is_plain) in [("du", true), ("many", false), ("words-hours", false), ("words-list-and", false)] {
            let message = tongue.bundle.get_message(key).unwrap();
            let pattern = message.value().unwrap();
            assert_eq!(plain(pattern, &args).is_some(), is_plain, "{key}");
            assert_eq!(tongue.say(key, &args), tongue.resolve(key, pattern, &args), "{key}");
        }
        assert_eq!(tongue.say("du", &args), "du 1/2 au 3/4");
        assert_eq!(tongue.say("many", &args), "un");
    }

    #[test]
    fn french_elides_before_what_is_put_in_and_nowhere_else() {
        let mine = Translations {
            fr: "of = Les heures de { $name } en { $month }\nthat = dit que { $name } vient\nmany = { $count ->\n  [one] une de { $name }\n *[other] des\n }",
            en: "of = The hours de { $name }",
        };
        let tongue = Tongue::new(Language::Fr, SHARED, &[mine]);
        let of =
            |name: &str| tongue.say("of", &[("name", FluentValue::from(name)), ("month", FluentValue::from("août"))]);
        assert_eq!(of("Ada"), "Les heures d’Ada en août");
        assert_eq!(of("Élodie de Ixelles"), "Les heures d’Élodie de Ixelles en août");
        for name in ["Noor", "Hélène", "Yann", ""] {
            assert_eq!(of(name), format!("Les heures de {name} en août"));
        }
        let ada = [("name", FluentValue::from("Ada"))];
        assert_eq!(tongue.say("that", &ada), "dit qu’Ada vient");
        assert_eq!(
            tongue.say("many", &[("name", FluentValue::from("Ada")), ("count", FluentValue::from(1))]),
            "une d’Ada"
        );
        assert_eq!(Tongue::new(Language::En, SHARED, &[mine]).say("of", &ada), "The hours de Ada");
    }

    #[test]
    fn a_text_that_ends_in_de_keeps_it() {
        let mine = Translations {
            fr: "both = { $from } { $to }\nmany = { $count ->\n  [one] { $from } { $to }, de { $to }\n *[other] des\n }\nchosen = { $kind ->\n  [away] absence de { $to }\n *[other] autre\n }",
            en: "",
        };
        let tongue = Tongue::new(Language::Fr, SHARED, &[mine]);
        let text = FluentValue::from;
        for from in ["Amis de", "Association que"] {
            let args = [("from", text(from)), ("to", text("Ada")), ("count", FluentValue::from(1))];
            assert_eq!(tongue.say("both", &args), format!("{from} Ada"));
            assert_eq!(tongue.say("many", &args), format!("{from} Ada, d’Ada"));
        }
        assert_eq!(tongue.say("chosen", &[("kind", text("away")), ("to", text("Ada"))]), "absence d’Ada");
        let marked = format!("A{MARK}");
        assert_eq!(
            tongue.say("chosen", &[("kind", text("away")), ("to", text(&marked))]),
            format!("absence de {marked}")
        );
    }
}
