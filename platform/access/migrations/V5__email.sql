-- Somebody changes the address of their own account: asked from the account, made from the new address, undone from the
-- old one for some days. Both addresses are sealed.
CREATE TABLE email_change (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    new_email BLOB NOT NULL,
    old_email BLOB,
    asked_at BIGINT NOT NULL,
    made_at BIGINT,
    ended_at BIGINT
);
CREATE INDEX email_change_of_account ON email_change (account_id, id);

-- Who cannot read their mail any more gets the way back at another address, which both witnesses have seen.
ALTER TABLE rescue ADD COLUMN email BLOB;

-- Whoever has come in once answers for their own address: nobody else changes it.
ALTER TABLE account ADD COLUMN came_in_at BIGINT;
UPDATE account SET came_in_at = created_at
    WHERE password_hash IS NOT NULL OR EXISTS (SELECT 1 FROM session s WHERE s.account_id = account.id);
