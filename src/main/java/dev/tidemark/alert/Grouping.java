package dev.tidemark.alert;

import dev.tidemark.delivery.Notice;
import dev.tidemark.delivery.Receipts;
import dev.tidemark.delivery.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Notes at each incident with how many others it was told. */
@ApplicationScoped
public class Grouping implements Receipts {

    private final IncidentStore store;
    private final Clock clock;

    protected Grouping() {
        this(null, null);
    }

    @Inject
    Grouping(IncidentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void together(List<Notice> notices, String recipient, Optional<String> shared) {
        int others = notices.size() - 1;
        String line = Recipient.shown(recipient) + " was told of it together with " + others
                + (others == 1 ? " other" : " others")
                + shared.map(cause -> ", " + cause).orElse("");
        notices.stream()
                .map(Notice::incident)
                .distinct()
                .filter(store::exists)
                .forEach(incident -> store.remark(incident, clock.instant(), line));
    }
}
