//! The missions in the database.
