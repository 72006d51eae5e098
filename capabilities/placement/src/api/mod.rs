//! What programs read and do of placement: the lists, records and actions of the pages, under the same rules.
//!
//! Nothing is told here that the page of the same record does not tell the same person.

mod agreements;
mod ask;
mod hours;
mod invoices;
mod missions;
mod notices;
mod record;
mod requests;

pub(crate) use notices::NOTICES;
use passerelle_access::Ability;
use passerelle_kernel::Date;
use passerelle_web::{
    Routes,
    api::{Problem, Wrong},
};
use utoipa::openapi::{
    RefOr,
    schema::{ObjectBuilder, Schema, Type},
};

use crate::{access, code::Code, refusal::Refusal};

const REQUESTS_READ: &Ability =
    &Ability { name: "requests:read", key: "placement-ability-requests-read", rules: &[access::REQUEST_READ] };
const REQUESTS_WRITE: &Ability =
    &Ability { name: "requests:write", key: "placement-ability-requests-write", rules: &[access::REQUEST_MANAGE] };
const MISSIONS_READ: &Ability =
    &Ability { name: "missions:read", key: "placement-ability-missions-read", rules: &[access::MISSION_READ] };
const MISSIONS_WRITE: &Ability =
    &Ability { name: "missions:write", key: "placement-ability-missions-write", rules: &[access::MISSION_MANAGE] };
const HOURS_READ: &Ability =
    &Ability { name: "hours:read", key: "placement-ability-hours-read", rules: &[access::HOURS_READ] };
const HOURS_WRITE: &Ability =
    &Ability { name: "hours:write", key: "placement-ability-hours-write", rules: &[access::HOURS_RECORD] };
const HOURS_SIGN: &Ability = &Ability {
    name: "hours:sign",
    key: "placement-ability-hours-sign",
    rules: &[access::HOURS_CONFIRM, access::HOURS_APPROVE],
};
const AGREEMENTS_READ: &Ability =
    &Ability { name: "agreements:read", key: "placement-ability-agreements-read", rules: &[access::AGREEMENT_READ] };
const AGREEMENTS_WRITE: &Ability = &Ability {
    name: "agreements:write",
    key: "placement-ability-agreements-write",
    rules: &[access::AGREEMENT_MANAGE],
};
const INVOICES_READ: &Ability =
    &Ability { name: "invoices:read", key: "placement-ability-invoices-read", rules: &[access::INVOICE_READ] };
const INVOICES_WRITE: &Ability =
    &Ability { name: "invoices:write", key: "placement-ability-invoices-write", rules: &[access::INVOICE_MANAGE] };

/// What a token may let a program do here.
pub(crate) const ABILITIES: &[&Ability] = &[
    REQUESTS_READ,
    REQUESTS_WRITE,
    MISSIONS_READ,
    MISSIONS_WRITE,
    HOURS_READ,
    HOURS_WRITE,
    HOURS_SIGN,
    AGREEMENTS_READ,
    AGREEMENTS_WRITE,
    INVOICES_READ,
    INVOICES_WRITE,
];

pub(crate) fn routes() -> Routes {
    Routes::default()
        .and(requests::routes())
        .and(ask::routes())
        .and(missions::routes())
        .and(hours::routes())
        .and(record::routes())
        .and(agreements::routes())
        .and(invoices::routes())
}

/// The codes of a closed list, for the description.
fn codes<C: Code>() -> RefOr<Schema> {
    let codes = C::CHOICES.iter().map(|choice| choice.code());
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(codes)).into()
}

/// A day that may be asked for, as in forms.
fn day(at: &'static str, day: Date) -> Result<Date, Problem> {
    let is_fit = (2000..2100).contains(&day.year());
    if is_fit { Ok(day) } else { Err(Problem::Unfit(vec![Wrong { at, key: "web-error-date" }])) }
}

/// The problem of a part that the rules refuse.
fn unfit(at: &'static str, refusal: &Refusal) -> Problem {
    Problem::Unfit(vec![Wrong { at, key: refusal.key() }])
}
