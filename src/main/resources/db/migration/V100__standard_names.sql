-- Tables, columns, indexes and constraints get the standard terms of monitoring, and states get one set of names. No row is lost.

-- Renames a table with its partitions, and the indexes and constraints that are named after it.
CREATE FUNCTION pg_temp.rename_table(old_name text, new_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    item text;
BEGIN
    -- Renaming a check or not-null constraint of a partitioned table renames it in the partitions as well.
    FOR item IN
        SELECT conname FROM pg_constraint
        WHERE conrelid = to_regclass(old_name) AND starts_with(conname, old_name || '_') AND NOT (contype IN ('c', 'n') AND coninhcount > 0)
    LOOP
        EXECUTE format('ALTER TABLE %I RENAME CONSTRAINT %I TO %I', old_name, item, new_name || substr(item, length(old_name) + 1));
    END LOOP;
    FOR item IN
        SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE i.indrelid = to_regclass(old_name) AND starts_with(c.relname, old_name || '_')
    LOOP
        EXECUTE format('ALTER INDEX %I RENAME TO %I', item, new_name || substr(item, length(old_name) + 1));
    END LOOP;
    FOR item IN
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = to_regclass(old_name) AND starts_with(c.relname, old_name || '_')
    LOOP
        PERFORM pg_temp.rename_table(item, new_name || substr(item, length(old_name) + 1));
    END LOOP;
    EXECUTE format('ALTER TABLE %I RENAME TO %I', old_name, new_name);
END $$;

-- Renames a column, and the constraints that are named after it.
CREATE FUNCTION pg_temp.rename_column(parent text, old_name text, new_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    suffix text;
BEGIN
    EXECUTE format('ALTER TABLE %I RENAME COLUMN %I TO %I', parent, old_name, new_name);
    FOR suffix IN
        SELECT substr(conname, length(parent || '_' || old_name) + 1) FROM pg_constraint
        WHERE conrelid = to_regclass(parent) AND conname ~ ('^' || parent || '_' || old_name || '_(check|fkey|not_null)$')
    LOOP
        EXECUTE format('ALTER TABLE %I RENAME CONSTRAINT %I TO %I', parent, parent || '_' || old_name || suffix, parent || '_' || new_name || suffix);
    END LOOP;
END $$;

SELECT pg_temp.rename_table(old_name, new_name)
FROM (VALUES
    ('run_rest', 'run_default'),
    ('sample_rest', 'sample_default'),
    ('measurement_rest', 'measurement_default'),
    ('evidence_rest', 'evidence_default'),
    ('evidence', 'artifact'),
    ('daily', 'daily_summary'),
    ('daily_due', 'daily_summary_due'),
    ('probe_catalogue', 'probe_catalog'),
    ('standing', 'probe_state'),
    ('evaluation', 'run_evaluation'),
    ('remark', 'incident_note'),
    ('change', 'change_point'),
    ('letter', 'notification'),
    ('sheet_picture', 'rendered_mail_image'),
    ('sheet', 'rendered_mail'),
    ('recipient_list', 'contact_group')
) AS renamed (old_name, new_name);

SELECT pg_temp.rename_column(parent, old_name, new_name)
FROM (VALUES
    ('sample', 'took_ms', 'duration_ms'),
    ('sample', 'facts', 'details'),
    ('daily_summary', 'lowest', 'minimum'),
    ('daily_summary', 'highest', 'maximum'),
    ('incident', 'concern', 'incident_type'),
    ('incident', 'worst', 'worst_state'),
    ('incident', 'changes', 'change_count'),
    ('probe_state', 'concern', 'incident_type'),
    ('probe_state', 'bad_in_a_row', 'consecutive_bad'),
    ('probe_state', 'good_in_a_row', 'consecutive_good'),
    ('probe_state', 'broken', 'limits_over_budget'),
    ('run_evaluation', 'noted_at', 'evaluated_at'),
    ('incident_note', 'noted_at', 'created_at'),
    ('incident_note', 'line', 'text'),
    ('change_point', 'suspected_at', 'detected_at'),
    ('change_point', 'level', 'baseline_level'),
    ('change_point', 'spread', 'baseline_spread'),
    ('change_point', 'persistence', 'autocorrelation'),
    ('change_point', 'support', 'log_likelihood_ratio'),
    ('change_point', 'squares', 'sum_of_squares'),
    ('change_point', 'before', 'last_distance'),
    ('change_point', 'asked', 'confirmation_runs'),
    ('change_point', 'asked_at', 'confirmation_requested_at'),
    ('change_point', 'decided_by', 'decided_by_run'),
    ('change_point', 'now_level', 'new_level'),
    ('change_point', 'low', 'confidence_low'),
    ('change_point', 'high', 'confidence_high'),
    ('change_point', 'told_with', 'reported_with'),
    ('notification', 'medium', 'channel'),
    ('notification', 'tone', 'kind'),
    ('notification', 'held', 'deferred'),
    ('notification', 'dead_at', 'failed_at'),
    ('rendered_mail_image', 'sheet_id', 'mail_id'),
    ('digest', 'list_id', 'contact_group_id'),
    ('marker', 'made_by', 'created_by'),
    ('api_token', 'made_by', 'created_by'),
    ('unsubscription', 'since', 'unsubscribed_at')
) AS renamed (parent, old_name, new_name);

DROP FUNCTION pg_temp.rename_table(text, text);
DROP FUNCTION pg_temp.rename_column(text, text, text);

ALTER INDEX run_of_probe RENAME TO run_probe_planned_at_idx;
ALTER INDEX run_not_ok RENAME TO run_probe_not_ok_idx;
ALTER INDEX run_unended RENAME TO run_location_not_ended_idx;
ALTER INDEX run_in_maintenance RENAME TO run_probe_maintenance_idx;
ALTER INDEX incident_open RENAME TO incident_open_key;
ALTER INDEX incident_newest RENAME TO incident_opened_at_idx;
ALTER INDEX incident_of_probe RENAME TO incident_probe_id_idx;
ALTER INDEX run_evaluation_of_probe RENAME TO run_evaluation_probe_id_idx;
ALTER INDEX incident_note_of_incident RENAME TO incident_note_incident_id_idx;
ALTER INDEX change_point_open RENAME TO change_point_open_key;
ALTER INDEX change_point_of_probe RENAME TO change_point_probe_id_idx;
ALTER INDEX notification_waiting RENAME TO notification_due_idx;
ALTER INDEX notification_unsent RENAME TO notification_undelivered_idx;
ALTER INDEX marker_newest RENAME TO marker_at_idx;
ALTER INDEX marker_browser RENAME TO marker_browser_key;
ALTER INDEX api_token_name RENAME TO api_token_name_key;

-- As in the scripts that Quartz ships.
ALTER INDEX qrtz_triggers_of_job RENAME TO idx_qrtz_t_j;
ALTER INDEX qrtz_triggers_due RENAME TO idx_qrtz_t_nft_st;
ALTER INDEX qrtz_triggers_misfired RENAME TO idx_qrtz_t_nft_st_misfire;
ALTER INDEX qrtz_fired_of_instance RENAME TO idx_qrtz_ft_inst_job_req_rcvry;
ALTER INDEX qrtz_fired_of_job RENAME TO idx_qrtz_ft_j_g;

COMMENT ON TABLE probe_state IS 'one row per probe, location and incident type: the state and what hysteresis counts';
COMMENT ON COLUMN change_point.reported_with IS 'the change point whose notification covers this one; null: it has one of its own';

-- One set of state names: passing, degraded, failing, unknown.
ALTER TABLE probe_state DROP CONSTRAINT probe_state_state_check;
UPDATE probe_state SET state = 'UNKNOWN' WHERE state = 'NO_VERDICT';
ALTER TABLE probe_state ADD CONSTRAINT probe_state_state_check CHECK (state IN ('UNKNOWN', 'PASSING', 'DEGRADED', 'FAILING'));

-- Quartz stores the names of job classes, which are in another package now.
UPDATE qrtz_job_details SET job_class_name = replace(job_class_name, 'dev.tidemark.schedule.', 'dev.tidemark.scheduling.quartz.')
WHERE starts_with(job_class_name, 'dev.tidemark.schedule.');

DROP FUNCTION history_partition(text, text, timestamptz, timestamptz);
DROP FUNCTION history_drop(text, text, timestamptz);

-- Creates the missing partitions of [first, last] and moves their rows out of the default partition; returns how many were created.
CREATE FUNCTION create_partitions(parent text, step text, first timestamptz, last timestamptz) RETURNS integer
LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
DECLARE
    lower_bound timestamptz := date_trunc(step, first);
    upper_bound timestamptz;
    child text;
    created integer := 0;
BEGIN
    WHILE lower_bound <= last LOOP
        upper_bound := lower_bound + ('1 ' || step)::interval;
        child := parent || '_' || to_char(lower_bound, CASE step WHEN 'month' THEN 'YYYYMM' ELSE 'YYYYMMDD' END);
        IF to_regclass(child) IS NULL THEN
            EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', child, parent);
            EXECUTE format('ALTER TABLE %I SET (autovacuum_vacuum_insert_scale_factor = 0.02)', child);
            EXECUTE format('WITH moved AS (DELETE FROM %I WHERE planned_at >= %L AND planned_at < %L RETURNING *) INSERT INTO %I SELECT * FROM moved',
                parent || '_default', lower_bound, upper_bound, child);
            EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, child, lower_bound, upper_bound);
            created := created + 1;
        END IF;
        lower_bound := upper_bound;
    END LOOP;
    RETURN created;
END $$;

-- Drops the partitions that end at or before the instant, and older rows of the default partition; returns how many were dropped.
CREATE FUNCTION drop_partitions(parent text, step text, before timestamptz) RETURNS integer
LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
DECLARE
    child record;
    dropped integer := 0;
BEGIN
    FOR child IN
        SELECT c.relname AS name, to_timestamp(substring(c.relname FROM '_(\d+)$'), CASE step WHEN 'month' THEN 'YYYYMM' ELSE 'YYYYMMDD' END) AS lower_bound
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = parent::regclass AND c.relname ~ '_\d+$' ORDER BY c.relname
    LOOP
        IF child.lower_bound + ('1 ' || step)::interval <= before THEN
            EXECUTE format('DROP TABLE %I', child.name);
            dropped := dropped + 1;
        END IF;
    END LOOP;
    EXECUTE format('DELETE FROM %I WHERE planned_at < %L', parent || '_default', before);
    RETURN dropped;
END $$;
