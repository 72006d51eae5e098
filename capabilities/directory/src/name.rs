//! Names of people, teams and organisations: one field, as the person or the organisation writes it.

use std::fmt;

use crate::Refusal;

/// A name: one line, not empty, at most [`Name::MAX`] characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

impl Name {
    /// The greatest number of characters.
    pub const MAX: usize = 250;

    /// A name from what was typed; runs of spaces become one.
    pub fn new(text: &str) -> Result<Self, Refusal> {
        let name = one_line(text);
        match name.chars().count() {
            0 => Err(Refusal::NameMissing),
            count if count > Self::MAX => Err(Refusal::NameTooLong),
            _ => Ok(Self(name)),
        }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text on one line: spaces and control characters in a row become one space, none at the ends.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_and_not_empty() {
        assert_eq!(Name::new("  Noor\tEl\u{a0}Amrani\r\n").unwrap().as_str(), "Noor El Amrani");
        assert_eq!(Name::new(" \u{7} \n"), Err(Refusal::NameMissing));
        assert_eq!(Name::new(&"é".repeat(250)).unwrap().as_str().chars().count(), 250);
        assert_eq!(Name::new(&"é".repeat(251)), Err(Refusal::NameTooLong));
    }
}
