-- Uptime and failed runs become series like any metric: 100 or 0 % per run that counts for the target. Their days are summarized again.
INSERT INTO metric (code) VALUES ('UPTIME'), ('ERRORS') ON CONFLICT DO NOTHING;

INSERT INTO measurement (series_id, metric_id, planned_at, value, run_id)
SELECT s.id, m.id, r.planned_at, CASE WHEN (r.outcome = 'OK') = (m.code = 'UPTIME') THEN 100 ELSE 0 END, r.id
FROM run r
JOIN series s ON s.probe = r.probe AND s.location = r.location
JOIN metric m ON m.code IN ('UPTIME', 'ERRORS')
WHERE r.state = 'ENDED' AND r.maintenance IS NULL AND (r.outcome = 'OK' OR r.fault = 'TARGET')
ON CONFLICT DO NOTHING;

INSERT INTO daily_summary_due (series_id, day)
SELECT DISTINCT s.id, CAST(r.planned_at AT TIME ZONE 'UTC' AS date)
FROM run r JOIN series s ON s.probe = r.probe AND s.location = r.location
WHERE r.state = 'ENDED' AND r.maintenance IS NULL AND (r.outcome = 'OK' OR r.fault = 'TARGET')
ON CONFLICT DO NOTHING;
