-- Lasting changes of a metric that no limit was set for: suspected, decided, told once.
CREATE TABLE change (
    id              uuid             PRIMARY KEY,
    probe_id        text             NOT NULL,
    location        text             NOT NULL,
    metric          text             NOT NULL,
    direction       text             NOT NULL CHECK (direction IN ('UP', 'DOWN')),
    state           text             NOT NULL CHECK (state IN ('OPEN', 'CONFIRMED', 'REFUTED')),
    began_at        timestamptz      NOT NULL,
    suspected_at    timestamptz      NOT NULL,
    last_planned_at timestamptz      NOT NULL,
    level           double precision NOT NULL,
    spread          double precision NOT NULL,
    persistence     double precision NOT NULL,
    support         double precision NOT NULL,
    runs            integer          NOT NULL CHECK (runs >= 0),
    sum             double precision NOT NULL,
    squares         double precision NOT NULL,
    before          double precision NOT NULL,
    asked           integer          NOT NULL CHECK (asked >= 0),
    asked_at        timestamptz,
    decided_at      timestamptz,
    decided_by      text,
    now_level       double precision,
    low             double precision,
    high            double precision,
    -- The change that was told of the same cause; none for the one that was told.
    told_with       text,
    CHECK ((state = 'OPEN') = (decided_at IS NULL)),
    CHECK ((state = 'CONFIRMED') = (now_level IS NOT NULL))
);

-- Of a metric at most one case is open at a time.
CREATE UNIQUE INDEX change_open ON change (probe_id, location, metric) WHERE state = 'OPEN';
CREATE INDEX change_of_probe ON change (probe_id, location, suspected_at DESC);

ALTER TABLE letter DROP CONSTRAINT letter_tone_check;
ALTER TABLE letter ADD CONSTRAINT letter_tone_check CHECK (tone IN ('FAILING', 'DEGRADED', 'WORSE', 'RECOVERED', 'BETTER'));
