package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.ChannelType;
import dev.tidemark.alerting.notification.Outbox;
import java.time.Clock;
import java.util.List;

/** Delivery to a mail server on the loopback interface, for tests of any package. */
public final class DeliveryFixture {

    private DeliveryFixture() {}

    public static DeliveryWorker postman(Outbox outbox, int port, DeliveryReceipts receipts, Clock clock) {
        return new DeliveryWorker(outbox, List.of(NotificationFixtures.channel(port, clock)), receipts, clock);
    }

    public static void deliver(DeliveryWorker postman) {
        postman.deliverDue(ChannelType.MAIL);
    }
}
