//! What is sealed of this capability: the words in which people write about people, how people are reached, under the
//! association's key; and under the peer's own, where a peer does not want to work.

passerelle_store::sealed! {
    /// The sealed columns of this capability.
    pub(crate) SEALED;
    PUBLIC_WORDS = request.public_words, row "id", owner Organisation "org_id", was "public_words_clear",
        "A request: whom the team accompanies, in its words",
        "Teams describe people in care, who may be recognised";
    HOPE_WORDS = request.hope_words, row "id", owner Organisation "org_id", was "hope_words_clear",
        "A request: what the team hopes for, in its words",
        "Teams tell of situations and of conflicts";
    REASON = request.reason, row "id", owner Organisation "org_id", was "reason_clear",
        "A request: why it was declined",
        "Tells what an association thinks of a team";
    REMARK = remark.text, row "id", owner Organisation "org_id", was "text_clear",
        "What the team and the association said to each other about a request",
        "People speak of people there, confident that only the two sides read it";
    ANSWER_WORDS = sheet_answer.words, row "mission_id || '/' || point", owner Organisation "org_id", was "words_clear",
        "The sheet of a mission: what was settled on each point",
        "Tells how somebody works: adjustments, health, pay, what happens in a crisis";
    QUESTION = hours_entry.question, row "id", owner Organisation "org_id", was "question_clear",
        "Hours that came back to the peer: the question",
        "Doubts about somebody's work";
    BEYOND_ANSWER = beyond.answer, row "id", owner Organisation "org_id", was "answer_clear",
        "A request beyond the charter: what the association answered",
        "Tells what a peer was asked to do, and by whom";
    CONTACT_PHONE = request.contact_phone, row "id", owner Organisation "org_id", was "contact_phone_clear",
        "A request: the telephone number of whoever asks",
        "Reaches a person, at home perhaps";
    REFERENT_PHONE = mission.referent_phone, row "id", owner Organisation "org_id", was "referent_phone_clear",
        "A mission: the telephone number of the referent in the team",
        "Reaches a person, at home perhaps";
    HIRE_WORDS = direct_hire.words, row "mission_id", owner Organisation "org_id",
        "A mission that ended with a direct hire: more about the contract",
        "Tells of somebody's work and pay";
    SENT_TO = invoice_dispatch.sent_to, row "id", owner Organisation "org_id", was "sent_to_clear",
        "To whom an invoice was sent",
        "Names people and how they are reached";
    REOPENING = month_closing.reason, row "id", owner Organisation "org_id",
        "Why a closed month was opened again", "People speak of people";
    SIGNAL_ANSWER = signal.answer, row "id", owner Organisation "org_id",
        "What a peer says about a signal",
        "Tells in a peer's own words how they are doing with their work";
    PLACES = private_list.places, row "person_id", owner Person "person_id", was "places_clear",
        "The places where a peer does not want to work; an empty list looks like a full one",
        "May tell where somebody was a patient";
}

/// Sealed bytes as they lie in a column.
pub(crate) type Bytes = Option<Vec<u8>>;
