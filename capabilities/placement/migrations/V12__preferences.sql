-- How much each preference counts when an association looks for whom a mission suits.
CREATE TABLE matching_weights (
    org_id TEXT PRIMARY KEY,
    weights TEXT NOT NULL,
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
-- What a peer likes, if they want to tell: hours a week, whom to work with, what to bring, in which kind of place.
ALTER TABLE peer_terms ADD COLUMN wished BIGINT;
ALTER TABLE peer_terms ADD COLUMN publics TEXT;
ALTER TABLE peer_terms ADD COLUMN hopes TEXT;
ALTER TABLE peer_terms ADD COLUMN settings TEXT;
