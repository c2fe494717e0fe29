-- Limits that hold by tag. One row for each place where they are written, read and written only as a whole.
CREATE TABLE shared_budget (
    source     text        PRIMARY KEY,
    definition text        NOT NULL CHECK (definition::jsonb IS NOT NULL),
    changed_at timestamptz NOT NULL
);

COMMENT ON COLUMN shared_budget.source IS 'the file under the probes directory; empty: applied through the API';
