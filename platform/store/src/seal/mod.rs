//! Sealed fields: texts that nobody can read from the database, its copies or its backups without the master key.
//!
//! A text is sealed with XChaCha20-Poly1305 under the data key of its owner (an organisation, a person, a meeting, the
//! house). Data keys lie in the table `data_key`, wrapped by a master key that lives outside the database ([`Master`]).
//! A sealed text is bound to its table, column, row and owner: moved to another place, it does not open. Destroying
//! the owner's keys ([`destroy`]) is the erasure. Keys are in memory for the time of one transaction, so that a key
//! that was destroyed or replaced on another node is gone here as well. Search over sealed text does not exist.

mod backlog;
mod cipher;
mod field;
mod key;
mod master;
mod open;
mod rotate;

pub use backlog::seal_backlog;
pub use cipher::OVERHEAD;
pub(crate) use cipher::hex;
pub use field::{Owner, OwnerKind, Sealed};
pub(crate) use key::DataKey;
pub use key::{Census, census, destroy, missing_masters};
pub use master::{Master, MasterId, Source};
pub(crate) use open::Keys;
pub use open::{Closed, Opened};
pub use rotate::{Progress, RESEAL, Reseal, reseal, retire, retire_all, rewrap};

use crate::Sql;

/// The statements about keys; those about a field are with the field ([`Sealed::statements`]).
pub const STATEMENTS: &[&Sql] = key::STATEMENTS;

#[cfg(test)]
mod tests;
