package dev.tidemark.web.audit;

import dev.tidemark.it.TestServer;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.run.HistoryFixture;
import java.time.Instant;
import java.util.UUID;

/** What the routes of {@link AuditedRoutes} change and no route creates. */
final class AuditedRows {

    private static final int RUNS = 25;

    private AuditedRows() {}

    /** Enough runs for suggested limits. */
    static void history(String probe) {
        try (HistoryFixture history = HistoryFixture.over(TestServer.running().database())) {
            Instant now = Instant.now();
            for (int hour = 1; hour <= RUNS; hour++) {
                history.recorded(HistoryFixture.slot(new ProbeId(probe), now.minusSeconds(hour * 3600L)), "LCP", 1000);
            }
        }
    }

    static void unsubscribe(String address) throws Exception {
        AuditClient.sql("INSERT INTO unsubscription (recipient, unsubscribed_at) VALUES (?, now())", address);
    }

    static void incident(UUID key) throws Exception {
        AuditClient.sql("""
                INSERT INTO incident (id, probe_id, probe_name, location, incident_type, state, worst_state, headline,
                  change_count, opened_at, opened_by_run)
                VALUES (?, ?, 'Shop', 'default', 'BUDGET', 'FAILING', 'FAILING', 'LCP 3.9 s > 2.5 s', 1, now(), ?)""", key, "audit-" + key.toString().substring(0, 8), UUID.randomUUID());
    }

    static void failedNotification(UUID key) throws Exception {
        AuditClient.sql("""
                INSERT INTO notification (id, incident_id, number, recipient, channel, kind, probe_id, probe_name, url,
                  location, run_id, occurred_at, headline, lines, created_at, next_attempt_at, attempts, failed_at)
                VALUES (?, ?, 1, 'audit@audit.example', 'MAIL', 'FAILING', 'shop', 'Shop', 'https://shop.example/',
                  'default', ?, now(), 'LCP 3.9 s > 2.5 s', 'one', now(), now(), 3, now())""", key, UUID.randomUUID(), UUID.randomUUID());
    }
}
