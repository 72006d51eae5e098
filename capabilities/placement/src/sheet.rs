//! The mission sheet: the points that are left unsaid elsewhere and then hurt (seeds; lessons, "domain facts").
//!
//! Each point is settled in words, or openly left to be settled together by a date. A mission is proposed only with a
//! [`CompleteSheet`], which only a sheet without an unanswered point gives. Every change makes a new version, so that
//! a peer's yes is a yes to what the peer has read. Whom to call in need is never left open.

use std::collections::BTreeMap;

use passerelle_kernel::{Date, Id};

use crate::{mission::Mission, refusal::Refusal, stamp::Stamp, text};

codes! {
    /// A point that every sheet answers.
    pub enum Point {
        /// Whether the peer reads or writes in the computerised record.
        RecordAccess = "record-access",
        /// Whether the peer visits somebody's home alone.
        VisitsAlone = "visits-alone",
        /// How the person supported says yes to meeting a peer.
        Consent = "consent",
        /// Which information the peer and the team share, and for what.
        Sharing = "sharing",
        /// Which meetings of the team the peer joins.
        Meetings = "meetings",
        /// Who supervises, how often, on whose time.
        Supervision = "supervision",
        /// What is not the peer's task.
        Limits = "limits",
        /// Whom the peer calls in need, on each side.
        WhoToCall = "who-to-call",
    }
}

impl Point {
    /// Whether the point may be left to be settled together later.
    pub const fn may_stay_open(self) -> bool {
        !matches!(self, Self::WhoToCall)
    }
}

/// The answer to a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Settled, in these words.
    Settled {
        /// The words that the peer and the team read.
        words: String,
        /// Who wrote them.
        stamp: Stamp,
    },
    /// An open zone: to be settled together.
    Open {
        /// Until this day.
        by: Date,
        /// Who left it open.
        stamp: Stamp,
    },
}

/// The sheet of one mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The mission.
    pub mission: Id<Mission>,
    /// How often it was changed.
    pub version: u32,
    /// The answers so far.
    pub answers: BTreeMap<Point, Answer>,
}

impl Sheet {
    /// A sheet with every point unanswered.
    pub const fn blank(mission: Id<Mission>) -> Self {
        Self { mission, version: 0, answers: BTreeMap::new() }
    }

    /// Settles a point in words.
    ///
    /// # Errors
    /// Refused without words.
    pub fn settle(self, point: Point, words: &str, stamp: Stamp) -> Result<Self, Refusal> {
        let words = text::said(words, text::SENTENCES)?;
        Ok(self.with(point, Answer::Settled { words, stamp }))
    }

    /// Leaves a point to be settled together until `by`.
    ///
    /// # Errors
    /// Refused for a point that may not stay open, and when the day is not ahead.
    pub fn leave_open(self, point: Point, by: Date, today: Date, stamp: Stamp) -> Result<Self, Refusal> {
        if !point.may_stay_open() {
            return Err(Refusal::PointMustBeSettled);
        }
        if by <= today {
            return Err(Refusal::DateNotAhead);
        }
        Ok(self.with(point, Answer::Open { by, stamp }))
    }

    /// The same sheet after the mission has changed: a yes to what it was before has to be given again.
    #[must_use]
    pub fn renewed(self) -> Self {
        Self { version: self.version.saturating_add(1), ..self }
    }

    fn with(mut self, point: Point, answer: Answer) -> Self {
        self.answers.insert(point, answer);
        self.renewed()
    }

    /// The points without an answer.
    pub fn missing(&self) -> Vec<Point> {
        Point::ALL.iter().copied().filter(|point| !self.answers.contains_key(point)).collect()
    }

    /// The open points whose day is over.
    pub fn overdue(&self, today: Date) -> Vec<Point> {
        let over = |answer: &Answer| matches!(answer, Answer::Open { by, .. } if *by < today);
        self.answers.iter().filter(|(_, answer)| over(answer)).map(|(point, _)| *point).collect()
    }

    /// The proof that every point has an answer.
    ///
    /// # Errors
    /// Refused while one has none.
    pub fn complete(&self) -> Result<CompleteSheet<'_>, Refusal> {
        if self.missing().is_empty() { Ok(CompleteSheet(self)) } else { Err(Refusal::SheetIncomplete) }
    }
}

/// A sheet on which every point has an answer.
#[derive(Clone, Copy, Debug)]
pub struct CompleteSheet<'a>(&'a Sheet);

impl CompleteSheet<'_> {
    /// The mission.
    pub const fn mission(self) -> Id<Mission> {
        self.0.mission
    }

    /// The version that is complete.
    pub const fn version(self) -> u32 {
        self.0.version
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::samples::{day, id, stamp};

    /// A sheet of mission `n` with every point settled.
    pub(crate) fn full(n: u64) -> Sheet {
        Point::ALL.iter().fold(Sheet::blank(id(n)), |sheet, point| {
            sheet.settle(*point, "Dit ensemble", stamp(9, "2026-11-20")).unwrap()
        })
    }

    #[test]
    fn a_sheet_is_complete_only_when_every_point_has_an_answer() {
        for left_out in Point::ALL {
            let mut sheet = full(1);
            sheet.answers.remove(left_out);
            assert_eq!(sheet.missing(), [*left_out]);
            assert_eq!(sheet.complete().err(), Some(Refusal::SheetIncomplete), "{left_out:?}");
        }
        assert_eq!(full(1).complete().unwrap().version(), 8);
    }

    #[test]
    fn a_point_may_stay_open_until_a_day_ahead_except_whom_to_call() {
        let today = day("2026-11-20");
        let open = |point, by| full(1).leave_open(point, day(by), today, stamp(9, "2026-11-20"));
        let sheet = open(Point::VisitsAlone, "2026-12-20").unwrap();
        assert!(sheet.complete().is_ok());
        assert_eq!(sheet.overdue(day("2026-12-20")), []);
        assert_eq!(sheet.overdue(day("2026-12-21")), [Point::VisitsAlone]);
        assert_eq!(open(Point::VisitsAlone, "2026-11-20"), Err(Refusal::DateNotAhead));
        assert_eq!(open(Point::WhoToCall, "2026-12-20"), Err(Refusal::PointMustBeSettled));
        assert_eq!(full(1).settle(Point::Limits, "  ", stamp(9, "2026-11-20")), Err(Refusal::TextMissing));
    }
}
