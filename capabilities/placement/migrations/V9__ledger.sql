-- The accounts of an association's chart that its invoices touch, where they are not the usual ones.
CREATE TABLE ledger_accounts (
    org_id TEXT PRIMARY KEY,
    customers TEXT NOT NULL,
    sales TEXT NOT NULL,
    vat TEXT NOT NULL,
    bank TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX payment_of_org ON payment (org_id, paid_on);
