-- Where a peer does not want to work may tell where they were a patient. Each peer has one list, sealed, all of the same
-- length (2048 bytes: a letter and an id for each place, then spaces), with or without a place on it. What lies in clear
-- waits in a column beside it until the program has sealed it.
CREATE TABLE private_list (
    person_id TEXT PRIMARY KEY,
    places_clear TEXT,
    places BLOB
);
INSERT INTO private_list (person_id, places_clear)
SELECT o.id, CASE WHEN length(o.listed) > 2048 THEN o.listed ELSE o.listed || substr(
    replace(replace(replace('a', 'a', 'bbbbbbbbbbbbbbbb'), 'b', 'cccccccccccccccc'), 'c', '        '), 1, 2048 - length(o.listed)) END
FROM (SELECT p.id AS id, coalesce((SELECT string_agg(substr(n.kind, 1, 1) || n.place_id, ' ') FROM not_there n
        WHERE n.person_id = p.id), '') AS listed
    FROM (SELECT m.account_id AS id FROM membership m WHERE m.role = 'peer' UNION SELECT n.person_id FROM not_there n) p) o
ORDER BY o.id;
DROP TABLE not_there;

-- How people are reached is sealed too.
ALTER TABLE request ADD COLUMN contact_phone_clear TEXT;
UPDATE request SET contact_phone_clear = contact_phone WHERE contact_phone <> '';
ALTER TABLE request DROP COLUMN contact_phone;
ALTER TABLE request ADD COLUMN contact_phone BLOB;

ALTER TABLE mission ADD COLUMN referent_phone_clear TEXT;
UPDATE mission SET referent_phone_clear = referent_phone WHERE referent_phone <> '';
ALTER TABLE mission DROP COLUMN referent_phone;
ALTER TABLE mission ADD COLUMN referent_phone BLOB;

ALTER TABLE invoice_dispatch ADD COLUMN sent_to_clear TEXT;
UPDATE invoice_dispatch SET sent_to_clear = sent_to WHERE sent_to <> '';
ALTER TABLE invoice_dispatch DROP COLUMN sent_to;
ALTER TABLE invoice_dispatch ADD COLUMN sent_to BLOB;
