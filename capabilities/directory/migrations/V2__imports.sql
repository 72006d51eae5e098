-- A file of the registry that was handed in: read, shown, confirmed, applied. The file is kept until then.
CREATE TABLE import (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    file BLOB,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    edition TEXT,
    published_on TEXT,
    lines BIGINT NOT NULL,
    created BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    repaired BIGINT NOT NULL,
    problem TEXT
);
CREATE INDEX import_of_org ON import (org_id, id);

-- What the preview lists, part by part: the first lines of each.
CREATE TABLE import_line (
    import_id TEXT NOT NULL REFERENCES import (id),
    part TEXT NOT NULL,
    place BIGINT NOT NULL,
    line BIGINT NOT NULL,
    about TEXT NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (import_id, part, place)
);

CREATE INDEX organisation_by_finess ON organisation (finess_site) WHERE finess_site IS NOT NULL;
