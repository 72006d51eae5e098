//! Public holidays of France, Belgium and the Netherlands, computed by the published rules.
//!
//! France: Code du travail L3133-1, and L3134-13 for Moselle, Bas-Rhin and Haut-Rhin (Good Friday there only where there
//! is a Protestant or a shared church: it is a question to the peer, never an answer). Belgium: royal decree of 18 April
//! 1974. The Netherlands: Algemene termijnenwet, article 3. Why not a library: decision 18.

use jiff::ToSpan as _;
use passerelle_kernel::{Date, Id, Weekday};

use crate::{
    period::{Days, later},
    slot::{Exception, Slot, Timetable},
};

codes! {
    /// A public holiday.
    pub enum Holiday {
        /// 1 January.
        NewYear = "new-year",
        /// The Friday before Easter.
        GoodFriday = "good-friday",
        /// The Monday after Easter.
        EasterMonday = "easter-monday",
        /// The birthday of the king, in the Netherlands.
        KingsDay = "kings-day",
        /// 1 May.
        LabourDay = "labour-day",
        /// 5 May, in the Netherlands.
        LiberationDay = "liberation-day",
        /// 8 May, in France.
        VictoryDay = "victory-day",
        /// The Thursday forty days after Easter.
        Ascension = "ascension",
        /// The Monday after Pentecost.
        WhitMonday = "whit-monday",
        /// 14 July in France, 21 July in Belgium.
        NationalDay = "national-day",
        /// 15 August.
        Assumption = "assumption",
        /// 1 November.
        AllSaints = "all-saints",
        /// 11 November.
        Armistice = "armistice",
        /// 25 December.
        Christmas = "christmas",
        /// 26 December.
        SecondChristmasDay = "second-christmas-day",
    }
}

/// Where the same days are holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// France without its east.
    France,
    /// Moselle, Bas-Rhin and Haut-Rhin.
    AlsaceMoselle,
    /// Belgium.
    Belgium,
    /// The Netherlands.
    Netherlands,
}

impl Region {
    /// The region of a place by its country (ISO 3166-1) and post code; nothing for countries that we do not know.
    pub fn of(country: &str, post_code: Option<&str>) -> Option<Self> {
        let department = post_code.and_then(|code| code.trim().get(..2)).unwrap_or_default();
        match country {
            "FR" if ["57", "67", "68"].contains(&department) => Some(Self::AlsaceMoselle),
            "FR" => Some(Self::France),
            "BE" => Some(Self::Belgium),
            "NL" => Some(Self::Netherlands),
            _ => None,
        }
    }
}

/// Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher).
pub fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    // Days after 1 March: 21 for 22 March, the earliest Easter.
    later(first(year, 3), h + l - 7 * m + 21)
}

fn first(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).unwrap_or(Date::MIN)
}

fn on(year: i16, month: i8, day: i8) -> Date {
    later(first(year, month), i32::from(day) - 1)
}

/// The holidays of a year, in order.
pub fn of_year(region: Region, year: i16) -> Vec<(Date, Holiday)> {
    use Holiday::*;
    let easter = easter(year);
    let everywhere = [
        (on(year, 1, 1), NewYear),
        (easter.saturating_add(1.day()), EasterMonday),
        (easter.saturating_add(39.days()), Ascension),
        (easter.saturating_add(50.days()), WhitMonday),
        (on(year, 12, 25), Christmas),
    ];
    let catholic = [
        (on(year, 5, 1), LabourDay),
        (on(year, 8, 15), Assumption),
        (on(year, 11, 1), AllSaints),
        (on(year, 11, 11), Armistice),
    ];
    let france = [(on(year, 5, 8), VictoryDay), (on(year, 7, 14), NationalDay)];
    let mut days = everywhere.to_vec();
    match region {
        Region::France => days.extend(catholic.into_iter().chain(france)),
        Region::AlsaceMoselle => {
            days.extend(catholic.into_iter().chain(france));
            days.extend([(easter.saturating_sub(2.days()), GoodFriday), (on(year, 12, 26), SecondChristmasDay)]);
        }
        Region::Belgium => days.extend(catholic.into_iter().chain([(on(year, 7, 21), NationalDay)])),
        Region::Netherlands => days.extend([
            (kings_day(year), KingsDay),
            (on(year, 5, 5), LiberationDay),
            (on(year, 12, 26), SecondChristmasDay),
        ]),
    }
    days.sort_unstable();
    days
}

/// 27 April, or the day before when that is a Sunday.
fn kings_day(year: i16) -> Date {
    let day = on(year, 4, 27);
    if day.weekday() == Weekday::Sunday { on(year, 4, 26) } else { day }
}

/// The holiday of a day, if it is one. Of two on the same day, the first of the list.
pub fn on_day(region: Region, date: Date) -> Option<Holiday> {
    of_year(region, date.year()).into_iter().find(|(day, _)| *day == date).map(|(_, holiday)| holiday)
}

/// A time of the rhythm that falls on a holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    /// The slot.
    pub slot: Id<Slot>,
    /// The day.
    pub on: Date,
    /// The holiday.
    pub holiday: Holiday,
    /// Whether it takes place as things stand.
    pub takes_place: bool,
}

/// The times of the rhythm on holidays among these days. What was moved or added was agreed for that day on purpose, and
/// who is away has said so.
pub fn met(table: &Timetable, region: Region, days: Days) -> Vec<Met> {
    let rhythm = Timetable { exceptions: Vec::new(), ..table.clone() };
    let change = |slot, on| table.exceptions.iter().find(|one| one.replaces() == Some((slot, on)));
    let times = rhythm.occurrences(days).into_iter();
    times
        .filter_map(|time| {
            let (slot, on) = (time.slot?, time.planned_on);
            let takes_place = match change(slot, on) {
                None => true,
                Some(Exception::Cancelled { .. }) => false,
                Some(_) => return None,
            };
            Some(Met { slot, on, holiday: on_day(region, on)?, takes_place })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::{Minutes, Time};
    use proptest::prelude::*;

    use super::*;
    use crate::{
        period::Period,
        samples::{day, id},
        slot::{Every, Moment},
    };

    #[test]
    fn times_of_the_rhythm_on_holidays_are_met_and_nothing_else() {
        let period = Period::new(day("2026-01-01"), None).unwrap();
        let (start, minutes) = (Time::constant(9, 0, 0, 0), Minutes::hours(3));
        let slot = Slot { id: id(1), weekday: Weekday::Thursday, start, minutes, period, every: Every::Week };
        let mut table = Timetable { slots: vec![slot], ..Timetable::blank(id(2), period) };
        let may = Days::new(day("2026-05-01"), day("2026-05-31")).unwrap();
        // Of the holidays of May only the Ascension is a Thursday.
        let ascension = Met { slot: id(1), on: day("2026-05-14"), holiday: Holiday::Ascension, takes_place: true };
        assert_eq!(met(&table, Region::France, may), [ascension]);
        table.exceptions = vec![Exception::Cancelled { slot: id(1), on: day("2026-05-14") }];
        assert_eq!(met(&table, Region::France, may), [Met { takes_place: false, ..ascension }]);
        let to = Moment { on: day("2026-05-08"), start, minutes };
        table.exceptions = vec![Exception::Moved { slot: id(1), on: day("2026-05-14"), to }];
        assert_eq!(met(&table, Region::France, may), []);
        table.exceptions = Vec::new();
        table.away = vec![may];
        assert_eq!(met(&table, Region::France, may), []);
    }

    fn days(region: Region, year: i16) -> Vec<String> {
        of_year(region, year).into_iter().map(|(date, _)| date.strftime("%m-%d").to_string()).collect()
    }

    #[test]
    fn easter_is_on_its_published_days() {
        let published = [
            "1961-04-02",
            "1999-04-04",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2016-03-27",
            "2019-04-21",
            "2020-04-12",
            "2021-04-04",
            "2022-04-17",
            "2023-04-09",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2038-04-25",
            "2049-04-18",
        ];
        for text in published {
            assert_eq!(easter(day(text).year()), day(text));
        }
    }

    #[test]
    fn france_has_its_eleven_days_and_its_east_thirteen() {
        let of_2026 =
            ["01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"];
        assert_eq!(days(Region::France, 2026), of_2026);
        let of_2025 =
            ["01-01", "04-21", "05-01", "05-08", "05-29", "06-09", "07-14", "08-15", "11-01", "11-11", "12-25"];
        assert_eq!(days(Region::France, 2025), of_2025);
        let mut east = of_2026.to_vec();
        east.extend(["04-03", "12-26"]);
        east.sort_unstable();
        assert_eq!(days(Region::AlsaceMoselle, 2026), east);
        // In 2008 the Ascension was on 1 May: one day less is off.
        assert_eq!(days(Region::France, 2008).iter().filter(|date| *date == "05-01").count(), 2);
    }

    #[test]
    fn belgium_and_the_netherlands_have_theirs() {
        let of_2026 = ["01-01", "04-06", "05-01", "05-14", "05-25", "07-21", "08-15", "11-01", "11-11", "12-25"];
        assert_eq!(days(Region::Belgium, 2026), of_2026);
        let of_2026 = ["01-01", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"];
        assert_eq!(days(Region::Netherlands, 2026), of_2026);
        // In 2025 the 27th of April was a Sunday.
        assert_eq!(on_day(Region::Netherlands, day("2025-04-26")), Some(Holiday::KingsDay));
        assert_eq!(on_day(Region::Netherlands, day("2025-04-27")), None);
    }

    #[test]
    fn a_place_has_the_holidays_of_its_region() {
        assert_eq!(Region::of("FR", Some("67000")), Some(Region::AlsaceMoselle));
        assert_eq!(Region::of("FR", Some("59000")), Some(Region::France));
        assert_eq!(Region::of("FR", Some("é")), Some(Region::France));
        assert_eq!(Region::of("BE", Some("6700")), Some(Region::Belgium));
        assert_eq!(Region::of("NL", None), Some(Region::Netherlands));
        assert_eq!(Region::of("ZZ", None), None);
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_between_22_march_and_25_april(year in 1583..9999_i16) {
            let date = easter(year);
            prop_assert_eq!(date.weekday(), Weekday::Sunday);
            prop_assert!(on(year, 3, 22) <= date && date <= on(year, 4, 25));
        }

        #[test]
        fn every_holiday_of_a_list_is_found_on_its_day(year in 2000..2100_i16) {
            for region in [Region::France, Region::AlsaceMoselle, Region::Belgium, Region::Netherlands] {
                for (date, _) in of_year(region, year) {
                    prop_assert!(on_day(region, date).is_some());
                    prop_assert_eq!(date.year(), year);
                }
            }
        }
    }
}
