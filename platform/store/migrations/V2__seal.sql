-- The key of each owner of sealed fields, wrapped by a master key that is not in the database. Without `wrapped` the key
-- was destroyed: what it sealed is erased.
CREATE TABLE data_key (
    id TEXT PRIMARY KEY,
    owner_kind TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    master_id TEXT NOT NULL,
    wrapped BLOB,
    made_at BIGINT NOT NULL,
    retired_at BIGINT,
    destroyed_at BIGINT
);
CREATE UNIQUE INDEX data_key_in_use ON data_key (owner_kind, owner_id) WHERE retired_at IS NULL AND destroyed_at IS NULL;
CREATE INDEX data_key_of_owner ON data_key (owner_kind, owner_id);

-- What a job was given may name people: it is sealed, and forgotten once the job is done.
ALTER TABLE job ADD COLUMN payload_clear TEXT;
UPDATE job SET payload_clear = payload WHERE done_at IS NULL;
ALTER TABLE job DROP COLUMN payload;
ALTER TABLE job ADD COLUMN payload BLOB;
