//! Dates, times, numbers and money as the reader writes them.

use fixed_decimal::Decimal;
use icu_calendar::Gregorian;
use passerelle_kernel::{Date, Minutes, Money, Time, Timestamp};

use crate::{Words, say};

type IcuDate = icu_calendar::Date<Gregorian>;

fn icu(date: Date) -> Option<IcuDate> {
    IcuDate::try_new_gregorian(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs()).ok()
}

impl Words {
    /// A date in full: “lundi 23 novembre 2026”.
    pub fn date(&self, date: Date) -> String {
        let full =
            self.tongue().long_date.as_ref().zip(icu(date)).map(|(format, date)| format.format(&date).to_string());
        let full = full.unwrap_or_else(|| date.to_string());
        // French counts the first day of a month: CLDR does not say so.
        if self.tongue().is_french() && date.day() == 1 { full.replacen(" 1 ", " 1er ", 1) } else { full }
    }

    /// A date in figures: “23/11/2026”.
    pub fn day(&self, date: Date) -> String {
        // What CLDR says for all our languages, without asking it: lists show a hundred of them. A test compares.
        let (day, month, year) = (date.day().unsigned_abs(), date.month().unsigned_abs(), date.year());
        if !(1000..10_000).contains(&year) {
            return format!("{day:02}/{month:02}/{year:04}");
        }
        let year = year.unsigned_abs();
        let digit = |number: u16| b'0' + (number % 10) as u8;
        let (d, m) = (u16::from(day), u16::from(month));
        let (millennium, century, decade) = (year / 1000, year / 100, year / 10);
        let figures = [
            digit(d / 10),
            digit(d),
            b'/',
            digit(m / 10),
            digit(m),
            b'/',
            digit(millennium),
            digit(century),
            digit(decade),
            digit(year),
        ];
        std::str::from_utf8(&figures).unwrap_or_default().to_owned()
    }

    /// The month of a date: “novembre 2026”.
    pub fn month(&self, date: Date) -> String {
        let month = self.tongue().month.as_ref().zip(icu(date)).map(|(format, date)| format.format(&date).to_string());
        month.unwrap_or_else(|| date.to_string())
    }

    /// A time of day: “9 h”, “9 h 30”; “9:00”, “9:30”.
    pub fn time(&self, time: Time) -> String {
        let hour = time.hour().to_string();
        match time.minute() {
            0 => say!(self, "words-time-sharp", hour = hour),
            minute => say!(self, "words-time", hour = hour, minute = format!("{minute:02}")),
        }
    }

    /// An instant in the reader's time zone: “23/11/2026 à 9 h 30”.
    pub fn instant(&self, instant: Timestamp) -> String {
        let local = instant.to_zoned(self.zone().clone());
        say!(self, "words-instant", date = self.day(local.date()), time = self.time(local.time()))
    }

    /// An amount: “1 234,50 €”.
    pub fn money(&self, amount: Money) -> String {
        let mut decimal = Decimal::from(amount.0);
        decimal.multiply_pow10(-2);
        decimal.pad_end(-2);
        say!(self, "words-money", amount = self.decimal(&decimal))
    }

    /// A working time: “7 h 30”.
    pub fn hours(&self, time: Minutes) -> String {
        let (hours, minutes) = Minutes(time.0.abs()).clock();
        let sign = if time.0 < 0 { "−" } else { "" };
        let hours_text = format!("{sign}{}", self.number(hours));
        match minutes {
            0 => say!(self, "words-hours", hours = hours_text),
            _ if hours == 0 => say!(self, "words-minutes", minutes = format!("{sign}{minutes}")),
            _ => say!(self, "words-hours-minutes", hours = hours_text, minutes = format!("{minutes:02}")),
        }
    }

    /// A whole number: “12 345”.
    pub fn number(&self, number: i64) -> String {
        // Without thousands there is nothing to separate.
        if (0..1000).contains(&number) { number.to_string() } else { self.decimal(&Decimal::from(number)) }
    }

    /// The name of a country by its ISO 3166-1 code; the code when we have no name.
    pub fn country(&self, code: &str) -> String {
        let key = format!("words-country-{code}");
        if self.has(&key) { self.say(&key) } else { code.to_owned() }
    }

    /// Several things in one sentence: “a, b et c”.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [before @ .., last] => say!(self, "words-list-and", first = before.join(", "), last = last.as_str()),
        }
    }

    fn decimal(&self, decimal: &Decimal) -> String {
        self.tongue().decimal.as_ref().map_or_else(|| decimal.to_string(), |format| format.format(decimal).to_string())
    }
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::Language;

    use super::*;

    #[test]
    fn each_language_writes_in_its_own_way() {
        let date = Date::constant(2026, 11, 23);
        let fr = Words::new(Language::Fr, &[]);
        assert_eq!(fr.date(date), "lundi 23 novembre 2026");
        assert_eq!(fr.date(Date::constant(2026, 12, 1)), "mardi 1er décembre 2026");
        assert_eq!(fr.day(date), "23/11/2026");
        assert_eq!(fr.month(date), "novembre 2026");
        assert_eq!(fr.money(Money(123_450)), "1\u{202f}234,50\u{a0}€");
        assert_eq!(fr.hours(Minutes(450)), "7\u{a0}h\u{a0}30");
        assert_eq!(fr.time(Time::constant(9, 5, 0, 0)), "9\u{a0}h\u{a0}05");
        assert_eq!(fr.time(Time::constant(9, 0, 0, 0)), fr.hours(Minutes(540)));
        let en = Words::new(Language::En, &[]);
        assert_eq!(en.date(date), "Monday, 23 November 2026");
        assert_eq!(en.day(date), "23/11/2026");
        assert_eq!(en.money(Money(-5)), "€-0.05");
        assert_eq!(en.hours(Minutes(-30)), "−30 min");
        assert_eq!(fr.hours(Minutes(-90)), "−1\u{a0}h\u{a0}30");
        assert_eq!(en.time(Time::constant(9, 0, 0, 0)), "9:00");
        assert_eq!(en.time(Time::constant(9, 30, 0, 0)), "9:30");
    }

    #[test]
    fn short_dates_and_small_numbers_are_what_cldr_says() {
        use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets::YMD, options::YearStyle};
        for (language, tag) in [(Language::Fr, "fr-FR"), (Language::En, "en-GB")] {
            let words = Words::new(language, &[]);
            let locale: icu_locale_core::Locale = tag.parse().unwrap();
            let style = YMD::short().with_year_style(YearStyle::Full);
            let cldr = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&locale).into(), style).unwrap();
            let days = std::iter::successors(Some(Date::constant(2026, 1, 1)), |date| date.tomorrow().ok());
            for date in days.take(800) {
                assert_eq!(words.day(date), cldr.format(&icu(date).unwrap()).to_string());
            }
            for number in 0..1000 {
                assert_eq!(words.number(number), words.decimal(&Decimal::from(number)));
            }
        }
    }

    #[test]
    fn a_key_that_nobody_translated_is_shown_as_itself() {
        assert_eq!(Words::new(Language::Fr, &[]).say("nobody-said-this"), "nobody-said-this");
    }
}
