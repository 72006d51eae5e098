//! How a person reads of what is gone: in words, in the place of a sealed text or of a name.

use passerelle_store::{Tx, seal::Opened};
use passerelle_words::{Words, say};

/// Lets the transaction tell of texts and of people that are gone in these words.
pub(crate) fn tell_in(tx: &mut Tx, words: &Words) {
    tx.tell_erased(words.say("web-erased-name"));
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
