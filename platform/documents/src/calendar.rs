//! Calendar feeds (RFC 5545): weekly slots with their exceptions, in the time zone of the place.
//!
//! Times are local with a `VTIMEZONE`, so that nine o'clock stays nine o'clock when daylight saving changes.
//! The zone's changes are written one by one for the years of the feed: exact, and understood everywhere.
//! A slot keeps its `uid` for ever and raises its `version` whenever it changes.

use std::borrow::Cow;

use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};
use jiff::{
    SignedDuration,
    civil::{Date, DateTime},
    tz::{Offset, TimeZone},
};
use passerelle_kernel::Timestamp;

/// Bytes of a line without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// A feed that a calendar program subscribes to.
#[derive(Clone, Debug)]
pub struct Feed {
    /// Its name, in the reader's language.
    pub name: String,
    /// The IANA name of the zone of all slots; unknown names are written as UTC.
    pub zone: String,
    /// Its slots.
    pub slots: Vec<Slot>,
}

/// Something at a time, once or every week.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Never changes, unlike any other slot's anywhere.
    pub uid: String,
    /// What it is.
    pub summary: String,
    /// More about it.
    pub description: Option<String>,
    /// Where it is.
    pub location: Option<String>,
    /// Local start of the first one.
    pub starts: DateTime,
    /// Local end of the first one.
    pub ends: DateTime,
    /// The last day on which it may recur; once only without it.
    pub weekly_until: Option<Date>,
    /// The days on which it does not happen.
    pub exceptions: Vec<Date>,
    /// Raised with every change.
    pub version: u32,
    /// When it was last changed.
    pub changed_at: Timestamp,
}

/// The feed as text, lines ended and folded as the standard wants.
pub fn write(feed: &Feed) -> String {
    let zone = TimeZone::get(&feed.zone).unwrap_or(TimeZone::UTC);
    let name = zone.iana_name().unwrap_or("UTC").to_owned();
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Passerelle//Passerelle//FR"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    // Not `NAME` of RFC 7986 as well: the library writes it without escaping.
    calendar.append_property(Property::new("X-WR-CALNAME", plain(&feed.name)));
    for slot in &feed.slots {
        calendar.push(event(slot, &zone, &name));
    }
    // The library would give the zone an identifier and the present time, which the standard does not allow.
    let zone = time_zone(&feed.slots, &zone, &name).unwrap_or_default();
    let written = calendar.to_string().replacen("\r\nBEGIN:VEVENT\r\n", &format!("\r\n{zone}BEGIN:VEVENT\r\n"), 1);
    written.split_inclusive("\r\n").map(folded).collect()
}

/// The library forgets the space when it folds for the last time: that line may be a byte too long.
fn folded(line: &str) -> Cow<'_, str> {
    let content = line.strip_suffix("\r\n").unwrap_or(line);
    match content.char_indices().next_back() {
        Some((at, last)) if at + last.len_utf8() > LONGEST_LINE => {
            let (head, tail) = line.split_at(at);
            Cow::Owned(format!("{head}\r\n {tail}"))
        }
        _ => Cow::Borrowed(line),
    }
}

/// Text without characters that would end a line or that no reader expects.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

fn event(slot: &Slot, zone: &TimeZone, name: &str) -> Event {
    let local = |key: &str, value: String| Property::new(key, value).add_parameter("TZID", name).done();
    let mut event = Event::with_uid(&slot.uid);
    event
        .summary(&plain(&slot.summary))
        .add_property("DTSTAMP", utc(slot.changed_at))
        .add_property("LAST-MODIFIED", utc(slot.changed_at))
        .add_property("SEQUENCE", slot.version.to_string())
        .append_property(local("DTSTART", digits(slot.starts)))
        .append_property(local("DTEND", digits(slot.ends)));
    if let Some(text) = &slot.description {
        event.description(&plain(text));
    }
    if let Some(place) = &slot.location {
        event.location(&plain(place));
    }
    if let Some(last) = slot.weekly_until {
        let end = last.at(23, 59, 59, 0).to_zoned(zone.clone()).map_or(slot.changed_at, |end| end.timestamp());
        event.add_property("RRULE", format!("FREQ=WEEKLY;UNTIL={}", utc(end)));
    }
    for day in &slot.exceptions {
        event.append_multi_property(local("EXDATE", digits(day.to_datetime(slot.starts.time()))));
    }
    event.done()
}

/// The zone's offsets from the first slot to the last; nothing when there is no slot.
fn time_zone(slots: &[Slot], zone: &TimeZone, name: &str) -> Option<String> {
    let first = slots.iter().map(|slot| slot.starts).min()?;
    let ends = slots.iter().map(|slot| slot.weekly_until.map_or(slot.ends, |day| day.at(23, 59, 59, 0)));
    let instant = |at: DateTime| at.to_zoned(zone.clone()).ok().map(|at| at.timestamp());
    let (from, to) = (instant(first)?, instant(ends.max()?)?);
    let in_force = zone.preceding(from).next().map_or(Timestamp::UNIX_EPOCH, |change| change.timestamp());
    let later = zone.following(from).map(|change| change.timestamp()).take_while(|change| *change <= to);
    let changes: String = std::iter::once(in_force).chain(later).map(|at| observance(zone, at)).collect();
    Some(format!("BEGIN:VTIMEZONE\r\nTZID:{name}\r\n{changes}END:VTIMEZONE\r\n"))
}

/// The offset that the zone takes at this instant; the start is told in the local time before it.
fn observance(zone: &TimeZone, at: Timestamp) -> String {
    let before = zone.to_offset(at - SignedDuration::from_secs(1));
    let after = zone.to_offset_info(at);
    let kind = if after.dst().is_dst() { "DAYLIGHT" } else { "STANDARD" };
    let start = digits(before.to_datetime(at));
    let (from, to) = (hours(before), hours(after.offset()));
    format!("BEGIN:{kind}\r\nDTSTART:{start}\r\nTZOFFSETFROM:{from}\r\nTZOFFSETTO:{to}\r\nEND:{kind}\r\n")
}

fn hours(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn digits(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use icalendar::parser::{read_calendar, unfold};
    use jiff::civil::date;

    use super::*;

    fn slot() -> Slot {
        Slot {
            uid: "slot-1@example.org".into(),
            summary: "Accueil, écoute; réunion".into(),
            description: Some(
                "Une longue ligne, avec des accents é à ù œ, qui dépasse septante-cinq octets\r\net finit".into(),
            ),
            location: None,
            starts: date(2026, 10, 6).at(9, 0, 0, 0),
            ends: date(2026, 10, 6).at(12, 30, 0, 0),
            weekly_until: Some(date(2026, 12, 15)),
            exceptions: vec![date(2026, 11, 3), date(2026, 11, 10)],
            version: 3,
            changed_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn feed(slots: Vec<Slot>) -> Feed {
        Feed { name: "Missions, équipe\r\nBEGIN:VEVENT".into(), zone: "Europe/Paris".into(), slots }
    }

    /// The values of a property, in all events.
    fn values(text: &str, key: &str) -> Vec<String> {
        let unfolded = unfold(text);
        let calendar = read_calendar(&unfolded).unwrap();
        let events = calendar.components.iter().filter(|part| part.name == "VEVENT");
        let properties = events.flat_map(|event| &event.properties).filter(|property| property.name == key);
        properties.map(|property| property.val.to_string()).collect()
    }

    #[test]
    fn a_weekly_slot_reads_back_with_its_exceptions() {
        let text = write(&feed(vec![slot()]));
        assert_eq!(values(&text, "DTSTART"), ["20261006T090000"]);
        assert_eq!(values(&text, "RRULE"), ["FREQ=WEEKLY;UNTIL=20261215T225959Z"]);
        assert_eq!(values(&text, "EXDATE"), ["20261103T090000", "20261110T090000"]);
        assert_eq!(values(&text, "SEQUENCE"), ["3"]);
        assert_eq!(values(&text, "SUMMARY"), ["Accueil, écoute; réunion"]);
    }

    #[test]
    fn the_zone_tells_the_offset_in_force_and_each_change() {
        let text = write(&feed(vec![slot()]));
        let zone = text.split("\r\nBEGIN:VEVENT\r\n").next().unwrap();
        assert_eq!(zone.matches("BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100").count(), 1);
        assert_eq!(zone.matches("BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200").count(), 1);
        assert_eq!(zone.matches("TZOFFSETTO").count(), 2);
        assert!(!zone.contains("DTSTAMP"));
    }

    #[test]
    fn the_same_feed_gives_the_same_text() {
        assert_eq!(write(&feed(vec![slot()])), write(&feed(vec![slot()])));
    }

    #[test]
    fn lines_are_short_and_texts_cannot_end_them() {
        let text = write(&feed(vec![slot()]));
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{text}");
        assert_eq!(text.split("\r\n").filter(|line| *line == "BEGIN:VEVENT").count(), 1);
    }

    #[test]
    fn lines_of_every_length_are_folded_and_read_back() {
        for letter in ["L", "é", "老"] {
            for length in 50..250 {
                let summary = letter.repeat(length);
                let text = write(&feed(vec![Slot { summary: summary.clone(), ..slot() }]));
                assert!(text.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{text}");
                assert_eq!(values(&text, "SUMMARY"), [summary]);
            }
        }
    }

    #[test]
    fn a_single_slot_does_not_recur_and_an_empty_feed_is_a_calendar() {
        let once = Slot { weekly_until: None, exceptions: Vec::new(), ..slot() };
        assert_eq!(values(&write(&feed(vec![once])), "RRULE"), Vec::<String>::new());
        assert!(write(&feed(Vec::new())).ends_with("END:VCALENDAR\r\n"));
    }
}
