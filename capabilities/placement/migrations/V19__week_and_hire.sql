-- The week of an association reads the missions that are not over yet, however many ended before.
CREATE INDEX mission_of_org_by_end ON mission (org_id, COALESCE(until_on, '9999-12-31'));

-- How an institution has recruited the peer of a mission that ended so; the words are sealed.
CREATE TABLE direct_hire (
    mission_id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    from_on TEXT NOT NULL,
    contract TEXT NOT NULL,
    words BLOB
);
