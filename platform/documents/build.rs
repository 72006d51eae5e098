//! Compiles again when the fonts that `build-fonts.mjs` gathers have changed.

fn main() {
    println!("cargo::rerun-if-changed=dist");
    println!("cargo::rerun-if-changed=templates");
}
