-- What is watched. The definition is the JSON of the API, read and written only as a whole.
CREATE TABLE probe (
    slug       varchar(64) PRIMARY KEY,
    definition text        NOT NULL CHECK (definition::jsonb IS NOT NULL),
    version    bigint      NOT NULL CHECK (version > 0),
    file       text,
    changed_at timestamptz NOT NULL
);

COMMENT ON COLUMN probe.file IS 'the file under the probes directory that defines it; null: made in the pages or through the API';

-- One row. Each change of the catalogue takes its lock and adds one, so that readers see changes only when they are committed.
CREATE TABLE probe_catalogue (
    one_row  boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    revision bigint  NOT NULL
);

INSERT INTO probe_catalogue (revision) VALUES (1);
