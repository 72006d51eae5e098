//! The pages: each parses, calls one action, renders or redirects.

mod absences;
mod agreements;
mod approvals;
mod ask;
mod beyond;
mod calendar;
mod closings;
mod confirmation;
mod contracts;
mod easing;
mod follow;
mod follow_link;
mod formalities;
mod home;
mod hours;
mod invoices;
mod ledger;
mod missions;
mod overtime;
mod own_files;
mod papers;
mod payments;
mod planning;
mod preferences;
mod proposals;
mod requests;
mod rota;
mod schedule;
mod sheets;
mod signals;
mod today;
mod weights;

pub(crate) use own_files::make as own_files;
pub use papers::mission_paper;
use passerelle_web::Routes;

pub(crate) use self::home::TAKERS;

/// Every route of this capability.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .and(home::routes())
        .and(ask::routes())
        .and(follow::routes())
        .and(follow_link::routes())
        .and(requests::routes())
        .and(missions::routes())
        .and(sheets::routes())
        .and(proposals::routes())
        .and(planning::routes())
        .and(schedule::routes())
        .and(rota::routes())
        .and(ledger::routes())
        .and(easing::routes())
        .and(formalities::routes())
        .and(calendar::routes())
        .and(preferences::routes())
        .and(hours::routes())
        .and(confirmation::routes())
        .and(contracts::routes())
        .and(absences::routes())
        .and(closings::routes())
        .and(approvals::routes())
        .and(beyond::routes())
        .and(signals::routes())
        .and(today::routes())
        .and(agreements::routes())
        .and(invoices::routes())
        .and(payments::routes())
        .and(papers::routes())
        .and(weights::routes())
}
