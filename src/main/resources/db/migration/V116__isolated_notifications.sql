-- A notification that failed repeatedly is sent alone, until the server has accepted another one. Before, the number of attempts
-- decided, which also counted those that failed because the server was down.
ALTER TABLE notification ADD COLUMN isolated boolean NOT NULL DEFAULT false;
