//! The invoices in the database.
