-- Signals of vigilance: told to the peer first. No facts are kept: they are read anew from missions and times whenever
-- somebody looks. `parts` and `weight` say what was told, so that the same is not told twice. Without an association:
-- what two of them make together, for the peer alone.
CREATE TABLE signal (
    id TEXT PRIMARY KEY,
    peer_id TEXT NOT NULL,
    org_id TEXT,
    kind TEXT NOT NULL,
    parts TEXT NOT NULL,
    weight BIGINT NOT NULL,
    raised_at BIGINT NOT NULL,
    told_at BIGINT,
    wished_at BIGINT,
    aside_at BIGINT,
    talked_at BIGINT,
    talked_by TEXT,
    answer BLOB,
    ended_at BIGINT
);
CREATE UNIQUE INDEX signal_once ON signal (peer_id, kind, (coalesce(org_id, ''))) WHERE ended_at IS NULL;
CREATE INDEX signal_of_peer ON signal (peer_id, raised_at);
CREATE INDEX signal_of_org ON signal (org_id, raised_at, id) WHERE ended_at IS NULL;
CREATE INDEX signal_ended ON signal (ended_at) WHERE ended_at IS NOT NULL;
