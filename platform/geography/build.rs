//! Puts the list of towns into the program, if the assets have been built; else an empty one.
//!
//! The list is made from a package of the npm registry by the assets' build, so it is not in the repository.

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let ui = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../ui");
    let list = ui.join("dist/towns.csv.br");
    // Watching what does not exist would rebuild each time: watch the nearest folder that does.
    let watched = [list.clone(), ui.join("dist"), ui].into_iter().find(|path| path.exists()).unwrap_or(list.clone());
    println!("cargo::rerun-if-changed={}", watched.display());
    let towns = if list.exists() { fs::read(&list)? } else { Vec::new() };
    fs::write(Path::new(&env::var("OUT_DIR")?).join("towns.csv.br"), towns)?;
    Ok(())
}
