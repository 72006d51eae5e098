-- Each start looks for texts that an earlier version has left in clear: without reading the whole table.
CREATE INDEX job_payload_clear ON job (id) WHERE payload_clear IS NOT NULL;
