//! The requests in the database.
