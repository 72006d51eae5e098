//! The columns of this capability that name people.
//!
//! Who works or is asked follows: it is the same person. Who signed or answered stays: a signature is what was signed.

passerelle_store::refers! {
    /// The columns of this capability that name people.
    pub(crate) REFERENCES;
    mission.peer_id to Person row "id";
    proposal.peer_id to Person row "id"
        unless "SELECT 1 FROM proposal other WHERE other.peer_id = ?2 AND other.mission_id = proposal.mission_id
            AND other.state <> 'closed' AND proposal.state <> 'closed'";
    hours_entry.peer_id to Person row "id";
    quiet_week.peer_id to Person row "mission_id || ' ' || monday";
    beyond.peer_id to Person row "id";
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
    hours_entry.confirmed_by to Person stays "a signature";
    hours_entry.approved_by to Person stays "a signature";
    hours_entry.returned_by to Person stays "who asked";
    beyond.answered_by to Person stays "who answered";
    formality_done.done_by to Person stays "who did it";
    invoice.issued_by to Person stays "a signature";
    payment.recorded_by to Person stays "who did it";
    invoice_dispatch.recorded_by to Person stays "who did it";
}
