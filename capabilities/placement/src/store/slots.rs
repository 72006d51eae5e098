//! The slots in the database.
