//! What the tables of this crate hold about people, and for how long.

use crate::held::{Basis, Nobody, Purpose};

/// Who did what: so that mistakes can be mended and abuse be found.
pub const TRAIL: &Purpose = &Purpose { key: "web-purpose-trail", basis: Basis::Interest };

crate::held! {
    /// The rows of this crate that are about people. An event has ids only, and a code for what happened.
    pub HELD;
    FOUND = search_entry "web-held-found", for TRAIL, from Program, of "id = ?1",
        since Leaving, term Membership, erasure delete, purge no, facts {};
    FOUND_NAMES = search_name "web-held-found-name", for TRAIL, from Program, of "id = ?1",
        since Leaving, term Membership, erasure delete, purge no, facts { "web-held-found-words" Text "words"; };
    LOOKS = event "web-held-looks", for TRAIL, from Program, of "kind = 'looked' AND (actor_id = ?1 OR person_id = ?1)",
        since Instant "at", term Trail, erasure keep, purge delete " AND kind = 'looked'", facts {};
    EVENTS = event "web-held-events", for TRAIL, from Program,
        of "kind <> 'looked' AND (actor_id = ?1 OR subject_id = ?1 OR person_id = ?1)",
        since Instant "at", term Contracts, erasure keep, purge delete " AND kind <> 'looked'", facts {};
}

crate::passing! {
    /// The rows of this crate that pass.
    pub PASSING;
    FORMS = once "web-passing-forms", since Instant "at", term Forms, purge delete "";
    JOBS = job "web-passing-jobs",
        since Instant "done_at", term Jobs, purge delete "";
    SET_ASIDE = job "web-passing-set-aside",
        since Instant "failed_at", term Letters, purge delete "";
    TRIES = tries "web-passing-tries",
        since Instant "spent_until", term AtOnce, purge delete "";
}

/// The tables of this crate that hold nothing about anybody.
pub const NOBODY: Nobody = &[
    ("schedule", "When each job comes back"),
    ("event_link", "The chain of events: a number, the id of the event, hashes"),
    ("event_head", "The last number and hash of the chain"),
    ("event_waiting", "The ids of events that have no link yet"),
    ("data_key", "Keys of sealed texts, wrapped by the master key; those of a person are destroyed with their data"),
];
