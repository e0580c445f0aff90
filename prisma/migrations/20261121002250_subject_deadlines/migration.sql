-- A clock can belong to one thing on a case: a task, an instalment, a question to a party.
ALTER TABLE "deadline" ADD COLUMN     "subject_id" UUID;

-- Of each thing one clock of a kind runs.
CREATE UNIQUE INDEX deadline_subject_runs_once ON deadline (case_id, kind, subject_id) WHERE subject_id IS NOT NULL AND met_at IS NULL AND cancelled_at IS NULL;
