-- Those that have stepped back already.
INSERT INTO former_place (org_id, name) SELECT id, coalesce(short_name, name) FROM organisation WHERE merged_into IS NOT NULL;
