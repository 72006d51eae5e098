-- The hours of contracts, as an association has set them: each change is one more row, and rows of before stay.
CREATE TABLE contract_term (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    peer_id TEXT NOT NULL,
    -- The first day on which it counts.
    from_on TEXT NOT NULL,
    -- Minutes a week; nothing: there is no contract any more.
    week BIGINT NOT NULL,
    set_at BIGINT NOT NULL,
    set_by TEXT NOT NULL
);
CREATE INDEX contract_of_peer ON contract_term (org_id, peer_id, from_on);
