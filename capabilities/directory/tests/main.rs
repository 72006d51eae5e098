//! Stories of the directory, each on SQLite and on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod stories {
    mod associations;
    mod base;
    mod descriptions;
    mod doubles;
    mod entries;
    mod files;
    mod ground;
    mod imports;
    mod list_imports;
    mod list_imports_guarded;
    mod mergers;
    mod mergers_of_places;
    mod migrated;
    mod organisations;
    mod people;
    mod rescue;
    mod search;
    mod visibility;
    mod who_looked;
}
