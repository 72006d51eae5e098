//! Fuzz targets: every place where the program reads bytes that somebody else wrote.
//!
//! A target takes bytes and looks at what comes of them: nothing may panic, and what was accepted must hold (it reads
//! back as it was, it ends no line, it leads nowhere else). It starts from seeds that are made here. `cargo xtask fuzz`
//! runs the targets under libFuzzer (decision 13); the seeds also run as tests.

mod amounts;
mod backup;
mod calendar;
mod code;
mod configuration;
mod contact;
mod crawl;
mod form;
mod house;
mod invoice;
mod network;
mod numbers;
mod passkey;
mod provider;
mod registry;
mod request;
mod scratch;
mod words;

use std::{fs, path::Path, sync::OnceLock};

/// A place where foreign bytes are read.
pub struct Target {
    /// What is read there.
    pub name: &'static str,
    run: fn(&[u8]),
    seeds: fn() -> Vec<Vec<u8>>,
}

/// Every target.
pub const ALL: [Target; 15] = [
    request::TARGET,
    form::TARGET,
    registry::TARGET,
    contact::TARGET,
    numbers::TARGET,
    amounts::TARGET,
    configuration::TARGET,
    backup::TARGET,
    network::TARGET,
    provider::TARGET,
    passkey::TARGET,
    code::TARGET,
    calendar::TARGET,
    words::TARGET,
    invoice::TARGET,
];

static CHOSEN: OnceLock<&Target> = OnceLock::new();

/// Chooses the target that `PASSERELLE_FUZZ_TARGET` names. Without it, prints the names of all, writes the seeds of each
/// into a folder of that name in `PASSERELLE_FUZZ_FOLDER`, and ends.
///
/// # Panics
/// When there is no such target or no such folder.
pub fn begin() {
    if let Ok(name) = std::env::var("PASSERELLE_FUZZ_TARGET") {
        let found = ALL.iter().find(|target| target.name == name).expect("a target of this name");
        CHOSEN.get_or_init(|| found);
        return;
    }
    house::build();
    for target in &ALL {
        let folder = scratch::folder().join(target.name);
        write(&folder, &(target.seeds)());
        println!("{}", target.name);
    }
    std::process::exit(0);
}

fn write(folder: &Path, seeds: &[Vec<u8>]) {
    fs::create_dir_all(folder).expect("a folder for seeds");
    for (number, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("{number:04}")), seed).expect("a seed");
    }
}

/// Gives these bytes to the target that was chosen.
///
/// # Panics
/// When something was found.
pub fn run(bytes: &[u8]) {
    let target = CHOSEN.get().expect("a target");
    (target.run)(bytes);
}

/// Seeds that are texts.
fn texts<const N: usize>(texts: [&str; N]) -> Vec<Vec<u8>> {
    texts.map(|text| text.as_bytes().to_vec()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The requests need the demonstration network: libFuzzer runs their seeds first.
    #[test]
    fn every_seed_is_survived() {
        for target in ALL.iter().filter(|target| target.name != request::TARGET.name) {
            let seeds = (target.seeds)();
            assert!(!seeds.is_empty(), "{}", target.name);
            for seed in seeds {
                (target.run)(&seed);
            }
        }
    }
}
