//! What the tables of this crate hold about people, and for how long.

use passerelle_store::held::Nobody;

passerelle_store::passing! {
    /// The rows of this crate that pass.
    pub PASSING;
    LETTERS = outbox "web-passing-letters",
        since Instant "at", term Letters, purge delete "";
}

/// The tables of this crate that hold nothing about anybody.
pub const NOBODY: Nobody = &[("logbook", "When the operator's work was last done")];
