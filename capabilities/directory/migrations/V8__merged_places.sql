-- Organisations and teams step back too: which record stands in the place of this one.
ALTER TABLE organisation ADD COLUMN merged_into TEXT REFERENCES organisation (id);
ALTER TABLE team ADD COLUMN merged_into TEXT REFERENCES team (id);
CREATE INDEX organisation_merged ON organisation (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX team_merged ON team (merged_into) WHERE merged_into IS NOT NULL;
-- Records that may be double bear one number.
CREATE INDEX organisation_by_siret ON organisation (siret) WHERE siret IS NOT NULL;
CREATE INDEX organisation_by_enterprise ON organisation (enterprise) WHERE enterprise IS NOT NULL;

-- One table of mergers for people, organisations and teams (`noun`); org_id is the association by which it was made.
CREATE TABLE merger_made (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL REFERENCES organisation (id),
    noun TEXT NOT NULL,
    gone_id TEXT NOT NULL,
    kept_id TEXT NOT NULL,
    carried TEXT NOT NULL,
    merged_at BIGINT NOT NULL,
    merged_by TEXT NOT NULL,
    undone_at BIGINT,
    undone_by TEXT
);
INSERT INTO merger_made (id, org_id, noun, gone_id, kept_id, carried, merged_at, merged_by, undone_at, undone_by)
    SELECT id, org_id, 'person', gone_id, kept_id, carried, merged_at, merged_by, undone_at, undone_by FROM merger;
DROP TABLE merger;
ALTER TABLE merger_made RENAME TO merger;
CREATE INDEX merger_of_kept ON merger (noun, kept_id, id);
CREATE INDEX merger_of_gone ON merger (gone_id);
