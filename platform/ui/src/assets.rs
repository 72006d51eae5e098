//! The compiled styles, scripts, typeface and pictures, inside the binary.
//!
//! `build.mjs` writes them to `dist/assets` with a fingerprint in their names, beside `manifest.json` (plain name →
//! name with fingerprint). Before it has run, the crate compiles and serves nothing.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "dist/assets"]
#[allow_missing = true]
struct Files;

/// One file to send.
pub struct Asset {
    /// The content.
    pub bytes: Cow<'static, [u8]>,
    /// The content compressed with Brotli, where that helps.
    pub brotli: Option<Cow<'static, [u8]>>,
    /// The media type with its character set.
    pub content_type: &'static str,
    /// Whether this name will always mean this content, so that browsers may keep it for good.
    pub immutable: bool,
}

static MANIFEST: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let names =
        Files::get("manifest.json").and_then(|file| serde_json::from_slice::<HashMap<String, String>>(&file.data).ok());
    names.unwrap_or_default().into_iter().map(|(name, file)| (name, format!("/assets/{file}"))).collect()
});

/// The address of an asset by its plain name (`app.css`); `/assets/` alone before the assets are built.
pub fn path(name: &str) -> &'static str {
    MANIFEST.get(name).map_or("/assets/", String::as_str)
}

/// The file of this name (with its fingerprint), as it comes after `/assets/`.
pub fn get(name: &str) -> Option<Asset> {
    let content_type = content_type(name)?;
    let bytes = Files::get(name)?.data;
    let brotli = Files::get(&format!("{name}.br")).map(|file| file.data);
    let immutable = MANIFEST.values().any(|path| path.strip_prefix("/assets/") == Some(name));
    Some(Asset { bytes, brotli, content_type, immutable })
}

fn content_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_files_are_served() {
        assert!(get("manifest.json").is_none());
        assert!(get("../towns.csv").is_none());
        assert!(get("app.css.br").is_none());
    }

    #[test]
    fn an_address_leads_to_its_file() {
        if MANIFEST.is_empty() {
            println!("skipped: the assets are not built (node platform/ui/build.mjs)");
            return;
        }
        for name in ["app.css", "app.js", "icon.svg", "text-latin.woff2", "text-latin-ext.woff2"] {
            let file = path(name).strip_prefix("/assets/").and_then(get).unwrap_or_else(|| panic!("{name} is missing"));
            assert!(file.immutable && !file.bytes.is_empty(), "{name}");
        }
    }
}
