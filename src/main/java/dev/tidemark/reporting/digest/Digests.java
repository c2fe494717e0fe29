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

/** The door to digests: each is written once, in the transaction that notes it, and goes by the outbox. */
@ApplicationScoped
public class Digests {

    private final RecipientResolver audience;
    private final DigestBuilder editor;
    private final DigestLedger ledger;
    private final Outbox outbox;
    private final PageUrls links;
    private final Clock clock;

    @Inject
    public Digests(RecipientResolver audience, DigestBuilder editor, DigestLedger ledger, Outbox outbox, PageUrls links, Clock clock) {
        this.audience = audience;
        this.editor = editor;
        this.ledger = ledger;
        this.outbox = outbox;
        this.links = links;
        this.clock = clock;
    }

    /** @param recipients to whom it is on its way */
    public record Sent(String subject, List<String> recipients) {}

    /**
     * Writes the last digest that was due, if nobody has: also long after, when nobody was there. Those before it are not made up
     * for, nor what was due before the list was as it is now.
     */
    @Transactional
    public void writeDue(DigestSubscription order) {
        LocalDate day = order.plan().lastDay(clock.instant());
        Instant due = order.plan().on(day);
        String list = order.list().id();
        if (due.isAfter(order.since()) && ledger.claim(list, due, clock.instant())) {
            UUID id = UUID.nameUUIDFromBytes(("digest " + list + " " + due).getBytes(StandardCharsets.UTF_8));
            post(id, editor.edit(order.list(), DigestPeriod.due(order.plan(), day)));
        }
    }

    /** Writes one right now, of the time until now, whether the list asks for one or not; empty when there is no such list. */
    @Transactional
    public Optional<Sent> writeNow(String list) {
        return audience.find(list).map(found -> post(UUID.randomUUID(), editor.edit(found, untilNow(found))));
    }

    /** What {@link #writeNow} would write, as a page. */
    @Transactional
    public Optional<String> preview(String list) {
        return audience.find(list).map(found -> {
            Digest edition = editor.edit(found, untilNow(found));
            return sheet(edition).preview("[digest] " + found.name() + ": " + edition.headline());
        });
    }

    private DigestPeriod untilNow(ContactGroup list) {
        return DigestPeriod.until(list.digest().orElse(DigestSchedule.WEEKLY), clock.instant());
    }

    private RenderedMail sheet(Digest edition) {
        DigestHtml page = new DigestHtml(edition, links);
        return new RenderedMail(new DigestText(edition, links).text(), page.html(), page.pictures());
    }

    private Sent post(UUID id, Digest edition) {
        List<String> recipients = audience
                .resolve(List.of(RecipientResolver.LIST + edition.list().id()))
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
                new ProbeId(edition.list().id()),
                edition.list().name(),
                "",
                LocationName.DEFAULT,
                RunId.newAt(now),
                now,
                edition.headline(),
                new DigestText(edition, links).lines(),
                Optional.empty());
        if (!recipients.isEmpty()) {
            outbox.post(notice, sheet(edition), recipients);
        }
        return new Sent(notice.subject(), recipients);
    }
}
