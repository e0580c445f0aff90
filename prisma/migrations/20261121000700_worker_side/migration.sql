-- What is due also holds closed cases: words of a worker that nobody has read, and checks that come after closing. The condition
-- is the one of lib/data/case-queue.ts, word for word, because PostgreSQL uses a partial index only for a condition it can read.
CREATE INDEX "cases_to_look_at_by_due" ON "cases"("office_id", "next_due_at", "id")
  WHERE ("state" <> 'closed' OR "unread_from_worker" > 0 OR "next_due_at" IS NOT NULL);
