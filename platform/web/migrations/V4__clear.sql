-- Each start looks for texts that an earlier version has left in clear: without reading the whole table.
CREATE INDEX outbox_recipient_clear ON outbox (id) WHERE recipient_clear IS NOT NULL;
CREATE INDEX outbox_subject_clear ON outbox (id) WHERE subject_clear IS NOT NULL;
CREATE INDEX outbox_text_clear ON outbox (id) WHERE text_clear IS NOT NULL;
