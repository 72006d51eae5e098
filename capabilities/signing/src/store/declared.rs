//! What is sealed of papers, what they hold about people, and for how long.
//!
//! A signed paper is what an invoice stands on: it is kept as long as accounts are (Code de commerce, L123-22; Belgium: Code de
//! droit économique, III.86), from the end of the year in which it ended, was withdrawn, declined or replaced.

use passerelle_store::{
    TRAIL,
    held::{Basis, Nobody, Purpose},
};

/// To know what was agreed, and to prove it.
const PAPERS: &Purpose = &Purpose { key: "signing-purpose-papers", basis: Basis::Contract };

passerelle_store::sealed! {
    /// What is sealed of papers.
    pub(crate) SEALED;
    TITLE = paper.title, row "id", owner Organisation "org_id",
        "The title of a paper that people sign", "May name the person it is about";
    CONTENT = paper.content, row "id", owner Organisation "org_id",
        "What a paper says that people sign", "Tells who works where, and for how much";
    REASON = paper.reason, row "id", owner Organisation "org_id",
        "Why a paper was withdrawn", "People speak of people";
    NAME = signer.name, row "id", owner Organisation "org_id",
        "Who is to sign a paper", "Says who has to do with a peer support service";
    PARTY = signer.party, row "id", owner Organisation "org_id",
        "For whom somebody signs", "Says who has to do with a peer support service";
    EMAIL = signer.email, row "id", owner Organisation "org_id",
        "The address of somebody who is to sign", "Reaches a person";
    PHONE = signer.phone, row "id", owner Organisation "org_id",
        "The telephone of somebody who is to sign", "Reaches a person";
    DECLINED = signer.declined_words, row "id", owner Organisation "org_id",
        "Why somebody does not sign", "Free words of a person";
    SIGNED_NAME = signer.signed_name, row "id", owner Organisation "org_id",
        "The name under which somebody signed", "A signature";
    SENT_TO = signer.sent_to, row "id", owner Organisation "org_id",
        "A part of the address or number by which somebody signed", "Points to a person";
    CONSENT = signer.consent, row "id", owner Organisation "org_id",
        "The words with which somebody signed", "A signature";
    BYTES = paper_file.bytes, row "id", owner Organisation "org_id",
        "The files of papers: as offered, with evidence, scans", "They say all of it, with handwriting";
}

passerelle_store::held! {
    /// The rows of this capability that are about people.
    pub(crate) HELD;
    RECORDED = signer "signing-held-recorded", for TRAIL, from Program, of "recorded_by = ?1",
        since Instant "answered_at", term Contracts, erasure keep, purge no, facts {};
    ADDRESSES = signer "signing-held-reached", for PAPERS, from Association,
        of "account_id = ?1 AND (email IS NOT NULL OR phone IS NOT NULL)",
        since Leaving, term Membership, erasure empty "email = NULL, phone = NULL", purge no,
        facts {
            "signing-held-email" Sealed(EMAIL) "email, org_id, id"; "signing-held-phone" Sealed(PHONE) "phone, org_id, id";
        };
    SIGNERS = signer "signing-held-signatures", for PAPERS, from Association, of "account_id = ?1 OR signed_by = ?1",
        since Day "(SELECT substr(p.ends_on, 1, 4) || '-12-31' FROM paper p WHERE p.id = signer.paper_id)"
        country "(SELECT country FROM organisation WHERE organisation.id = signer.org_id)", term Accounting,
        erasure keep_named, purge delete "",
        facts {
            "signing-held-name" Sealed(NAME) "name, org_id, id"; "signing-held-party" Sealed(PARTY) "party, org_id, id";
            "signing-held-asked" Instant "asked_at"; "signing-held-answered" Instant "answered_at";
            "signing-held-way" Code("signing-way-") "signed_way";
            "signing-held-signed-name" Sealed(SIGNED_NAME) "signed_name, org_id, id";
            "signing-held-consent" Sealed(CONSENT) "consent, org_id, id";
            "signing-held-sent-to" Sealed(SENT_TO) "sent_to, org_id, id";
            "signing-held-declined" Sealed(DECLINED) "declined_words, org_id, id";
        };
    PAPERS_OFFERED = paper "signing-held-offered", for TRAIL, from Program, of "offered_by = ?1 OR withdrawn_by = ?1",
        since Day "(substr(ends_on, 1, 4) || '-12-31')"
        country "(SELECT country FROM organisation WHERE organisation.id = paper.org_id)", term Accounting,
        erasure keep, purge delete "", facts {};
}

passerelle_store::passing! {
    /// The rows of this capability that pass.
    pub(crate) PASSING;
    CODES = signing_code "signing-passing-codes", since Instant "expires_at", term AtOnce, purge delete "";
    FILES = paper_file "signing-passing-files",
        since Day "(SELECT substr(p.ends_on, 1, 4) || '-12-31' FROM paper p WHERE p.id = paper_file.paper_id)"
        country "(SELECT country FROM organisation WHERE organisation.id = paper_file.org_id)", term Accounting,
        purge delete "";
}

/// The tables of this capability that hold nothing about anybody.
pub(crate) const NOBODY: Nobody = &[];
