-- The second door. lib/access decides who may do what, these policies decide it again for whoever the transaction says it is.
-- The application connects as a member of fair_passage_app, owns nothing and cannot bypass a policy.
-- Every table has row-level security on: a table without a policy shows no row to the application.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'fair_passage_app') THEN
    CREATE ROLE fair_passage_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- two databases of one cluster migrated at once
END $$;

CREATE SCHEMA app;
REVOKE ALL ON SCHEMA app FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA app, public TO fair_passage_app;

-- Who this transaction is, set by lib/data/within.ts. An unset actor is nobody.
CREATE FUNCTION app.actor_kind() RETURNS text LANGUAGE sql STABLE AS $$ SELECT coalesce(nullif(current_setting('app.actor_kind', true), ''), 'nobody') $$;
CREATE FUNCTION app.actor_id() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.actor_id', true), '')::uuid $$;
CREATE FUNCTION app.office_id() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.office_id', true), '')::uuid $$;
CREATE FUNCTION app.staff_role() RETURNS text LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('app.role', true), '') $$;
CREATE FUNCTION app.case_id() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.case_id', true), '')::uuid $$;
CREATE FUNCTION app.token_hash() RETURNS bytea LANGUAGE sql STABLE AS $$ SELECT decode(coalesce(current_setting('app.token_hash', true), ''), 'hex') $$;
CREATE FUNCTION app.is_case_staff() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT app.actor_kind() = 'staff' AND app.staff_role() IN ('caseworker', 'supervisor') $$;
CREATE FUNCTION app.is_administrator() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT app.actor_kind() = 'staff' AND app.staff_role() = 'administrator' $$;

-- Every table: no rows to anybody until a policy says so.
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- Offices are no secret, a worker is told which office reads the report. The launcher's commands make them, as owner.
GRANT SELECT ON office TO fair_passage_app;
CREATE POLICY office_read ON office FOR SELECT USING (true);

-- Readiness compares what was applied with what this version brings.
GRANT SELECT ON _prisma_migrations TO fair_passage_app;

GRANT SELECT ON installation TO fair_passage_app;
CREATE POLICY installation_read ON installation FOR SELECT USING (true);

-- Staff: colleagues see each other, the administrator of the office invites and changes, the door looks up who signs in.
GRANT SELECT, INSERT, UPDATE ON staff TO fair_passage_app;
CREATE POLICY staff_read ON staff FOR SELECT USING (
  (SELECT app.actor_kind()) = 'door'
  OR ((SELECT app.actor_kind()) = 'staff' AND office_id = (SELECT app.office_id()))
  -- the worker is told the first name of who answers: only those who wrote in the worker's own case
  OR ((SELECT app.actor_kind()) = 'worker' AND EXISTS (SELECT 1 FROM message m WHERE m.author_staff_id = staff.id AND m.case_id = (SELECT app.case_id()))));
CREATE POLICY staff_invite ON staff FOR INSERT WITH CHECK ((SELECT app.is_administrator()) AND office_id = (SELECT app.office_id()));
CREATE POLICY staff_change ON staff FOR UPDATE
  USING ((SELECT app.is_administrator()) AND office_id = (SELECT app.office_id()))
  WITH CHECK (office_id = (SELECT app.office_id()));

GRANT SELECT, INSERT, UPDATE ON staff_credential TO fair_passage_app;
CREATE POLICY staff_credential_door ON staff_credential FOR ALL USING ((SELECT app.actor_kind()) = 'door') WITH CHECK ((SELECT app.actor_kind()) = 'door');

GRANT SELECT, INSERT, UPDATE ON staff_invitation TO fair_passage_app;
CREATE POLICY staff_invitation_door ON staff_invitation FOR ALL USING ((SELECT app.actor_kind()) = 'door') WITH CHECK ((SELECT app.actor_kind()) = 'door');
CREATE POLICY staff_invitation_administrator ON staff_invitation FOR ALL
  USING ((SELECT app.is_administrator()) AND office_id = (SELECT app.office_id()))
  WITH CHECK ((SELECT app.is_administrator()) AND office_id = (SELECT app.office_id()));

GRANT SELECT, INSERT, UPDATE ON staff_session TO fair_passage_app;
CREATE POLICY staff_session_door ON staff_session FOR ALL USING ((SELECT app.actor_kind()) = 'door') WITH CHECK ((SELECT app.actor_kind()) = 'door');
CREATE POLICY staff_session_revoke ON staff_session FOR UPDATE USING (
  (SELECT app.is_administrator()) AND EXISTS (SELECT 1 FROM staff s WHERE s.id = staff_id AND s.office_id = (SELECT app.office_id())));
CREATE POLICY staff_session_read ON staff_session FOR SELECT USING (
  (SELECT app.is_administrator()) AND EXISTS (SELECT 1 FROM staff s WHERE s.id = staff_id AND s.office_id = (SELECT app.office_id())));

-- Cases: caseworkers and supervisors of the office, the worker of this one case, the reporter who is just sending it.
-- Administrators: none.
GRANT SELECT, INSERT, UPDATE ON cases TO fair_passage_app;
CREATE POLICY cases_staff_read ON cases FOR SELECT USING ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()));
CREATE POLICY cases_own_read ON cases FOR SELECT USING ((SELECT app.actor_kind()) IN ('worker', 'reporter') AND id = (SELECT app.case_id()));
CREATE POLICY cases_staff_insert ON cases FOR INSERT WITH CHECK ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND state = 'received');
CREATE POLICY cases_reporter_insert ON cases FOR INSERT WITH CHECK ((SELECT app.actor_kind()) = 'reporter' AND id = (SELECT app.case_id()) AND state = 'received');
CREATE POLICY cases_staff_update ON cases FOR UPDATE USING ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id())) WITH CHECK (office_id = (SELECT app.office_id()));
CREATE POLICY cases_worker_update ON cases FOR UPDATE USING ((SELECT app.actor_kind()) = 'worker' AND id = (SELECT app.case_id())) WITH CHECK (id = (SELECT app.case_id()));

-- A case is seen through its own policy: what hangs on it is visible with it.
CREATE FUNCTION app.sees_case(c uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT EXISTS (SELECT 1 FROM public.cases WHERE id = c) $$;

-- Parts of a case that the worker gave or is meant to see.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['statement', 'case_person', 'case_party', 'fee_line', 'loan', 'wage_fact', 'message', 'evidence', 'consent', 'remedy', 'repayment', 'state_move', 'satisfaction_survey', 'fee_line_revision'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO fair_passage_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (app.sees_case(case_id))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK ((SELECT app.actor_kind()) IN (''staff'', ''worker'', ''reporter'') AND app.sees_case(case_id))', t || '_insert', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['case_person', 'case_party', 'fee_line', 'loan', 'wage_fact', 'message', 'statement', 'evidence', 'consent', 'remedy', 'repayment'] LOOP
    EXECUTE format('GRANT UPDATE ON %I TO fair_passage_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING ((SELECT app.actor_kind()) IN (''staff'', ''worker'') AND app.sees_case(case_id))', t || '_update', t);
  END LOOP;
END $$;

-- Parts of a case for staff only, the sending of a report may put the first ones there.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['note', 'task', 'referral', 'fee_assessment', 'deadline', 'indicator_finding'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO fair_passage_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id))', t || '_update', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['note', 'task', 'referral'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK ((SELECT app.is_case_staff()) AND app.sees_case(case_id))', t || '_insert', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['fee_assessment', 'deadline', 'indicator_finding'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (((SELECT app.is_case_staff()) OR (SELECT app.actor_kind()) IN (''worker'', ''reporter'')) AND app.sees_case(case_id))', t || '_insert', t);
  END LOOP;
END $$;
-- A worker is told where the case went.
CREATE POLICY referral_own_read ON referral FOR SELECT USING ((SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()));
-- Clocks move when the worker answers.
CREATE POLICY deadline_own_read ON deadline FOR SELECT USING ((SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()));
CREATE POLICY deadline_own_update ON deadline FOR UPDATE USING ((SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()));

-- Whoever sees a case may use its key, the worker, or a supervisor, may destroy it.
GRANT SELECT, INSERT, DELETE ON case_key TO fair_passage_app;
CREATE POLICY case_key_read ON case_key FOR SELECT USING (app.sees_case(case_id));
CREATE POLICY case_key_insert ON case_key FOR INSERT WITH CHECK ((SELECT app.actor_kind()) IN ('staff', 'reporter') AND app.sees_case(case_id));
CREATE POLICY case_key_destroy ON case_key FOR DELETE USING (
  app.sees_case(case_id) AND ((SELECT app.actor_kind()) = 'worker' OR ((SELECT app.actor_kind()) = 'staff' AND (SELECT app.staff_role()) = 'supervisor')));

-- The register of organisations: public facts.
GRANT SELECT, INSERT, UPDATE ON party, party_name, party_licence, party_programme TO fair_passage_app;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['party', 'party_name', 'party_licence', 'party_programme'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (true)', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK ((SELECT app.actor_kind()) = ''staff'')', t || '_insert', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING ((SELECT app.actor_kind()) = ''staff'')', t || '_update', t);
  END LOOP;
END $$;

-- Rules and rates: everybody reads, the administrator adds, a rule is never rewritten, only followed by a new version.
GRANT SELECT, INSERT ON fee_rule TO fair_passage_app;
CREATE POLICY fee_rule_read ON fee_rule FOR SELECT USING (true);
CREATE POLICY fee_rule_insert ON fee_rule FOR INSERT WITH CHECK ((SELECT app.is_administrator()));
GRANT SELECT, INSERT, UPDATE ON exchange_rate TO fair_passage_app;
CREATE POLICY exchange_rate_read ON exchange_rate FOR SELECT USING (true);
CREATE POLICY exchange_rate_insert ON exchange_rate FOR INSERT WITH CHECK ((SELECT app.is_administrator()));
CREATE POLICY exchange_rate_update ON exchange_rate FOR UPDATE USING ((SELECT app.is_administrator()));

-- A draft is seen by whoever holds its token, what is past its time, by the sweeper.
GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO fair_passage_app;
CREATE POLICY draft_holder ON draft FOR ALL
  USING ((SELECT app.actor_kind()) IN ('reporter', 'staff', 'worker') AND token_hash = (SELECT app.token_hash()))
  WITH CHECK ((SELECT app.actor_kind()) IN ('reporter', 'staff', 'worker') AND token_hash = (SELECT app.token_hash()));
CREATE POLICY draft_sweep ON draft FOR SELECT USING ((SELECT app.actor_kind()) = 'system' AND expires_at < now());
CREATE POLICY draft_sweep_delete ON draft FOR DELETE USING ((SELECT app.actor_kind()) = 'system' AND expires_at < now());

-- A worker's session and the look-up by the hash of the code belong to the door alone.
GRANT SELECT, INSERT, UPDATE, DELETE ON worker_session TO fair_passage_app;
CREATE POLICY worker_session_door ON worker_session FOR ALL USING ((SELECT app.actor_kind()) = 'door') WITH CHECK ((SELECT app.actor_kind()) = 'door');
CREATE POLICY worker_session_sweep ON worker_session FOR SELECT USING ((SELECT app.actor_kind()) = 'system' AND expires_at < now());
CREATE POLICY worker_session_sweep_delete ON worker_session FOR DELETE USING ((SELECT app.actor_kind()) = 'system' AND expires_at < now());
CREATE FUNCTION app.case_by_code(hash bytea) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM public.cases WHERE code_hash = hash AND erased_at IS NULL AND app.actor_kind() = 'door' $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON throttle TO fair_passage_app;
CREATE POLICY throttle_door ON throttle FOR ALL USING ((SELECT app.actor_kind()) IN ('door', 'system')) WITH CHECK ((SELECT app.actor_kind()) IN ('door', 'system'));

-- Audit: append only, chained per office. The chain is made here, so that no application code can leave a link out.
GRANT SELECT, INSERT ON audit_event TO fair_passage_app;
CREATE POLICY audit_event_append ON audit_event FOR INSERT WITH CHECK (actor_kind = (SELECT app.actor_kind()) AND actor_id IS NOT DISTINCT FROM (SELECT app.actor_id()));
CREATE POLICY audit_event_case ON audit_event FOR SELECT USING ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND case_id IS NOT NULL AND app.sees_case(case_id));
CREATE POLICY audit_event_office ON audit_event FOR SELECT USING (
  (SELECT app.actor_kind()) = 'staff' AND (SELECT app.staff_role()) IN ('supervisor', 'administrator') AND office_id = (SELECT app.office_id()));

CREATE FUNCTION app.audit_hash(e public.audit_event, prev bytea) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(prev || convert_to(concat_ws('|', e.office_id, e.seq, e.id, (extract(epoch FROM e.at) * 1000000)::bigint, e.actor_kind, coalesce(e.actor_id::text, '-'), e.action, coalesce(e.case_id::text, '-'), e.detail::text), 'UTF8')) $$;

CREATE FUNCTION app.chain_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head public.audit_head;
BEGIN
  INSERT INTO audit_head (office_id, seq, hash) VALUES (NEW.office_id, 0, '\x') ON CONFLICT (office_id) DO NOTHING;
  SELECT * INTO head FROM audit_head WHERE office_id = NEW.office_id FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.hash := app.audit_hash(NEW, head.hash);
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE office_id = NEW.office_id;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_event_chain BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION app.chain_audit();

CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'audit events are never changed'; END $$;
CREATE TRIGGER audit_event_fixed BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER audit_event_kept BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- The first event of the chain of an office that no longer fits, or no row when all fit.
CREATE FUNCTION app.first_broken_audit(office uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  WITH chain AS (
    SELECT e AS event, e.seq, e.prev_hash, e.hash, lag(e.hash, 1, '\x'::bytea) OVER w AS expected_prev, lag(e.seq, 1, 0::bigint) OVER w AS previous_seq
    FROM public.audit_event e WHERE e.office_id = office WINDOW w AS (ORDER BY e.seq))
  SELECT min(seq) FROM chain WHERE prev_hash <> expected_prev OR seq <> previous_seq + 1 OR hash <> app.audit_hash(event, prev_hash) $$;

GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO fair_passage_app;
