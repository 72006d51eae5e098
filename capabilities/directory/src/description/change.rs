//! What a change of a description changed, in words: what went, what came, what stayed.

use passerelle_kernel::Timestamp;

use super::{Part, Readers};

/// A change of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The part.
    pub part: Part,
    /// When.
    pub at: Timestamp,
    /// The name of who wrote it.
    pub by: Option<String>,
    /// The text before and after.
    pub text: (String, String),
    /// The readers before and after.
    pub readers: (Readers, Readers),
}

/// A run of words of a changed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Stands in both.
    Same(String),
    /// Went.
    Gone(String),
    /// Came.
    New(String),
}

/// Beyond so many words, the whole text is told as changed.
const MOST: usize = 700;

/// What a text lost, gained and kept, word by word (longest common subsequence).
pub fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (words(before), words(after));
    let mut told = Vec::new();
    if old.len() > MOST || new.len() > MOST {
        add(&mut told, Piece::Gone(before.to_owned()));
        add(&mut told, Piece::New(after.to_owned()));
        return told;
    }
    let shared = shared(&old, &new);
    let longest = |i: usize, j: usize| shared.get(i * (new.len() + 1) + j).copied().unwrap_or(0);
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        match (old.get(i), new.get(j)) {
            (Some(one), Some(other)) if is_same(one, other) => {
                let (word, old_end, new_end) = (one.trim_end(), end(one), end(other));
                add(&mut told, Piece::Same(word.to_owned()));
                if old_end == new_end {
                    add(&mut told, Piece::Same(old_end.to_owned()));
                } else {
                    add(&mut told, Piece::Gone(old_end.to_owned()));
                    add(&mut told, Piece::New(new_end.to_owned()));
                }
                (i, j) = (i + 1, j + 1);
            }
            (Some(word), other) if other.is_none() || longest(i + 1, j) >= longest(i, j + 1) => {
                add(&mut told, Piece::Gone((*word).to_owned()));
                i += 1;
            }
            (_, Some(word)) => {
                add(&mut told, Piece::New((*word).to_owned()));
                j += 1;
            }
            (_, None) => break,
        }
    }
    told
}

/// The words, each with the spaces after it.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// Whether it is the same word, whatever spaces come after it.
fn is_same(one: &str, other: &str) -> bool {
    one.trim_end() == other.trim_end()
}

/// The spaces after a word.
fn end(word: &str) -> &str {
    word.get(word.trim_end().len()..).unwrap_or_default()
}

/// How long the longest common rest is, from each place of the one and of the other.
fn shared(old: &[&str], new: &[&str]) -> Vec<u16> {
    let row = new.len() + 1;
    let mut table = vec![0_u16; (old.len() + 1) * row];
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            let at = |i: usize, j: usize, table: &[u16]| table.get(i * row + j).copied().unwrap_or(0);
            let best = if is_same(one, other) {
                at(i + 1, j + 1, &table) + 1
            } else {
                at(i + 1, j, &table).max(at(i, j + 1, &table))
            };
            if let Some(cell) = table.get_mut(i * row + j) {
                *cell = best;
            }
        }
    }
    table
}

fn add(told: &mut Vec<Piece>, piece: Piece) {
    match (told.last_mut(), piece) {
        (_, Piece::Same(text) | Piece::Gone(text) | Piece::New(text)) if text.is_empty() => {}
        (Some(Piece::Same(last)), Piece::Same(text))
        | (Some(Piece::Gone(last)), Piece::Gone(text))
        | (Some(Piece::New(last)), Piece::New(text)) => last.push_str(&text),
        (_, piece) => told.push(piece),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_changed_word_is_told_and_the_others_stay() {
        let told = pieces("Une assemblée chaque année.", "Une assemblée deux fois par année.");
        let wanted = [
            Piece::Same("Une assemblée ".into()),
            Piece::Gone("chaque ".into()),
            Piece::New("deux fois par ".into()),
            Piece::Same("année.".into()),
        ];
        assert_eq!(told, wanted);
        let longer = pieces("Elles aident.", "Elles aident. Beaucoup.");
        assert_eq!(longer, [Piece::Same("Elles aident.".into()), Piece::New(" Beaucoup.".into())]);
        assert_eq!(pieces("", "Deux"), [Piece::New("Deux".into())]);
        assert_eq!(pieces("Deux", ""), [Piece::Gone("Deux".into())]);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_back(before in "[ab ]{0,40}", after in "[ab ]{0,40}") {
            let told = pieces(&before, &after);
            let text = |gone: bool| -> String {
                told.iter().map(|piece| match piece {
                    Piece::Same(text) => text.as_str(),
                    Piece::Gone(text) if gone => text.as_str(),
                    Piece::New(text) if !gone => text.as_str(),
                    _ => "",
                }).collect()
            };
            prop_assert_eq!(text(true), before);
            prop_assert_eq!(text(false), after);
        }
    }
}
