-- When a peer said "less this month": which times were left out for that, so that the peer can take one of them back.
ALTER TABLE slot_exception ADD COLUMN eased_at BIGINT;
