//! Texts of people in a calendar feed: they end no line and begin no event.

use jiff::civil::date;
use passerelle_documents::{Feed, Slot, write_calendar};
use passerelle_kernel::Timestamp;

use crate::{Target, texts};

pub(crate) const TARGET: Target = Target { name: "calendar", run, seeds };

fn seeds() -> Vec<Vec<u8>> {
    texts([
        "Accueil, écoute; réunion|Rue des Pairs\\12|Europe/Paris|Missions",
        "a\r\nEND:VEVENT\r\nBEGIN:VALARM|b\u{2028}c\u{85}|UTC|\u{feff}",
        "Une longue ligne, avec des accents é à ù œ, qui dépasse septante-cinq octets et qui ne finit pas là|||",
    ])
}

fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut pieces = text.split('|').map(str::to_owned);
    let mut piece = || pieces.next().unwrap_or_default();
    let (summary, location, zone, name, description) = (piece(), piece(), piece(), piece(), piece());
    let slot = Slot {
        uid: "slot-1@example.org".into(),
        summary,
        description: Some(description),
        location: Some(location),
        starts: date(2026, 10, 6).at(9, 0, 0, 0),
        ends: date(2026, 10, 6).at(12, 30, 0, 0),
        weekly_until: Some(date(2026, 12, 15)),
        exceptions: vec![date(2026, 11, 3)],
        version: 1,
        changed_at: Timestamp::UNIX_EPOCH,
    };
    let written = write_calendar(&Feed { name, zone, slots: vec![slot] });
    let begun: Vec<&str> = written.split("\r\n").filter(|line| line.starts_with("BEGIN:")).collect();
    let ours = ["BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "BEGIN:STANDARD", "BEGIN:DAYLIGHT", "BEGIN:VEVENT"];
    assert!(begun.iter().all(|line| ours.contains(line)), "{written}");
    assert_eq!(begun.iter().filter(|line| **line == "BEGIN:VEVENT").count(), 1, "{written}");
    for line in written.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(char::is_control), "{line:?}");
    }
}
