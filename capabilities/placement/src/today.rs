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
mod tests;
