-- Users of an OpenID provider, who have no password here. The subject identifies them at the issuer; names may change.
ALTER TABLE account
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD COLUMN issuer  text,
    ADD COLUMN subject text,
    ADD CONSTRAINT account_origin CHECK ((password_hash IS NULL) = (issuer IS NOT NULL) AND (issuer IS NULL) = (subject IS NULL));

CREATE UNIQUE INDEX account_subject ON account (issuer, subject);
