package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.delivery.DeliveryException.DeliveryFailure;
import dev.tidemark.alerting.notification.ChannelType;
import dev.tidemark.alerting.notification.DeliveryServer;
import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;

/** Delivers due notifications from the outbox, oldest first. No transaction is open during a delivery. */
@ApplicationScoped
public class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class.getName());

    /** Longer than any delivery takes: a notification that is claimed for longer belonged to a node that died. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private static final int MAX_PER_CYCLE = 200;

    private final Outbox outbox;
    private final Iterable<Channel> channels;
    private final DeliveryReceipts receipts;
    private final Clock clock;
    private final ServerPauses pauses;

    @Inject
    DeliveryWorker(Outbox outbox, Instance<Channel> channels, DeliveryReceipts receipts, Clock clock) {
        this(outbox, (Iterable<Channel>) channels, receipts, clock);
    }

    DeliveryWorker(Outbox outbox, Iterable<Channel> channels, DeliveryReceipts receipts, Clock clock) {
        this.outbox = outbox;
        this.channels = channels;
        this.receipts = receipts;
        this.clock = clock;
        this.pauses = new ServerPauses(clock);
    }

    /** One cycle for one channel type, by one thread at a time: a server that hangs delays only its own channel. */
    void deliverDue(ChannelType type) {
        for (Channel channel : channels) {
            if (channel.type() == type && channel.configurationError().isEmpty()) {
                deliverDue(channel);
            }
        }
    }

    /**
     * Sends a test notification at once, without the outbox.
     *
     * @return the answer of the receiving server
     * @throws DeliveryException with the reason as message
     */
    public String test(String recipient) throws DeliveryException {
        for (Channel channel : channels) {
            if (channel.type() == ChannelType.of(recipient)) {
                if (channel.configurationError().isPresent()) {
                    throw new DeliveryException(
                            DeliveryFailure.UNAVAILABLE,
                            channel.configurationError().get(),
                            null);
                }
                return sendTest(channel, recipient);
            }
        }
        throw new DeliveryException(
                DeliveryFailure.REJECTED,
                LocalizedMessage.of("notification.delivery.noChannel").toString(),
                null);
    }

    private String sendTest(Channel channel, String recipient) throws DeliveryException {
        boolean delivered = false;
        try {
            String answer = channel.deliver(List.of(Notification.test(recipient, clock.instant())));
            delivered = true;
            return answer;
        } finally {
            outbox.testSent(recipient, delivered);
        }
    }

    /** Settings that are missing or invalid, a sentence per channel; empty when all channels are ready. */
    public List<String> configurationErrors() {
        List<String> all = new ArrayList<>();
        channels.forEach(channel -> channel.configurationError().ifPresent(all::add));
        return List.copyOf(all);
    }

    private void deliverDue(Channel channel) {
        for (int count = 0; count < MAX_PER_CYCLE; count++) {
            Set<String> paused = pauses.pausedHosts(channel.type());
            if (paused.contains(ServerPauses.MAIL_SERVER)) {
                return;
            }
            List<Notification> next = outbox.claim(channel.type(), channel.supportsGrouping(), CLAIM, paused);
            if (next.isEmpty()) {
                return;
            }
            deliver(channel, next);
        }
    }

    private void deliver(Channel channel, List<Notification> notifications) {
        LocalizedMessage recipient =
                RecipientDisplay.display(notifications.get(0).recipient());
        try {
            channel.deliver(notifications);
        } catch (DeliveryException e) {
            LOG.warning(() ->
                    notifications.size() + " notifications not delivered to " + recipient + ": " + e.getMessage());
            handleFailure(notifications, e);
            return;
        }
        pauses.accepted(DeliveryServer.of(notifications.get(0).recipient()));
        outbox.delivered(notifications);
        if (notifications.size() > 1) {
            List<Notice> notices =
                    notifications.stream().map(Notification::notice).toList();
            receipts.deliveredTogether(notices, notifications.get(0).recipient(), MailSubject.shared(notices));
        }
        LOG.info(() -> notifications.size() + " notifications delivered to " + recipient);
    }

    private void handleFailure(List<Notification> notifications, DeliveryException failure) {
        Instant now = clock.instant();
        DeliveryServer server = DeliveryServer.of(notifications.get(0).recipient());
        Instant next = pauses.failed(server, failure.reason());
        List<Notification> waiting = new ArrayList<>();
        for (Notification notification : notifications) {
            if (failure.reason() == DeliveryFailure.REJECTED || Backoff.isOver(notification, now)) {
                outbox.giveUp(notification, failure.getMessage());
            } else if (failure.reason() == DeliveryFailure.UNAVAILABLE) {
                waiting.add(notification);
            } else {
                outbox.failed(
                        notification,
                        failure.getMessage(),
                        now.plus(Backoff.after(notification.attempts(), failure.reason())));
            }
        }
        if (!waiting.isEmpty()) {
            outbox.postpone(waiting, failure.getMessage(), next);
        }
    }
}
