-- Free texts about people are sealed: what lies in clear waits in a column beside it until the program has sealed it.
ALTER TABLE request ADD COLUMN public_words_clear TEXT;
ALTER TABLE request ADD COLUMN hope_words_clear TEXT;
ALTER TABLE request ADD COLUMN reason_clear TEXT;
UPDATE request SET public_words_clear = public_words WHERE public_words <> '';
UPDATE request SET hope_words_clear = hope_words WHERE hope_words <> '';
UPDATE request SET reason_clear = reason WHERE reason <> '';
ALTER TABLE request DROP COLUMN public_words;
ALTER TABLE request DROP COLUMN hope_words;
ALTER TABLE request DROP COLUMN reason;
ALTER TABLE request ADD COLUMN public_words BLOB;
ALTER TABLE request ADD COLUMN hope_words BLOB;
ALTER TABLE request ADD COLUMN reason BLOB;

ALTER TABLE remark ADD COLUMN text_clear TEXT;
UPDATE remark SET text_clear = text;
ALTER TABLE remark DROP COLUMN text;
ALTER TABLE remark ADD COLUMN text BLOB;

ALTER TABLE sheet_answer ADD COLUMN words_clear TEXT;
UPDATE sheet_answer SET words_clear = words;
ALTER TABLE sheet_answer DROP COLUMN words;
ALTER TABLE sheet_answer ADD COLUMN words BLOB;
CREATE INDEX sheet_answer_row ON sheet_answer ((mission_id || '/' || point));

ALTER TABLE hours_entry ADD COLUMN question_clear TEXT;
UPDATE hours_entry SET question_clear = question WHERE question IS NOT NULL;
ALTER TABLE hours_entry DROP COLUMN question;
ALTER TABLE hours_entry ADD COLUMN question BLOB;

ALTER TABLE beyond ADD COLUMN answer_clear TEXT;
UPDATE beyond SET answer_clear = answer WHERE answer IS NOT NULL;
ALTER TABLE beyond DROP COLUMN answer;
ALTER TABLE beyond ADD COLUMN answer BLOB;
