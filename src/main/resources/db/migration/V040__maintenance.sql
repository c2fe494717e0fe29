-- Announced windows in which runs go on, marked, and count for nothing.
CREATE TABLE maintenance_window (
    id         text        PRIMARY KEY,
    definition text        NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL
);

-- The window's name, on the run for good: a window that is changed later does not change what happened.
ALTER TABLE run ADD COLUMN maintenance text;
