//! One language: its messages and its formatters, built once.

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
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

    pub(crate) fn say(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "words without a translation");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, args, &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "words that could not be put together");
        }
        sentence
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}
