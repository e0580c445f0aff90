-- The cases whose deadlines, signs or referrals changed are taken first, and only they are counted again. As one condition on the
-- update, the counting ran for every case there is as long as the planner took the table for a small one: an import of ten thousand
-- reports into a new installation grew slower with each chunk.
CREATE OR REPLACE FUNCTION app.touch_queue_columns() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  WITH touched AS MATERIALIZED (
    SELECT c.id, c.state, c.waiting_on, c.sign_count, c.next_due_owner, c.next_due_kind
      FROM (SELECT DISTINCT case_id FROM changed) n JOIN cases c ON c.id = n.case_id)
  UPDATE cases c SET waiting_on = c.waiting_on FROM touched t
    WHERE c.id = t.id AND (t.waiting_on, t.sign_count, t.next_due_owner) IS DISTINCT FROM
      (app.waiting_on(t.state, app.body_waits(t.id), app.party_waits(t.id)), app.signs_of(t.id), app.due_owner(t.id, t.next_due_kind));
  RETURN NULL;
END $$;
