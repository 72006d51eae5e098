//! A calendar across the end of daylight saving time, with days off.

use jiff::civil::date;
use passerelle_documents::{Feed, Slot};

use crate::now;

pub fn feed() -> Feed {
    let slot = |uid: &str, summary: &str, day: i8, hour: i8| Slot {
        uid: uid.into(),
        summary: summary.into(),
        description: Some("Accueil, puis réunion d’équipe ; à confirmer avec la référente, Mme Œuvrard".into()),
        location: Some("CMP Les Tilleuls, 12 rue des Tilleuls, Marseille".into()),
        starts: date(2026, 9, day).at(hour, 0, 0, 0),
        ends: date(2026, 9, day).at(hour + 3, 30, 0, 0),
        weekly_until: Some(date(2027, 6, 30)),
        exceptions: vec![date(2026, 11, 3), date(2026, 12, 22)],
        version: 2,
        changed_at: now(),
    };
    Feed {
        name: "Mes missions".into(),
        zone: "Europe/Paris".into(),
        slots: vec![
            slot("slot-1@passerelle", "Pair-aidance : CMP Les Tilleuls", 1, 9),
            slot("slot-2@passerelle", "Médiation", 3, 14),
        ],
    }
}
