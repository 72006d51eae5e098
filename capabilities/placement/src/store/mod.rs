//! All SQL of this capability: functions on `&mut Tx`, one file per noun.

pub(crate) mod absences;
pub(crate) mod agreements;
pub(crate) mod beyond;
pub(crate) mod candidates;
pub(crate) mod closings;
pub(crate) mod contracts;
pub(crate) mod declared;
pub(crate) mod easings;
pub(crate) mod formalities;
pub(crate) mod hires;
pub(crate) mod holidays;
pub(crate) mod hours;
pub(crate) mod invoices;
pub(crate) mod ledger;
pub(crate) mod missions;
pub(crate) mod near;
pub(crate) mod obstacles;
pub(crate) mod parties;
pub(crate) mod plannings;
pub(crate) mod preferences;
pub(crate) mod private_list;
pub(crate) mod proposals;
mod references;
pub(crate) mod remarks;
pub(crate) mod requests;
pub(crate) mod rota;
mod sealed;
pub(crate) mod search;
pub(crate) mod sheets;
pub(crate) mod signals;
pub(crate) mod slots;
pub(crate) mod swaps;
pub(crate) mod today;
pub(crate) mod weights;

use passerelle_store::Sql;

pub(crate) use references::REFERENCES;
pub(crate) use sealed::SEALED;

/// Every statement of this capability.
pub(crate) static STATEMENTS: &[&[&Sql]] = &[
    requests::STATEMENTS,
    requests::LIST_STATEMENTS,
    remarks::STATEMENTS,
    missions::STATEMENTS,
    obstacles::STATEMENTS,
    parties::STATEMENTS,
    missions::list::STATEMENTS,
    sheets::STATEMENTS,
    proposals::STATEMENTS,
    slots::STATEMENTS,
    easings::STATEMENTS,
    rota::STATEMENTS,
    formalities::STATEMENTS,
    hires::STATEMENTS,
    candidates::STATEMENTS,
    preferences::STATEMENTS,
    private_list::STATEMENTS,
    absences::STATEMENTS,
    holidays::STATEMENTS,
    swaps::STATEMENTS,
    closings::STATEMENTS,
    plannings::STATEMENTS,
    contracts::STATEMENTS,
    hours::STATEMENTS,
    hours::around::STATEMENTS,
    hours::each::STATEMENTS,
    hours::lists::STATEMENTS,
    beyond::STATEMENTS,
    today::STATEMENTS,
    today::house::STATEMENTS,
    today::institution::STATEMENTS,
    agreements::STATEMENTS,
    agreements::list::STATEMENTS,
    agreements::ready::STATEMENTS,
    invoices::STATEMENTS,
    invoices::list::STATEMENTS,
    invoices::dispatches::STATEMENTS,
    ledger::STATEMENTS,
    signals::STATEMENTS,
    signals::pictures::STATEMENTS,
    search::STATEMENTS,
    weights::STATEMENTS,
    near::STATEMENTS,
];
