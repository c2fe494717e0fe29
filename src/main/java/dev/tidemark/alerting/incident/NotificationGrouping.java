package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.delivery.DeliveryReceipts;
import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Logs at each incident that its notification was sent together with others. */
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
    public void deliveredTogether(List<Notice> notices, String recipient, Optional<String> commonCause) {
        int others = notices.size() - 1;
        LocalizedMessage to = RecipientDisplay.display(recipient);
        String line = commonCause
                .map(cause -> LocalizedMessage.of("notification.log.togetherShared", to, others, cause))
                .orElseGet(() -> LocalizedMessage.of("notification.log.together", to, others))
                .toString();
        notices.stream()
                .map(Notice::incident)
                .distinct()
                .filter(store::exists)
                .forEach(incident -> store.addNote(incident, clock.instant(), line));
    }
}
