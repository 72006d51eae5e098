-- Agreements with institutions, the invoices made under them, and the payments.
CREATE TABLE agreement (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    -- at-cost (with what the hour costs, and the law) or service.
    basis TEXT NOT NULL,
    rate BIGINT NOT NULL,
    wages BIGINT,
    contributions BIGINT,
    expenses BIGINT,
    law TEXT,
    vat TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    payment_days BIGINT NOT NULL,
    service_code TEXT NOT NULL,
    engagement TEXT NOT NULL,
    contract TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT,
    notice_days BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX agreement_of_org ON agreement (org_id, id);
CREATE INDEX agreement_of_institution ON agreement (institution_id, id);

CREATE TABLE agreement_mission (
    agreement_id TEXT NOT NULL REFERENCES agreement (id),
    mission_id TEXT NOT NULL REFERENCES mission (id),
    org_id TEXT NOT NULL,
    PRIMARY KEY (agreement_id, mission_id)
);
CREATE INDEX agreement_of_mission ON agreement_mission (mission_id);

-- Never changed once written, except what becomes of it: the credit note, and the sum of the payments.
CREATE TABLE invoice (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    agreement_id TEXT NOT NULL REFERENCES agreement (id),
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    net BIGINT NOT NULL,
    gross BIGINT NOT NULL,
    -- What the paper says: lines, annex, what was left out, both parties, names and texts as of that day (JSON).
    content TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    issued_by TEXT NOT NULL,
    credit_of TEXT REFERENCES invoice (id),
    credited_by TEXT REFERENCES invoice (id),
    paid BIGINT NOT NULL
);
CREATE UNIQUE INDEX invoice_number_once ON invoice (org_id, number);
CREATE UNIQUE INDEX invoice_credited_once ON invoice (credit_of) WHERE credit_of IS NOT NULL;
CREATE INDEX invoice_of_org ON invoice (org_id, id);
CREATE INDEX invoice_of_institution ON invoice (institution_id, id);
CREATE INDEX invoice_of_agreement ON invoice (agreement_id, id);
CREATE INDEX invoice_unpaid ON invoice (org_id, due_on, id)
    WHERE kind = 'invoice' AND credited_by IS NULL AND paid < gross;
CREATE INDEX invoice_unpaid_by ON invoice (institution_id, due_on, id)
    WHERE kind = 'invoice' AND credited_by IS NULL AND paid < gross;

-- The last number that an association has given; it begins again each year.
CREATE TABLE invoice_series (
    org_id TEXT PRIMARY KEY,
    prefix TEXT NOT NULL,
    last_n BIGINT NOT NULL,
    last_on TEXT NOT NULL
);

CREATE TABLE payment (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    invoice_id TEXT NOT NULL REFERENCES invoice (id),
    paid_on TEXT NOT NULL,
    amount BIGINT NOT NULL,
    reference TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX payment_of_invoice ON payment (invoice_id, id);
