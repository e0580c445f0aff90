-- Who reports, as far as the statistics ask (sex, age, education, line of work; ADR 046): told by the worker or an officer, there
-- while the worker's yes to statistics stands and no longer. Other people of a case have no such facts.

ALTER TABLE "case_person" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- A worker may say them, beside which way to be reached is safe (migration follow_up).
DROP TRIGGER case_person_worker_columns ON case_person;
CREATE TRIGGER case_person_worker_columns BEFORE UPDATE ON case_person FOR EACH ROW WHEN (app.actor_kind() = 'worker')
  EXECUTE FUNCTION app.keep_other_columns('contact_channel', 'sealed_contact', 'sealed_safe_times', 'may_leave_message', 'preferred_officer_sex',
    'sex', 'age_band', 'education', 'sector', 'version');

-- No yes, no facts. The case is held until the transaction ends: a yes that is taken back at this moment waits and then finds them.
CREATE FUNCTION app.refuse_uncounted_facts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM cases c WHERE c.id = NEW.case_id AND c.in_statistics AND c.erased_at IS NULL FOR SHARE;
  IF NOT FOUND OR NEW.kind <> 'worker' THEN
    RAISE EXCEPTION 'nobody agreed that these facts are counted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_person_facts_told BEFORE INSERT ON case_person FOR EACH ROW
  WHEN (app.actor_kind() <> 'nobody' AND num_nonnulls(NEW.sex, NEW.age_band, NEW.education, NEW.sector) > 0) EXECUTE FUNCTION app.refuse_uncounted_facts();
CREATE TRIGGER case_person_facts_changed BEFORE UPDATE OF sex, age_band, education, sector ON case_person FOR EACH ROW
  WHEN (app.actor_kind() <> 'nobody' AND num_nonnulls(NEW.sex, NEW.age_band, NEW.education, NEW.sector) > 0) EXECUTE FUNCTION app.refuse_uncounted_facts();

-- The yes is taken back, everything is to be deleted, the case is erased: they go with it, at once.
CREATE FUNCTION app.forget_uncounted_facts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE case_person p SET sex = NULL, age_band = NULL, education = NULL, sector = NULL, version = p.version + 1
    WHERE p.case_id = NEW.id AND num_nonnulls(p.sex, p.age_band, p.education, p.sector) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER cases_facts_forgotten AFTER UPDATE OF in_statistics ON cases FOR EACH ROW
  WHEN (OLD.in_statistics AND NOT NEW.in_statistics) EXECUTE FUNCTION app.forget_uncounted_facts();
UPDATE case_person p SET sex = NULL, age_band = NULL, education = NULL, sector = NULL
  FROM cases c WHERE c.id = p.case_id AND NOT c.in_statistics AND num_nonnulls(p.sex, p.age_band, p.education, p.sector) > 0;

REVOKE ALL ON FUNCTION app.refuse_uncounted_facts(), app.forget_uncounted_facts() FROM PUBLIC;
