//! What people do with missions.
