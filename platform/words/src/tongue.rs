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

    /// How the sentence of this key is made.
    pub(crate) fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        self.bundle.get_message(key)?.value()
    }

    /// The sentence piece by piece, where it is made of words and of these texts only and nothing is elided before them.
    pub(crate) fn pieces(
        &self,
        key: &str,
        pattern: Option<&Pattern<&str>>,
        args: &[(&str, &str)],
        mut piece: impl FnMut(&str),
    ) {
        let value = |name: &str| args.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
        let is_plain = |element: &PatternElement<&str>| match element {
            PatternElement::TextElement { .. } => true,
            element => variable(element).and_then(value).is_some(),
        };
        let elides = self.language == Language::Fr && args.iter().any(|(_, text)| begins_with_vowel(text));
        match pattern.filter(|pattern| !elides && pattern.elements.iter().all(is_plain)) {
            Some(pattern) => pattern.elements.iter().for_each(|element| match element {
                PatternElement::TextElement { value } => piece(value),
                element => piece(variable(element).and_then(value).unwrap_or_default()),
            }),
            None => {
                let args: Vec<_> = args.iter().map(|(name, text)| (*name, FluentValue::from(*text))).collect();
                piece(&self.say(key, &args));
            }
        }
    }

    pub(crate) fn say(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.pattern(key) else {
            tracing::error!(key, "words without a translation");
            return key.to_owned();
        };
        let sentence = plain(pattern, args).unwrap_or_else(|| self.resolve(key, pattern, args));
        match self.language {
            Language::Fr => elided(sentence, args),
            Language::En => sentence,
        }
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

/// The sentence, if it is made of words and of given texts only, as most are. A list says a hundred of them; the
/// resolver, which knows plurals and functions, would take a tenth of its page.
fn plain(pattern: &Pattern<&str>, args: &[(&str, FluentValue<'_>)]) -> Option<String> {
    let mut sentence = String::with_capacity(64);
    for element in &pattern.elements {
        sentence.push_str(match element {
            PatternElement::TextElement { value } => value,
            element => match &args.iter().find(|(name, _)| variable(element) == Some(name))?.1 {
                FluentValue::String(text) => text,
                _ => return None,
            },
        });
    }
    Some(sentence)
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

/// French drops the vowel of “de” and “que” before another one: “les heures d’Ada”, “d’octobre”. Only what was put into
/// the sentence is looked at, and nothing within it is touched.
fn elided(mut sentence: String, args: &[(&str, FluentValue<'_>)]) -> String {
    for (_, value) in args {
        let FluentValue::String(text) = value else { continue };
        if !begins_with_vowel(text) {
            continue;
        }
        for (whole, short) in [("de ", "d’"), ("De ", "D’"), ("que ", "qu’")] {
            let before = format!("{whole}{text}");
            let Some(at) = sentence.find(&before).filter(|at| !ends_in_letter(sentence.get(..*at))) else { continue };
            sentence.replace_range(at..at + whole.len(), short);
        }
    }
    sentence
}

fn ends_in_letter(text: Option<&str>) -> bool {
    text.and_then(|text| text.chars().next_back()).is_some_and(char::is_alphabetic)
}

/// An h may be silent or not, and a y before a vowel sounds as a consonant: neither is taken for a vowel.
fn begins_with_vowel(text: &str) -> bool {
    text.chars()
        .next()
        .is_some_and(|first| "aàâäeéèêëiîïoôöuùûüœæ".contains(first.to_lowercase().next().unwrap_or(first)))
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
            let texts = [("from", "1/2"), ("until", "3/4")];
            let mut said = String::new();
            tongue.pieces("du", tongue.pattern("du"), &texts, |piece| said.push_str(piece));
            assert_eq!(said, "du 1/2 au 3/4");
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
        let mut pieces = String::new();
        let texts = [("name", "Ada"), ("month", "août")];
        tongue.pieces("of", tongue.pattern("of"), &texts, |piece| pieces.push_str(piece));
        assert_eq!(pieces, of("Ada"));
        let ada = [("name", FluentValue::from("Ada"))];
        assert_eq!(tongue.say("that", &ada), "dit qu’Ada vient");
        assert_eq!(
            tongue.say("many", &[("name", FluentValue::from("Ada")), ("count", FluentValue::from(1))]),
            "une d’Ada"
        );
        assert_eq!(Tongue::new(Language::En, SHARED, &[mine]).say("of", &ada), "The hours de Ada");
    }
}
