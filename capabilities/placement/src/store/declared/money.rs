//! Invoices and payments. What law demands of accounts counts from the end of the year; an invoice and the credit note
//! that cancels it go together.

use super::MONEY;

passerelle_store::held! {
    pub(super) HELD;
    SENT = invoice_dispatch "placement-held-dispatches", for MONEY, from Program, of "recorded_by = ?1",
        since Day "(SELECT max(substr(v.issued_on, 1, 4)) FROM invoice v WHERE v.id = invoice_dispatch.invoice_id
            OR v.credit_of = invoice_dispatch.invoice_id OR v.credited_by = invoice_dispatch.invoice_id) || '-12-31'"
        country "(SELECT country FROM organisation WHERE organisation.id = invoice_dispatch.org_id)", term Accounting,
        erasure keep, purge delete "", facts {};
    PAID = payment "placement-held-payments", for MONEY, from Program, of "recorded_by = ?1",
        since Day "(SELECT max(substr(v.issued_on, 1, 4)) FROM invoice v WHERE v.id = payment.invoice_id
            OR v.credit_of = payment.invoice_id OR v.credited_by = payment.invoice_id) || '-12-31'"
        country "(SELECT country FROM organisation WHERE organisation.id = payment.org_id)", term Accounting,
        erasure keep, purge delete "", facts {};
    ISSUED = invoice "placement-held-issued", for MONEY, from Program, of "issued_by = ?1",
        since Day "(SELECT max(substr(v.issued_on, 1, 4)) FROM invoice v WHERE v.id = invoice.id
            OR v.credit_of = invoice.id OR v.credited_by = invoice.id) || '-12-31'"
        country "(SELECT country FROM organisation WHERE organisation.id = invoice.org_id)", term Accounting,
        erasure keep, purge no, facts {};
    // The annex names who worked and when, by id and by name.
    INVOICES = invoice "placement-held-invoices", for MONEY, from Association,
        of "org_id IN (SELECT org_id FROM membership WHERE role = 'peer'
                AND (account_id = ?1 OR account_id = (SELECT merged_into FROM account WHERE account.id = ?1)))
            AND content LIKE '%' || ?1 || '%'",
        since Day "(SELECT max(substr(v.issued_on, 1, 4)) FROM invoice v WHERE v.id = invoice.id
            OR v.credit_of = invoice.id OR v.credited_by = invoice.id) || '-12-31'"
        country "(SELECT country FROM organisation WHERE organisation.id = invoice.org_id)", term Accounting,
        erasure keep_named, purge delete "",
        facts {
            "placement-held-number" Text "number"; "placement-held-issued-on" Day "issued_on";
            "placement-held-institution" Text "(SELECT name FROM organisation WHERE organisation.id = invoice.institution_id)";
        };
}
