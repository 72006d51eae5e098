//! Who is there: associations, institutions and their teams, people, and what each is to the other for a time.
//!
//! An organisation may belong to several networks at once. Institutions are imported from the French registry
//! FINESS, as published or as a spreadsheet has damaged it; towns and distances are known without any outside service.
//! Nothing here says anything about anybody's health. Rules: domain G1, G3 and L.

#[macro_use]
mod codes;
mod contact;
mod country;
pub mod finess;
pub mod geography;
mod legal_ids;
mod membership;
mod name;
mod network;
mod organisation;
mod period;
mod person;
mod refusal;
mod spoken;
mod team;

pub use contact::{Email, Phone, Website};
pub use country::Country;
pub use geography::{Point, Towns};
pub use legal_ids::{EnterpriseNumber, FinessNumber, Siren, Siret, VatNumber};
pub use membership::{Membership, Role};
pub use name::Name;
pub use network::NetworkLink;
pub use organisation::{LegalIds, Organisation, OrganisationKind};
pub use period::Period;
pub use person::Person;
pub use refusal::Refusal;
pub use spoken::{LanguageCode, SpokenLanguages};
pub use team::Team;

/// What this capability brings to the server.
pub fn capability() -> passerelle_web::Capability {
    passerelle_web::Capability {
        name: "directory",
        routes: passerelle_web::Routes::default(),
        destinations: &[],
        migrations: &[],
        statements: &[],
        translations: &[],
        jobs: &[],
    }
}
