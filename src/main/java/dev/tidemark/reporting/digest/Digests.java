package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.alerting.notification.RenderedMail;
import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.alerting.recipient.DigestSchedule;
import dev.tidemark.alerting.recipient.DigestSubscription;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.alerting.recipient.ResolvedRecipient;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Entry point: creates each digest once, in the transaction that records it, and stores it in the outbox. */
@ApplicationScoped
public class Digests {

    private final RecipientResolver recipients;
    private final DigestBuilder builder;
    private final DigestLedger ledger;
    private final Outbox outbox;
    private final PageUrls links;
    private final Clock clock;

    @Inject
    public Digests(
            RecipientResolver recipients,
            DigestBuilder builder,
            DigestLedger ledger,
            Outbox outbox,
            PageUrls links,
            Clock clock) {
        this.recipients = recipients;
        this.builder = builder;
        this.ledger = ledger;
        this.outbox = outbox;
        this.links = links;
        this.clock = clock;
    }

    /** @param recipients of the digest; empty if it was not sent */
    public record Sent(String subject, List<String> recipients) {}

    /**
     * Creates the latest digest that was due, unless it exists, even if it is late after a downtime. Earlier ones are skipped, and so
     * are those that were due before the contact group was last changed.
     */
    @Transactional
    public void createDue(DigestSubscription subscription) {
        LocalDate day = subscription.schedule().lastDueDay(clock.instant());
        Instant due = subscription.schedule().dueAt(day);
        String groupId = subscription.group().id();
        if (due.isAfter(subscription.since()) && ledger.claim(groupId, due, clock.instant())) {
            UUID id = UUID.nameUUIDFromBytes(("digest " + groupId + " " + due).getBytes(StandardCharsets.UTF_8));
            store(id, builder.build(subscription.group(), DigestPeriod.due(subscription.schedule(), day)));
        }
    }

    /** Creates a digest of the period until now, with or without a schedule; empty when there is no such contact group. */
    @Transactional
    public Optional<Sent> createNow(String groupId) {
        return recipients.find(groupId).map(group -> {
            Sent sent = store(UUID.randomUUID(), builder.build(group, untilNow(group)));
            if (!sent.recipients().isEmpty()) {
                ledger.requested(groupId, sent.recipients().size());
            }
            return sent;
        });
    }

    /** The digest that {@link #createNow} would send, as a page. */
    @Transactional
    public Optional<String> preview(String groupId) {
        return recipients.find(groupId).map(group -> {
            Digest digest = builder.build(group, untilNow(group));
            return render(digest)
                    .preview(LocalizedMessage.of(
                                    "digest.preview.title", NoticeKind.DIGEST.title(), group.name(), digest.headline())
                            .toString());
        });
    }

    private DigestPeriod untilNow(ContactGroup groupId) {
        return DigestPeriod.until(groupId.digest().orElse(DigestSchedule.WEEKLY), clock.instant());
    }

    private RenderedMail render(Digest digest) {
        DigestHtml page = new DigestHtml(digest, links);
        return new RenderedMail(new DigestText(digest, links).text(), page.html(), page.images());
    }

    private Sent store(UUID id, Digest digest) {
        List<String> addresses =
                recipients
                        .resolve(List.of(
                                RecipientResolver.GROUP_PREFIX + digest.group().id()))
                        .all()
                        .stream()
                        .filter(ResolvedRecipient::subscribed)
                        .map(ResolvedRecipient::address)
                        .toList();
        Instant now = clock.instant();
        Notice notice = new Notice(
                id,
                1,
                NoticeKind.DIGEST,
                new ProbeId(digest.group().id()),
                digest.group().name(),
                "",
                LocationName.DEFAULT,
                RunId.newAt(now),
                now,
                digest.headline(),
                new DigestText(digest, links).lines(),
                Optional.empty());
        if (!addresses.isEmpty()) {
            outbox.add(notice, render(digest), addresses);
        }
        return new Sent(notice.subject(), addresses);
    }
}
