//! The beyond in the database.
