-- Files of people, their roles and teams. "list" says which; what such a file says is sealed, and kept until it is imported,
-- dropped or too old. An import without a list is one of the registry.
ALTER TABLE import ADD COLUMN list TEXT;
ALTER TABLE import ADD COLUMN staged BLOB;
