package dev.tidemark.delivery;

import java.time.Clock;
import java.util.List;

/** A postman who brings mail to a server on loopback, for the tests of any room. */
public final class PostFixture {

    private PostFixture() {}

    public static Postman postman(Outbox outbox, int port, Receipts receipts, Clock clock) {
        return new Postman(outbox, List.of(Mails.channel(port, clock)), receipts, clock);
    }

    public static void deliver(Postman postman) {
        postman.deliverDue(Medium.MAIL);
    }
}
