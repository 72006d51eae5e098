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
            bundle,
            problems,
            long_date: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMDE::long()).ok(),
            month: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::long()).ok(),
            decimal: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
        }
    }

    pub(crate) fn say(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "words without a translation");
            return key.to_owned();
        };
        plain(pattern, args).unwrap_or_else(|| self.resolve(key, pattern, args))
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
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => match &args.iter().find(|(name, _)| *name == id.name)?.1 {
                FluentValue::String(text) => text,
                _ => return None,
            },
            PatternElement::Placeable { .. } => return None,
        });
    }
    Some(sentence)
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
}
