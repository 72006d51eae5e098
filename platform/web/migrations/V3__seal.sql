-- Messages that are kept instead of sent name people and hold links that open things: they are sealed.
ALTER TABLE outbox ADD COLUMN recipient_clear TEXT;
ALTER TABLE outbox ADD COLUMN subject_clear TEXT;
ALTER TABLE outbox ADD COLUMN text_clear TEXT;
UPDATE outbox SET recipient_clear = recipient, subject_clear = subject, text_clear = text;
ALTER TABLE outbox DROP COLUMN recipient;
ALTER TABLE outbox DROP COLUMN subject;
ALTER TABLE outbox DROP COLUMN text;
ALTER TABLE outbox ADD COLUMN recipient BLOB;
ALTER TABLE outbox ADD COLUMN subject BLOB;
ALTER TABLE outbox ADD COLUMN text BLOB;
