-- AlterTable
ALTER TABLE "code_replacement" ADD COLUMN     "alarmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "former_hash" BYTEA,
ADD COLUMN     "looked_at" TIMESTAMPTZ(3),
ADD COLUMN     "looked_by_id" UUID;

-- CreateIndex
CREATE INDEX "code_replacement_former_hash_idx" ON "code_replacement"("former_hash");

-- Row-level security, functions and triggers (written by hand).

-- What an employer, a broker or a room-mate knows of every worker (country, scheme, language, month) may refuse somebody and never
-- lets anybody in: three of the facts that are of this one case have to match (lib/domain/identity-check.ts says the same).
CREATE FUNCTION app.identity_enough(facts jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT count(*) FILTER (WHERE value = 'matched' AND key IN ('party_name', 'amount', 'paid_month', 'matter', 'safe_times')) >= 3
    AND count(*) FILTER (WHERE value = 'matched' AND key IN ('amount', 'paid_month', 'matter', 'safe_times')) >= 1
    AND count(*) FILTER (WHERE value <> 'matched') = 0
  FROM jsonb_each_text(facts) $$;
ALTER TABLE code_replacement DROP CONSTRAINT code_replacement_enough;
-- What was passed with less and not used counts no more; what was used stays as it was written down.
UPDATE code_replacement SET outcome = 'refused' WHERE outcome = 'passed' AND replaced_at IS NULL AND NOT app.identity_enough(facts);
ALTER TABLE code_replacement ADD CONSTRAINT code_replacement_enough CHECK (outcome = 'refused' OR (outcome = 'passed' AND app.identity_enough(facts))) NOT VALID;

-- Every check needs a second person, whatever the case: severity is the officer's own to change. Counts come from the facts, and a
-- case takes three checks a day, whoever asks.
CREATE OR REPLACE FUNCTION app.ask_for_second() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.needs_second := true;
  NEW.matched := (SELECT count(*) FROM jsonb_each_text(NEW.facts) WHERE value = 'matched');
  NEW.mismatched := (SELECT count(*) FROM jsonb_each_text(NEW.facts) WHERE value <> 'matched');
  NEW.former_hash := NULL;
  NEW.alarmed_at := NULL;
  NEW.looked_at := NULL;
  NEW.looked_by_id := NULL;
  IF (SELECT count(*) FROM public.code_replacement r WHERE r.case_id = NEW.case_id AND r.request_id <> NEW.request_id
      AND r.checked_at > NEW.checked_at - interval '24 hours') >= 3 THEN
    RAISE EXCEPTION 'too many checks of this case today' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
UPDATE code_replacement SET needs_second = true WHERE replaced_at IS NULL AND NOT needs_second;

-- As before, with a second person always, and the hash of the code that ends.
CREATE OR REPLACE FUNCTION app.use_code_check() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE code_replacement r SET replaced_at = clock_timestamp(), former_hash = OLD.code_hash WHERE r.id = (
    SELECT p.id FROM code_replacement p
    WHERE p.case_id = NEW.id AND p.staff_id = app.actor_id() AND p.outcome = 'passed' AND p.replaced_at IS NULL
      AND p.confirmed_at IS NOT NULL AND p.confirmed_by_id <> p.staff_id AND app.identity_enough(p.facts)
      AND p.checked_at > clock_timestamp() - interval '24 hours'
    ORDER BY p.checked_at DESC LIMIT 1 FOR UPDATE);
  IF NOT FOUND OR NEW.code_hash IS NULL OR NOT app.is_case_staff() THEN
    RAISE EXCEPTION 'no check allows another code' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM worker_session WHERE case_id = NEW.id;
  RETURN NEW;
END $$;

-- Somebody types a code that was replaced: when that was and whose case it is, for them; for supervisors who did not check, a case
-- to look at. The first time is written into the trail. Nothing for any other code.
CREATE FUNCTION app.former_code(hash bytea, at timestamptz) RETURNS TABLE (replaced_at timestamptz, office text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE known record;
BEGIN
  IF app.actor_kind() <> 'door' THEN RETURN; END IF;
  SELECT r.id, r.case_id, r.replaced_at, r.alarmed_at, c.office_id, o.name INTO known
    FROM code_replacement r JOIN cases c ON c.id = r.case_id JOIN office o ON o.id = c.office_id
    WHERE r.former_hash = hash AND c.erased_at IS NULL ORDER BY r.replaced_at DESC LIMIT 1 FOR UPDATE OF r;
  IF NOT FOUND THEN RETURN; END IF;
  IF known.alarmed_at IS NULL THEN
    UPDATE code_replacement SET alarmed_at = at WHERE id = known.id;
    INSERT INTO audit_event (id, office_id, actor_kind, action, case_id, detail)
      VALUES (gen_random_uuid(), known.office_id, 'door', 'code.former_typed', known.case_id, jsonb_build_object('checkId', known.id));
  END IF;
  RETURN QUERY SELECT known.replaced_at, known.name;
END $$;
-- A supervisor who did not check says that it was looked into. Returns how many there were.
CREATE FUNCTION app.look_at_code_alarm(in_case uuid, at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE looked integer;
BEGIN
  IF NOT (app.is_case_staff() AND app.staff_role() = 'supervisor' AND app.sees_case_of_office(in_case)) THEN RETURN 0; END IF;
  UPDATE code_replacement r SET looked_by_id = app.actor_id(), looked_at = at
    WHERE r.case_id = in_case AND r.alarmed_at IS NOT NULL AND r.looked_at IS NULL AND r.staff_id <> app.actor_id();
  GET DIAGNOSTICS looked = ROW_COUNT;
  RETURN looked;
END $$;
REVOKE ALL ON FUNCTION app.former_code(bytea, timestamptz), app.look_at_code_alarm(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.former_code(bytea, timestamptz), app.look_at_code_alarm(uuid, timestamptz) TO fair_passage_app;

-- An erased case is found by no code, also not by one that was replaced.
CREATE FUNCTION app.forget_former_codes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE code_replacement SET former_hash = NULL WHERE case_id = NEW.id AND former_hash IS NOT NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_forget_former_codes AFTER UPDATE OF erased_at ON cases FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL)
  EXECUTE FUNCTION app.forget_former_codes();

-- A file of the worker is taken away by the worker alone, with the event that goes with it (lib/usecases/files/remove-file.ts), and
-- does not come back: its bytes are gone.
DROP TRIGGER evidence_staff_columns ON evidence;
CREATE TRIGGER evidence_staff_columns BEFORE UPDATE ON evidence FOR EACH ROW WHEN (app.actor_kind() = 'staff')
  EXECUTE FUNCTION app.keep_other_columns('fee_line_id');
CREATE TRIGGER evidence_stays_removed BEFORE UPDATE OF removed_at ON evidence FOR EACH ROW
  WHEN (OLD.removed_at IS NOT NULL AND NEW.removed_at IS DISTINCT FROM OLD.removed_at) EXECUTE FUNCTION app.keep_other_columns('message_id');

-- What a case says is not changed once it ended, or is to be erased.
DROP POLICY correction_decide ON correction;
CREATE POLICY correction_decide ON correction FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND state = 'proposed'
    AND EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id AND c.state <> 'closed' AND c.erase_due_at IS NULL))
  WITH CHECK (state IN ('accepted', 'declined') AND decided_by_id = (SELECT app.actor_id()));
