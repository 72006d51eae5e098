-- Each start looks for texts that an earlier version has left in clear: without reading the whole table.
CREATE INDEX request_public_words_clear ON request (id) WHERE public_words_clear IS NOT NULL;
CREATE INDEX request_hope_words_clear ON request (id) WHERE hope_words_clear IS NOT NULL;
CREATE INDEX request_reason_clear ON request (id) WHERE reason_clear IS NOT NULL;
CREATE INDEX request_contact_phone_clear ON request (id) WHERE contact_phone_clear IS NOT NULL;
CREATE INDEX remark_text_clear ON remark (id) WHERE text_clear IS NOT NULL;
CREATE INDEX sheet_answer_words_clear ON sheet_answer ((mission_id || '/' || point)) WHERE words_clear IS NOT NULL;
CREATE INDEX hours_entry_question_clear ON hours_entry (id) WHERE question_clear IS NOT NULL;
CREATE INDEX beyond_answer_clear ON beyond (id) WHERE answer_clear IS NOT NULL;
CREATE INDEX mission_referent_phone_clear ON mission (id) WHERE referent_phone_clear IS NOT NULL;
CREATE INDEX invoice_dispatch_sent_to_clear ON invoice_dispatch (id) WHERE sent_to_clear IS NOT NULL;
CREATE INDEX private_list_places_clear ON private_list (person_id) WHERE places_clear IS NOT NULL;
