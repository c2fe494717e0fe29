-- Who may change things. Passwords and tokens are kept as hashes only.
CREATE TABLE account (
    name          varchar(64) PRIMARY KEY,
    password_hash text        NOT NULL,
    changed_at    timestamptz NOT NULL
);

CREATE TABLE api_token (
    token_hash char(64)    PRIMARY KEY,
    name       varchar(64) NOT NULL,
    created_at timestamptz NOT NULL
);

COMMENT ON COLUMN api_token.token_hash IS 'SHA-256 in hex; a token is random and long, so a slow hash would protect nothing';
