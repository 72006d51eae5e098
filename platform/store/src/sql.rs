//! Statements: constants with a name, written once for both engines.

/// A statement with its name; made by [`sql!`](crate::sql!) only, so that a test can find them all.
///
/// Parameters are written `?1`, `?2`, … ; PostgreSQL gets them as `$1`, `$2`.
#[derive(Debug)]
pub struct Sql {
    /// The name of the constant.
    pub name: &'static str,
    /// The text.
    pub text: &'static str,
}

/// Declares the statements of a module: `sql! { pub STATEMENTS; FIND = "SELECT …"; SAVE = "INSERT …"; }`.
///
/// The first name is the list of them all.
#[macro_export]
macro_rules! sql {
    ($(#[$doc:meta])* $visibility:vis $all:ident; $($name:ident = $text:expr;)+) => {
        $(const $name: &$crate::Sql = &$crate::Sql { name: stringify!($name), text: $text };)+
        $(#[$doc])*
        $visibility const $all: &[&$crate::Sql] = &[$($name),+];
    };
}
