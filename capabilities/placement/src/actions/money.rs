//! What people do with money.
