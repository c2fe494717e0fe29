-- The key of links in letters; made by the first node that needs it.
CREATE TABLE link_key (
    id  integer PRIMARY KEY CHECK (id = 1),
    key text    NOT NULL
);

-- Links that act once have acted.
CREATE TABLE used_link (
    hash    text        PRIMARY KEY,
    used_at timestamptz NOT NULL
);
