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

    private final RecipientResolver audience;
    private final DigestBuilder editor;
    private final DigestLedger ledger;
    private final Outbox outbox;
    private final PageUrls links;
    private final Clock clock;

    @Inject
    public Digests(
            RecipientResolver audience,
            DigestBuilder editor,
            DigestLedger ledger,
            Outbox outbox,
            PageUrls links,
            Clock clock) {
        this.audience = audience;
        this.editor = editor;
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
    public void createDue(DigestSubscription order) {
        LocalDate day = order.schedule().lastDueDay(clock.instant());
        Instant due = order.schedule().dueAt(day);
        String list = order.group().id();
        if (due.isAfter(order.since()) && ledger.claim(list, due, clock.instant())) {
            UUID id = UUID.nameUUIDFromBytes(("digest " + list + " " + due).getBytes(StandardCharsets.UTF_8));
            store(id, editor.build(order.group(), DigestPeriod.due(order.schedule(), day)));
        }
    }

    /** Creates a digest of the period until now, with or without a schedule; empty when there is no such contact group. */
    @Transactional
    public Optional<Sent> createNow(String list) {
        return audience.find(list).map(found -> store(UUID.randomUUID(), editor.build(found, untilNow(found))));
    }

    /** The digest that {@link #createNow} would send, as a page. */
    @Transactional
    public Optional<String> preview(String list) {
        return audience.find(list).map(found -> {
            Digest edition = editor.build(found, untilNow(found));
            return render(edition)
                    .preview(LocalizedMessage.of(
                                    "digest.preview.title", NoticeKind.DIGEST.title(), found.name(), edition.headline())
                            .toString());
        });
    }

    private DigestPeriod untilNow(ContactGroup list) {
        return DigestPeriod.until(list.digest().orElse(DigestSchedule.WEEKLY), clock.instant());
    }

    private RenderedMail render(Digest edition) {
        DigestHtml page = new DigestHtml(edition, links);
        return new RenderedMail(new DigestText(edition, links).text(), page.html(), page.images());
    }

    private Sent store(UUID id, Digest edition) {
        List<String> recipients =
                audience
                        .resolve(List.of(
                                RecipientResolver.GROUP_PREFIX + edition.group().id()))
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
                new ProbeId(edition.group().id()),
                edition.group().name(),
                "",
                LocationName.DEFAULT,
                RunId.newAt(now),
                now,
                edition.headline(),
                new DigestText(edition, links).lines(),
                Optional.empty());
        if (!recipients.isEmpty()) {
            outbox.add(notice, render(edition), recipients);
        }
        return new Sent(notice.subject(), recipients);
    }
}
