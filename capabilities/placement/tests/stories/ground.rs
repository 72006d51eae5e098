//! What the ground of every story has: the capabilities of the server, and organisations with a town.

use passerelle_directory::{OrganisationFacts, OrganisationKind};
use passerelle_web::Capability;

pub(crate) fn capabilities() -> Vec<Capability> {
    vec![
        passerelle_web::capability(),
        passerelle_directory::capability(),
        passerelle_privacy::capability(),
        passerelle_signing::capability(),
        passerelle_placement::capability(),
    ]
}

/// An organisation in Lille.
pub(crate) fn organisation(kind: OrganisationKind, name: &str) -> OrganisationFacts {
    OrganisationFacts { kind, name: name.into(), town: "Lille".into(), ..OrganisationFacts::default() }
}

/// An association in Lille that takes requests.
pub(crate) fn asked_association(name: &str) -> OrganisationFacts {
    OrganisationFacts { takes_requests: true, ..organisation(OrganisationKind::Association, name) }
}
