//! Entries age: each says when somebody last said that it is right, and becomes visibly old; none disappears by itself.

use passerelle_kernel::Timestamp;

codes! {
    /// What can be said to be right.
    pub enum EntryKind {
        /// An organisation: address, numbers, website.
        Organisation = "organisation",
        /// The description of an association.
        Description = "description",
        /// A published way to reach an organisation or a team.
        Contact = "contact",
    }
}

/// How old an entry is to its readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Nobody has ever said that it is right.
    Never,
    /// Somebody said so not long ago.
    Fresh(Timestamp),
    /// Nobody has said so for longer than the configuration accepts.
    Old(Timestamp),
}

/// A day in milliseconds.
pub(crate) const DAY: i64 = 86_400_000;

impl Age {
    /// The age now of something confirmed then; it is old after `days`.
    pub fn of(confirmed_at: Option<Timestamp>, now: Timestamp, days: i64) -> Self {
        match confirmed_at {
            None => Self::Never,
            Some(at) if now.as_millisecond() - at.as_millisecond() >= days.saturating_mul(DAY) => Self::Old(at),
            Some(at) => Self::Fresh(at),
        }
    }

    /// Whether its owner should look at it again.
    pub const fn is_old(self) -> bool {
        matches!(self, Self::Old(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_old_from_the_day_that_the_configuration_sets() {
        let at = |days: i64| Timestamp::from_millisecond(days * DAY).unwrap();
        assert_eq!(Age::of(None, at(9), 1), Age::Never);
        assert_eq!(Age::of(Some(at(10)), at(374), 365), Age::Fresh(at(10)));
        assert_eq!(Age::of(Some(at(10)), at(375), 365), Age::Old(at(10)));
        assert!(Age::of(Some(at(10)), at(12), 2).is_old());
    }
}
