//! One function per use case; each owns its transaction. Pages, the demonstration and the API call these.

pub mod beyond;
pub mod contracts;
pub mod hours;
pub mod missions;
pub mod money;
pub mod requests;
