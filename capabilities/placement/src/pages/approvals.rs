//! The approvals pages.

use passerelle_web::Routes;

pub(super) fn routes() -> Routes {
    Routes::default()
}
