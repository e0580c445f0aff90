-- The fixed tables of the first statistics page: the column index answers every question now (ADR 040), and nothing calls these.
DROP FUNCTION app.survey_by_origin(timestamptz, timestamptz, text);
DROP FUNCTION app.case_counts(text, timestamptz, timestamptz, text);
DROP FUNCTION app.recruitment_cost_by_origin(timestamptz, timestamptz, text);
