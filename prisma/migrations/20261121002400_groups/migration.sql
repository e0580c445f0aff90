-- CreateTable
CREATE TABLE "triage" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "dangers_now" TEXT[],
    "dangers_not" TEXT[],
    "proposed" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "reasons" TEXT[],
    "decision" TEXT NOT NULL,
    "triaged_by_id" UUID NOT NULL,
    "triaged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "triage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_link" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reasons" TEXT[],
    "request_id" UUID NOT NULL,
    "linked_by_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "unlinked_by_id" UUID,
    "unlinked_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_group" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed_title" BYTEA NOT NULL,
    "request_id" UUID NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_group_key" (
    "group_id" UUID NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "master_key_id" TEXT NOT NULL,

    CONSTRAINT "case_group_key_pkey" PRIMARY KEY ("group_id")
);

-- CreateTable
CREATE TABLE "case_group_member" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_group_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_act" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "acted_by_id" UUID NOT NULL,
    "acted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_act_case" (
    "act_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "group_act_case_pkey" PRIMARY KEY ("act_id","case_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "triage_request_id_key" ON "triage"("request_id");

-- CreateIndex
CREATE INDEX "triage_case_id_triaged_at_idx" ON "triage"("case_id", "triaged_at");

-- CreateIndex
CREATE UNIQUE INDEX "case_link_request_id_key" ON "case_link"("request_id");

-- CreateIndex
CREATE INDEX "case_link_case_id_idx" ON "case_link"("case_id");

-- CreateIndex
CREATE INDEX "case_link_other_id_idx" ON "case_link"("other_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_group_request_id_key" ON "case_group"("request_id");

-- CreateIndex
CREATE INDEX "case_group_office_id_made_at_idx" ON "case_group"("office_id", "made_at" DESC);

-- CreateIndex
CREATE INDEX "case_group_member_group_id_idx" ON "case_group_member"("group_id");

-- CreateIndex
CREATE INDEX "case_group_member_case_id_idx" ON "case_group_member"("case_id");

-- CreateIndex
CREATE INDEX "group_act_group_id_acted_at_idx" ON "group_act"("group_id", "acted_at" DESC);

-- CreateIndex
CREATE INDEX "group_act_case_case_id_idx" ON "group_act_case"("case_id");

-- AddForeignKey
ALTER TABLE "triage" ADD CONSTRAINT "triage_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_group" ADD CONSTRAINT "case_group_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_group_key" ADD CONSTRAINT "case_group_key_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "case_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_group_member" ADD CONSTRAINT "case_group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "case_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_group_member" ADD CONSTRAINT "case_group_member_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_act" ADD CONSTRAINT "group_act_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "case_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_act_case" ADD CONSTRAINT "group_act_case_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "group_act"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_act_case" ADD CONSTRAINT "group_act_case_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, functions and constraints (written by hand).

-- Who did what about whom stays for the office that did it. No worker, reporter or other office reads a row of these tables: that
-- there are other cases at all is none of a worker's knowledge.

-- What an officer found at triage is written once, in the own name.
ALTER TABLE triage ENABLE ROW LEVEL SECURITY;
ALTER TABLE triage ADD CONSTRAINT triage_decision CHECK (decision IN ('assign', 'signpost', 'duplicate', 'later'));
GRANT SELECT, INSERT ON triage TO fair_passage_app;
CREATE POLICY triage_read ON triage FOR SELECT USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE POLICY triage_insert ON triage FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND triaged_by_id = (SELECT app.actor_id()) AND app.sees_case(case_id));

-- Two cases of one office. A link is ended, never rewritten; two cases have one at a time.
ALTER TABLE case_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_link ADD CONSTRAINT case_link_kind CHECK (kind IN ('duplicate', 'related'));
ALTER TABLE case_link ADD CONSTRAINT case_link_two CHECK (case_id <> other_id);
CREATE UNIQUE INDEX case_link_one_at_a_time ON case_link (least(case_id, other_id), greatest(case_id, other_id)) WHERE unlinked_at IS NULL;
GRANT SELECT, INSERT ON case_link TO fair_passage_app;
GRANT UPDATE (unlinked_by_id, unlinked_at) ON case_link TO fair_passage_app;
CREATE POLICY case_link_read ON case_link FOR SELECT USING ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()));
CREATE POLICY case_link_insert ON case_link FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND linked_by_id = (SELECT app.actor_id())
  AND unlinked_at IS NULL AND unlinked_by_id IS NULL AND app.sees_case(case_id) AND app.sees_case(other_id));
CREATE POLICY case_link_end ON case_link FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND unlinked_at IS NULL)
  WITH CHECK (unlinked_by_id = (SELECT app.actor_id()) AND unlinked_at IS NOT NULL);

-- A group belongs to one office, and only cases of that office can be in it.
ALTER TABLE case_group ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_group ADD CONSTRAINT case_group_kind CHECK (kind IN ('party', 'event'));
GRANT SELECT, INSERT ON case_group TO fair_passage_app;
CREATE POLICY case_group_read ON case_group FOR SELECT USING ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()));
CREATE POLICY case_group_insert ON case_group FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND made_by_id = (SELECT app.actor_id()));
-- A group is seen through its own policy: what hangs on it is visible with it.
CREATE FUNCTION app.sees_group(g uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT EXISTS (SELECT 1 FROM public.case_group WHERE id = g) $$;

ALTER TABLE case_group_key ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON case_group_key TO fair_passage_app;
CREATE POLICY case_group_key_read ON case_group_key FOR SELECT USING (app.sees_group(group_id));
CREATE POLICY case_group_key_insert ON case_group_key FOR INSERT WITH CHECK (app.sees_group(group_id));

ALTER TABLE case_group_member ENABLE ROW LEVEL SECURITY;
CREATE UNIQUE INDEX case_group_member_once ON case_group_member (group_id, case_id) WHERE removed_at IS NULL;
GRANT SELECT, INSERT ON case_group_member TO fair_passage_app;
GRANT UPDATE (removed_by_id, removed_at) ON case_group_member TO fair_passage_app;
CREATE POLICY case_group_member_read ON case_group_member FOR SELECT USING (app.sees_group(group_id));
CREATE POLICY case_group_member_insert ON case_group_member FOR INSERT WITH CHECK (
  added_by_id = (SELECT app.actor_id()) AND removed_at IS NULL AND removed_by_id IS NULL AND app.sees_group(group_id) AND app.sees_case(case_id));
CREATE POLICY case_group_member_end ON case_group_member FOR UPDATE
  USING (removed_at IS NULL AND app.sees_group(group_id))
  WITH CHECK (removed_by_id = (SELECT app.actor_id()) AND removed_at IS NOT NULL);

-- One act on a group, and what came of it for each case. Not the words: they are in the cases, sealed.
ALTER TABLE group_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE group_act ADD CONSTRAINT group_act_kind CHECK (kind IN ('message', 'note'));
GRANT SELECT, INSERT ON group_act TO fair_passage_app;
CREATE POLICY group_act_read ON group_act FOR SELECT USING (app.sees_group(group_id));
CREATE POLICY group_act_insert ON group_act FOR INSERT WITH CHECK (acted_by_id = (SELECT app.actor_id()) AND app.sees_group(group_id));
ALTER TABLE group_act_case ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON group_act_case TO fair_passage_app;
GRANT UPDATE (outcome) ON group_act_case TO fair_passage_app;
CREATE POLICY group_act_case_read ON group_act_case FOR SELECT USING (EXISTS (SELECT 1 FROM group_act a WHERE a.id = act_id));
CREATE POLICY group_act_case_insert ON group_act_case FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM group_act a WHERE a.id = act_id AND a.acted_by_id = (SELECT app.actor_id())) AND app.sees_case(case_id));
CREATE POLICY group_act_case_end ON group_act_case FOR UPDATE
  USING (outcome = 'waiting' AND EXISTS (SELECT 1 FROM group_act a WHERE a.id = act_id AND a.acted_by_id = (SELECT app.actor_id())))
  WITH CHECK (outcome <> 'waiting');

-- Ties that were declared are few: found without reading the trail.
CREATE INDEX audit_event_conflict_idx ON audit_event (office_id, case_id) WHERE action = 'case.conflict_declared';

-- Cases of the office that have something in common with one: by keys, codes and amounts, no sealed word is opened. The latest ones
-- of each kind, so that a party with thousands of cases costs no more than one with a hundred. lib/domain/related-cases.ts weighs them.
CREATE INDEX cases_job_order_idx ON cases (office_id, job_order, received_at DESC) WHERE job_order IS NOT NULL;
CREATE INDEX cases_poster_month_idx ON cases (poster_id, received_at DESC) WHERE poster_id IS NOT NULL;
CREATE INDEX cases_same_total_idx ON cases (office_id, corridor, paid_total_jpy, received_at DESC) WHERE paid_total_jpy > 0;

CREATE FUNCTION app.related_cases(in_case uuid)
RETURNS TABLE (
  id uuid, number text, state text, severity text, closing_code text, received_at timestamptz, roles text[],
  same_job_order boolean, same_programme boolean, same_poster boolean, same_corridor boolean, same_total boolean, same_amounts bigint,
  same_language boolean, days_apart integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
#variable_conflict use_column
DECLARE
  own cases%ROWTYPE;
  families uuid[];
BEGIN
  SELECT * INTO own FROM cases c WHERE c.id = in_case AND c.office_id = app.office_id() AND app.is_case_staff();
  IF NOT FOUND THEN RETURN; END IF;
  -- A party of the register with those that were merged into one with it.
  SELECT coalesce(array_agg(DISTINCT f.id), '{}') INTO families
    FROM case_party o JOIN party p ON p.id = o.party_id JOIN party f ON coalesce(f.merged_into_id, f.id) = coalesce(p.merged_into_id, p.id)
    WHERE o.case_id = in_case;
  RETURN QUERY
  WITH shared AS MATERIALIZED (
    SELECT x.case_id, x.role FROM case_party o CROSS JOIN LATERAL (
      SELECT p.case_id, p.role FROM case_party p JOIN cases c ON c.id = p.case_id AND c.office_id = own.office_id
      WHERE p.name_key = o.name_key AND p.case_id <> in_case ORDER BY p.case_id DESC LIMIT 100) x
    WHERE o.case_id = in_case AND o.name_key IS NOT NULL
    UNION
    SELECT x.case_id, x.role FROM unnest(families) AS f (party_id) CROSS JOIN LATERAL (
      SELECT p.case_id, p.role FROM case_party p JOIN cases c ON c.id = p.case_id AND c.office_id = own.office_id
      WHERE p.party_id = f.party_id AND p.case_id <> in_case ORDER BY p.case_id DESC LIMIT 100) x
  ), found AS MATERIALIZED (
    SELECT s.case_id FROM shared s
    UNION (SELECT c.id FROM cases c WHERE c.office_id = own.office_id AND c.job_order = own.job_order ORDER BY c.received_at DESC LIMIT 100)
    UNION (SELECT c.id FROM cases c WHERE c.poster_id = own.poster_id AND c.office_id = own.office_id
      AND c.received_at BETWEEN own.received_at - interval '31 days' AND own.received_at + interval '31 days' ORDER BY c.received_at DESC LIMIT 50)
    UNION (SELECT c.id FROM cases c WHERE c.office_id = own.office_id AND c.corridor = own.corridor AND own.paid_total_jpy > 0
      AND c.paid_total_jpy > 0 AND c.paid_total_jpy = own.paid_total_jpy
      AND c.received_at BETWEEN own.received_at - interval '31 days' AND own.received_at + interval '31 days' ORDER BY c.received_at DESC LIMIT 50)
  )
  SELECT c.id, c.number, c.state, c.severity, c.closing_code, c.received_at,
    (SELECT coalesce(array_agg(DISTINCT s.role ORDER BY s.role), '{}') FROM shared s WHERE s.case_id = c.id),
    c.job_order IS NOT NULL AND c.job_order IS NOT DISTINCT FROM own.job_order,
    c.programme IS NOT NULL AND c.programme IS NOT DISTINCT FROM own.programme,
    c.poster_id IS NOT NULL AND c.poster_id IS NOT DISTINCT FROM own.poster_id,
    c.corridor IS NOT NULL AND c.corridor IS NOT DISTINCT FROM own.corridor,
    c.paid_total_jpy > 0 AND c.paid_total_jpy = own.paid_total_jpy,
    (SELECT count(DISTINCT (l.amount_minor, l.currency)) FROM fee_line l JOIN fee_line o ON o.case_id = in_case AND o.amount_minor = l.amount_minor AND o.currency = l.currency
      WHERE l.case_id = c.id AND l.removed_at IS NULL AND l.split_at IS NULL AND o.removed_at IS NULL AND o.split_at IS NULL),
    c.language = own.language,
    abs(extract(epoch FROM c.received_at - own.received_at) / 86400)::integer
  FROM found f JOIN cases c ON c.id = f.case_id
  WHERE c.id <> in_case AND c.office_id = own.office_id AND c.erased_at IS NULL;
END $$;
REVOKE ALL ON FUNCTION app.related_cases(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.related_cases(uuid) TO fair_passage_app;

-- Officers of the office who declared a tie in another case with a party of this one.
CREATE FUNCTION app.tied_elsewhere(in_case uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT (a.detail ->> 'staffId')::uuid FROM audit_event a
    JOIN case_party p ON p.case_id = a.case_id
    JOIN case_party o ON o.case_id = in_case AND (o.name_key = p.name_key OR o.party_id = p.party_id)
  WHERE a.action = 'case.conflict_declared' AND a.office_id = app.office_id() AND a.case_id <> in_case
    AND app.is_case_staff() AND app.sees_case_of_office(in_case) $$;
REVOKE ALL ON FUNCTION app.tied_elsewhere(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tied_elsewhere(uuid) TO fair_passage_app;
