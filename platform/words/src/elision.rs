//! Sentences in pieces, and the vowel that French drops between them.

/// A part of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Piece<'a, T> {
    /// Words of the translation.
    Own(&'a str),
    /// What is put in.
    Given(T),
}

impl<'a> Piece<'a, &'a str> {
    pub(crate) const fn text(self) -> &'a str {
        match self {
            Self::Own(text) | Self::Given(text) => text,
        }
    }
}

/// French drops the vowel of “de” and “que” before another one: “les heures d’Ada”, “d’octobre”. Only our own words are
/// changed, and only before what was put into the sentence.
pub(crate) fn elided<'a>(pieces: impl IntoIterator<Item = Piece<'a, &'a str>>) -> String {
    let mut sentence = String::with_capacity(64);
    let mut own = "";
    for piece in pieces {
        match piece {
            Piece::Own(text) => own = text,
            Piece::Given(text) if begins_with_vowel(text) => shorten(&mut sentence, own),
            Piece::Given(_) => {}
        }
        sentence.push_str(piece.text());
        if let Piece::Given(_) = piece {
            own = "";
        }
    }
    sentence
}

/// Drops the vowel at the end of a sentence whose last own words are these.
fn shorten(sentence: &mut String, own: &str) {
    for (whole, short) in [("de ", "d’"), ("De ", "D’"), ("que ", "qu’")] {
        let before = sentence.strip_suffix(whole).filter(|before| own.ends_with(whole) && !ends_in_letter(before));
        if let Some(before) = before {
            sentence.truncate(before.len());
            return sentence.push_str(short);
        }
    }
}

fn ends_in_letter(text: &str) -> bool {
    text.chars().next_back().is_some_and(char::is_alphabetic)
}

/// An h may be silent or not, and a y before a vowel sounds as a consonant: neither is taken for a vowel.
pub(crate) fn begins_with_vowel(text: &str) -> bool {
    // Most texts of a list are days, which begin with a figure.
    text.chars().next().is_some_and(|first| {
        !first.is_ascii_digit() && "aàâäeéèêëiîïoôöuùûüœæ".contains(first.to_lowercase().next().unwrap_or(first))
    })
}
