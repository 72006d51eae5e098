//! THE list: every capability of the product, each after those it stands on.

use passerelle_web::Capability;

/// Every capability, each after those it stands on.
pub fn all() -> Vec<Capability> {
    vec![
        passerelle_web::capability(),
        passerelle_directory::capability(),
        passerelle_privacy::capability(),
        passerelle_signing::capability(),
        passerelle_placement::capability(),
    ]
}
