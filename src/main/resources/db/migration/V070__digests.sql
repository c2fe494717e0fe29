-- A letter that was written in full beforehand, once for all recipients; letter.incident_id leads here.
CREATE TABLE sheet (
    id   uuid PRIMARY KEY,
    text text NOT NULL,
    html text NOT NULL
);
CREATE TABLE sheet_picture (
    sheet_id uuid  NOT NULL REFERENCES sheet ON DELETE CASCADE,
    name     text  NOT NULL,
    png      bytea NOT NULL,
    PRIMARY KEY (sheet_id, name)
);

ALTER TABLE letter DROP CONSTRAINT letter_tone_check;
ALTER TABLE letter ADD CONSTRAINT letter_tone_check
    CHECK (tone IN ('FAILING', 'DEGRADED', 'WORSE', 'RECOVERED', 'BETTER', 'DIGEST'));

-- Which digests have been written: the key lets one node write each.
CREATE TABLE digest (
    list_id    text        NOT NULL,
    due_at     timestamptz NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (list_id, due_at)
);
