-- What happened: runs, their samples, evidence and measurements. Everything big is partitioned by the planned instant, so that
-- retention drops tables instead of deleting rows. Partitions are UTC months (evidence: days), made ahead by history_partitions().

-- Short numbers for what every measurement repeats.
CREATE TABLE series (
    id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    probe    text NOT NULL,
    location text NOT NULL,
    UNIQUE (probe, location)
);

CREATE TABLE metric (
    id   smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE
);

-- One row per slot, from the moment when it is queued. The id's first 48 bits are planned_at in ms (UUID version 7): they lead to the partition.
CREATE TABLE run (
    id             uuid NOT NULL,
    probe          text NOT NULL,
    location       text NOT NULL,
    planned_at     timestamptz NOT NULL,
    requested      boolean NOT NULL,
    state          text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'ENDED')),
    state_since    timestamptz NOT NULL,
    attempt        smallint NOT NULL CHECK (attempt >= 1),
    started_at     timestamptz,
    finished_at    timestamptz,
    outcome        text,
    fault          text,
    detail         text,
    browser        text,
    playwright     text,
    tidemark       text,
    profile        jsonb,
    cpu_benchmark  double precision,
    samples        smallint NOT NULL DEFAULT 0,
    representative smallint,
    medians        jsonb NOT NULL DEFAULT '{}',
    absent         jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (id, planned_at),
    UNIQUE (probe, location, planned_at),
    CHECK ((state = 'ENDED') = (outcome IS NOT NULL AND fault IS NOT NULL AND finished_at IS NOT NULL))
) PARTITION BY RANGE (planned_at);

CREATE INDEX run_of_probe ON run (probe, planned_at, id);
CREATE INDEX run_not_ok ON run (probe, planned_at, id) WHERE outcome <> 'OK';
CREATE INDEX run_unended ON run (location, state_since) WHERE state <> 'ENDED';

-- facts: gzipped JSON of what the page said (numbers, requests, shifts, tasks, console). Never searched, so never unpacked in here.
CREATE TABLE sample (
    run_id     uuid NOT NULL,
    planned_at timestamptz NOT NULL,
    n          smallint NOT NULL CHECK (n BETWEEN 1 AND 9),
    started_at timestamptz NOT NULL,
    took_ms    bigint NOT NULL,
    outcome    text NOT NULL,
    detail     text NOT NULL,
    warnings   text NOT NULL,
    facts      bytea NOT NULL,
    PRIMARY KEY (run_id, n, planned_at)
) PARTITION BY RANGE (planned_at);

CREATE TABLE evidence (
    run_id     uuid NOT NULL,
    planned_at timestamptz NOT NULL,
    sample     smallint NOT NULL,
    kind       text NOT NULL,
    n          smallint NOT NULL,
    at_ms      double precision NOT NULL,
    media_type text NOT NULL,
    content    bytea NOT NULL,
    PRIMARY KEY (run_id, sample, kind, n, planned_at)
) PARTITION BY RANGE (planned_at);
ALTER TABLE evidence ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE sample ALTER COLUMN facts SET STORAGE EXTERNAL;

-- The medians of runs that are OK. The key is also the order in which trends read, and holds all that they need.
CREATE TABLE measurement (
    series_id  integer NOT NULL,
    metric_id  smallint NOT NULL,
    planned_at timestamptz NOT NULL,
    value      double precision NOT NULL CHECK (value >= 0 AND value < 'Infinity'),
    run_id     uuid NOT NULL,
    PRIMARY KEY (series_id, metric_id, planned_at) INCLUDE (value, run_id)
) PARTITION BY RANGE (planned_at);

-- A UTC day of a series and metric, kept when the measurements are gone. sketch: a t-digest, so that days add up to a right p75 of a year.
CREATE TABLE daily (
    series_id integer NOT NULL,
    metric_id smallint NOT NULL,
    day       date NOT NULL,
    runs      integer NOT NULL CHECK (runs > 0),
    lowest    double precision NOT NULL,
    highest   double precision NOT NULL,
    total     double precision NOT NULL,
    sketch    bytea NOT NULL,
    PRIMARY KEY (series_id, metric_id, day)
);

-- Days that got a measurement since they were last summed up. Whoever records locks its row, whoever sums up takes it away.
CREATE TABLE daily_due (
    series_id integer NOT NULL,
    day       date NOT NULL,
    PRIMARY KEY (series_id, day)
);

-- Makes the partitions of [first, last] that are not there yet; what had to wait in the default partition moves in.
CREATE FUNCTION history_partition(parent text, step text, first timestamptz, last timestamptz) RETURNS integer
LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
DECLARE
    lower_bound timestamptz := date_trunc(step, first);
    upper_bound timestamptz;
    child text;
    made integer := 0;
BEGIN
    WHILE lower_bound <= last LOOP
        upper_bound := lower_bound + ('1 ' || step)::interval;
        child := parent || '_' || to_char(lower_bound, CASE step WHEN 'month' THEN 'YYYYMM' ELSE 'YYYYMMDD' END);
        IF to_regclass(child) IS NULL THEN
            EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', child, parent);
            EXECUTE format('ALTER TABLE %I SET (autovacuum_vacuum_insert_scale_factor = 0.02)', child);
            EXECUTE format('WITH moved AS (DELETE FROM %I WHERE planned_at >= %L AND planned_at < %L RETURNING *) INSERT INTO %I SELECT * FROM moved',
                parent || '_rest', lower_bound, upper_bound, child);
            EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, child, lower_bound, upper_bound);
            made := made + 1;
        END IF;
        lower_bound := upper_bound;
    END LOOP;
    RETURN made;
END $$;

-- Drops the partitions that end at or before the instant; returns how many.
CREATE FUNCTION history_drop(parent text, step text, before timestamptz) RETURNS integer
LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
DECLARE
    child record;
    dropped integer := 0;
BEGIN
    FOR child IN
        SELECT c.relname AS name, to_timestamp(substring(c.relname FROM '_(\d+)$'), CASE step WHEN 'month' THEN 'YYYYMM' ELSE 'YYYYMMDD' END) AS lower_bound
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = parent::regclass AND c.relname ~ '_\d+$' ORDER BY c.relname
    LOOP
        IF child.lower_bound + ('1 ' || step)::interval <= before THEN
            EXECUTE format('DROP TABLE %I', child.name);
            dropped := dropped + 1;
        END IF;
    END LOOP;
    EXECUTE format('DELETE FROM %I WHERE planned_at < %L', parent || '_rest', before);
    RETURN dropped;
END $$;

CREATE TABLE run_rest PARTITION OF run DEFAULT;
CREATE TABLE sample_rest PARTITION OF sample DEFAULT;
CREATE TABLE evidence_rest PARTITION OF evidence DEFAULT;
CREATE TABLE measurement_rest PARTITION OF measurement DEFAULT;

SELECT history_partition('run', 'month', now() - interval '1 month', now() + interval '2 months'),
       history_partition('sample', 'month', now() - interval '1 month', now() + interval '2 months'),
       history_partition('measurement', 'month', now() - interval '1 month', now() + interval '2 months'),
       history_partition('evidence', 'day', now() - interval '1 day', now() + interval '7 days');
