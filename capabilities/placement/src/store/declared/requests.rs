//! Requests of teams: who is to be reached, and who said what.

use super::REQUESTS;
use crate::store::sealed::{CONTACT_PHONE, REMARK};

passerelle_store::held! {
    pub(super) HELD;
    REMARKS = remark "placement-held-remarks", for REQUESTS, from Person, of "by_id = ?1",
        since Instant "(SELECT decided_at FROM request WHERE request.id = remark.request_id)", term Requests,
        erasure keep, purge delete
            " AND NOT EXISTS (SELECT 1 FROM mission WHERE mission.request_id = remark.request_id)",
        facts {
            "placement-held-said" Sealed(REMARK) "text, org_id, id"; "placement-held-said-at" Instant "at";
            "placement-held-team" Text "(SELECT team_words FROM request WHERE request.id = remark.request_id)";
        };
    CONTACT = request "placement-held-requests", for REQUESTS, from Team,
        of "contact_email <> '' AND contact_email = (SELECT email FROM account WHERE account.id = ?1)",
        since Instant "decided_at", term Requests,
        erasure empty "contact_name = '', contact_email = '', contact_phone = NULL, contact_role = ''",
        purge delete " AND NOT EXISTS (SELECT 1 FROM mission WHERE mission.request_id = request.id)",
        facts {
            "placement-held-contact-name" Text "contact_name"; "placement-held-contact-email" Text "contact_email";
            "placement-held-contact-phone" Sealed(CONTACT_PHONE) "contact_phone, org_id, id"; "placement-held-contact-role" Text "contact_role";
            "placement-held-team" Text "team_words"; "placement-held-institution" Text "institution_words";
            "placement-held-submitted" Instant "submitted_at";
        };
    DECIDED = request "placement-held-decided", for REQUESTS, from Program, of "entered_by = ?1 OR decided_by = ?1",
        since Instant "decided_at", term Requests, erasure keep, purge no, facts {};
}

passerelle_store::passing! {
    pub(super) PASSING;
    DRAFTS = request "placement-passing-drafts",
        since Instant "begun_at", term Drafts, purge delete " AND stage = 'draft'";
}
