//! From an accepted request to a mission that runs, and what nobody may learn on the way.

mod access;
mod associations;
mod calendar;
mod contracts;
mod easing;
mod formalities;
pub(crate) mod ground;
mod papers;
mod path;
mod planning;
mod proposing;
mod race;
mod schedule;
mod secrecy;
mod sheet;
