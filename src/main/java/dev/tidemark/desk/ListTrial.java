package dev.tidemark.desk;

import dev.tidemark.audience.Addressee;
import dev.tidemark.audience.Audience;
import dev.tidemark.delivery.NotDeliveredException;
import dev.tidemark.delivery.Postman;
import dev.tidemark.delivery.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A test letter to each member of a list, right now; somebody waits for it. */
record ListTrial(Audience audience, Postman postman, Clock clock) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What came of it, a line per member. */
    List<String> send(String list) {
        if (audience.find(list).isEmpty()) {
            return List.of("There is no list \"" + list + "\"");
        }
        Instant until = clock.instant().plus(PATIENCE);
        List<String> lines = new ArrayList<>();
        for (Addressee one : audience.resolve(List.of(Audience.LIST + list)).all()) {
            lines.add(Recipient.shown(one.address()) + ": " + answer(one, until));
        }
        return lines.isEmpty() ? List.of("List \"" + list + "\" has no members") : lines;
    }

    private String answer(Addressee one, Instant until) {
        if (!one.subscribed()) {
            return "not tried, wants no letters";
        }
        return clock.instant().isBefore(until)
                ? answer(postman, one.address())
                : "not tried, those before took too long; try it by itself in the settings";
    }

    /** What a channel says to a test letter. */
    static String answer(Postman postman, String address) {
        try {
            return "delivered: " + postman.test(address);
        } catch (NotDeliveredException e) {
            return "not delivered: " + e.getMessage();
        }
    }
}
