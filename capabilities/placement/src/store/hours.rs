//! The hours in the database.
