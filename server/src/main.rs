//! The command `passerelle`.

fn main() {}
