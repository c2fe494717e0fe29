package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.DeliveryReceipts;
import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.RecipientDisplay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Notes at each incident with how many others it was told. */
@ApplicationScoped
public class NotificationGrouping implements DeliveryReceipts {

    private final IncidentStore store;
    private final Clock clock;

    @Inject
    NotificationGrouping(IncidentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void together(List<Notice> notices, String recipient, Optional<String> shared) {
        int others = notices.size() - 1;
        String line = RecipientDisplay.shown(recipient) + " was told of it together with " + others
                + (others == 1 ? " other" : " others")
                + shared.map(cause -> ", " + cause).orElse("");
        notices.stream()
                .map(Notice::incident)
                .distinct()
                .filter(store::exists)
                .forEach(incident -> store.remark(incident, clock.instant(), line));
    }
}
