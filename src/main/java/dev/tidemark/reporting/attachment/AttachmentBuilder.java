package dev.tidemark.reporting.attachment;

import dev.tidemark.alerting.delivery.AttachedContent;
import dev.tidemark.alerting.delivery.Attachments;
import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.alerting.incident.IncidentType;
import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.SignedLinks;
import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Collects the attachments of an e-mail; one that fails is left out and logged. */
@ApplicationScoped
public class AttachmentBuilder implements Attachments {

    private static final Logger LOG = Logger.getLogger(AttachmentBuilder.class.getName());

    private final ProbeCatalog catalog;
    private final BudgetEvaluator budgets;
    private final IncidentReader incidents;
    private final LastDayChart lastDay;
    private final SignedLinks links;

    @Inject
    public AttachmentBuilder(
            ProbeCatalog catalog,
            BudgetEvaluator budgets,
            IncidentReader incidents,
            LastDayChart lastDay,
            SignedLinks links) {
        this.catalog = catalog;
        this.budgets = budgets;
        this.incidents = incidents;
        this.lastDay = lastDay;
        this.links = links;
    }

    @Override
    public AttachedContent of(Notification notification, boolean single) {
        Notice notice = notification.notice();
        Optional<String> unsubscribe = attempt(() -> Optional.of(links.unsubscribe(notification.recipient())));
        Optional<Probe> probe = Optional.of(notice.probe())
                .filter(id -> single)
                .flatMap(catalog::find)
                .map(CatalogEntry::probe)
                .map(one -> one.withLimits(budgets.limits(one)));
        boolean isProblem = notice.kind() == NoticeKind.FAILING || notice.kind() == NoticeKind.DEGRADED;
        Optional<String> acknowledge = single && isProblem
                ? attempt(() -> Optional.of(links.acknowledge(notice.incident(), notification.recipient())))
                : Optional.empty();
        return new AttachedContent(
                unsubscribe,
                acknowledge,
                attempt(() -> probe.flatMap(one -> lastDay.image(one, notice))),
                attempt(() -> probe.map(one -> lastDay.recentChanges(one, notice, isOutage(notice))))
                        .orElse(List.of()));
    }

    private boolean isOutage(Notice notice) {
        return incidents
                .find(notice.incident())
                .filter(one -> one.incidentType() == IncidentType.AVAILABILITY)
                .isPresent();
    }

    private static <T> Optional<T> attempt(Supplier<Optional<T>> supplier) {
        try {
            return supplier.get();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "an e-mail is sent without one of its attachments");
            return Optional.empty();
        }
    }
}
