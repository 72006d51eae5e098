//! The program `passerelle`: the capabilities put together, configured and served.

pub mod capabilities;
