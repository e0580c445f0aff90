-- The queue reads a page at a time in the order of these indexes (lib/data/case-queue.ts), so that page one of two hundred
-- thousand cases costs what page one of two hundred costs. Closed cases are most of an old office: the open ones have indexes
-- of their own, which Prisma's schema cannot say (partial indexes) and therefore mentions in a comment.

DROP INDEX "cases_office_id_state_idx";
CREATE INDEX "cases_office_id_state_next_due_at_id_idx" ON "cases"("office_id", "state", "next_due_at", "id");

-- Due first.
CREATE INDEX "cases_open_by_due" ON "cases"("office_id", "next_due_at", "id") WHERE "state" <> 'closed';
-- Mine, nobody's, and those of a colleague.
CREATE INDEX "cases_open_by_assignee" ON "cases"("office_id", "assignee_id", "next_due_at", "id") WHERE "state" <> 'closed';
-- From one country: the rare ones are far apart in the order of what is due.
CREATE INDEX "cases_open_by_origin" ON "cases"("office_id", "origin", "next_due_at", "id") WHERE "state" <> 'closed';
-- Closed, the last one first.
CREATE INDEX "cases_closed_by_change" ON "cases"("office_id", "state_changed_at" DESC, "id" DESC) WHERE "state" = 'closed';
