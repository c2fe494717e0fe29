-- Who is told, when, and how often: lists that "notify" of a probe names as list:id.
CREATE TABLE recipient_list (
    id         text        PRIMARY KEY,
    definition text        NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL
);

-- Addresses that want no letters any more; by their own choice, which they can take back.
CREATE TABLE unsubscription (
    recipient text        PRIMARY KEY,
    since     timestamptz NOT NULL
);

-- A letter that waits for the end of quiet hours; it is taken back when its incident is over before.
ALTER TABLE letter ADD COLUMN held boolean NOT NULL DEFAULT false;

-- What was decided about an incident between two runs: reminders, escalations, acknowledgements.
CREATE TABLE remark (
    id          uuid        PRIMARY KEY,
    incident_id uuid        NOT NULL,
    noted_at    timestamptz NOT NULL,
    line        text        NOT NULL
);
CREATE INDEX remark_of_incident ON remark (incident_id, noted_at DESC);

-- An incident of the monitor itself stands at a location and is of no probe.
ALTER TABLE incident DROP CONSTRAINT incident_concern_check;
ALTER TABLE incident ADD CONSTRAINT incident_concern_check CHECK (concern IN ('AVAILABILITY', 'BUDGET', 'OPERATION'));
ALTER TABLE standing DROP CONSTRAINT standing_concern_check;
ALTER TABLE standing ADD CONSTRAINT standing_concern_check CHECK (concern IN ('AVAILABILITY', 'BUDGET', 'OPERATION'));
