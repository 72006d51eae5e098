//! Missions, what leads to them, and how a peer wants to work.

use super::{BEYOND, CARE, MISSIONS, WISHES};
use crate::store::sealed::{ANSWER_WORDS, BEYOND_ANSWER, HIRE_WORDS, REFERENT_PHONE, SIGNAL_ANSWER};

passerelle_store::held! {
    pub(super) HELD;
    BEYONDS = beyond "placement-held-beyond", for BEYOND, from Person, of "peer_id = ?1",
        since Instant "told_at", term Contracts, erasure delete, purge delete "",
        facts {
            "placement-held-told" Instant "told_at"; "placement-held-kind" Code("placement-beyond-kind-") "kind";
            "placement-held-asker" Code("placement-beyond-asker-") "asked_by";
            "placement-held-team" Text "(SELECT name FROM team WHERE team.id = beyond.team_id)";
            "placement-held-stage" Code("placement-beyond-stage-") "state";
            "placement-held-answer" Sealed(BEYOND_ANSWER) "answer, org_id, id";
            "placement-held-answered-by" Text "(SELECT name FROM account WHERE account.id = beyond.answered_by)";
        };
    BEYONDS_ANSWERED = beyond "placement-held-beyond-answered", for BEYOND, from Program, of "answered_by = ?1",
        since Instant "told_at", term Contracts, erasure keep, purge no, facts {};
    SIGNALS = signal "placement-held-signals", for CARE, from Program, of "peer_id = ?1",
        since Instant "ended_at", term AtOnce, erasure delete, purge delete "",
        facts {
            "placement-held-signal" Code("placement-signal-kind-") "kind"; "placement-held-raised" Instant "raised_at";
            "placement-held-told-you" Instant "told_at"; "placement-held-told-at-once" Instant "wished_at";
            "placement-held-set-aside" Instant "aside_at"; "placement-held-talked" Instant "talked_at";
            "placement-held-your-words" Sealed(SIGNAL_ANSWER) "answer, org_id, id";
            "placement-held-signal-over" Instant "ended_at";
        };
    SIGNALS_TALKED = signal "placement-held-signals-talked", for CARE, from Program, of "talked_by = ?1",
        since Instant "ended_at", term AtOnce, erasure keep, purge no, facts {};
    FORMALITIES = formality_done "placement-held-formalities", for MISSIONS, from Association,
        of "done_by = ?1 OR mission_id IN (SELECT id FROM mission WHERE peer_id = ?1)",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = formality_done.mission_id)", term Contracts,
        erasure keep, purge delete "",
        facts {
            "placement-held-title" Text "(SELECT title FROM mission WHERE mission.id = formality_done.mission_id)";
            "placement-held-formality" Text "(SELECT text FROM formality WHERE formality.id = formality_done.formality_id)";
            "placement-held-done-at" Instant "done_at";
        };
    ABSENCES = absence "placement-held-absences", for MISSIONS, from Person, of "peer_id = ?1",
        since Day "until_on", term Trail, erasure delete, purge delete "",
        facts {
            "placement-held-from" Day "from_on"; "placement-held-until" Day "until_on";
            "placement-held-said-at" Instant "said_at";
        };
    HOLIDAYS = holiday_word "placement-held-holidays", for MISSIONS, from Person,
        of "mission_id IN (SELECT id FROM mission WHERE peer_id = ?1)",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = holiday_word.mission_id)", term Contracts,
        erasure keep, purge delete "",
        facts {
            "placement-held-title" Text "(SELECT title FROM mission WHERE mission.id = holiday_word.mission_id)";
            "placement-held-day" Day "on_day"; "placement-held-said-at" Instant "said_at";
        };
    SWAPS = swap "placement-held-swaps", for MISSIONS, from Person,
        of "mission_id IN (SELECT id FROM mission WHERE peer_id = ?1)",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = swap.mission_id)", term Contracts,
        erasure keep, purge delete "",
        facts {
            "placement-held-title" Text "(SELECT title FROM mission WHERE mission.id = swap.mission_id)";
            "placement-held-planned" Day "planned_on"; "placement-held-day" Day "on_day";
            "placement-held-starts" Text "starts"; "placement-held-minutes" Minutes "minutes";
            "placement-held-asked" Instant "asked_at"; "placement-held-stage" Code("placement-swap-stage-") "state";
            "placement-held-answered-by" Text "(SELECT name FROM account WHERE account.id = swap.answered_by)";
        };
    SWAPS_ANSWERED = swap "placement-held-swaps-answered", for MISSIONS, from Program, of "answered_by = ?1",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = swap.mission_id)", term Contracts,
        erasure keep, purge no, facts {};
    HIRES = direct_hire "placement-held-hires", for MISSIONS, from Association,
        of "mission_id IN (SELECT id FROM mission WHERE peer_id = ?1)",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = direct_hire.mission_id)", term Contracts,
        erasure delete, purge delete "",
        facts {
            "placement-held-title" Text "(SELECT title FROM mission WHERE mission.id = direct_hire.mission_id)";
            "placement-held-from" Day "from_on"; "placement-held-contract" Code("placement-contract-") "contract";
            "placement-held-contract-words" Sealed(HIRE_WORDS) "words, org_id, mission_id";
        };
    EXCEPTIONS = slot_exception "placement-held-exceptions", for MISSIONS, from Association,
        of "mission_id IN (SELECT id FROM mission WHERE peer_id = ?1)",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = slot_exception.mission_id)", term Contracts,
        erasure keep, purge delete "",
        facts {
            "placement-held-title" Text "(SELECT title FROM mission WHERE mission.id = slot_exception.mission_id)";
            "placement-held-change" Code("placement-held-change-") "change"; "placement-held-planned" Day "planned_on";
            "placement-held-day" Day "on_day"; "placement-held-starts" Text "starts";
            "placement-held-minutes" Minutes "minutes"; "placement-held-eased" Instant "eased_at";
        };
    SLOTS = slot "placement-held-slots", for MISSIONS, from Association,
        of "mission_id IN (SELECT id FROM mission WHERE peer_id = ?1)",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = slot.mission_id)", term Contracts,
        erasure keep, purge delete "",
        facts {
            "placement-held-title" Text "(SELECT title FROM mission WHERE mission.id = slot.mission_id)";
            "placement-held-weekday" Code("placement-weekday-long-") "CAST(weekday AS TEXT)";
            "placement-held-starts" Text "starts"; "placement-held-minutes" Minutes "minutes";
            "placement-held-from" Day "from_on"; "placement-held-until" Day "until_on";
        };
    SHEETS = sheet_answer "placement-held-sheets", for MISSIONS, from Association,
        of "mission_id IN (SELECT id FROM mission WHERE peer_id = ?1)",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = sheet_answer.mission_id)", term Contracts,
        erasure delete, purge delete "",
        facts {
            "placement-held-title" Text "(SELECT title FROM mission WHERE mission.id = sheet_answer.mission_id)";
            "placement-held-point" Code("placement-point-") "point";
            "placement-held-words" Sealed(ANSWER_WORDS) "words, org_id, mission_id || '/' || point";
            "placement-held-said-at" Instant "at";
            "placement-held-by" Text "(SELECT name FROM account WHERE account.id = sheet_answer.by_id)";
        };
    SHEETS_WRITTEN = sheet_answer "placement-held-sheets-written", for MISSIONS, from Program, of "by_id = ?1",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = sheet_answer.mission_id)", term Contracts,
        erasure keep, purge no, facts {};
    PROPOSALS = proposal "placement-held-proposals", for MISSIONS, from Association, of "peer_id = ?1",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = proposal.mission_id)", term Contracts,
        erasure delete, purge delete "",
        facts {
            "placement-held-title" Text "(SELECT title FROM mission WHERE mission.id = proposal.mission_id)";
            "placement-held-asked" Instant "asked_at"; "placement-held-stage" Code("placement-proposal-stage-") "state";
            "placement-held-later" Day "later_on";
            "placement-held-by" Text "(SELECT name FROM account WHERE account.id = proposal.asked_by)";
        };
    PLAN_LINES = planning_line "placement-held-planned-for", for MISSIONS, from Program, of "peer_id = ?1",
        since Instant "(SELECT made_at FROM planning WHERE planning.id = planning_line.planning_id)", term Drafts,
        erasure delete, purge delete "",
        facts {
            "placement-held-title" Text "(SELECT title FROM mission WHERE mission.id = planning_line.mission_id)";
            "placement-held-plan-part" Code("placement-plan-part-") "part";
        };
    PLANS = planning "placement-held-plans", for MISSIONS, from Program, of "made_by = ?1",
        since Instant "made_at", term Drafts, erasure keep, purge delete "", facts {};
    PROPOSED = proposal "placement-held-proposed", for MISSIONS, from Program, of "asked_by = ?1 OR agreed_by = ?1",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = proposal.mission_id)", term Contracts,
        erasure keep, purge no, facts {};
    REFERENT = mission "placement-held-referent", for MISSIONS, from Team,
        of "referent_email = (SELECT email FROM account WHERE account.id = ?1)",
        since Day "ended_on", term Contracts,
        erasure empty "referent_name = NULL, referent_email = NULL, referent_phone = NULL, referent_role = NULL",
        purge no,
        facts {
            "placement-held-title" Text "title"; "placement-held-contact-name" Text "referent_name";
            "placement-held-contact-email" Text "referent_email"; "placement-held-contact-phone" Sealed(REFERENT_PHONE) "referent_phone, org_id, id";
            "placement-held-contact-role" Text "referent_role";
        };
    RUN = mission "placement-held-run", for MISSIONS, from Program, of "agreed_by = ?1 OR ended_by = ?1",
        since Day "ended_on", term Contracts, erasure keep, purge no, facts {};
    MISSION = mission "placement-held-missions", for MISSIONS, from Association, of "peer_id = ?1",
        since Day "ended_on", term Contracts, erasure keep, purge delete "",
        facts {
            "placement-held-title" Text "title"; "placement-held-stage" Code("placement-mission-stage-") "state";
            "placement-held-team" Text "(SELECT name FROM team WHERE team.id = mission.team_id)";
            "placement-held-institution" Text "(SELECT name FROM organisation WHERE organisation.id = mission.institution_id)";
            "placement-held-from" Day "coalesce(started_on, from_on)"; "placement-held-until" Day "coalesce(ended_on, until_on)";
            "placement-held-hours-week" Minutes "hours_week";
            "placement-held-by" Text "(SELECT name FROM account WHERE account.id = mission.agreed_by)";
        };
    // The list itself is read on the page of its peer, and nowhere else.
    NOT_THERE = private_list "placement-held-not-there", for WISHES, from Person, of "person_id = ?1",
        since Leaving, term Membership, erasure delete, purge no, facts {};
    TERMS = peer_terms "placement-held-terms", for WISHES, from Person, of "person_id = ?1",
        since Leaving, term Membership, erasure delete, purge no,
        facts {
            "placement-held-ceiling" Minutes "ceiling"; "placement-held-from" Day "from_on";
            "placement-held-until" Day "until_on"; "placement-held-paused" YesNo "paused";
            "placement-held-travel" Code("placement-mode-") "mode"; "placement-held-most-travel" Minutes "most_travel";
            "placement-held-languages" Spoken "languages"; "placement-held-wished" Minutes "wished";
            "placement-held-publics" Code("placement-with-") "publics";
            "placement-held-hopes" Code("placement-helps-") "hopes";
            "placement-held-settings" Code("placement-in-") "settings";
        };
}

passerelle_store::passing! {
    pub(super) PASSING;
    SHEET_VERSIONS = sheet "placement-passing-sheets",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = sheet.mission_id)", term Contracts, purge delete "";
    ASKED = confirmation_asked "placement-passing-asked",
        since Instant "asked_at", term Contracts, purge delete "";
    COVERED = agreement_mission "placement-passing-covered",
        since Day "(SELECT ended_on FROM mission WHERE mission.id = agreement_mission.mission_id)",
        term Contracts, purge delete "";
}
