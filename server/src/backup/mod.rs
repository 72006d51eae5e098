//! Backup and restore: one encrypted file that holds the database as of one moment and says what is in it.
//!
//! The file is a tar of `manifest.json` and the database, compressed (gzip), then encrypted (age): `age -d` and `tar`
//! open it without this program. What cannot be encrypted is not written unless that was asked for. The master key of
//! sealed fields is never in it. A restore goes into an empty place only and shows nothing before all of it is right.

mod archive;
mod envelope;
mod folder;
mod make;
mod manifest;
mod place;
mod restore;
mod rotation;

pub use envelope::{Envelope, Keys, new_key};
pub use make::{Made, Source, make};
pub use manifest::{Manifest, VersionProblem, check_versions, compare};
pub use place::{Kept, Place};
pub use restore::{Restored, restore};
pub use rotation::{Keep, superfluous};

pub(crate) use folder::{WorkFolder, create_private};
