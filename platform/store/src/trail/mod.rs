//! The trail: events linked one to the next, so that what was written cannot be changed unnoticed.
//!
//! A link has a number without gaps, the SHA-256 of its event, and the SHA-256 of the link before it with both: whoever
//! changes, removes, exchanges or inserts an event breaks the chain at that place. Links are made shortly after the
//! commit, many at a time, so that no writer waits for another (decision 11); until then an event waits, and that is
//! told. The last link, noted outside the database, also shows that the end was not cut off.

mod follow;
mod guard;
mod head;
mod linker;
mod verify;

pub use follow::{Linked, after, last};
pub(crate) use guard::guarded;
pub use head::{Head, NoHead};
pub use linker::link;
pub use verify::{Broken, Whole, head, verify};

use crate::Sql;

/// The statements about the trail.
pub const STATEMENTS: [&[&Sql]; 3] = [linker::STATEMENTS, verify::STATEMENTS, follow::STATEMENTS];
