-- A person may work for several associations: each gives its own roles, also those in institutions.
ALTER TABLE membership ADD COLUMN by_org_id TEXT;
UPDATE membership SET by_org_id = org_id WHERE role IN ('admin', 'coordinator', 'treasurer', 'peer');

-- joining_email: somebody has this address already; the account waits until they join it to theirs, and nobody is told.
-- merged_into: the account that has taken the place of this one.
ALTER TABLE account ADD COLUMN joining_email TEXT;
ALTER TABLE account ADD COLUMN merged_into TEXT REFERENCES account (id);
CREATE INDEX account_joining ON account (joining_email) WHERE joining_email IS NOT NULL;
