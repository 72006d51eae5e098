//! The fonts of our documents, gathered by `build-fonts.mjs` and embedded in the program.
//!
//! PDF/A forbids a letter without a glyph; what no font of ours has becomes U+FFFD before typesetting.

use passerelle_kernel::unpacked;
use rust_embed::RustEmbed;
use serde_json::Value;
use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

#[derive(RustEmbed)]
#[folder = "dist"]
#[allow_missing = true]
struct Files;

/// All fonts and their index.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) faces: Vec<Font>,
}

impl Fonts {
    /// Reads the embedded fonts; nothing when none were gathered.
    pub(crate) fn embedded() -> Option<Self> {
        let mut names: Vec<_> = Files::iter().collect();
        names.sort();
        let files = names.iter().filter_map(|name| unpacked(&Files::get(name)?.data).ok());
        let faces: Vec<Font> = files.flat_map(|file| Font::iter(Bytes::new(file)).collect::<Vec<_>>()).collect();
        let book = LazyHash::new(FontBook::from_fonts(&faces));
        (!faces.is_empty()).then_some(Self { book, faces })
    }

    /// Replaces, in every text of `data`, what no font can show.
    pub(crate) fn make_printable(&self, data: &mut Value) {
        match data {
            Value::String(text) if !text.chars().all(|c| self.shows(c)) => *text = self.printable(text),
            Value::Array(values) => values.iter_mut().for_each(|value| self.make_printable(value)),
            Value::Object(fields) => fields.values_mut().for_each(|value| self.make_printable(value)),
            _ => {}
        }
    }

    /// `text` with U+FFFD for what no font can show, and without signs that have no shape.
    pub(crate) fn printable(&self, text: &str) -> String {
        let shown = text.chars().filter_map(|c| match c {
            '\u{202f}' => Some('\u{a0}'),
            '\u{2011}' => Some('-'),
            '\t' => Some(' '),
            c if self.shows(c) => Some(c),
            c if is_shapeless(c) => None,
            _ => Some('\u{fffd}'),
        });
        shown.collect()
    }

    fn shows(&self, c: char) -> bool {
        let covered = || self.faces.iter().any(|face| face.info().coverage.contains(c.into()));
        c == '\n' || (!is_shapeless(c) && !is_private(c) && covered())
    }
}

/// Controls, marks of direction and of variants: not text (PDF/UA refuses some), or a way to make text lie.
fn is_shapeless(c: char) -> bool {
    let sign = matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    sign || c.is_control() || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// What stands for nothing that a reader could read aloud (PDF/A-3a refuses it).
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{fffc}' | '\u{fffe}'..='\u{ffff}' | '\u{f0000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_countries_are_shown_and_the_rest_is_replaced() {
        let fonts = Fonts::embedded().expect("run `node platform/documents/build-fonts.mjs` first");
        for name in ["Élodie Œuvrard’s 12,50 €", "Ștefan Țîrlea", "Nguyễn Thị", "Олена", "Ελένη", "نور الهدى", "İpek"]
        {
            assert_eq!(fonts.printable(name), name);
        }
        assert_eq!(fonts.printable("1\u{202f}234 👍\u{fe0f} 王"), "1\u{a0}234 \u{fffd} \u{fffd}");
    }
}
