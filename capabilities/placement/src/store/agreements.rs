//! The agreements in the database.
