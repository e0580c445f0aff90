-- Who of the office can sign in by now: that there is a password, never the password's hash.
CREATE FUNCTION app.staff_with_password() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.staff_id FROM staff_credential c JOIN staff s ON s.id = c.staff_id
  WHERE app.is_administrator() AND s.office_id = app.office_id() $$;
REVOKE ALL ON FUNCTION app.staff_with_password() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.staff_with_password() TO fair_passage_app;
