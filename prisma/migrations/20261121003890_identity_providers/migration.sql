-- Sign-in through an office's own identity provider (ADR 056). The secret is wrapped like a key.
CREATE TABLE "identity_provider" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "master_key_id" TEXT NOT NULL,
    "domains" TEXT[] NOT NULL,
    "acr_values" TEXT[] NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_provider_pkey" PRIMARY KEY ("id")
);
-- Whom an issuer means by a subject: one identity for each person, after the person proved to be both.
CREATE TABLE "staff_identity" (
    "staff_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_identity_pkey" PRIMARY KEY ("staff_id")
);
CREATE UNIQUE INDEX "identity_provider_office_id_key" ON "identity_provider"("office_id");
CREATE UNIQUE INDEX "staff_identity_provider_id_issuer_subject_key" ON "staff_identity"("provider_id", "issuer", "subject");
ALTER TABLE "identity_provider" ADD CONSTRAINT "identity_provider_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "staff_identity" ADD CONSTRAINT "staff_identity_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "staff_identity" ADD CONSTRAINT "staff_identity_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "identity_provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An administrator sets the one of the own office; the door reads all.
ALTER TABLE identity_provider ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON identity_provider TO fair_passage_app;
GRANT UPDATE (issuer, client_id, wrapped_key, master_key_id, domains, acr_values, is_on, updated_at) ON identity_provider TO fair_passage_app;
CREATE POLICY identity_provider_door ON identity_provider FOR SELECT USING ((SELECT app.actor_kind()) = 'door');
CREATE POLICY identity_provider_administrator ON identity_provider FOR ALL
  USING ((SELECT app.actor_kind()) = 'staff' AND (SELECT app.staff_role()) = 'administrator' AND office_id = (SELECT app.office_id()))
  WITH CHECK ((SELECT app.actor_kind()) = 'staff' AND (SELECT app.staff_role()) = 'administrator' AND office_id = (SELECT app.office_id()));

-- Only the door reads and writes them, as with passwords.
ALTER TABLE staff_identity ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON staff_identity TO fair_passage_app;
CREATE POLICY staff_identity_door ON staff_identity FOR ALL
  USING ((SELECT app.actor_kind()) = 'door') WITH CHECK ((SELECT app.actor_kind()) = 'door');

-- As before (migration second_factor), and the identity goes too: it may have been what was lost.
CREATE OR REPLACE FUNCTION app.reset_second_factor(colleague uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM staff s WHERE s.id = colleague AND s.office_id = app.office_id() AND s.id IS DISTINCT FROM app.actor_id()
      AND app.actor_kind() = 'staff' AND (app.staff_role() = 'administrator' OR (app.staff_role() = 'supervisor' AND s.role = 'caseworker'))) THEN
    RETURN false;
  END IF;
  DELETE FROM staff_totp WHERE staff_id = colleague;
  DELETE FROM staff_passkey WHERE staff_id = colleague;
  DELETE FROM staff_recovery_code WHERE staff_id = colleague;
  DELETE FROM staff_identity WHERE staff_id = colleague;
  UPDATE staff_session SET revoked_at = at WHERE staff_id = colleague AND revoked_at IS NULL;
  INSERT INTO staff_factor_reset (staff_id, reset_by_id, reset_at) VALUES (colleague, app.actor_id(), at)
    ON CONFLICT ON CONSTRAINT staff_factor_reset_pkey DO UPDATE SET reset_by_id = EXCLUDED.reset_by_id, reset_at = EXCLUDED.reset_at;
  RETURN true;
END $$;
