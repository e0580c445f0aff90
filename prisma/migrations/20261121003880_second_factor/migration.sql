-- Sign-in in two steps (ADR 047). A session opens nothing but the second step until the second factor was given; sessions of before
-- this migration were opened with a password alone and end here.
ALTER TABLE "staff_session"
  ADD COLUMN "opened_at" TIMESTAMPTZ(3),
  ADD COLUMN "proved_at" TIMESTAMPTZ(3),
  ADD COLUMN "is_shared" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "browser" TEXT NOT NULL DEFAULT 'other',
  ADD COLUMN "system" TEXT NOT NULL DEFAULT 'other',
  ADD COLUMN "wrong_before" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "challenge" BYTEA;
-- Wrong passwords and codes since the last sign-in, to tell the person of.
ALTER TABLE "staff_credential" ADD COLUMN "wrong_tries" INTEGER NOT NULL DEFAULT 0;

-- The secret of an authenticator app, wrapped; last_step: the newest time step that was used, which counts no second time;
-- closed_until: after many wrong codes in a row none is looked at until then.
CREATE TABLE "staff_totp" (
    "staff_id" UUID NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "master_key_id" TEXT NOT NULL,
    "last_step" INTEGER,
    "wrong_codes" INTEGER NOT NULL DEFAULT 0,
    "closed_until" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_totp_pkey" PRIMARY KEY ("staff_id")
);
-- argon2id of a code with the salt of its set.
CREATE TABLE "staff_recovery_code" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "salt" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_recovery_code_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "staff_passkey" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "credential_id" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[] NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_passkey_pkey" PRIMARY KEY ("id")
);
-- A colleague took somebody's second factor away: told at the next sign-in, until a new one is there.
CREATE TABLE "staff_factor_reset" (
    "staff_id" UUID NOT NULL,
    "reset_by_id" UUID NOT NULL,
    "reset_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_factor_reset_pkey" PRIMARY KEY ("staff_id")
);
CREATE INDEX "staff_recovery_code_staff_id_idx" ON "staff_recovery_code"("staff_id");
CREATE INDEX "staff_passkey_staff_id_idx" ON "staff_passkey"("staff_id");
CREATE UNIQUE INDEX "staff_passkey_credential_id_key" ON "staff_passkey"("credential_id");
ALTER TABLE "staff_totp" ADD CONSTRAINT "staff_totp_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "staff_recovery_code" ADD CONSTRAINT "staff_recovery_code_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "staff_passkey" ADD CONSTRAINT "staff_passkey_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "staff_factor_reset" ADD CONSTRAINT "staff_factor_reset_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Only the door reads and writes them, as with passwords.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['staff_totp', 'staff_recovery_code', 'staff_passkey', 'staff_factor_reset'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO fair_passage_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR ALL USING ((SELECT app.actor_kind()) = ''door'') WITH CHECK ((SELECT app.actor_kind()) = ''door'')', t || '_door', t);
  END LOOP;
END $$;
GRANT INSERT, UPDATE ON staff_totp, staff_recovery_code, staff_passkey TO fair_passage_app;

-- Which factors the people of the office have: that there are some, nothing of them.
CREATE FUNCTION app.second_factors() RETURNS TABLE (staff_id uuid, has_app boolean, passkeys integer, codes integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, EXISTS (SELECT 1 FROM staff_totp t WHERE t.staff_id = s.id),
    (SELECT count(*)::integer FROM staff_passkey p WHERE p.staff_id = s.id),
    (SELECT count(*)::integer FROM staff_recovery_code c WHERE c.staff_id = s.id AND c.used_at IS NULL)
  FROM staff s WHERE app.actor_kind() = 'staff' AND app.staff_role() IN ('supervisor', 'administrator') AND s.office_id = app.office_id() $$;

-- Takes the second factor of a colleague away and ends the sessions: a supervisor of caseworkers, an administrator of everybody else.
CREATE FUNCTION app.reset_second_factor(colleague uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM staff s WHERE s.id = colleague AND s.office_id = app.office_id() AND s.id IS DISTINCT FROM app.actor_id()
      AND app.actor_kind() = 'staff' AND (app.staff_role() = 'administrator' OR (app.staff_role() = 'supervisor' AND s.role = 'caseworker'))) THEN
    RETURN false;
  END IF;
  DELETE FROM staff_totp WHERE staff_id = colleague;
  DELETE FROM staff_passkey WHERE staff_id = colleague;
  DELETE FROM staff_recovery_code WHERE staff_id = colleague;
  UPDATE staff_session SET revoked_at = at WHERE staff_id = colleague AND revoked_at IS NULL;
  INSERT INTO staff_factor_reset (staff_id, reset_by_id, reset_at) VALUES (colleague, app.actor_id(), at)
    ON CONFLICT ON CONSTRAINT staff_factor_reset_pkey DO UPDATE SET reset_by_id = EXCLUDED.reset_by_id, reset_at = EXCLUDED.reset_at;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION app.second_factors(), app.reset_second_factor(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.second_factors(), app.reset_second_factor(uuid, timestamptz) TO fair_passage_app;
