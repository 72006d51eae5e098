//! Who may do what with requests, missions, hours and money. The only table of rights of this capability.
//!
//! `Association`: everything of the association in which the role is held. `Team`, `Institution`: what concerns the
//! team or the institution. `Own`: what is about the person. Nobody else sees anything (domain, rule 2).

use passerelle_access::{Rule, rule};

rule!(
    /// To read a request and its discussion.
    pub REQUEST_READ = "request-read": Coordinator Association, Admin Association, Head Institution, Referent Team);
rule!(
    /// To enter a request for a team, ask, accept, decline.
    pub REQUEST_MANAGE = "request-manage": Coordinator Association);
rule!(
    /// To read a mission, its sheet and its schedule.
    pub MISSION_READ = "mission-read": Coordinator Association, Admin Association, Treasurer Association,
        Head Institution, Referent Team, Peer Own);
rule!(
    /// To write the sheet, propose, agree, start, end; to keep the schedule.
    pub MISSION_MANAGE = "mission-manage": Coordinator Association);
rule!(
    /// To see who can take a mission, to propose it, to read the answers.
    pub PROPOSAL_MANAGE = "proposal-manage": Coordinator Association);
rule!(
    /// To choose what counts when the association looks for whom a mission suits.
    pub MATCHING = "matching": Coordinator Association);
rule!(
    /// To read and answer what is proposed to oneself.
    pub PROPOSAL_ANSWER = "proposal-answer": Peer Own);
rule!(
    /// To set one's own ceiling, languages, travel, and where one does not want to work.
    pub PREFERENCES = "preferences": Peer Own);
rule!(
    /// To keep the list of what has to be done before a first day.
    pub FORMALITIES = "formalities": Coordinator Association, Admin Association);
rule!(
    /// To leave out times of one's own missions, this month or while one is away, and to take them back.
    pub SCHEDULE_EASE = "schedule-ease": Peer Own);
rule!(
    /// To see first what is noticed about one's own weeks, to say something about it, to say that it is fine.
    pub SIGNAL_OWN = "signal-own": Peer Own);
rule!(
    /// To read what is noticed about a peer's weeks, once the peer had time to answer or wishes it.
    pub SIGNAL_READ = "signal-read": Coordinator Association);
rule!(
    /// To read recorded hours.
    pub HOURS_READ = "hours-read": Coordinator Association, Admin Association, Treasurer Association, Referent Team,
        Peer Own);
rule!(
    /// To know how many months of hours wait for each team's confirmation: numbers, and nobody's hours.
    pub HOURS_COUNT = "hours-count": Head Institution);
rule!(
    /// To record one's own hours, to say that a week was quiet.
    pub HOURS_RECORD = "hours-record": Peer Own);
rule!(
    /// To confirm the hours worked in one's team.
    pub HOURS_CONFIRM = "hours-confirm": Referent Team);
rule!(
    /// To approve confirmed hours, or send them back with a question.
    pub HOURS_APPROVE = "hours-approve": Coordinator Association);
rule!(
    /// To read a proposal to move one time of a mission.
    pub SWAP_READ = "swap-read": Coordinator Association, Referent Team, Peer Own);
rule!(
    /// To propose another moment for one time of one's own mission.
    pub SWAP_ASK = "swap-ask": Peer Own);
rule!(
    /// To say yes or no to another moment: the team, or the coordination for a team without an account.
    pub SWAP_ANSWER = "swap-answer": Referent Team, Coordinator Association);
rule!(
    /// To know on which days a peer is away.
    pub ABSENCE_READ = "absence-read": Coordinator Association, Peer Own);
rule!(
    /// To close a month for all of one's association, and to open it again.
    pub MONTH_CLOSE = "month-close": Coordinator Association);
rule!(
    /// To read how many hours a contract has, and which weeks go beyond it.
    pub CONTRACT_READ = "contract-read": Coordinator Association, Peer Own);
rule!(
    /// To set the hours of the contracts of one's association.
    pub CONTRACT_MANAGE = "contract-manage": Coordinator Association);
rule!(
    /// To pass on a request that is outside the charter.
    pub BEYOND_REPORT = "beyond-report": Peer Own);
rule!(
    /// To read requests outside the charter.
    pub BEYOND_READ = "beyond-read": Coordinator Association, Peer Own);
rule!(
    /// To answer the team in the peer's place.
    pub BEYOND_ANSWER = "beyond-answer": Coordinator Association);
rule!(
    /// To read an agreement with an institution.
    pub AGREEMENT_READ = "agreement-read": Coordinator Association, Admin Association, Treasurer Association,
        Head Institution);
rule!(
    /// To write an agreement.
    pub AGREEMENT_MANAGE = "agreement-manage": Coordinator Association, Treasurer Association);
rule!(
    /// To read invoices.
    pub INVOICE_READ = "invoice-read": Treasurer Association, Coordinator Association, Admin Association,
        Head Institution);
rule!(
    /// To issue and credit invoices and to record payments.
    pub INVOICE_MANAGE = "invoice-manage": Treasurer Association);
rule!(
    /// To take the books, and to choose the accounts in which they are kept.
    pub LEDGER = "ledger": Treasurer Association);

/// Every right of this capability, for the printed matrix.
pub const RULES: &[&Rule] = &[
    REQUEST_READ,
    REQUEST_MANAGE,
    MISSION_READ,
    MISSION_MANAGE,
    PROPOSAL_MANAGE,
    MATCHING,
    PROPOSAL_ANSWER,
    PREFERENCES,
    SCHEDULE_EASE,
    FORMALITIES,
    SIGNAL_OWN,
    SIGNAL_READ,
    HOURS_READ,
    HOURS_COUNT,
    HOURS_RECORD,
    HOURS_CONFIRM,
    HOURS_APPROVE,
    SWAP_READ,
    SWAP_ASK,
    SWAP_ANSWER,
    ABSENCE_READ,
    MONTH_CLOSE,
    CONTRACT_READ,
    CONTRACT_MANAGE,
    BEYOND_REPORT,
    BEYOND_READ,
    BEYOND_ANSWER,
    AGREEMENT_READ,
    AGREEMENT_MANAGE,
    INVOICE_READ,
    INVOICE_MANAGE,
    LEDGER,
];
