package dev.tidemark.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Messages about the result of a form action, for the page after the redirect. The URL contains only a random key:
 * with the text itself, a link could make a page show any text.
 */
@ApplicationScoped
public class FlashMessages {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Map<String, StoredMessage> messages = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StoredMessage> eldest) {
            return size() > MOST;
        }
    };

    private record StoredMessage(List<String> lines, Instant until) {}

    @Inject
    public FlashMessages(Clock clock) {
        this.clock = clock;
    }

    /** Stores the lines for ten minutes on this node and returns their key. */
    public synchronized String store(List<String> lines) {
        String key = UUID.randomUUID().toString();
        messages.put(key, new StoredMessage(List.copyOf(lines), clock.instant().plus(KEPT)));
        return key;
    }

    /** The lines of a key; empty if they have expired or the key is unknown. */
    synchronized List<String> lines(String key) {
        StoredMessage message = messages.get(key);
        return message == null || clock.instant().isAfter(message.until()) ? List.of() : message.lines();
    }
}
