-- The counts of a day were written where a draft was: before the audit trail by a report that waited on a phone, after it by one of
-- the pages. Two of both kinds at one moment each held what the other waited for, and one was thrown out. Counted at the end of the
-- transaction, the trail always comes first, and nobody holds the day for longer than its end takes.
DROP TRIGGER draft_started ON draft;
DROP TRIGGER draft_sent ON draft;
CREATE CONSTRAINT TRIGGER draft_started AFTER INSERT ON draft DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'report') EXECUTE FUNCTION app.count_filing();
CREATE CONSTRAINT TRIGGER draft_sent AFTER UPDATE OF submitted_case_id ON draft DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind = 'report' AND OLD.submitted_case_id IS NULL AND NEW.submitted_case_id IS NOT NULL) EXECUTE FUNCTION app.count_filing();
