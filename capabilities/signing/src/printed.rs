//! A paper as PDF: what is offered, and the same with its evidence once all have signed.

use std::fmt::Write as _;

use passerelle_documents::{Layout, PdfFacts, Row, Section, Sheet, typesetter};
use passerelle_kernel::{Language, Timestamp};
use passerelle_words::{Words, say};
use sha2::{Digest as _, Sha256};

use crate::{
    Error,
    paper::Paper,
    signer::{Means, Signature, Signer},
};

/// The SHA-256 of these bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Typesets; never call it inside a transaction.
pub(crate) async fn pdf(sheet: &Sheet, language: Language, author: &str, at: Timestamp) -> Result<Vec<u8>, Error> {
    let sheet = sheet.clone();
    let facts = PdfFacts { title: sheet.title.clone(), author: author.to_owned(), created_at: at };
    let typeset =
        move || typesetter()?.render(Layout::Sheet(&sheet), language, &[], &facts).map_err(|error| error.to_string());
    let pdf = tokio::task::spawn_blocking(typeset).await.map_err(|error| Error::Internal(error.to_string()))?;
    pdf.map_err(Error::Internal)
}

/// The same content with a part for each signature: who, for whom, in which way, when, with which words, over what.
pub(crate) fn with_evidence(paper: &Paper, words: &Words) -> Sheet {
    let mut sheet = paper.content.clone();
    sheet.sections.push(Section {
        title: words.say("signing-evidence-title"),
        paragraphs: vec![words.say("signing-evidence-text"), words.say("signing-evidence-check")],
        rows: vec![row(words, "hash", paper.hash.clone())],
        ..Section::default()
    });
    sheet.sections.extend(paper.signers.iter().filter_map(|one| Some(section(words, one, one.signature()?))));
    sheet
}

fn section(words: &Words, signer: &Signer, signature: &Signature) -> Section {
    let zone = words.zone().iana_name().unwrap_or("UTC").to_owned();
    let at = format!("{} ({zone})", words.instant(signature.at));
    let mut rows = vec![row(words, "name", signature.name.clone())];
    if !signer.party.is_empty() {
        rows.push(row(words, "party", signer.party.clone()));
    }
    rows.push(row(words, "way", way(words, &signature.means)));
    if let Means::OnPaper { on, .. } = signature.means {
        rows.extend([row(words, "on", words.date(on)), row(words, "recorded", at)]);
    } else {
        rows.extend([row(words, "at", at), row(words, "consent", signature.consent.clone())]);
    }
    rows.push(row(words, "hash", signature.hash.clone()));
    Section { title: signature.name.clone(), rows, ..Section::default() }
}

fn row(words: &Words, name: &str, value: String) -> Row {
    Row { label: words.say(&format!("signing-evidence-{name}")), value }
}

/// How a signature was made, as a sentence.
pub(crate) fn way(words: &Words, means: &Means) -> String {
    match means {
        Means::Account(_) => words.say("signing-means-account"),
        Means::Link(to) => say!(words, "signing-means-link", to = to.as_str()),
        Means::Sms(to) => say!(words, "signing-means-sms", to = to.as_str()),
        Means::OnPaper { .. } => words.say("signing-means-paper"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_that_of_the_standard() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_ne!(sha256(b"abc"), sha256(b"abd"));
    }
}
