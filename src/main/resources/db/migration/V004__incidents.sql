-- Where each probe stands at each location, and what that tells whom.

CREATE TABLE incident (
    id                 uuid        PRIMARY KEY,
    probe_id           text        NOT NULL,
    probe_name         text        NOT NULL,
    location           text        NOT NULL,
    concern            text        NOT NULL CHECK (concern IN ('AVAILABILITY', 'BUDGET')),
    state              text        NOT NULL CHECK (state IN ('PASSING', 'DEGRADED', 'FAILING')),
    worst              text        NOT NULL CHECK (worst IN ('DEGRADED', 'FAILING')),
    headline           text        NOT NULL,
    changes            integer     NOT NULL CHECK (changes >= 1),
    opened_at          timestamptz NOT NULL,
    opened_by_run      uuid        NOT NULL,
    resolved_at        timestamptz,
    acknowledged_by    text,
    acknowledged_at    timestamptz,
    acknowledged_until timestamptz,
    CHECK ((resolved_at IS NULL) = (state <> 'PASSING'))
);

-- At most one open incident per concern of a probe at a location.
CREATE UNIQUE INDEX incident_open ON incident (probe_id, location, concern) WHERE resolved_at IS NULL;
CREATE INDEX incident_newest ON incident (opened_at DESC, id DESC);
CREATE INDEX incident_of_probe ON incident (probe_id, opened_at DESC);

CREATE TABLE standing (
    probe_id        text        NOT NULL,
    location        text        NOT NULL,
    concern         text        NOT NULL CHECK (concern IN ('AVAILABILITY', 'BUDGET')),
    state           text        NOT NULL CHECK (state IN ('NO_VERDICT', 'PASSING', 'DEGRADED', 'FAILING')),
    since           timestamptz NOT NULL,
    bad_in_a_row    integer     NOT NULL CHECK (bad_in_a_row >= 0),
    good_in_a_row   integer     NOT NULL CHECK (good_in_a_row >= 0),
    last_planned_at timestamptz NOT NULL,
    broken          text        NOT NULL,
    PRIMARY KEY (probe_id, location, concern)
);

-- Why (not): one row per run that was noted, with what was decided. The key makes noting a run twice do nothing.
CREATE TABLE evaluation (
    run_id     uuid        PRIMARY KEY,
    probe_id   text        NOT NULL,
    location   text        NOT NULL,
    planned_at timestamptz NOT NULL,
    noted_at   timestamptz NOT NULL,
    lines      text        NOT NULL
);
CREATE INDEX evaluation_of_probe ON evaluation (probe_id, location, planned_at DESC);

CREATE TABLE letter (
    id              uuid        PRIMARY KEY,
    incident_id     uuid        NOT NULL,
    number          integer     NOT NULL CHECK (number >= 1),
    recipient       text        NOT NULL,
    medium          text        NOT NULL CHECK (medium IN ('MAIL', 'WEBHOOK')),
    tone            text        NOT NULL CHECK (tone IN ('FAILING', 'DEGRADED', 'RECOVERED')),
    probe_id        text        NOT NULL,
    probe_name      text        NOT NULL,
    url             text        NOT NULL,
    location        text        NOT NULL,
    run_id          uuid        NOT NULL,
    occurred_at     timestamptz NOT NULL,
    headline        text        NOT NULL,
    lines           text        NOT NULL,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    claimed_until   timestamptz,
    attempts        integer     NOT NULL CHECK (attempts >= 0),
    last_error      text,
    delivered_at    timestamptz,
    dead_at         timestamptz,
    -- Each change of an incident is told to each recipient once; the medium follows from the recipient's form.
    UNIQUE (incident_id, number, recipient)
);
CREATE INDEX letter_waiting ON letter (next_attempt_at) WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX letter_unsent ON letter (created_at) WHERE delivered_at IS NULL;
