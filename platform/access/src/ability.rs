//! What a personal token lets a program do. A program never does more than its person may, and never more than this.

use crate::{Role, Rule};

/// Something that a token may let a program do: one word for several routes.
#[derive(Debug)]
pub struct Ability {
    /// A stable name such as `missions:read`.
    pub name: &'static str,
    /// The key of its words.
    pub key: &'static str,
    /// The rights of which it is of use: whose role has none of them is not offered it.
    pub rules: &'static [&'static Rule],
}

impl Ability {
    /// Whether it is of use to somebody in this role.
    pub fn is_of_use_to(&self, role: Option<Role>) -> bool {
        role.is_some_and(|role| self.rules.iter().any(|rule| rule.reach(role).is_some()))
    }
}
