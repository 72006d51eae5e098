-- How the people of an organisation come in through its own sign-in (OpenID Connect).
CREATE TABLE identity_provider (
    org_id TEXT PRIMARY KEY,
    issuer TEXT NOT NULL,
    client_id TEXT NOT NULL,
    client_secret BLOB,
    checked_at BIGINT,
    changed_at BIGINT NOT NULL
);

-- The ends of the e-mail addresses whose owners are sent there; each to one organisation.
CREATE TABLE identity_domain (
    domain TEXT PRIMARY KEY,
    org_id TEXT NOT NULL
);
CREATE INDEX identity_domain_of_org ON identity_domain (org_id);

-- Who is who there: set at the first time, so that an address given to somebody else opens nothing.
CREATE TABLE identity (
    org_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, subject)
);
CREATE UNIQUE INDEX identity_of_account ON identity (org_id, account_id);
