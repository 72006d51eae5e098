//! Hours of work.

use super::{CONTRACT, HOURS};
use crate::store::sealed::QUESTION;

passerelle_store::held! {
    pub(super) HELD;
    // A term ends with the next one, and the last with the role of the peer.
    CONTRACTS = contract_term "placement-held-contract", for CONTRACT, from Association, of "peer_id = ?1",
        since Day "coalesce((SELECT min(n.from_on) FROM contract_term n WHERE n.org_id = contract_term.org_id
                AND n.peer_id = contract_term.peer_id AND n.from_on > contract_term.from_on),
            (SELECT CASE WHEN count(*) = count(r.until_on) THEN max(r.until_on) END FROM membership r
                WHERE r.org_id = contract_term.org_id AND r.account_id = contract_term.peer_id AND r.role = 'peer'))",
        term Contracts, erasure keep, purge delete "",
        facts {
            "placement-held-from" Day "from_on"; "placement-held-hours-week" Minutes "week";
            "placement-held-by" Text "(SELECT name FROM account WHERE account.id = contract_term.set_by)";
        };
    CONTRACTS_SET = contract_term "placement-held-contract-set", for CONTRACT, from Program, of "set_by = ?1",
        since Instant "set_at", term Contracts, erasure keep, purge no, facts {};
    QUIET = quiet_week "placement-held-quiet", for HOURS, from Person, of "peer_id = ?1",
        since Instant "said_at", term Contracts, erasure delete, purge delete "",
        facts {
            "placement-held-title" Text "(SELECT title FROM mission WHERE mission.id = quiet_week.mission_id)";
            "placement-held-monday" Day "monday"; "placement-held-said-at" Instant "said_at";
        };
    SIGNED = hours_entry "placement-held-hours-signed", for HOURS, from Program,
        of "confirmed_by = ?1 OR approved_by = ?1 OR returned_by = ?1",
        since Day "worked_on", term Contracts, erasure keep, purge no, facts {};
    ENTRIES = hours_entry "placement-held-hours", for HOURS, from Person, of "peer_id = ?1",
        since Day "worked_on", term Contracts, erasure keep,
        // A correction goes with what it corrects, whichever is older.
        purge delete " AND NOT EXISTS (SELECT 1 FROM hours_entry later WHERE later.correction_of = hours_entry.id
            AND later.worked_on > hours_entry.worked_on)",
        facts {
            "placement-held-day" Day "worked_on"; "placement-held-minutes" Minutes "minutes";
            "placement-held-activity" Code("placement-hours-activity-") "activity";
            "placement-held-title" Text "(SELECT title FROM mission WHERE mission.id = hours_entry.mission_id)";
            "placement-held-stage" Code("placement-hours-stage-") "state";
            "placement-held-confirmed-by" Text "coalesce(confirmed_name,
                (SELECT name FROM account WHERE account.id = hours_entry.confirmed_by))";
            "placement-held-confirmed" Instant "confirmed_at";
            "placement-held-approved-by" Text "(SELECT name FROM account WHERE account.id = hours_entry.approved_by)";
            "placement-held-approved" Instant "approved_at";
            "placement-held-question" Sealed(QUESTION) "question, org_id, id";
        };
}
