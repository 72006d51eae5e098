-- The list of invoices goes by date, then by number.
DROP INDEX invoice_of_org;
DROP INDEX invoice_of_institution;
CREATE INDEX invoice_of_org ON invoice (org_id, issued_on, number, id);
CREATE INDEX invoice_of_institution ON invoice (institution_id, issued_on, number, id);
