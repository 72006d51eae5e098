-- What a program sent with the key, as a hash, and what it was answered: ids only, for programs that ask again.
ALTER TABLE once ADD COLUMN print TEXT;
ALTER TABLE once ADD COLUMN answer TEXT;
