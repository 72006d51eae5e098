//! Asks cargo to compile this crate again when `build.mjs` has written other assets.

fn main() {
    let watched = if std::path::Path::new("dist").exists() { "dist/assets" } else { "." };
    println!("cargo:rerun-if-changed={watched}");
}
