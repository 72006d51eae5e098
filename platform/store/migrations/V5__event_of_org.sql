-- Every event belongs to an organisation, so that its row can be kept with that organisation's other rows. What belongs to
-- none (a password that was changed) belongs to the house, whose id no record has. Columns that others add stay as they are.
ALTER TABLE event RENAME COLUMN org_id TO org_before;
ALTER TABLE event ADD COLUMN org_id TEXT NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
UPDATE event SET org_id = org_before WHERE org_before IS NOT NULL;
DROP INDEX event_of_org;
ALTER TABLE event DROP COLUMN org_before;
CREATE INDEX event_of_org ON event (org_id, id);
