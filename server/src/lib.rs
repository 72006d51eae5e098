//! The program `passerelle`: the capabilities put together, configured and served.

pub mod capabilities;
pub mod cli;
pub mod config;
pub mod demo;
pub mod keys;
pub mod serving;
