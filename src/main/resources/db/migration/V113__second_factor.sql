-- One-time passwords (RFC 6238) as second factor of a user, and codes for when the device is lost.
CREATE TABLE second_factor (
    account      varchar(64) PRIMARY KEY REFERENCES account (name) ON DELETE CASCADE,
    secret       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    confirmed_at timestamptz,
    last_step    bigint      NOT NULL DEFAULT 0
);

COMMENT ON COLUMN second_factor.secret IS 'Base32, encrypted';
COMMENT ON COLUMN second_factor.confirmed_at IS 'null: the user has not entered a first code, and signs in without one';
COMMENT ON COLUMN second_factor.last_step IS 'time step of the last accepted code, so that no code is accepted twice';

CREATE TABLE recovery_code (
    account   varchar(64) NOT NULL REFERENCES account (name) ON DELETE CASCADE,
    code_hash char(64)    NOT NULL,
    PRIMARY KEY (account, code_hash)
);

COMMENT ON COLUMN recovery_code.code_hash IS 'SHA-256 in hex; a code has 80 random bits. A used code is deleted';
