//! From an accepted request to a mission that runs, and what nobody may learn on the way.

mod access;
mod associations;
mod away;
mod beyond_contract;
mod calendar;
mod contracts;
mod easing;
mod formalities;
pub(crate) mod ground;
mod holidays;
mod matching;
mod papers;
mod path;
mod planning;
mod possible;
mod proposing;
mod race;
mod rota;
mod schedule;
mod secrecy;
mod sheet;
mod swaps;
mod vigilance;
