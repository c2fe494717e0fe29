package dev.tidemark.alerting.notification;

import java.time.Clock;
import java.util.List;

/** A postman who brings mail to a server on loopback, for the tests of any room. */
public final class DeliveryFixture {

    private DeliveryFixture() {}

    public static DeliveryWorker postman(Outbox outbox, int port, DeliveryReceipts receipts, Clock clock) {
        return new DeliveryWorker(outbox, List.of(NotificationFixtures.channel(port, clock)), receipts, clock);
    }

    public static void deliver(DeliveryWorker postman) {
        postman.deliverDue(ChannelType.MAIL);
    }
}
