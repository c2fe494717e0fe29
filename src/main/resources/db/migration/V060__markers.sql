-- What happened to what is watched: deploys, notes, browser upgrades. Of one probe, of all with a tag, or of all.

CREATE TABLE marker (
    id         uuid        PRIMARY KEY,
    kind       text        NOT NULL CHECK (kind IN ('DEPLOY', 'NOTE', 'BROWSER')),
    at         timestamptz NOT NULL,
    probe_id   text,
    tag        text,
    title      text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    link       text,
    made_by    text        NOT NULL,
    CHECK (probe_id IS NULL OR tag IS NULL)
);
CREATE INDEX marker_newest ON marker (at DESC, id DESC);

-- Two nodes may find the same upgrade.
CREATE UNIQUE INDEX marker_browser ON marker (probe_id, at, title) WHERE kind = 'BROWSER';

-- The upgrades that the history already knows: a browser that none of the ten runs before had.
INSERT INTO marker (id, kind, at, probe_id, title, made_by)
SELECT gen_random_uuid(), 'BROWSER', planned_at, probe, left(before || ' → ' || browser || ' at ' || location, 200), 'tidemark'
FROM (
    SELECT probe, location, planned_at, browser, lag(browser) OVER series AS before,
        array_agg(browser) OVER (PARTITION BY probe, location ORDER BY planned_at ROWS BETWEEN 10 PRECEDING AND 1 PRECEDING) AS known
    FROM run WHERE browser <> ''
    WINDOW series AS (PARTITION BY probe, location ORDER BY planned_at)
) measured
WHERE before IS NOT NULL AND browser <> ALL (known)
ON CONFLICT DO NOTHING;
