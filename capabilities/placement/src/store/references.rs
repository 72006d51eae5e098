//! The columns of this capability that name people, organisations and teams.
//!
//! Who works or is asked follows: it is the same person. Who signed or answered stays: a signature is what was signed.
//! What was agreed with an institution and its teams follows; the paper of an invoice says what it said (its `content`).
//! An association whose records these are never steps back.

passerelle_store::refers! {
    /// The columns of this capability that name people, organisations and teams.
    pub(crate) REFERENCES;
    mission.peer_id to Person row "id";
    proposal.peer_id to Person row "id"
        unless "SELECT 1 FROM proposal other WHERE other.peer_id = ?2 AND other.mission_id = proposal.mission_id
            AND other.state <> 'closed' AND proposal.state <> 'closed'";
    hours_entry.peer_id to Person row "id";
    quiet_week.peer_id to Person row "mission_id || ' ' || monday";
    beyond.peer_id to Person row "id";
    contract_term.peer_id to Person row "id";
    absence.peer_id to Person row "id";
    signal.peer_id to Person row "id"
        unless "SELECT 1 FROM signal other WHERE other.peer_id = ?2 AND other.kind = signal.kind
            AND coalesce(other.org_id, '') = coalesce(signal.org_id, '')
            AND other.ended_at IS NULL AND signal.ended_at IS NULL";
    peer_terms.person_id to Person row "'terms'"
        unless "SELECT 1 FROM peer_terms other WHERE other.person_id = ?2";
    private_list.person_id to Person stays "sealed with the key of this account";
    request.entered_by to Person stays "who did it";
    request.decided_by to Person stays "who decided";
    remark.by_id to Person stays "who said it";
    mission.agreed_by to Person stays "who agreed";
    mission.ended_by to Person stays "who decided";
    sheet_answer.by_id to Person stays "who said it";
    proposal.asked_by to Person stays "who asked";
    proposal.agreed_by to Person stays "who agreed";
    planning.made_by to Person stays "who did it";
    planning_line.peer_id to Person row "planning_id || ' ' || mission_id || ' ' || part"
        unless "SELECT 1 FROM planning_line other WHERE other.peer_id = ?2 AND other.planning_id = planning_line.planning_id
            AND other.mission_id = planning_line.mission_id AND other.part = planning_line.part";
    hours_entry.confirmed_by to Person stays "a signature";
    hours_entry.approved_by to Person stays "a signature";
    hours_entry.returned_by to Person stays "who asked";
    beyond.answered_by to Person stays "who answered";
    signal.talked_by to Person stays "who noted it";
    formality_done.done_by to Person stays "who did it";
    contract_term.set_by to Person stays "who did it";
    swap.answered_by to Person stays "who answered";
    month_closing.closed_by to Person stays "who did it";
    month_closing.reopened_by to Person stays "who did it";
    invoice.issued_by to Person stays "a signature";
    payment.recorded_by to Person stays "who did it";
    invoice_dispatch.recorded_by to Person stays "who did it";

    request.institution_id to Organisation row "id";
    mission.institution_id to Organisation row "id";
    hours_entry.institution_id to Organisation row "id";
    beyond.institution_id to Organisation row "id";
    agreement.institution_id to Organisation row "id";
    invoice.institution_id to Organisation row "id";
    request.org_id to Organisation holds "its requests";
    mission.org_id to Organisation holds "its missions";
    hours_entry.org_id to Organisation holds "its hours";
    beyond.org_id to Organisation holds "what its peers passed on";
    agreement.org_id to Organisation holds "its agreements";
    invoice.org_id to Organisation holds "its invoices";
    invoice_series.org_id to Organisation holds "its invoice numbers";
    ledger_accounts.org_id to Organisation holds "its accounts";
    formality.org_id to Organisation holds "its formalities";
    planning.org_id to Organisation holds "its plans";
    planning_line.org_id to Organisation stays "beside its plan";
    contract_term.org_id to Organisation holds "its contracts";
    month_closing.org_id to Organisation holds "its months";
    absence.org_id to Organisation holds "the days on which its peers are away";
    matching_weights.org_id to Organisation holds "its weights";
    signal.org_id to Organisation holds "the signals of its peers";
    remark.org_id to Organisation stays "beside its request";
    sheet.org_id to Organisation stays "beside its mission";
    sheet_answer.org_id to Organisation stays "beside its mission";
    proposal.org_id to Organisation stays "beside its mission";
    slot.org_id to Organisation stays "beside its mission";
    swap.org_id to Organisation stays "beside its mission";
    holiday_word.org_id to Organisation stays "beside its mission";
    slot_exception.org_id to Organisation stays "beside its mission";
    formality_done.org_id to Organisation stays "beside its mission";
    direct_hire.org_id to Organisation stays "beside its mission";
    quiet_week.org_id to Organisation stays "beside its mission";
    confirmation_asked.org_id to Organisation stays "beside its mission";
    agreement_mission.org_id to Organisation stays "beside its agreement";
    payment.org_id to Organisation stays "beside its invoice";
    invoice_dispatch.org_id to Organisation stays "beside its invoice";

    request.team_id to Team row "id";
    mission.team_id to Team row "id";
    hours_entry.team_id to Team row "id";
    beyond.team_id to Team row "id";
}
