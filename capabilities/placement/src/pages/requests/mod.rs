//! Requests as those who coordinate see them: the lists, one request, what can be done with it.

mod discussion;

pub(super) use discussion::{Sides, discussion, paragraphs};

use passerelle_web::Routes;

pub(super) fn routes() -> Routes {
    Routes::default()
}
