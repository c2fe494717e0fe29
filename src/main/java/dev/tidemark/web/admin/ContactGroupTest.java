package dev.tidemark.web.admin;

import dev.tidemark.alerting.notification.DeliveryException;
import dev.tidemark.alerting.notification.DeliveryWorker;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.alerting.recipient.ResolvedRecipient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A test letter to each member of a list, right now; somebody waits for it. */
record ContactGroupTest(RecipientResolver audience, DeliveryWorker postman, Clock clock) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What came of it, a line per member. */
    List<String> send(String list) {
        if (audience.find(list).isEmpty()) {
            return List.of("There is no list \"" + list + "\"");
        }
        Instant until = clock.instant().plus(PATIENCE);
        List<String> lines = new ArrayList<>();
        for (ResolvedRecipient one : audience.resolve(List.of(RecipientResolver.LIST + list)).all()) {
            lines.add(RecipientDisplay.shown(one.address()) + ": " + answer(one, until));
        }
        return lines.isEmpty() ? List.of("List \"" + list + "\" has no members") : lines;
    }

    private String answer(ResolvedRecipient one, Instant until) {
        if (!one.subscribed()) {
            return "not tried, wants no letters";
        }
        return clock.instant().isBefore(until)
                ? answer(postman, one.address())
                : "not tried, those before took too long; try it by itself in the settings";
    }

    /** What a channel says to a test letter. */
    static String answer(DeliveryWorker postman, String address) {
        try {
            return "delivered: " + postman.test(address);
        } catch (DeliveryException e) {
            return "not delivered: " + e.getMessage();
        }
    }
}
