-- A role in an organisation or a team that has stepped back behind another record of it, where the person holds the same
-- role: it opens nothing until the two records are apart again.
ALTER TABLE membership ADD COLUMN aside_at BIGINT;
