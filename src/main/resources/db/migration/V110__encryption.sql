-- Definitions and webhook URLs are encrypted with a key that is not in the database. The server encrypts existing rows when it starts.

CREATE TABLE encryption_key (
    id            text        PRIMARY KEY,
    check_value   text        NOT NULL,
    registered_at timestamptz NOT NULL,
    retired_at    timestamptz
);
COMMENT ON TABLE encryption_key IS 'ids of the keys with which values are encrypted; the keys themselves are outside of the database';
COMMENT ON COLUMN encryption_key.retired_at IS 'when no value was encrypted with it any more; null: in use';

-- Encrypted definitions are no JSON.
ALTER TABLE probe DROP CONSTRAINT probe_definition_check;

ALTER TABLE notification ADD COLUMN recipient_url text;
COMMENT ON COLUMN notification.recipient_url IS 'the URL of a webhook, encrypted; recipient then is a keyed hash of it';
