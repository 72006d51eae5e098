//! Why something is refused: one variant per reason, each with the key of its words.
//!
//! The words are in the translations, under `placement-refusal-…`; they say what happened, what is kept and what to do.

use std::fmt;

use passerelle_kernel::{Date, Time};

macro_rules! refusals {
    ($($(#[$doc:meta])* $variant:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty),+ })? = $code:literal),+ $(,)?) => {
        /// A reason to refuse, for a person to read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Refusal { $($(#[$doc])* $variant $({ $($(#[$field_doc])* $field: $type),+ })?),+ }

        impl Refusal {
            /// Every key, for the test that each has its words.
            pub const KEYS: &'static [&'static str] = &[$(concat!("placement-refusal-", $code)),+];

            /// The key of its words.
            pub const fn key(&self) -> &'static str {
                match self { $(Self::$variant { .. } => concat!("placement-refusal-", $code)),+ }
            }
        }
    };
}

refusals! {
    // Forms.
    /// Nothing is written where words are needed.
    TextMissing = "text-missing",
    /// Too much is written.
    TextTooLong = "text-too-long",
    /// Nothing is chosen.
    ChoiceMissing = "choice-missing",
    /// The address of electronic mail cannot be one.
    AddressUnreadable = "address-unreadable",
    /// The code names no language.
    LanguageUnknown = "language-unknown",
    /// The coordinates are not on earth.
    PlaceUnreadable = "place-unreadable",
    /// The last day is before the first.
    DatesTurnedRound = "dates-turned-round",
    /// The day must be after today.
    DateNotAhead = "date-not-ahead",
    /// The day must not be after today.
    DateInTheFuture = "date-in-the-future",
    /// The invoice was not sent before its own date.
    SentBeforeIssued = "sent-before-issued",
    /// The amount is negative, nothing, or beyond belief.
    AmountOutOfRange = "amount-out-of-range",
    /// The minutes are nothing, negative, or more than a day.
    MinutesOutOfRange = "minutes-out-of-range",
    /// It belongs to somebody else.
    NotYours = "not-yours",
    /// Only a person with an account may do this.
    AccountNeeded = "account-needed",
    /// There is no room for another place on the private list.
    ListFull = "list-full",

    // Books.
    /// The days lie in two years.
    DaysOfTwoYears = "days-of-two-years",
    /// There are more invoices than a file takes.
    LedgerTooLong = "ledger-too-long",
    /// An account is not a number of three to ten digits.
    AccountUnreadable = "account-unreadable",

    // Before the first day.
    /// Something that blocks has not been done.
    FormalityOpen = "formality-open",

    // Less this month.
    /// No time is left this month that could be left out.
    NothingToEase = "nothing-to-ease",

    // Days away.
    /// The first day is over.
    AwayInThePast = "away-in-the-past",
    /// More than a year at once.
    AwayTooLong = "away-too-long",
    /// One of the days was said already.
    AwayAlready = "away-already",
    /// The days are over.
    AwayOver = "away-over",
    /// The peer is away on that day.
    AwayThatDay = "away-that-day",

    // Swaps.
    /// The time, or the moment instead, is over.
    SwapInThePast = "swap-in-the-past",
    /// The team has not answered what was proposed for this time.
    SwapWaits = "swap-waits",

    // Closing a month.
    /// The month is closed for all.
    MonthClosed = "month-closed",
    /// The month is not over.
    MonthNotOver = "month-not-over",
    /// Hours of the month are not done.
    MonthStillOpen = "month-still-open",
    /// The month is open.
    MonthNotClosed = "month-not-closed",

    // Requests.
    /// Less than half an hour or more than a full week of work.
    HoursAWeekOutOfRange = "hours-a-week-out-of-range",
    /// Less than one month or more than three years.
    LengthOutOfRange = "length-out-of-range",
    /// The last day on which the work could begin is over.
    StartIsPast = "start-is-past",
    /// The request is still a draft.
    RequestNotSent = "request-not-sent",
    /// The request has been sent.
    RequestSent = "request-sent",
    /// The request has changed since the page was opened.
    RequestChanged = "request-changed",
    /// The request is accepted, declined or withdrawn.
    RequestDecided = "request-decided",
    /// The request is not accepted.
    RequestNotAccepted = "request-not-accepted",
    /// The team of the request is not matched with one of the directory.
    TeamNotMatched = "team-not-matched",

    // Missions, sheets and proposals.
    /// A point of the sheet has no answer.
    SheetIncomplete = "sheet-incomplete",
    /// The sheet has changed since the peer's yes.
    SheetChanged = "sheet-changed",
    /// This point may not stay open.
    PointMustBeSettled = "point-must-be-settled",
    /// It is about another mission.
    OtherMission = "other-mission",
    /// The mission has its peer.
    MissionTaken = "mission-taken",
    /// The mission has been proposed to nobody.
    MissionNotProposed = "mission-not-proposed",
    /// The mission has no peer, or has begun.
    MissionNotAgreed = "mission-not-agreed",
    /// The mission does not run.
    MissionNotRunning = "mission-not-running",
    /// The mission has ended.
    MissionEnded = "mission-ended",
    /// Somebody has changed it since the page was opened.
    ChangedMeanwhile = "changed-meanwhile",
    /// Another mission answers the request already.
    MissionOpenAlready = "mission-open-already",
    /// The mission cannot be proposed to this peer; there is never another word.
    DoesNotFit = "does-not-fit",
    /// Something that is the peer's own keeps the mission away: a choice, or another mission at the same time.
    OwnChoices = "own-choices",
    /// The peer does not want so many hours a week at that time.
    NotFree = "not-free",
    /// There is no yes to agree.
    NoYes = "no-yes",
    /// The proposal is agreed or closed.
    ProposalOver = "proposal-over",

    /// The hours hoped for are less than half an hour, or more than the ceiling.
    MoreThanCeiling = "more-than-ceiling",

    // Slots.
    /// It would overlap with another time of the peer.
    Clash {
        /// The day.
        on: Date,
        /// When the overlap begins.
        at: Time
    } = "clash",
    /// The slot never takes place during the mission.
    NeverInMission = "never-in-mission",
    /// The slot does not take place on this day.
    NoSlotThatDay = "no-slot-that-day",
    /// The day is not one of the mission.
    OutsideMission = "outside-mission",

    // Hours.
    /// The day is more than a year ago.
    TooLongAgo = "too-long-ago",
    /// The day would have more than 24 hours of work.
    MoreThanADay = "more-than-a-day",
    /// A correction would leave less than nothing.
    LessThanNothing = "less-than-nothing",
    /// Hours are recorded in that week.
    HoursThatWeek = "hours-that-week",
    /// Nobody signs their own hours.
    OwnHours = "own-hours",
    /// The hours are not confirmed.
    HoursNotConfirmed = "hours-not-confirmed",
    /// The hours are confirmed.
    HoursConfirmed = "hours-confirmed",
    /// The hours are not approved: they can simply be changed.
    HoursNotApproved = "hours-not-approved",
    /// The hours are approved and never change; a correction is a new entry.
    HoursApproved = "hours-approved",
    /// The hours wait for the peer's answer.
    HoursReturned = "hours-returned",
    /// A correction is not changed: it is taken back and made again.
    CorrectionFixed = "correction-fixed",
    /// A correction is not corrected: the first entry is, once more.
    CorrectTheOriginal = "correct-the-original",
    /// The hours of a contract are less than nothing, or more than the law lets.
    ContractOutOfRange = "contract-out-of-range",
    /// Nothing waits in this month.
    NothingWaits = "nothing-waits",
    /// Nobody of the team is known who could confirm.
    NobodyConfirms = "nobody-confirms",

    // Beyond the charter.
    /// Nobody answers their own question.
    OwnQuestion = "own-question",
    /// It has its answer.
    AlreadyAnswered = "already-answered",
    /// It was taken back.
    AlreadyWithdrawn = "already-withdrawn",

    // Vigilance.
    /// The coordination cannot see it yet.
    SignalNotOpen = "signal-not-open",
    /// It comes from several associations together: neither is told.
    SignalOfSeveral = "signal-of-several",

    // Direct hire.
    /// The kind of contract says nothing, and no words do.
    HireUnsaid = "hire-unsaid",
    /// The contract would begin before the mission.
    HireBeforeMission = "hire-before-mission",

    // Agreements and invoices.
    /// Lending at cost does not go above wages, contributions and expenses.
    AboveCost = "above-cost",
    /// More days to pay than the law allows.
    PaymentDaysOutOfRange = "payment-days-out-of-range",
    /// More days of notice than a year has.
    NoticeDaysOutOfRange = "notice-days-out-of-range",
    /// It belongs to another agreement or association.
    OtherAgreement = "other-agreement",
    /// There is nothing to invoice.
    NothingToInvoice = "nothing-to-invoice",
    /// The number or its prefix has a character that invoices cannot have, or too many.
    NumberUnreadable = "number-unreadable",
    /// The date is before that of the last invoice.
    BeforeLastInvoice = "before-last-invoice",
    /// The invoice has been credited.
    AlreadyCredited = "already-credited",
    /// It is a credit note.
    IsCreditNote = "is-credit-note",
    /// The payment is more than what is due.
    MoreThanDue = "more-than-due",
    /// Somebody has changed the agreement since the page was opened.
    AgreementChanged = "agreement-changed",
    /// A mission is not one of this association with this institution.
    MissionOfOthers = "mission-of-others",
    /// The hours, or a party, have changed since the preview.
    PreviewChanged = "preview-changed",
    /// A fact about the association or the institution is missing that an invoice needs.
    PartyIncomplete = "party-incomplete",
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl std::error::Error for Refusal {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_reason_has_a_key_of_its_own() {
        let keys: BTreeSet<_> = Refusal::KEYS.iter().collect();
        assert_eq!(keys.len(), Refusal::KEYS.len());
        let clash = Refusal::Clash { on: Date::MIN, at: Time::midnight() };
        assert_eq!(clash.to_string(), "placement-refusal-clash");
        assert!(keys.contains(&clash.key()));
    }
}
