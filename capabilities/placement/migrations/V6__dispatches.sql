-- When, how and to whom an invoice was sent; more than once when it was sent again.
CREATE TABLE invoice_dispatch (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    invoice_id TEXT NOT NULL REFERENCES invoice (id),
    sent_on TEXT NOT NULL,
    way TEXT NOT NULL,
    sent_to TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX invoice_dispatch_of_invoice ON invoice_dispatch (invoice_id, id);

-- What is due on the same day goes by number.
DROP INDEX invoice_unpaid;
DROP INDEX invoice_unpaid_by;
CREATE INDEX invoice_unpaid ON invoice (org_id, due_on, number, id)
    WHERE kind = 'invoice' AND credited_by IS NULL AND paid < gross;
CREATE INDEX invoice_unpaid_by ON invoice (institution_id, due_on, number, id)
    WHERE kind = 'invoice' AND credited_by IS NULL AND paid < gross;

-- The months that are not closed.
CREATE INDEX hours_not_approved ON hours_entry (org_id, worked_on) WHERE state <> 'approved';
