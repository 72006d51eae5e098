//! Papers in the database. [`papers::load_paper`] and [`papers::load_own`] are the only ways in which people get one.

pub(crate) mod codes;
pub(crate) mod declared;
pub(crate) mod files;
pub(crate) mod lists;
pub(crate) mod papers;
mod row;
pub(crate) mod signers;

use passerelle_store::Sql;

/// Every statement of this capability.
pub(crate) static ALL: &[&[&Sql]] =
    &[papers::STATEMENTS, signers::STATEMENTS, files::STATEMENTS, codes::STATEMENTS, lists::STATEMENTS];
