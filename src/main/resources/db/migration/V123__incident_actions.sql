ALTER TABLE incident ADD COLUMN acknowledgement_note text;

-- The author of a comment; NULL for an entry of the log.
ALTER TABLE incident_note ADD COLUMN author text;
