//! Files of one process that last as long as it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

/// The folder that `cargo xtask fuzz` keeps seeds and the demonstration network in.
pub(crate) fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let named = std::env::var_os("PASSERELLE_FUZZ_FOLDER").map(PathBuf::from);
        let folder = named.unwrap_or_else(|| std::env::temp_dir().join("passerelle-fuzz"));
        fs::create_dir_all(&folder).expect("a folder");
        folder
    })
}

/// The place of a file that only this process uses; what was there is removed.
pub(crate) fn file(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("passerelle-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join(name);
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(folder.join(format!("{name}{end}")));
    }
    file
}

/// A file with these bytes.
pub(crate) fn written(name: &str, bytes: &[u8]) -> PathBuf {
    let file = file(name);
    fs::write(&file, bytes).expect("a file");
    file
}
