-- One row or more in every table, as release 0.1.0 left them behind: names, states and class names of that release.

SELECT history_partition('run', 'month', '2026-03-10T12:00:00Z', '2026-03-10T12:00:00Z'),
       history_partition('sample', 'month', '2026-03-10T12:00:00Z', '2026-03-10T12:00:00Z'),
       history_partition('measurement', 'month', '2026-03-10T12:00:00Z', '2026-03-10T12:00:00Z'),
       history_partition('evidence', 'day', '2026-03-10T12:00:00Z', '2026-03-10T12:00:00Z');

INSERT INTO probe VALUES ('shop', '{"id":"shop","name":"Shop","url":"https://shop.example/","every":"PT5M"}', 3, 'shop.yaml', '2026-03-01T00:00:00Z');
INSERT INTO probe_catalogue (revision) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM probe_catalogue);
UPDATE probe_catalogue SET revision = 17;
INSERT INTO shared_budget VALUES ('', '[{"tags":["shop"],"metric":"LCP","max":2500}]', '2026-03-01T00:00:00Z');
INSERT INTO maintenance_window VALUES ('deploys', '{"id":"deploys","name":"Deploys","start":"02:00","length":"PT1H"}', '2026-03-01T00:00:00Z', 'ada');
INSERT INTO recipient_list VALUES ('team', '{"id":"team","members":["team@shop.example"]}', '2026-03-01T00:00:00Z', 'ada');
INSERT INTO unsubscription VALUES ('bob@shop.example', '2026-03-02T00:00:00Z');
INSERT INTO account (name, password_hash, changed_at, role, created_at, credential)
VALUES ('ada', 'hash', '2026-03-01T00:00:00Z', 'OPERATOR', '2026-03-01T00:00:00Z', '00000000-0000-4000-8000-000000000001');
INSERT INTO api_token (token_hash, name, created_at, id, scope, origin, made_by)
VALUES (repeat('a', 64), 'ci', '2026-03-01T00:00:00Z', '00000000-0000-4000-8000-000000000002', 'WRITE', 'MADE', 'ada');
INSERT INTO link_key VALUES (1, 'key');
INSERT INTO used_link VALUES ('hash', '2026-03-01T00:00:00Z');
INSERT INTO marker VALUES ('00000000-0000-4000-8000-000000000003', 'DEPLOY', '2026-03-10T11:59:00Z', 'shop', NULL, 'v42', 'https://ci.example/42', 'ci');
INSERT INTO digest VALUES ('team', '2026-03-09T08:00:00Z', '2026-03-09T08:00:05Z');

-- In a partition each, and one run of long ago in the default partition.
INSERT INTO series (probe, location) VALUES ('shop', 'default');
INSERT INTO metric (code) VALUES ('LCP');
INSERT INTO run VALUES
    ('019cd79e-4600-7000-8000-000000000001', 'shop', 'default', '2026-03-10T12:00:00Z', false, 'ENDED', '2026-03-10T12:00:20Z', 1, '2026-03-10T12:00:01Z',
     '2026-03-10T12:00:20Z', 'OK', 'NONE', '', 'Chromium 156', '1.62.0', '0.1.0',
     '{"cpuSlowdown":1.0,"name":"desktop","network":{"downKbps":0,"rttMillis":0,"upKbps":0},"viewport":{"height":940,"mobile":false,"scale":1.0,"touch":false,"width":1350}}',
     1000, 1, 1, '{"LCP":2100.0}', '{"INP":"no interaction"}', 'Deploys'),
    ('016f7300-5800-7000-8000-000000000001', 'shop', 'default', '2020-01-05T00:00:00Z', true, 'ENDED', '2020-01-05T00:00:09Z', 2, '2020-01-05T00:00:01Z',
     '2020-01-05T00:00:09Z', 'TIMEOUT', 'TARGET', 'after 30 s', NULL, NULL, NULL, NULL, NULL, 0, NULL, '{}', '{}', NULL);
INSERT INTO sample VALUES ('019cd79e-4600-7000-8000-000000000001', '2026-03-10T12:00:00Z', 1, '2026-03-10T12:00:02Z', 7000, 'OK', '', 'NOISY', decode(
    '1f8b08000000000002037d53c172da3010fd1546bd32400849271c4b320d334d9a9926bd941c84bcc60a4252a5358dcbf0efdd9501dbcca437ebe9ed6adfdbe79d90cb0816c554ec1662fe'
    'f8b410d385b0aea72d42900ab5b30bb1177db10119cb001b22c79afd6dc6ecf1c568341831c3cb1588e94ea046431fe247e13cc1b9b6d2bc04434881e8e374388c74338077b9f106864431'
    'ca736104030a5d20e6a70282a39bf2e33a660cdefc8a5851ffa50769109aa42f10f3e5833646c78431649ccc6ec1c8ea888f5b781924cb3c5e5dd657016c06a15374c542e9b542e7ecc1af'
    '9dd84a53d2cb848ffb42e29138a95bb4f52c65a041654eaecead2fc9f05c9a08fbd7bef8e342c479e377f2b0f26ca1325aadc559a7b222447393ce7417fca40f4e418cdaae1aa5350ebce6'
    '8ed09ba4c638bb7a96715d0b8a2803367a536d7666d04d2d4e05edf1a3e548ef076f51b0bc00bf4b8807c3caffe6600358b88c085fef9ee97830e1f6fbece5e1ee91111a0fcb7a7d492b3a'
    'e552c331d30b1db2279abf3a987b5ce217e3d49a2c39c13e681734f3c44f08d5bd5e1575f3467bd2b8e442c83a0e67369eace5b372d6d26e4ee949093427cea40e82cd9ac657b472a9b19d'
    '2a9e5481de42935b065b659f531d0669634e8a2a0466910f3ca6cbaa0342c963240f6e3393aa8056cc68d0e8f8c7a43518d802fb062138ce25c23bafd23aece5aeb499e8a439e5fe950d02'
    '5faff1f88ba77cf60e91ecf8773d3a57703d496df6fb7f4341b2c374040000', 'hex'));
INSERT INTO sample SELECT '016f7300-5800-7000-8000-000000000001', '2020-01-05T00:00:00Z', n, started_at, took_ms, outcome, detail, warnings, facts FROM sample;
INSERT INTO evidence VALUES
    ('019cd79e-4600-7000-8000-000000000001', '2026-03-10T12:00:00Z', 1, 'HAR', 1, 0, 'application/json', 'har'),
    ('019cd79e-4600-7000-8000-000000000001', '2026-03-10T12:00:00Z', 1, 'FRAME', 3, 480, 'image/jpeg', 'frame'),
    ('016f7300-5800-7000-8000-000000000001', '2020-01-05T00:00:00Z', 1, 'SCREENSHOT', 1, 900, 'image/png', 'png');
INSERT INTO measurement SELECT s.id, m.id, at, value, run
FROM series s, metric m, (VALUES
    (timestamptz '2026-03-10T12:00:00Z', 2100, uuid '019cd79e-4600-7000-8000-000000000001'),
    (timestamptz '2020-01-05T00:00:00Z', 2300, uuid '016f7300-5800-7000-8000-000000000001')) AS v (at, value, run);
INSERT INTO daily SELECT s.id, m.id, '2026-03-09', 288, 1900, 2600, 604800, '\x00' FROM series s, metric m;
INSERT INTO daily_due SELECT id, '2026-03-10' FROM series;

INSERT INTO incident VALUES
    ('00000000-0000-4000-8000-000000000004', 'shop', 'Shop', 'default', 'BUDGET', 'DEGRADED', 'FAILING', 'LCP 2.6 s > 2.5 s (2 of 3 runs)', 2,
     '2026-03-10T12:00:20Z', '019cd79e-4600-7000-8000-000000000001', NULL, 'ada', '2026-03-10T12:01:00Z', '2026-03-11T00:00:00Z'),
    ('00000000-0000-4000-8000-000000000005', 'monitor', 'Tidemark', 'default', 'OPERATION', 'PASSING', 'DEGRADED', 'many runs failed', 1,
     '2026-03-08T00:00:00Z', '019cd79e-4600-7000-8000-000000000001', '2026-03-08T01:00:00Z', NULL, NULL, NULL);
INSERT INTO standing VALUES
    ('shop', 'default', 'BUDGET', 'DEGRADED', '2026-03-10T12:00:20Z', 2, 0, '2026-03-10T12:00:00Z', 'LCP median max 2500'),
    ('shop', 'default', 'AVAILABILITY', 'PASSING', '2026-03-01T00:00:00Z', 0, 9, '2026-03-10T12:00:00Z', ''),
    ('fresh', 'default', 'AVAILABILITY', 'NO_VERDICT', '2026-03-10T00:00:00Z', 0, 0, '2026-03-10T12:00:00Z', ''),
    ('fresh', 'default', 'BUDGET', 'NO_VERDICT', '2026-03-10T00:00:00Z', 0, 0, '2026-03-10T12:00:00Z', '');
INSERT INTO evaluation VALUES ('019cd79e-4600-7000-8000-000000000001', 'shop', 'default', '2026-03-10T12:00:00Z', '2026-03-10T12:00:21Z', E'line one\nline two');
INSERT INTO remark VALUES ('00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-000000000004', '2026-03-10T12:01:00Z', 'acknowledged by ada');
INSERT INTO change VALUES
    ('00000000-0000-4000-8000-000000000007', 'shop', 'default', 'LCP', 'UP', 'OPEN', '2026-03-10T10:00:00Z', '2026-03-10T11:00:00Z', '2026-03-10T12:00:00Z',
     2000, 100, 0.1, 3.5, 4, 6, 10, 1.5, 1, '2026-03-10T11:30:00Z', NULL, NULL, NULL, NULL, NULL, NULL),
    ('00000000-0000-4000-8000-000000000008', 'shop', 'default', 'CLS', 'UP', 'CONFIRMED', '2026-03-05T10:00:00Z', '2026-03-05T11:00:00Z', '2026-03-05T12:00:00Z',
     0.02, 0.01, 0.1, 12, 9, 20, 50, 2, 0, NULL, '2026-03-05T12:00:00Z', '019cd79e-4600-7000-8000-000000000001', 0.2, 0.15, 0.19,
     '00000000-0000-4000-8000-000000000007');
INSERT INTO letter VALUES
    ('00000000-0000-4000-8000-000000000009', '00000000-0000-4000-8000-000000000004', 1, 'team@shop.example', 'MAIL', 'FAILING', 'shop', 'Shop',
     'https://shop.example/', 'default', '019cd79e-4600-7000-8000-000000000001', '2026-03-10T12:00:20Z', 'LCP 3.9 s > 2.5 s', E'line one\nline two',
     '2026-03-10T12:00:21Z', '2026-03-10T13:00:00Z', NULL, 9, 'refused', NULL, '2026-03-11T12:00:00Z', false, 'v42'),
    ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-000000000004', 2, 'team@shop.example', 'MAIL', 'DEGRADED', 'shop', 'Shop',
     'https://shop.example/', 'default', '019cd79e-4600-7000-8000-000000000001', '2026-03-10T12:00:20Z', 'LCP 2.6 s > 2.5 s', '',
     '2026-03-10T12:05:21Z', '2026-03-10T13:00:00Z', NULL, 0, NULL, NULL, NULL, true, NULL),
    ('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-00000000000c', 1, 'team@shop.example', 'MAIL', 'DIGEST', 'shop', 'Shop',
     'https://shop.example/', 'default', '019cd79e-4600-7000-8000-000000000001', '2026-03-09T08:00:00Z', 'digest', '',
     '2026-03-09T08:00:00Z', '2026-03-09T08:00:00Z', '2026-03-09T08:01:00Z', 1, NULL, '2026-03-09T08:00:30Z', NULL, false, NULL);
INSERT INTO sheet VALUES ('00000000-0000-4000-8000-00000000000c', 'text', '<p>html</p>');
INSERT INTO sheet_picture VALUES ('00000000-0000-4000-8000-00000000000c', 'trend', 'png');

INSERT INTO qrtz_job_details VALUES
    ('tidemark-default', 'shop', 'slots', NULL, 'dev.tidemark.schedule.SlotJob', true, false, false, true, ''),
    ('tidemark-default', '019cd79e-4600-7000-8000-000000000001', 'requests', NULL, 'dev.tidemark.schedule.RequestedRunJob', false, false, false, true, '');
INSERT INTO qrtz_triggers VALUES
    ('tidemark-default', 'shop', 'slots', 'shop', 'slots', 'PT5M', 1773144300000, 1773144000000, 5, 'WAITING', 'SIMPLE', 1773144000000, 0, NULL, 0, '');
INSERT INTO qrtz_simple_triggers VALUES ('tidemark-default', 'shop', 'slots', -1, 300000, 0);
INSERT INTO qrtz_locks VALUES ('tidemark-default', 'TRIGGER_ACCESS');
INSERT INTO qrtz_scheduler_state VALUES ('tidemark-default', 'node-1', 1773144000000, 3000);
