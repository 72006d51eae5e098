//! The preferences in the database.
