//! The program `passerelle`: the capabilities put together, configured and served.

pub mod backup;
pub mod capabilities;
pub mod cli;
pub mod config;
pub mod demo;
pub mod doctor;
pub mod door;
pub mod keys;
pub mod moving;
pub mod observing;
pub mod retention;
pub mod serving;
