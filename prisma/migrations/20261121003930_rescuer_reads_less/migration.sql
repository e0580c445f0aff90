-- Who opened a case in an emergency reads what helps to find a person: the case and its key, who it is, what they told and wrote, and
-- who is named. What the office works with, and what was paid, was let through by app.sees_case and is shown nowhere (ADR 051).
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['case_hold', 'consent', 'consent_request', 'correction', 'evidence', 'fee_line', 'instalment_payment', 'loan', 'original_text',
      'placement', 'remedy', 'repayment', 'repayment_answer', 'state_move', 'wage_fact'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR SELECT USING ((SELECT app.actor_kind()) <> ''rescuer'')', t || '_no_rescue', t);
  END LOOP;
END $$;

-- It looks at the table of that name, and at no temporary one of whoever changes the case.
ALTER FUNCTION app.keep_assignee_of_office() SET search_path = public, pg_temp;
