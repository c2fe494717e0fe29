-- Which node executes or executed a run: a run without end names the node that failed.
ALTER TABLE run ADD COLUMN node text;

-- The processes of Tidemark, with their last sign of life. Rows are deleted after 30 days.
CREATE TABLE node (
    name       text PRIMARY KEY,
    location   text NOT NULL,
    version    text NOT NULL,
    started_at timestamptz NOT NULL,
    last_seen  timestamptz NOT NULL,
    stopped_at timestamptz
);

CREATE INDEX node_of_location ON node (location, last_seen);
