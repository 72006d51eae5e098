//! One typesetter for the whole program, made when the first paper is printed: it holds the fonts.

use std::sync::LazyLock;

use crate::{DocumentError, Typesetter};

static TYPESETTER: LazyLock<Result<Typesetter, DocumentError>> = LazyLock::new(Typesetter::new);

/// The typesetter of the program. Setting takes tens of milliseconds: only where blocking is allowed, and never inside a
/// transaction.
///
/// # Errors
/// Why there is none, for the operator.
pub fn typesetter() -> Result<&'static Typesetter, String> {
    TYPESETTER.as_ref().map_err(ToString::to_string)
}
