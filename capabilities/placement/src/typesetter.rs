//! The typesetter holds the fonts: made once for the whole program, when the first paper is printed.

use std::sync::LazyLock;

use passerelle_documents::{DocumentError, Typesetter};

static TYPESETTER: LazyLock<Result<Typesetter, DocumentError>> = LazyLock::new(Typesetter::new);

/// The typesetter. Setting takes tens of milliseconds: only where blocking is allowed, and never inside a transaction.
///
/// # Errors
/// Why there is none, for the operator.
pub(crate) fn typesetter() -> Result<&'static Typesetter, String> {
    TYPESETTER.as_ref().map_err(ToString::to_string)
}
