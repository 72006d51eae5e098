//! Teams: the ward, service or mobile team of an institution in which a peer works.

use passerelle_kernel::{Date, Id};

use crate::{Name, Organisation, Point};

/// A team of an organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    /// Its id.
    pub id: Id<Team>,
    /// Whose team it is.
    pub organisation: Id<Organisation>,
    /// Its name, as people say it.
    pub name: Name,
    /// Its town, when it is not its organisation's.
    pub town: Option<String>,
    /// Where it is, when that is not where its organisation is.
    pub point: Option<Point>,
    /// Its last day, when it has been closed.
    pub closed_on: Option<Date>,
}

impl Team {
    /// Whether the team exists on that day.
    pub fn is_open(&self, on: Date) -> bool {
        self.closed_on.is_none_or(|last| on <= last)
    }

    /// Where the team works: its own place, else its organisation's.
    pub fn place(&self, organisation: &Organisation) -> Option<Point> {
        self.point.or(organisation.point)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_closed_team_is_open_up_to_its_last_day() {
        let name = Name::new("Équipe mobile").unwrap();
        let closed_on = Some(date(2026, 6, 30));
        let team = Team { id: Id::nil(), organisation: Id::nil(), name, town: None, point: None, closed_on };
        assert!(team.is_open(date(2026, 6, 30)));
        assert!(!team.is_open(date(2026, 7, 1)));
    }
}
