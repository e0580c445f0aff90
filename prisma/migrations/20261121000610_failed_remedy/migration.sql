-- A remedy whose promise was broken stays in the case and counts for nothing any more.
ALTER TABLE "remedy" ADD COLUMN "failed_at" TIMESTAMPTZ(3);
