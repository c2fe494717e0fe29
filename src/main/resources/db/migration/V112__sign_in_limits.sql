-- Limits on attempts to sign in, shared by all nodes. A row is the debt of one subject: an address, an account, a device.
CREATE TABLE attempt_limit (
    subject     char(64)    PRIMARY KEY,
    recovers_at timestamptz NOT NULL
);
CREATE INDEX attempt_limit_recovers_at ON attempt_limit (recovers_at);

COMMENT ON COLUMN attempt_limit.subject IS 'SHA-256 in hex, so that names that somebody tried are not stored';
COMMENT ON COLUMN attempt_limit.recovers_at IS 'when all attempts are available again; each attempt moves it';

-- Browsers in which a user has signed in: guesses from elsewhere do not lock them out.
CREATE TABLE known_device (
    token_hash char(64)    PRIMARY KEY,
    account    varchar(64) NOT NULL REFERENCES account (name) ON DELETE CASCADE,
    used_at    timestamptz NOT NULL
);
CREATE INDEX known_device_account ON known_device (account, used_at);

ALTER TABLE account DROP CONSTRAINT account_role_check;
ALTER TABLE account ADD CONSTRAINT account_role_check CHECK (role IN ('OPERATOR', 'EDITOR', 'READER'));
ALTER TABLE api_token DROP CONSTRAINT api_token_scope_check;
ALTER TABLE api_token ADD CONSTRAINT api_token_scope_check CHECK (scope IN ('READ', 'EDIT', 'WRITE'));
