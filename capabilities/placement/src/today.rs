//! What waits for somebody, in the order of who is hurt most if it waits.
//!
//! The order is a rule and not a setting: a person left alone comes before a person's pay, pay before a chance that
//! passes, a chance before a word that is owed, a word before money between institutions, and all of that before what
//! can wait. Within one rank, what has waited longest comes first. Time moves things up, never down.

use passerelle_kernel::{Date, Id};
use passerelle_privacy::claim::Claim;
use passerelle_signing::{paper::Paper, signer::Signer};

use crate::{
    agreement::Agreement,
    beyond::Beyond,
    hours::Whom,
    invoice::Invoice,
    mission::Mission,
    outside::Team,
    period::{self, Days, Month, Week},
    proposal::Proposal,
    request::Request,
    sheet::Point,
    swap::Swap,
    vigilance::Signal,
};

codes! {
    /// What waiting does to somebody; the first is the worst.
    pub enum Hurt {
        /// A peer is left alone with something.
        Alone = "alone",
        /// A peer's hours may not be counted in time.
        Pay = "pay",
        /// A place or a peer may be lost.
        Chance = "chance",
        /// Somebody has been waiting for a word too long.
        Word = "word",
        /// Money is owed between institutions.
        Money = "money",
        /// Nobody is hurt yet.
        CanWait = "can-wait",
    }
}

/// What waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A request beyond the charter has no answer.
    Beyond(Id<Beyond>),
    /// Hours came back to the peer with a question.
    HoursReturned(Id<Mission>, Month),
    /// Hours wait for the referent.
    HoursToConfirm(Id<Mission>, Month),
    /// Hours wait for the coordinator.
    HoursToApprove(Id<Mission>, Month),
    /// Of a past week nothing is known.
    SilentWeek(Id<Mission>, Week),
    /// A slot of this day is over and nothing is recorded.
    SlotToRecord(Id<Mission>, Date),
    /// A time of the peer falls on a public holiday, this day, and nobody knows whether it takes place.
    HolidayToSay(Id<Mission>, Date),
    /// A peer proposes another moment for a time of this day.
    SwapToAnswer(Id<Swap>, Date),
    /// A peer has a proposal to answer, hopefully by this day.
    ProposalToAnswer(Id<Proposal>, Date),
    /// A peer said yes and waits for the agreement.
    YesToAgree(Id<Proposal>),
    /// A mission that should begin on this day has no peer.
    MissionWithoutPeer(Id<Mission>, Date),
    /// A point of a sheet should have been settled together by this day.
    PointOverdue(Id<Mission>, Point, Date),
    /// A request has no answer from the association.
    RequestToAnswer(Id<Request>),
    /// A request was accepted and has no mission yet.
    RequestToOpen(Id<Request>),
    /// The association has asked a team about its request and waits for the answer.
    QuestionToAnswer(Id<Request>),
    /// A request of the institution is with the association.
    RequestWithAssociation(Id<Request>),
    /// A mission ends on this day.
    MissionEnds(Id<Mission>, Date),
    /// Hours of this month, and perhaps later ones, wait for the referents of a team.
    TeamToConfirm(Id<Team>, Month),
    /// Hours of a month that is over are not all approved.
    MonthToClose(Month),
    /// An invoice is to be made for these days.
    InvoiceToMake(Id<Agreement>, Days),
    /// An invoice was issued and nobody has sent it.
    InvoiceToSend(Id<Invoice>),
    /// An invoice is to be paid until this day.
    InvoiceToPay(Id<Invoice>, Date),
    /// People were invited and have never come.
    NeverCame,
    /// People are entered and have never had a role.
    WithoutRole,
    /// An import waits for a word, or has stopped.
    ImportWaits,
    /// Somebody has asked something about their own data; law wants an answer by this day.
    ClaimToAnswer(Id<Claim>, Date),
    /// A paper waits for one's own signature.
    PaperToSign(Id<Signer>),
    /// Somebody has not answered whether they sign a paper, although they were reminded.
    PaperSilent(Id<Paper>),
    /// Somebody has said no to a paper.
    PaperDeclined(Id<Paper>),
    /// Something is noticed about the peer's weeks; from this day on the coordination sees it too, if ever.
    SignalToSee(Option<Date>),
    /// A signal is open to the coordination, and whether the peer has wished that.
    SignalOpen(Id<Signal>, bool),
}

impl What {
    /// For whom it waits.
    pub const fn whom(self) -> Whom {
        match self {
            Self::HoursReturned(..)
            | Self::SilentWeek(..)
            | Self::SlotToRecord(..)
            | Self::HolidayToSay(..)
            | Self::ProposalToAnswer(..)
            | Self::SignalToSee(_) => Whom::Peer,
            Self::HoursToConfirm(..) | Self::TeamToConfirm(..) | Self::SwapToAnswer(..) | Self::QuestionToAnswer(_) => {
                Whom::Referent
            }
            _ => Whom::Coordinator,
        }
    }
}

/// Something that waits, since a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What.
    pub what: What,
    /// Since when.
    pub since: Date,
}

/// Days before the end of a month from which unapproved hours of that month endanger the pay.
const MONTH_END: i32 = 5;
/// Days before the hoped-for answer from which a proposal is nearly over.
const NEARLY_OVER: i32 = 2;
/// Days before the first day from which a mission without a peer is in danger.
const BEGINS_SOON: i32 = 14;
/// Days before the day of law from which an answer about somebody's data is owed.
const ANSWER_SOON: i32 = 14;
/// Days after which a word has been owed too long.
const WORD_OWED: i32 = 3;

impl Waiting {
    /// What waiting does, today.
    pub fn hurt(&self, today: Date) -> Hurt {
        let from = |date, days, hurt| if period::later(date, days) <= today { hurt } else { Hurt::CanWait };
        match self.what {
            What::Beyond(_) | What::SignalOpen(_, true) => Hurt::Alone,
            What::HoursReturned(..) => Hurt::Pay,
            What::HoursToConfirm(_, month)
            | What::HoursToApprove(_, month)
            | What::TeamToConfirm(_, month)
            | What::MonthToClose(month) => from(month.days().last(), -MONTH_END, Hurt::Pay),
            What::ProposalToAnswer(_, by) => from(by, -NEARLY_OVER, Hurt::Chance),
            What::MissionWithoutPeer(_, begins) => from(begins, -BEGINS_SOON, Hurt::Chance),
            What::HolidayToSay(_, on) => from(on, -WORD_OWED, Hurt::Word),
            What::SwapToAnswer(_, on) => from(self.since.min(on), 1, Hurt::Word),
            What::YesToAgree(_) => from(self.since, WORD_OWED, Hurt::Chance),
            What::MissionEnds(_, until) => from(until, -BEGINS_SOON, Hurt::Chance),
            What::RequestToAnswer(_) | What::RequestToOpen(_) | What::QuestionToAnswer(_) => {
                from(self.since, WORD_OWED, Hurt::Word)
            }
            What::PointOverdue(_, _, by) => from(by, 1, Hurt::Word),
            What::ClaimToAnswer(_, due) => from(due, -ANSWER_SOON, Hurt::Word),
            What::PaperToSign(_) | What::SignalOpen(_, false) => from(self.since, WORD_OWED, Hurt::Word),
            What::SignalToSee(Some(by)) => from(by, -NEARLY_OVER, Hurt::Word),
            What::PaperSilent(_) | What::PaperDeclined(_) => Hurt::Word,
            What::InvoiceToSend(_) => from(self.since, 1, Hurt::Money),
            What::InvoiceToPay(_, due) => from(due, 1, Hurt::Money),
            What::InvoiceToMake(_, days) => from(days.last(), 1, Hurt::Money),
            What::SilentWeek(..)
            | What::SlotToRecord(..)
            | What::RequestWithAssociation(_)
            | What::SignalToSee(None)
            | What::NeverCame
            | What::WithoutRole
            | What::ImportWaits => Hurt::CanWait,
        }
    }
}

/// Puts the worst first; within one rank, what has waited longest. `waiting` tells what an item stands for.
pub fn in_order<T>(mut items: Vec<T>, today: Date, waiting: impl Fn(&T) -> Waiting) -> Vec<T> {
    items.sort_by_key(|item| (waiting(item).hurt(today), waiting(item).since));
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{day, id};
    use proptest::prelude::*;

    fn since(what: What, date: &str) -> Waiting {
        Waiting { what, since: day(date) }
    }

    fn november() -> Month {
        Month::parse("2026-11").unwrap()
    }

    #[test]
    fn the_worst_comes_first_however_long_the_rest_has_waited() {
        let today = day("2026-11-27");
        let expected = vec![
            since(What::Beyond(id(1)), "2026-11-27"),
            since(What::HoursReturned(id(1), november()), "2026-11-20"),
            since(What::HoursToApprove(id(1), november()), "2026-11-25"),
            since(What::MissionWithoutPeer(id(2), day("2026-12-01")), "2026-11-01"),
            since(What::ProposalToAnswer(id(1), day("2026-11-28")), "2026-11-21"),
            since(What::RequestToAnswer(id(1)), "2026-11-24"),
            since(What::InvoiceToPay(id(1), day("2026-09-30")), "2026-10-01"),
            since(What::SilentWeek(id(1), Week::of(day("2026-11-16"))), "2026-11-23"),
            since(What::RequestToAnswer(id(2)), "2026-11-26"),
        ];
        let mut shuffled = expected.clone();
        shuffled.reverse();
        assert_eq!(in_order(shuffled, today, |one| *one), expected);
    }

    #[test]
    fn things_move_up_on_their_day() {
        let turns = |what, began: &str, before: &str, on: &str, hurt| {
            let waiting = since(what, began);
            assert_eq!(waiting.hurt(day(before)), Hurt::CanWait, "{what:?}");
            assert_eq!(waiting.hurt(day(on)), hurt, "{what:?}");
        };
        let days = november().days();
        turns(What::HoursToConfirm(id(1), november()), "2026-11-03", "2026-11-24", "2026-11-25", Hurt::Pay);
        turns(What::HoursToApprove(id(1), november()), "2026-11-03", "2026-11-24", "2026-11-25", Hurt::Pay);
        turns(What::ProposalToAnswer(id(1), day("2026-11-29")), "2026-11-20", "2026-11-26", "2026-11-27", Hurt::Chance);
        turns(
            What::MissionWithoutPeer(id(1), day("2026-12-15")),
            "2026-11-01",
            "2026-11-30",
            "2026-12-01",
            Hurt::Chance,
        );
        turns(What::YesToAgree(id(1)), "2026-11-20", "2026-11-22", "2026-11-23", Hurt::Chance);
        turns(What::RequestToAnswer(id(1)), "2026-11-20", "2026-11-22", "2026-11-23", Hurt::Word);
        turns(What::RequestToOpen(id(1)), "2026-11-20", "2026-11-22", "2026-11-23", Hurt::Word);
        turns(What::ClaimToAnswer(id(1), day("2026-12-11")), "2026-11-11", "2026-11-26", "2026-11-27", Hurt::Word);
        turns(What::HolidayToSay(id(1), day("2026-11-11")), "2026-10-28", "2026-11-07", "2026-11-08", Hurt::Word);
        turns(What::SwapToAnswer(id(1), day("2026-11-30")), "2026-11-20", "2026-11-20", "2026-11-21", Hurt::Word);
        turns(What::SignalOpen(id(1), false), "2026-11-20", "2026-11-22", "2026-11-23", Hurt::Word);
        turns(What::SignalToSee(Some(day("2026-11-27"))), "2026-11-20", "2026-11-24", "2026-11-25", Hurt::Word);
        turns(What::PaperToSign(id(1)), "2026-11-20", "2026-11-22", "2026-11-23", Hurt::Word);
        assert_eq!(since(What::PaperSilent(id(1)), "2026-11-20").hurt(day("2026-11-20")), Hurt::Word);
        turns(What::MissionEnds(id(1), day("2026-12-15")), "2026-11-01", "2026-11-30", "2026-12-01", Hurt::Chance);
        turns(What::MonthToClose(november()), "2026-11-03", "2026-11-24", "2026-11-25", Hurt::Pay);
        turns(
            What::PointOverdue(id(1), Point::Limits, day("2026-11-20")),
            "2026-11-20",
            "2026-11-20",
            "2026-11-21",
            Hurt::Word,
        );
        turns(What::InvoiceToPay(id(1), day("2026-11-20")), "2026-11-20", "2026-11-20", "2026-11-21", Hurt::Money);
        turns(What::InvoiceToMake(id(1), days), "2026-11-30", "2026-11-30", "2026-12-01", Hurt::Money);
    }

    #[test]
    fn each_thing_waits_for_somebody() {
        assert_eq!(What::Beyond(id(1)).whom(), Whom::Coordinator);
        assert_eq!(What::HoursReturned(id(1), november()).whom(), Whom::Peer);
        assert_eq!(What::HoursToConfirm(id(1), november()).whom(), Whom::Referent);
        assert_eq!(What::HoursToApprove(id(1), november()).whom(), Whom::Coordinator);
    }

    fn any_waiting() -> impl Strategy<Value = Waiting> {
        (0usize..6, 0i32..90, 0i32..90).prop_map(|(kind, since, due)| {
            let (since, due) = (period::later(day("2026-10-01"), since), period::later(day("2026-10-01"), due));
            let what = match kind {
                0 => What::Beyond(id(1)),
                1 => What::HoursToApprove(id(1), Month::of(due)),
                2 => What::ProposalToAnswer(id(1), due),
                3 => What::RequestToAnswer(id(1)),
                4 => What::InvoiceToPay(id(1), due),
                _ => What::HoursReturned(id(1), Month::of(due)),
            };
            Waiting { what, since }
        })
    }

    proptest! {
        /// Nothing that waits becomes less urgent by waiting.
        #[test]
        fn time_moves_things_up_never_down(waiting in any_waiting(), today in 0i32..120, days in 0i32..60) {
            let today = period::later(day("2026-10-01"), today);
            prop_assert!(waiting.hurt(period::later(today, days)) <= waiting.hurt(today));
        }

        /// The order loses nothing, and nobody who is hurt more, or as much and for longer, comes after.
        #[test]
        fn the_order_is_by_hurt_then_by_time(all in prop::collection::vec(any_waiting(), 0..20)) {
            let today = day("2026-11-27");
            let ordered = in_order(all.clone(), today, |one| *one);
            prop_assert_eq!(ordered.len(), all.len());
            for pair in ordered.windows(2) {
                let (first, second) = (pair[0].hurt(today), pair[1].hurt(today));
                prop_assert!(first < second || first == second && pair[0].since <= pair[1].since);
            }
        }
    }
}
