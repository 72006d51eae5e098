//! The sheets in the database.
