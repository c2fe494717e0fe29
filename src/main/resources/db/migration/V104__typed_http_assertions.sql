-- Expected JSON values have types, and paths and selectors are checked when a probe is saved. Stored HTTP checks keep their meaning:
-- a string was compared with the text of a value of any type, and a path or label that could not be read selected nothing.

CREATE FUNCTION pg_temp.json_path(stored text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    valid CONSTANT text := '^\$(\.[^].*?()''"\s#%&+,;<=>!^`{|}~\\[]+|\[\s*(0|-?[1-9][0-9]{0,8})\s*\]'
        || '|\[\s*''([^''\\]|\\.)*''\s*\]|\[\s*"([^"\\]|\\.)*"\s*\])*$';
    path text := replace(btrim(stored), '\', '\\');
    quoted text := regexp_replace(path, '\.([^].[]+)', '[''\1'']', 'g');
BEGIN
    IF path ~ valid THEN
        RETURN path;
    ELSIF quoted ~ valid THEN
        RETURN quoted;
    END IF;
    RETURN '$[''' || replace(substr(path, 2), '''', '\''') || ''']';
END $$;

CREATE FUNCTION pg_temp.selector(stored text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    label CONSTANT text := '\s*[a-zA-Z_][a-zA-Z0-9_]*\s*=\s*"([^"\\]|\\.)*"\s*';
    parts text[] := regexp_match(btrim(stored), '^(.*?)(\s*\*\s*[0-9]{1,12}(?:\.[0-9]{1,12})?)?$');
BEGIN
    IF parts[1] LIKE '$%' THEN
        RETURN pg_temp.json_path(parts[1]) || coalesce(parts[2], '');
    ELSIF parts[1] ~ ('^[a-zA-Z_:][a-zA-Z0-9_:]*(\{(' || label || '(,' || label || ')*,?)?\s*\})?$') THEN
        RETURN stored;
    END IF;
    RETURN regexp_replace(parts[1], '\{.*$', '') || coalesce(parts[2], '');
END $$;

CREATE FUNCTION pg_temp.expected(stored jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT CASE
        WHEN stored #>> '{}' ~ '^(-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false|null|[[{].*)$' THEN jsonb_build_object('text', stored)
        ELSE stored
    END
$$;

CREATE FUNCTION pg_temp.upgraded(definition jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    IF definition #> '{expect,json}' IS NOT NULL THEN
        definition := jsonb_set(definition, '{expect,json}', (
            SELECT jsonb_object_agg(pg_temp.json_path(key), pg_temp.expected(value)) FROM jsonb_each(definition #> '{expect,json}')));
    END IF;
    IF definition ? 'value' THEN
        definition := jsonb_set(definition, '{value}', to_jsonb(pg_temp.selector(definition ->> 'value')));
    END IF;
    IF definition ? 'values' THEN
        definition := jsonb_set(definition, '{values}', (
            SELECT jsonb_object_agg(key, pg_temp.selector(value #>> '{}')) FROM jsonb_each(definition -> 'values')));
    END IF;
    RETURN definition;
END $$;

UPDATE probe
SET definition = pg_temp.upgraded(definition::jsonb)::text
WHERE definition::jsonb ->> 'kind' = 'http'
    AND pg_temp.upgraded(definition::jsonb) <> definition::jsonb;
