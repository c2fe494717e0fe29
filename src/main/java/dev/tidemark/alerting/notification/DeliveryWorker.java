package dev.tidemark.alerting.notification;

import dev.tidemark.alerting.notification.DeliveryException.DeliveryFailure;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** Delivers due notifications from the outbox, oldest first. No transaction is open during a delivery. */
@ApplicationScoped
public class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class.getName());

    /** Longer than any delivery takes: a notification that is claimed for longer belonged to a node that died. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int MOST_PER_ROUND = 200;

    private final Outbox outbox;
    private final Iterable<Channel> channels;
    private final DeliveryReceipts receipts;
    private final Clock clock;
    private final Map<ChannelType, Instant> pausedUntil = new ConcurrentHashMap<>();

    @Inject
    DeliveryWorker(Outbox outbox, Instance<Channel> channels, DeliveryReceipts receipts, Clock clock) {
        this(outbox, (Iterable<Channel>) channels, receipts, clock);
    }

    DeliveryWorker(Outbox outbox, Iterable<Channel> channels, DeliveryReceipts receipts, Clock clock) {
        this.outbox = outbox;
        this.channels = channels;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** One round for one medium, by one thread at a time: a server that hangs delays only its own medium. */
    void deliverDue(ChannelType medium) {
        for (Channel channel : channels) {
            if (channel.medium() == medium && channel.missing().isEmpty()) {
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
            if (channel.medium() == ChannelType.of(recipient)) {
                if (channel.missing().isPresent()) {
                    throw new DeliveryException(
                            DeliveryFailure.DOWN, channel.missing().get(), null);
                }
                return channel.deliver(List.of(Notification.test(recipient, clock.instant())));
            }
        }
        throw new DeliveryException(
                DeliveryFailure.REFUSED,
                LocalizedMessage.of("notification.delivery.noChannel").toString(),
                null);
    }

    /** Settings that are missing or invalid, a sentence per channel; empty when all channels are ready. */
    public List<String> missing() {
        List<String> all = new ArrayList<>();
        channels.forEach(channel -> channel.missing().ifPresent(all::add));
        return List.copyOf(all);
    }

    private void deliverDue(Channel channel) {
        for (int count = 0; count < MOST_PER_ROUND && !isPaused(channel); count++) {
            List<Notification> next = outbox.claim(channel.medium(), channel.takesSeveral(), CLAIM);
            if (next.isEmpty()) {
                return;
            }
            deliver(channel, next);
        }
    }

    private void deliver(Channel channel, List<Notification> letters) {
        LocalizedMessage recipient = RecipientDisplay.shown(letters.get(0).recipient());
        try {
            channel.deliver(letters);
        } catch (DeliveryException e) {
            LOG.warning(() -> letters.size() + " notifications not delivered to " + recipient + ": " + e.getMessage());
            letters.forEach(letter -> settle(letter, e));
            if (e.reason() == DeliveryFailure.DOWN) {
                pausedUntil.put(channel.medium(), clock.instant().plus(PAUSE));
            }
            return;
        }
        outbox.delivered(letters);
        if (letters.size() > 1) {
            List<Notice> notices = letters.stream().map(Notification::notice).toList();
            receipts.together(notices, letters.get(0).recipient(), MailSubject.shared(notices));
        }
        LOG.info(() -> letters.size() + " notifications delivered to " + recipient);
    }

    private void settle(Notification letter, DeliveryException trouble) {
        Instant now = clock.instant();
        if (trouble.reason() == DeliveryFailure.REFUSED || Backoff.isOver(letter, now)) {
            outbox.giveUp(letter, trouble.getMessage());
            return;
        }
        Duration wait = trouble.reason() == DeliveryFailure.DOWN ? PAUSE : Backoff.after(letter.attempts());
        outbox.failed(letter, trouble.getMessage(), now.plus(wait));
    }

    private boolean isPaused(Channel channel) {
        return pausedUntil.getOrDefault(channel.medium(), Instant.MIN).isAfter(clock.instant());
    }
}
