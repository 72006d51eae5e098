//! The only door to the present moment.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Tells the time: the machine's, or one that a test or the demonstration holds still and moves.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// A clock that moves only when told.
    Held(Arc<Mutex<Timestamp>>),
}

impl Clock {
    /// A clock that stands still at `now`.
    pub fn held(now: Timestamp) -> Self {
        Self::Held(Arc::new(Mutex::new(now)))
    }

    /// The present instant, to the millisecond (what the store keeps).
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    pub fn now(&self) -> Timestamp {
        let now = match self {
            Self::System => Timestamp::now(),
            Self::Held(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        };
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// Today's date for people who live in `zone`.
    pub fn today(&self, zone: &TimeZone) -> Date {
        self.now().to_zoned(zone.clone()).date()
    }

    /// Moves a held clock to `instant`; the machine's clock is left alone.
    pub fn set(&self, instant: Timestamp) {
        if let Self::Held(at) = self {
            *at.lock().unwrap_or_else(PoisonError::into_inner) = instant;
        }
    }

    /// Moves a held clock by `span` of hours, minutes or seconds; the machine's clock is left alone.
    pub fn advance(&self, by: jiff::SignedDuration) {
        if let Self::Held(at) = self {
            let mut at = at.lock().unwrap_or_else(PoisonError::into_inner);
            *at = at.checked_add(by).unwrap_or(*at);
        }
    }
}
