package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.delivery.DeliveryException.DeliveryFailure;
import dev.tidemark.alerting.notification.ChannelType;
import dev.tidemark.alerting.notification.DeliveryServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Servers that are not asked for some seconds, because they were unavailable or fail whatever is sent. */
final class ServerPauses {

    /** The host of {@link DeliveryServer} for all e-mails. */
    static final String MAIL_SERVER = "";

    /** Short, so that everything is delivered within a minute after a server is back. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** So many failures in a row are the server's rather than those of notifications. */
    private static final int FAILURES_IN_A_ROW = 3;

    private final Clock clock;
    private final Map<DeliveryServer, Instant> until = new ConcurrentHashMap<>();
    private final Map<DeliveryServer, Integer> failures = new ConcurrentHashMap<>();

    ServerPauses(Clock clock) {
        this.clock = clock;
    }

    Set<String> pausedHosts(ChannelType type) {
        Instant now = clock.instant();
        until.values().removeIf(end -> !end.isAfter(now));
        return until.keySet().stream()
                .filter(server -> server.channel() == type)
                .map(DeliveryServer::host)
                .collect(Collectors.toSet());
    }

    void accepted(DeliveryServer server) {
        failures.remove(server);
    }

    /** @return when the server is asked next */
    Instant failed(DeliveryServer server, DeliveryFailure reason) {
        Instant next = clock.instant().plus(PAUSE);
        boolean repeated = reason != DeliveryFailure.REJECTED
                && reason != DeliveryFailure.UNAVAILABLE
                && failures.merge(server, 1, Integer::sum) >= FAILURES_IN_A_ROW;
        if (repeated || reason == DeliveryFailure.UNAVAILABLE) {
            until.put(server, next);
        }
        return next;
    }
}
