//! From an accepted request to a mission that runs, and what nobody may learn on the way.

mod access;
mod calendar;
mod ground;
mod path;
mod race;
mod schedule;
mod secrecy;
mod sheet;
