//! How a person reads of a sealed text that is gone: in words, in the place of the text.

use passerelle_store::{Tx, seal::Opened};
use passerelle_words::{Words, say};

/// Lets the transaction tell of texts that are gone in these words.
pub(crate) fn tell_in(tx: &mut Tx, words: &Words) {
    let words = words.clone();
    tx.tell_gone(move |opened| match opened {
        Opened::Text(text) => text.clone(),
        Opened::Erased(at) => {
            let day = words.day(at.to_zoned(words.zone().clone()).date());
            say!(words, "web-sealed-erased", day = day)
        }
        Opened::Unreadable => words.say("web-sealed-unreadable"),
    });
}
