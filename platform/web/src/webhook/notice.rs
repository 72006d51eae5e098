//! What a webhook may tell: a kind of event whose record has a path of programs.

use std::pin::Pin;

use passerelle_access::{Actor, Rule};
use passerelle_store::Tx;

use crate::PageError;

/// Asks whether somebody may read a record, by its id: the same question as on its page.
pub type MayRead =
    for<'a> fn(&'a mut Tx, &'a Actor, &'a str) -> Pin<Box<dyn Future<Output = Result<bool, PageError>> + Send + 'a>>;

/// Something that a webhook may tell. What is not declared as one is told to nobody.
#[derive(Debug)]
pub struct Notice {
    /// A stable name such as `mission.started`.
    pub name: &'static str,
    /// The key of its words.
    pub key: &'static str,
    /// What it tells, for developers, in English.
    pub summary: &'static str,
    /// The kind of event in the trail.
    pub event: &'static str,
    /// The right to read the record: whose role has it not is not offered the notice.
    pub rule: &'static Rule,
    /// The route on which a program reads the record; its id stands for what is in braces.
    pub path: &'static str,
    /// Whether somebody may read this very record.
    pub may_read: MayRead,
}

impl Notice {
    /// The path of a record.
    pub fn href(&self, id: &str) -> String {
        let (before, rest) = self.path.split_once('{').unwrap_or((self.path, ""));
        let after = rest.split_once('}').map_or("", |(_, after)| after);
        format!("{before}{id}{after}")
    }
}
