//! What the tables of this capability hold about people, and for how long. Children come before what they refer to.

use passerelle_store::{
    TRAIL,
    held::{Basis, Nobody, Purpose},
};

use super::phones::PHONE;

/// To reach people, and to plan their travel.
const PEOPLE: &Purpose = &Purpose { key: "directory-purpose-people", basis: Basis::Contract };
/// To be found by those who look for an association or a team.
const CONTACTS: &Purpose = &Purpose { key: "directory-purpose-contacts", basis: Basis::Interest };

passerelle_store::held! {
    /// The rows of this capability that are about people.
    pub(crate) HELD;
    IMPORTS = import "directory-held-imports", for TRAIL, from Program, of "made_by = ?1",
        since Instant "made_at", term Trail, erasure keep, purge delete "", facts {};
    CONFIRMED = entry_age "directory-held-confirmed", for TRAIL, from Program, of "confirmed_by = ?1",
        since Instant "confirmed_at", term Trail, erasure keep,
        purge empty "confirmed_by = NULL" " AND confirmed_by IS NOT NULL", facts {};
    CHANGES = description_change "directory-held-changes", for TRAIL, from Program, of "by_id = ?1",
        since Instant "at", term Trail, erasure keep, purge empty "by_id = NULL" " AND by_id IS NOT NULL", facts {};
    MERGED = merger "directory-held-mergers", for PEOPLE, from Association, of "gone_id = ?1 OR (kept_id = ?1 AND undone_at IS NOT NULL)",
        since Instant "merged_at", term Membership, erasure delete, purge delete "", facts {};
    MERGED_BY = merger "directory-held-merged-by", for TRAIL, from Program, of "merged_by = ?1 OR undone_by = ?1",
        since Instant "merged_at", term Membership, erasure keep, purge no, facts {};
    PUBLISHED = contact "directory-held-contacts", for CONTACTS, from Association,
        of "email = (SELECT email FROM account WHERE account.id = ?1)",
        since Leaving, term Membership, erasure delete, purge no,
        facts {
            "directory-held-contact-purpose" Text "purpose"; "directory-held-contact-name" Text "name";
            "directory-held-contact-email" Text "email"; "directory-held-contact-phone" Text "phone";
            "directory-held-contact-org" Text "(SELECT name FROM organisation WHERE organisation.id = contact.org_id)";
        };
    OPENED = person_opened "directory-held-opened", for PEOPLE, from Person, of "person_id = ?1",
        since Leaving, term Membership, erasure delete, purge no,
        facts {
            "directory-held-opened-fact" Code("directory-held-fact-") "fact";
            "directory-held-opened-to" Code("directory-audience-") "audience";
        };
    PERSON = person "directory-held-person", for PEOPLE, from Association, of "id = ?1",
        since Leaving, term Membership, erasure delete, purge no,
        facts {
            "directory-held-phone" Sealed(PHONE) "phone, id, org_id || '/' || id"; "directory-held-town" Text "town";
            "directory-held-country" Country "country"; "directory-held-languages" Spoken "languages";
            "directory-held-keeper" Text "(SELECT name FROM organisation WHERE organisation.id = person.org_id)";
        };
}

passerelle_store::passing! {
    /// The rows of this capability that pass.
    pub(crate) PASSING;
    IMPORT_LINES = import_line "directory-passing-import-lines",
        since Instant "(SELECT made_at FROM import WHERE import.id = import_line.import_id)", term Trail, purge delete "";
    STAGED = import "directory-passing-list-imports", since Instant "made_at", term Files,
        purge empty "staged = NULL, state = 'stopped', problem = 'directory-list-stopped-too-old'"
            " AND staged IS NOT NULL";
}

/// The tables of this capability that hold nothing about anybody.
pub(crate) const NOBODY: Nobody = &[
    ("organisation", "Associations, institutions, networks: their public facts, and the bank account of associations"),
    ("organisation_of_network", "Which organisation belongs to which network"),
    ("team", "The teams of institutions"),
    ("finess_site", "What the French registry says of an institution"),
    ("description", "How an association describes itself to the public"),
];
