//! Writes the style page, in both languages, as files that a browser opens without a server.
//!
//! `cargo run -p passerelle-ui --example style -- <folder>`: the folder receives `style-fr.html`, `style-en.html` and
//! the assets. Screenshots and accessibility tests look at these files.

use std::{fs, io, path::Path};

use passerelle_kernel::Language;
use passerelle_ui::{TRANSLATIONS, assets, style};
use passerelle_words::Words;

fn main() -> io::Result<()> {
    let folder = std::env::args().nth(1).ok_or_else(|| io::Error::other("name a folder"))?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("assets"))?;
    for name in ["app.css", "app.js", "icon.svg", "text-latin.woff2", "text-latin-ext.woff2"] {
        let file = assets::path(name).trim_start_matches("/assets/");
        if let Some(asset) = assets::get(file) {
            fs::write(folder.join("assets").join(file), &asset.bytes)?;
        }
    }
    for language in Language::ALL {
        let page = style::page(&Words::new(language, &[TRANSLATIONS])).into_string();
        fs::write(folder.join(format!("style-{}.html", language.tag())), page)?;
    }
    Ok(())
}
