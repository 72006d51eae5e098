//! What a form sent: values kept as typed, a message at each place that needs another answer.
//!
//! A page reads its answers with `text`, `choice`, `date` …; each notes what is wrong. A form that is not
//! [`Fields::is_clean`] is drawn again (422) with the same values.

use axum::{
    body::{Body, to_bytes},
    extract::FromRequest,
    http::{Request, StatusCode},
};
use passerelle_kernel::{Date, Minutes, Money, Time};
use passerelle_words::{Words, say};

use crate::{Ctx, api::plain};

/// The most bytes that a form may send.
pub(crate) const LARGEST_FORM: usize = 256 * 1024;

/// The values of a form and what is wrong with them.
#[derive(Clone)]
pub struct Fields {
    values: Vec<(String, String)>,
    errors: Vec<(String, String)>,
    words: Words,
}

impl Fields {
    /// A form that nobody has filled in.
    pub fn empty(ctx: &Ctx) -> Self {
        Self { values: Vec::new(), errors: Vec::new(), words: ctx.words().clone() }
    }

    /// A form with these values already in it.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.push((name.to_owned(), value.into()));
        self
    }

    /// The same for a date, in the three fields of a date question.
    #[must_use]
    pub fn with_date(self, name: &str, date: Option<Date>) -> Self {
        let Some(date) = date else { return self };
        let parts =
            [("day", date.day().to_string()), ("month", date.month().to_string()), ("year", date.year().to_string())];
        parts.into_iter().fold(self, |fields, (part, value)| fields.with(&format!("{name}-{part}"), value))
    }

    /// The value of a field as typed; empty when it was not sent.
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// All values of a field (checkboxes).
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Whether a checkbox or radio was chosen.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values(name).any(|v| v == value)
    }

    /// The message of a field, if its answer was refused.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|(n, _)| n == name).map(|(_, message)| message.as_str())
    }

    /// Every message with its field, in the order of the questions.
    pub fn errors(&self) -> &[(String, String)] {
        &self.errors
    }

    /// Whether nothing was refused so far.
    pub fn is_clean(&self) -> bool {
        self.errors.is_empty()
    }

    /// Notes that the answer of a field is refused; the first message of a field stays.
    pub fn refuse(&mut self, name: &str, message: impl Into<String>) {
        if self.error(name).is_none() {
            self.errors.push((name.to_owned(), message.into()));
        }
    }

    /// Notes a refusal by the key of its sentence.
    pub fn refuse_key(&mut self, name: &str, key: &str) {
        let message = self.words.say(key);
        self.refuse(name, message);
    }

    /// A text that must be given, of at most `most` characters; `missing` is the key of what to say without it.
    pub fn text(&mut self, name: &str, most: usize, missing: &str) -> Option<String> {
        let text = self.text_if_given(name, most)?;
        if text.is_empty() {
            self.refuse_key(name, missing);
            return None;
        }
        Some(text)
    }

    /// A text that may be left empty, of at most `most` characters. Nothing only when it is too long.
    pub fn text_if_given(&mut self, name: &str, most: usize) -> Option<String> {
        let text = clean(self.value(name));
        if text.chars().count() > most {
            let message = say!(self.words, "web-error-too-long", most = most);
            self.refuse(name, message);
            return None;
        }
        Some(text)
    }

    /// One of several answers, by its code.
    pub fn choice<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>, missing: &str) -> Option<T> {
        let chosen = parse(self.value(name));
        if chosen.is_none() {
            self.refuse_key(name, missing);
        }
        chosen
    }

    /// Several of several answers, by their codes; unknown codes are left out.
    pub fn choices<T>(&self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        self.values(name).filter_map(parse).collect()
    }

    /// A date from its three fields `<name>-day`, `-month`, `-year`.
    pub fn date(&mut self, name: &str, missing: &str) -> Option<Date> {
        let date = self.date_if_given(name)?;
        if date.is_none() {
            self.refuse_key(name, missing);
        }
        date
    }

    /// A date that may be left empty: `Some(None)`. Nothing only when it is no date.
    pub fn date_if_given(&mut self, name: &str) -> Option<Option<Date>> {
        let [day, month, year] =
            ["day", "month", "year"].map(|part| self.value(&format!("{name}-{part}")).trim().to_owned());
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return Some(None);
        }
        let date = || Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
        match date().filter(|date| (2000..2100).contains(&date.year())) {
            Some(date) => Some(Some(date)),
            None => {
                self.refuse_key(name, "web-error-date");
                None
            }
        }
    }

    /// A working time as people write it.
    pub fn minutes(&mut self, name: &str) -> Option<Minutes> {
        self.read(name, Minutes::read, "web-error-hours")
    }

    /// An amount of money as people write it.
    pub fn money(&mut self, name: &str, wrong: &str) -> Option<Money> {
        self.read(name, Money::read, wrong)
    }

    /// A whole number within bounds.
    pub fn number(&mut self, name: &str, from: i64, to: i64) -> Option<i64> {
        let number = self.value(name).trim().parse().ok().filter(|number| (from..=to).contains(number));
        if number.is_none() {
            let message = say!(self.words, "web-error-number", from = from, to = to);
            self.refuse(name, message);
        }
        number
    }

    /// A time of day (`9:30`, `9h30`, `14`); `wrong` is the key of what is said otherwise, since forms ask for several.
    pub fn time(&mut self, name: &str, wrong: &str) -> Option<Time> {
        self.read(name, read_time, wrong)
    }

    /// An e-mail address: something, an @, a name with a dot; no more is checked, a mail will tell.
    pub fn email(&mut self, name: &str) -> Option<String> {
        self.read(name, |text| plausible_email(text.trim()), "web-error-email")
    }

    fn read<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>, wrong: &str) -> Option<T> {
        let value = read(self.value(name));
        if value.is_none() {
            self.refuse_key(name, wrong);
        }
        value
    }
}

/// Without control characters (line breaks stay), line ends as `\n`, trimmed.
pub(crate) fn clean(text: &str) -> String {
    plain(&text.replace("\r\n", "\n").replace('\r', "\n")).trim().to_owned()
}

fn read_time(text: &str) -> Option<Time> {
    let minutes = Minutes::read(text)?;
    let (hours, minutes) = minutes.clock();
    Time::new(hours.try_into().ok()?, minutes.try_into().ok()?, 0, 0).ok()
}

fn plausible_email(text: &str) -> Option<String> {
    let (name, host) = text.rsplit_once('@')?;
    let fine = !name.is_empty()
        && text.len() <= 254
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && text.bytes().all(|b| b.is_ascii_graphic() && !b"<>()[],;:\"\\".contains(&b));
    fine.then(|| text.to_lowercase())
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = StatusCode;

    async fn from_request(request: Request<Body>, _: &S) -> Result<Self, StatusCode> {
        let (parts, body) = request.into_parts();
        let ctx = parts.extensions.get::<Ctx>().ok_or(StatusCode::INTERNAL_SERVER_ERROR)?;
        let bytes = to_bytes(body, LARGEST_FORM).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
        let values = form_urlencoded::parse(&bytes).into_owned().collect();
        Ok(Self { values, ..Self::empty(ctx) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_checked_loosely_and_times_are_read_as_written() {
        assert_eq!(plausible_email("Noor@Example.org").as_deref(), Some("noor@example.org"));
        for text in ["", "noor", "noor@", "@example.org", "noor@example", "a b@example.org", "a@b.c>\r\nBcc: x@y.z"] {
            assert_eq!(plausible_email(text), None, "{text}");
        }
        assert_eq!(read_time("9h30"), Time::new(9, 30, 0, 0).ok());
        assert_eq!(read_time("24:00"), None);
        assert_eq!(clean(" a\r\nb\0 "), "a\nb");
    }
}
