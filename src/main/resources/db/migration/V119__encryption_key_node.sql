-- A new encryption key is used as soon as every running node has it: until then, some could not read what the others write.

CREATE TABLE encryption_key_node (
    node    text        PRIMARY KEY,
    keys    text        NOT NULL,
    seen_at timestamptz NOT NULL
);
COMMENT ON TABLE encryption_key_node IS 'ids of the keys that each node has, separated by spaces; rows are updated every few seconds';
