-- How organisations were called that have stepped back behind another one: roles held there have followed, and what was
-- done in them before still names the one that stepped back.
CREATE TABLE former_place (
    org_id TEXT PRIMARY KEY,
    name TEXT NOT NULL
);
