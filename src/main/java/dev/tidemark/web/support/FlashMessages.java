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
 * What came of a button, for the page that follows. The address holds only a key that nobody can guess: were the words in it,
 * a link could make our pages say anything.
 */
@ApplicationScoped
public class FlashMessages {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Map<String, StoredMessage> kept = new LinkedHashMap<>() {
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

    /** The key of the lines, which are kept for ten minutes on this node. */
    public synchronized String store(List<String> lines) {
        String key = UUID.randomUUID().toString();
        kept.put(key, new StoredMessage(List.copyOf(lines), clock.instant().plus(KEPT)));
        return key;
    }

    /** The lines of a key; none when they are gone or never were. */
    synchronized List<String> lines(String key) {
        StoredMessage words = kept.get(key);
        return words == null || clock.instant().isAfter(words.until()) ? List.of() : words.lines();
    }
}
