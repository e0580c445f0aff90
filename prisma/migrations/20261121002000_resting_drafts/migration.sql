-- A draft left alone rests: ten minutes after the last look it asks before it shows anything, for the digits its worker
-- chose or, without them, for a press. The row-level security of the table holds for the new columns too.
ALTER TABLE "draft" ADD COLUMN "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
                    ADD COLUMN "pin_hash" TEXT,
                    ADD COLUMN "pin_tries" INTEGER NOT NULL DEFAULT 0;
