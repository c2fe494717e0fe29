-- Secrets that definitions refer to by name. Values are encrypted, and never read by anyone but the prober.
CREATE TABLE secret (
    name       text        PRIMARY KEY,
    value      text        NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL
);
