-- What an erased case leaves in rows that other cases share (its links, its groups), and the words of old cases, made one by one.

-- An erased case is seen by nobody; neither are the rows that name it: a page would read a case that is not there.
ALTER POLICY case_link_read ON case_link USING (
  (SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND app.sees_case(case_id) AND app.sees_case(other_id));
ALTER POLICY case_group_member_read ON case_group_member USING (app.sees_group(group_id) AND app.sees_case(case_id));
ALTER POLICY group_act_case_read ON group_act_case USING (
  app.sees_case(case_id) AND EXISTS (SELECT 1 FROM group_act a WHERE a.id = act_id));

-- The title of a group is the office's own words about a party or an event. When the last case in it is erased, its key goes.
CREATE FUNCTION app.forget_group_titles() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM case_group_key k USING case_group_member m
    WHERE m.case_id = NEW.id AND m.removed_at IS NULL AND k.group_id = m.group_id
      AND NOT EXISTS (SELECT 1 FROM case_group_member o JOIN cases c ON c.id = o.case_id
        WHERE o.group_id = m.group_id AND o.removed_at IS NULL AND o.case_id <> NEW.id AND c.erased_at IS NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER cases_forget_group_titles AFTER UPDATE OF erased_at ON cases FOR EACH ROW
  WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION app.forget_group_titles();

-- Cases whose words are still to be made into hashes: those that are there today. A case that has some (of a message written
-- meanwhile) is among them: what it has says nothing about what it lacks. Newer cases get theirs as they are written.
CREATE TABLE "case_words_due" (
  "case_id" UUID NOT NULL,
  "tried_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
  CONSTRAINT "case_words_due_pkey" PRIMARY KEY ("case_id")
);
CREATE INDEX "case_words_due_tried_at_case_id_idx" ON "case_words_due"("tried_at", "case_id");
ALTER TABLE "case_words_due" ADD CONSTRAINT "case_words_due_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE case_words_due ENABLE ROW LEVEL SECURITY;
INSERT INTO case_words_due (case_id) SELECT k.case_id FROM case_key k JOIN cases c ON c.id = k.case_id WHERE c.erased_at IS NULL;

-- One that failed is looked at again after a day, behind those that nobody tried.
CREATE OR REPLACE FUNCTION app.cases_without_words(upto integer) RETURNS TABLE (case_id uuid, office_id uuid, codes text[], wrapped_key bytea, sealed jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system makes hashes afterwards' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN QUERY
    SELECT c.id, c.office_id, ARRAY(SELECT 'g:' || g FROM unnest(c.grievance_codes) AS g) || array_remove(ARRAY['c:' || c.origin, 'h:' || c.scheme], NULL), k.wrapped_key, (
      SELECT coalesce(jsonb_agg(jsonb_build_object('column', p.place, 'row', p.id, 'sealed', encode(p.sealed, 'base64'))), '[]'::jsonb) FROM (
        SELECT 'statement.sealed_text' AS place, s.id, s.sealed_text AS sealed FROM statement s WHERE s.case_id = c.id
        UNION ALL SELECT 'statement.sealed_translation', s.id, s.sealed_translation FROM statement s WHERE s.case_id = c.id
        UNION ALL SELECT 'message.sealed_body', m.id, m.sealed_body FROM message m WHERE m.case_id = c.id
        UNION ALL SELECT 'message.sealed_translation', m.id, m.sealed_translation FROM message m WHERE m.case_id = c.id
        UNION ALL SELECT 'note.sealed_body', n.id, n.sealed_body FROM note n WHERE n.case_id = c.id
        UNION ALL SELECT 'case_party.sealed_name_as_given', y.id, y.sealed_name_as_given FROM case_party y WHERE y.case_id = c.id
        UNION ALL SELECT 'fee_line.sealed_payee_name', f.id, f.sealed_payee_name FROM fee_line f WHERE f.case_id = c.id
        UNION ALL SELECT 'loan.sealed_lender_name', l.id, l.sealed_lender_name FROM loan l WHERE l.case_id = c.id
        UNION ALL SELECT 'correction.sealed_new', r.id, r.sealed_new FROM correction r WHERE r.case_id = c.id
        UNION ALL SELECT 'text_translation.sealed_text', t.id, t.sealed_text FROM text_translation t WHERE t.case_id = c.id
        UNION ALL SELECT 'correction.sealed_reason', r.id, r.sealed_reason FROM correction r WHERE r.case_id = c.id) p WHERE p.sealed IS NOT NULL)
    FROM case_words_due d JOIN cases c ON c.id = d.case_id JOIN case_key k ON k.case_id = c.id
    WHERE c.erased_at IS NULL AND d.tried_at < now() - interval '1 day' ORDER BY d.tried_at, d.case_id LIMIT upto;
END $$;

-- How it ended for one of them: all its words are there, or it is put behind the others.
CREATE FUNCTION app.end_case_words(in_case uuid, is_whole boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system makes hashes afterwards' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF is_whole THEN DELETE FROM case_words_due WHERE case_id = in_case;
  ELSE UPDATE case_words_due SET tried_at = now() WHERE case_id = in_case;
  END IF;
END $$;
REVOKE ALL ON FUNCTION app.end_case_words(uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.end_case_words(uuid, boolean) TO fair_passage_app;

CREATE OR REPLACE FUNCTION app.forget_case_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM case_words WHERE case_id = OLD.case_id;
  DELETE FROM case_words_due WHERE case_id = OLD.case_id;
  RETURN OLD;
END $$;

-- An act on several cases is written with all of them waiting, and goes on where it was cut off when its form is sent again.
GRANT UPDATE (outcome, from_id) ON bulk_act_case TO fair_passage_app;
CREATE FUNCTION app.keep_bulk_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.outcome NOT IN ('waiting', 'failed') THEN RAISE EXCEPTION 'how it ended stays' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bulk_act_case_outcome BEFORE UPDATE OF outcome, from_id ON bulk_act_case FOR EACH ROW
  WHEN ((OLD.outcome, OLD.from_id) IS DISTINCT FROM (NEW.outcome, NEW.from_id)) EXECUTE FUNCTION app.keep_bulk_outcome();
