//! The remarks in the database.
