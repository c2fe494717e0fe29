-- Uptime leaves these runs out: few among many, so that all others are counted by the key of slots alone.
CREATE INDEX run_in_maintenance ON run (probe, planned_at) WHERE maintenance IS NOT NULL;
