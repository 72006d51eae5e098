-- People's own telephone numbers are sealed, each with the key of its person. What lies in clear waits in a column beside
-- it until the program has sealed it.
ALTER TABLE person ADD COLUMN phone_clear TEXT;
UPDATE person SET phone_clear = phone WHERE phone <> '';
ALTER TABLE person DROP COLUMN phone;
ALTER TABLE person ADD COLUMN phone BLOB;

-- Nor do they stand in the index of words any more. It is made anew when it is empty.
DELETE FROM search_entry;
