-- More than one user, in two roles, and tokens with a name, a scope and an end.

ALTER TABLE account
    ADD COLUMN role         text        NOT NULL DEFAULT 'OPERATOR' CHECK (role IN ('OPERATOR', 'READER')),
    ADD COLUMN created_at   timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN signed_in_at timestamptz,
    ADD COLUMN credential   uuid        NOT NULL DEFAULT gen_random_uuid();
UPDATE account SET created_at = changed_at;
ALTER TABLE account
    ALTER COLUMN role       DROP DEFAULT,
    ALTER COLUMN created_at DROP DEFAULT,
    ALTER COLUMN credential DROP DEFAULT;

COMMENT ON COLUMN account.credential IS 'another with each password; a session holds as long as it has this one';

-- Nobody had named a token before: all were made at the first start or came from the settings.
ALTER TABLE api_token
    ADD COLUMN id           uuid        NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    ADD COLUMN scope        text        NOT NULL DEFAULT 'WRITE' CHECK (scope IN ('READ', 'WRITE')),
    ADD COLUMN origin       text        NOT NULL DEFAULT 'FIRST' CHECK (origin IN ('FIRST', 'SETTING', 'MADE')),
    ADD COLUMN made_by      text        NOT NULL DEFAULT 'admin',
    ADD COLUMN last_used_at timestamptz,
    ADD COLUMN expires_at   timestamptz;
UPDATE api_token SET name = 'first-start';
ALTER TABLE api_token
    ALTER COLUMN id      DROP DEFAULT,
    ALTER COLUMN scope   DROP DEFAULT,
    ALTER COLUMN origin  DROP DEFAULT,
    ALTER COLUMN made_by DROP DEFAULT;

CREATE UNIQUE INDEX api_token_name ON api_token (name) WHERE origin = 'MADE';
