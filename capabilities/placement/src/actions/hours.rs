//! What people do with hours.
