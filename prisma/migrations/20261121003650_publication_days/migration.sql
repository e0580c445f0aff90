-- The days on which the numbers of a public table last changed, with a hash of what was published: how old the newest public numbers
-- are is a measure of our own work, and the numbers of a day can be recognised. Nothing personal: the tables are public.
CREATE TABLE publication_day (
  name         text  NOT NULL,
  published_on date  NOT NULL,
  digest       bytea NOT NULL,
  PRIMARY KEY (name, published_on),
  CHECK (octet_length(digest) = 32)
);
ALTER TABLE publication_day ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON publication_day TO fair_passage_app;
GRANT UPDATE (digest) ON publication_day TO fair_passage_app;
CREATE POLICY publication_day_read ON publication_day FOR SELECT USING (true);
CREATE POLICY publication_day_write ON publication_day FOR INSERT WITH CHECK (app.actor_kind() = 'system');
CREATE POLICY publication_day_change ON publication_day FOR UPDATE USING (app.actor_kind() = 'system') WITH CHECK (app.actor_kind() = 'system');
