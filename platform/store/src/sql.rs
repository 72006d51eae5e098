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

impl Sql {
    /// Whether the text has this name as a word of its own.
    pub fn names(&self, name: &str) -> bool {
        self.text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).any(|word| word == name)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_word_of_its_own() {
        let sql = Sql { name: "FIND", text: "SELECT s.hash FROM session s JOIN link_of_team l ON l.id=s.id" };
        assert!(sql.names("session") && sql.names("link_of_team") && sql.names("id"));
        assert!(!sql.names("link") && !sql.names("sess") && !sql.names("account"));
    }
}
