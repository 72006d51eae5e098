//! What is told of a commit: to live pages, and to other nodes.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// What a committed transaction changed: enough to know whether a page is out of date, and nothing more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The kind of event.
    pub kind: Cow<'static, str>,
    /// The organisations whose pages may show the record.
    pub orgs: [Option<String>; 2],
    /// The record.
    pub subject: String,
}

impl Change {
    /// Something changed, and nobody can say what: every page may be out of date.
    pub(crate) fn unknown() -> Self {
        Self { kind: Cow::Borrowed("unknown"), orgs: [None, None], subject: String::new() }
    }

    /// Whether a page of this organisation may be out of date.
    pub fn concerns(&self, org: &str) -> bool {
        *self == Self::unknown() || self.orgs.iter().any(|other| other.as_deref() == Some(org))
    }
}
