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

use crate::{
    Translations,
    elision::{Piece, begins_with_vowel, elided},
};

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

    /// What the sentence of this key is made of, if that is words and texts of these names only: each by its place.
    pub(crate) fn parts<'a>(&'a self, key: &str, names: &[&str]) -> Option<Vec<Piece<'a, usize>>> {
        pieces(self.pattern(key)?, |name| names.iter().position(|one| *one == name))
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

/// A character that no text means (Unicode keeps it for inner use).
const MARK: char = '\u{fdd0}';

/// The pieces of the sentence, if it is made of words and of what `given` knows by its name only, as most are. A list
/// says a hundred of them; the resolver, which knows plurals and functions, would take a tenth of its page.
fn pieces<'a, T>(pattern: &'a Pattern<&str>, given: impl Fn(&str) -> Option<T>) -> Option<Vec<Piece<'a, T>>> {
    let piece = |element: &'a PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Own(value)),
        element => given(variable(element)?).map(Piece::Given),
    };
    pattern.elements.iter().map(piece).collect()
}

/// The pieces with the texts that are put in.
fn plain<'a>(pattern: &'a Pattern<&str>, args: &'a [(&str, FluentValue<'_>)]) -> Option<Vec<Piece<'a, &'a str>>> {
    pieces(pattern, |name| match &args.iter().find(|(one, _)| *one == name)?.1 {
        FluentValue::String(text) => Some(text.as_ref()),
        _ => None,
    })
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

fn is_vowel_text(value: &FluentValue<'_>) -> bool {
    matches!(value, FluentValue::String(text) if begins_with_vowel(text))
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
