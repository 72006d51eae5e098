//! Facts and times in the reader's words.

use passerelle_kernel::{Date, Minutes};
use passerelle_store::held::{Shown, Span, Term, Value};
use passerelle_words::{Words, capital, say};

use crate::file::{Part, Until};

/// A fact as a person reads it; nothing where nothing is kept.
pub(crate) fn value(words: &Words, shown: Shown, value: &Value) -> Option<String> {
    Some(match (shown, value) {
        (_, Value::Nothing) => return None,
        (Shown::Code(prefix), Value::Text(codes)) => {
            let said = |code: &str| {
                let key = format!("{prefix}{code}");
                if words.has(&key) { words.say(&key) } else { code.to_owned() }
            };
            capital(&words.list(&codes.split(',').map(said).collect::<Vec<_>>()))
        }
        (Shown::Country, Value::Text(code)) => words.country(code),
        (Shown::Spoken, Value::Text(codes)) => {
            let codes = codes.split([' ', ',']).filter(|code| !code.is_empty());
            words.spoken_list(codes)
        }
        (Shown::Device, Value::Text(family)) => passerelle_web::device_name(words, family),
        (_, Value::Text(text)) => text.clone(),
        (Shown::Minutes, Value::Number(minutes)) => words.hours(Minutes(*minutes)),
        (_, Value::Number(0)) => words.say("privacy-no"),
        (_, Value::Number(_)) => words.say("privacy-yes"),
        (_, Value::Day(day)) => words.day(*day),
        (_, Value::Instant(at)) => words.instant(*at),
    })
}

/// For how long something is kept, as a rule: “5 years after the end”.
pub(crate) fn term(words: &Words, term: Term, span: Span) -> String {
    let time = match span {
        Span::Days(days) => say!(words, "web-term-days", count = i64::from(days)),
        Span::Years(years) => say!(words, "web-term-years", count = i64::from(years)),
    };
    say!(words, &format!("web-term-{}", term.as_str()), time = time)
}

/// Until when a row is kept: a day, or the rule while its day has not come.
pub(crate) fn until(words: &Words, until: &Until, part: &Part, since: Option<Date>, country: Option<&str>) -> String {
    match until.day(part.held, since, country) {
        Some(day) => say!(words, "privacy-until-day", day = words.day(day)),
        None => term(words, part.held.term, until.retention.span(part.held.term, country)),
    }
}
