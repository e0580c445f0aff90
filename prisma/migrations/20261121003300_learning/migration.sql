-- Learning: the measures of UNGP principle 31 (domain notes, part 4), counted in one place for the page and for the file.

-- What came of a check: of one on retaliation yes, no, not_reached.
ALTER TABLE "deadline" ADD COLUMN     "outcome_code" TEXT;

-- How many reports were begun and sent on a day in Japan, by language: a draft leaves nothing else behind.
CREATE TABLE "filing_day" (
    "day" DATE NOT NULL,
    "locale" TEXT NOT NULL,
    "started" INTEGER NOT NULL DEFAULT 0,
    "sent" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "filing_day_pkey" PRIMARY KEY ("day","locale")
);
ALTER TABLE filing_day ENABLE ROW LEVEL SECURITY;

-- Nobody reads or writes the counts but these triggers and app.kpi_counts.
CREATE FUNCTION app.count_filing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO filing_day (day, locale, started) VALUES ((now() AT TIME ZONE 'Asia/Tokyo')::date, NEW.locale, 1)
      ON CONFLICT (day, locale) DO UPDATE SET started = filing_day.started + 1;
  ELSE
    INSERT INTO filing_day (day, locale, sent) VALUES ((now() AT TIME ZONE 'Asia/Tokyo')::date, NEW.locale, 1)
      ON CONFLICT (day, locale) DO UPDATE SET sent = filing_day.sent + 1;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER draft_started AFTER INSERT ON draft FOR EACH ROW WHEN (NEW.kind = 'report') EXECUTE FUNCTION app.count_filing();
CREATE TRIGGER draft_sent AFTER UPDATE OF submitted_case_id ON draft FOR EACH ROW
  WHEN (NEW.kind = 'report' AND OLD.submitted_case_id IS NULL AND NEW.submitted_case_id IS NOT NULL) EXECUTE FUNCTION app.count_filing();

-- Each measure as counts: `hits` of `base`, or `amount` (hours, yen, minor units, a mean) over `base` people. `part` divides one (a
-- severity, a language, a currency). A supervisor or caseworker counts the own office, an administrator one office or all (null).
-- Time runs from the first submission; duplicates and tests are left out. What is about workers, not about our work, counts only
-- those who agreed to be counted.
CREATE FUNCTION app.kpi_counts(only_office uuid, from_at timestamptz, to_at timestamptz, at timestamptz)
RETURNS TABLE (kpi text, part text, hits bigint, base bigint, amount numeric)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
  IF app.actor_kind() <> 'staff' THEN RAISE EXCEPTION 'measures are for staff' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF app.staff_role() <> 'administrator' AND only_office IS DISTINCT FROM app.office_id() THEN
    RAISE EXCEPTION 'only the own office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
  WITH c AS MATERIALIZED (
    SELECT * FROM cases k WHERE NOT k.is_test AND k.closing_code IS DISTINCT FROM 'duplicate_merged'
      AND (only_office IS NULL OR k.office_id = only_office) AND (from_at IS NULL OR k.received_at >= from_at) AND (to_at IS NULL OR k.received_at < to_at)),
  agreed AS MATERIALIZED (SELECT * FROM c WHERE in_statistics),
  promises AS (
    SELECT d.kind, c.id, (d.met_at IS NOT NULL AND d.met_at <= d.due_at) AS kept FROM deadline d JOIN c ON c.id = d.case_id
    WHERE d.kind IN ('first_reply', 'triage_decision') AND d.cancelled_at IS NULL AND (d.met_at IS NOT NULL OR (d.due_at <= at AND d.paused_at IS NULL))),
  surveys AS (SELECT s.* FROM satisfaction_survey s JOIN c ON c.id = s.case_id),
  moves AS MATERIALIZED (SELECT m.*, lead(m.to_state) OVER (PARTITION BY m.case_id ORDER BY m.moved_at, m.id) AS next_state,
      lag(m.closing_code) OVER (PARTITION BY m.case_id ORDER BY m.moved_at, m.id) AS last_code FROM state_move m JOIN c ON c.id = m.case_id),
  ended AS (SELECT id, closing_code, is_admissible, is_anonymous, scheme, origin, in_statistics,
      EXISTS (SELECT 1 FROM remedy r WHERE r.case_id = c.id AND r.delivered_at IS NOT NULL) AS is_remedied FROM c WHERE state = 'closed'),
  money AS (SELECT r.case_id, r.currency, sum(p.arrived_minor) AS repaid FROM remedy r
      LEFT JOIN repayment p ON p.remedy_id = r.id JOIN c ON c.id = r.case_id WHERE r.currency IS NOT NULL GROUP BY 1, 2),
  ties AS (SELECT e.case_id, (e.detail->>'staffId') AS staff_id, min(e.at) AS since FROM audit_event e JOIN c ON c.id = e.case_id
      WHERE e.action = 'case.conflict_declared' AND e.detail ? 'staffId' GROUP BY 1, 2)
  SELECT 'independence_share', NULL, count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM ties t WHERE t.case_id = c.id AND t.staff_id = c.assignee_id::text)), count(*), NULL::numeric FROM c WHERE assignee_id IS NOT NULL
  UNION ALL SELECT 'trust_return_rate', NULL, count(*) FILTER (WHERE would_return), count(would_return), NULL FROM surveys
  UNION ALL SELECT 'named_party_access_events', NULL, count(*), NULL, NULL FROM audit_event e JOIN ties t ON t.case_id = e.case_id AND t.staff_id = e.actor_id::text AND e.at > t.since WHERE e.action = 'case.read'
  UNION ALL SELECT 'language_coverage', NULL, count(*) FILTER (WHERE same), count(*), NULL FROM (SELECT bool_and(m.language = c.language) AS same FROM message m JOIN c ON c.id = m.case_id WHERE m.direction = 'to_worker' GROUP BY c.id) answered
  UNION ALL SELECT 'channel_mix', channel, count(*), sum(count(*)) OVER ()::bigint, NULL FROM c GROUP BY channel
  UNION ALL SELECT 'language_mix', language, count(*), sum(count(*)) OVER ()::bigint, NULL FROM c GROUP BY language
  UNION ALL SELECT 'form_completion', f.locale, sum(f.sent), greatest(sum(f.started), sum(f.sent)), NULL FROM filing_day f
    WHERE only_office IS NULL AND (from_at IS NULL OR f.day >= (from_at AT TIME ZONE 'Asia/Tokyo')::date) AND (to_at IS NULL OR f.day < (to_at AT TIME ZONE 'Asia/Tokyo')::date) GROUP BY f.locale
  UNION ALL SELECT 'anonymous_share', NULL, count(*) FILTER (WHERE is_anonymous), count(*), NULL FROM agreed
  UNION ALL SELECT 'ttfr_median', NULL, NULL, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_reply_at - received_at) / 3600)::numeric FROM c WHERE first_reply_at IS NOT NULL
  UNION ALL SELECT 'ttfr_p90', NULL, NULL, count(*), percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM first_reply_at - received_at) / 3600)::numeric FROM c WHERE first_reply_at IS NOT NULL
  UNION ALL SELECT 'within_target_first_reply', NULL, count(*) FILTER (WHERE kept), count(*), NULL FROM promises WHERE kind = 'first_reply'
  UNION ALL SELECT 'within_target_triage', NULL, count(*) FILTER (WHERE kept), count(*), NULL FROM promises WHERE kind = 'triage_decision'
  UNION ALL SELECT 'ttc_median', NULL, NULL, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM closed_at - received_at) / 3600)::numeric FROM c WHERE closed_at IS NOT NULL
  UNION ALL SELECT 'overdue_open', severity, count(*) FILTER (WHERE next_due_at < at), count(*), NULL FROM c WHERE state <> 'closed' GROUP BY severity
  UNION ALL SELECT 'support_person_share', NULL, count(*) FILTER (WHERE EXISTS (SELECT 1 FROM case_person p WHERE p.case_id = agreed.id AND p.kind IN ('proxy', 'support_person'))), count(*), NULL FROM agreed
  UNION ALL SELECT 'fee_to_complain', NULL, count(*) FILTER (WHERE paid_to_complain), count(paid_to_complain), NULL FROM surveys
  UNION ALL SELECT 'status_freshness', NULL, count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id AND d.kind IN ('status_update', 'first_reply') AND d.met_at IS NULL AND d.cancelled_at IS NULL AND d.paused_at IS NULL AND d.due_at < at)), count(*), NULL FROM c WHERE state <> 'closed'
  UNION ALL SELECT 'status_view_rate', NULL, count(*) FILTER (WHERE EXISTS (SELECT 1 FROM audit_event e WHERE e.case_id = c.id AND e.actor_kind = 'worker')), count(*), NULL FROM c
  UNION ALL SELECT 'remedy_rate', NULL, count(*) FILTER (WHERE is_remedied), count(*), NULL FROM ended WHERE is_admissible
  UNION ALL SELECT 'remedy_value', currency, count(*) FILTER (WHERE repaid > 0), count(*), sum(repaid) FROM money GROUP BY currency
  UNION ALL SELECT 'remedy_claimed', r.currency, NULL, count(DISTINCT r.case_id), sum(r.claimed_minor) FROM remedy r JOIN c ON c.id = r.case_id WHERE r.currency IS NOT NULL AND r.claimed_minor IS NOT NULL GROUP BY r.currency
  UNION ALL SELECT 'remedy_value_median', currency, NULL, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY repaid)::numeric FROM money WHERE repaid > 0 GROUP BY currency
  UNION ALL SELECT 'consent_coverage', NULL, count(*) FILTER (WHERE x.consent_id IS NOT NULL AND k.given_at <= r.sent_at AND (k.expires_at IS NULL OR k.expires_at > r.sent_at) AND (k.withdrawn_at IS NULL OR k.withdrawn_at > r.sent_at)), count(*), NULL
    FROM referral r JOIN c ON c.id = r.case_id CROSS JOIN LATERAL (SELECT r.consent_id) x LEFT JOIN consent k ON k.id = r.consent_id WHERE r.sent_at IS NOT NULL
  UNION ALL SELECT 'vital_interest_referrals', NULL, count(*) FILTER (WHERE r.consent_id IS NULL AND cardinality(r.vital_interest_by_ids) > 0), count(*), NULL FROM referral r JOIN c ON c.id = r.case_id WHERE r.sent_at IS NOT NULL
  UNION ALL SELECT 'retaliation_rate', NULL, count(*) FILTER (WHERE d.outcome_code = 'yes'), count(*) FILTER (WHERE d.outcome_code IN ('yes', 'no')), NULL FROM deadline d JOIN c ON c.id = d.case_id WHERE d.kind = 'retaliation_check'
  UNION ALL SELECT 'retaliation_checked', NULL, count(*) FILTER (WHERE d.met_at IS NOT NULL), count(*), NULL FROM deadline d JOIN c ON c.id = d.case_id WHERE d.kind = 'retaliation_check' AND d.cancelled_at IS NULL AND (d.met_at IS NOT NULL OR d.due_at <= at)
  UNION ALL SELECT 'recurrence', NULL, count(*) FILTER (WHERE again), count(*), NULL FROM (
    SELECT bool_or(EXISTS (SELECT 1 FROM case_party q JOIN c later ON later.id = q.case_id WHERE q.name_key = p.name_key AND later.id <> first.id AND later.is_admissible
      AND later.received_at > first.closed_at AND later.received_at < first.closed_at + interval '12 months')) AS again
    FROM case_party p JOIN c first ON first.id = p.case_id WHERE first.state = 'closed' AND first.is_admissible AND p.name_key IS NOT NULL AND p.role <> 'other' GROUP BY p.name_key) organisations
  UNION ALL SELECT 'systemic_flags', NULL, count(*) FILTER (WHERE reporters >= 3), count(*), NULL FROM (SELECT count(DISTINCT p.case_id) AS reporters FROM case_party p JOIN c ON c.id = p.case_id WHERE p.name_key IS NOT NULL GROUP BY p.name_key) organisations
  UNION ALL SELECT 'reopen_rate', NULL, count(DISTINCT case_id) FILTER (WHERE to_state = 'reopened'), count(DISTINCT case_id) FILTER (WHERE to_state = 'closed'), NULL FROM moves
  UNION ALL SELECT 'appeal_overturn_rate', NULL, count(*) FILTER (WHERE next_state = 'assigned' OR (next_state = 'closed' AND EXISTS (SELECT 1 FROM state_move n WHERE n.case_id = moves.case_id AND n.moved_at > moves.moved_at AND n.closing_code IS DISTINCT FROM moves.last_code))), count(*) FILTER (WHERE next_state IS NOT NULL), NULL FROM moves WHERE to_state = 'appeal'
  UNION ALL SELECT 'satisfaction', NULL, count(*) FILTER (WHERE score >= 4), count(score), avg(score) FROM surveys
  UNION ALL SELECT 'satisfaction_response', NULL, (SELECT count(DISTINCT case_id) FROM surveys WHERE score IS NOT NULL), count(*), NULL FROM ended
  UNION ALL SELECT 'mediated_agreement_rate', NULL, count(*) FILTER (WHERE next_state = 'remedy_agreed'), count(*) FILTER (WHERE next_state IS NOT NULL AND next_state <> 'awaiting_worker'), NULL FROM moves WHERE to_state = 'mediation'
  UNION ALL SELECT 'over_cap_share', NULL, coalesce(sum(over_line_count), 0), coalesce(sum(ruled_line_count), 0), NULL FROM agreed
  UNION ALL SELECT 'zero_fee_share', NULL, count(*) FILTER (WHERE paid_answer = 'no'), count(*) FILTER (WHERE paid_answer IN ('yes', 'no')), NULL FROM agreed
  UNION ALL SELECT 'outcome_gap', 'anonymous:' || is_anonymous::text, count(*) FILTER (WHERE is_remedied), count(*), NULL FROM ended WHERE in_statistics AND is_admissible GROUP BY is_anonymous
  UNION ALL SELECT 'outcome_gap', 'scheme:' || scheme, count(*) FILTER (WHERE is_remedied), count(*), NULL FROM ended WHERE in_statistics AND is_admissible AND scheme IS NOT NULL GROUP BY scheme
  UNION ALL SELECT 'outcome_gap', 'origin:' || origin, count(*) FILTER (WHERE is_remedied), count(*), NULL FROM ended WHERE in_statistics AND is_admissible AND origin IS NOT NULL GROUP BY origin
  UNION ALL SELECT 'outcome_gap', 'sex:' || p.sex, count(*) FILTER (WHERE is_remedied), count(*), NULL FROM ended JOIN case_person p ON p.case_id = ended.id AND p.kind = 'worker' WHERE in_statistics AND is_admissible AND p.sex IS NOT NULL GROUP BY p.sex;
END $$;
REVOKE ALL ON FUNCTION app.kpi_counts(uuid, timestamptz, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.kpi_counts(uuid, timestamptz, timestamptz, timestamptz) TO fair_passage_app;
