package dev.tidemark.enclosure;

import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.delivery.Enclosed;
import dev.tidemark.delivery.Enclosures;
import dev.tidemark.delivery.Letter;
import dev.tidemark.delivery.Notice;
import dev.tidemark.delivery.SignedLinks;
import dev.tidemark.delivery.Tone;
import dev.tidemark.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Puts into a mail what can be found; what cannot is left out and logged. */
@ApplicationScoped
public class Enclosing implements Enclosures {

    private static final Logger LOG = Logger.getLogger(Enclosing.class.getName());

    private final ProbeCatalog catalog;
    private final LastDay lastDay;
    private final SignedLinks links;

    protected Enclosing() {
        this(null, null, null);
    }

    @Inject
    public Enclosing(ProbeCatalog catalog, LastDay lastDay, SignedLinks links) {
        this.catalog = catalog;
        this.lastDay = lastDay;
        this.links = links;
    }

    @Override
    public Enclosed of(Letter letter, boolean alone) {
        Notice notice = letter.notice();
        Optional<String> unsubscribe = attempt(() -> Optional.of(links.unsubscribe(letter.recipient())));
        Optional<Probe> probe = alone ? catalog.find(notice.probe()).map(CatalogEntry::probe) : Optional.empty();
        boolean bad = notice.tone() == Tone.FAILING || notice.tone() == Tone.DEGRADED;
        Optional<String> acknowledge = alone && bad
                ? attempt(() -> Optional.of(links.acknowledge(notice.incident(), letter.recipient())))
                : Optional.empty();
        return new Enclosed(
                unsubscribe,
                acknowledge,
                attempt(() -> probe.flatMap(one -> lastDay.picture(one, notice))),
                attempt(() -> probe.map(one -> lastDay.changed(one, notice))).orElse(List.of()));
    }

    private static <T> Optional<T> attempt(Supplier<Optional<T>> what) {
        try {
            return what.get();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "a letter goes without one of its parts");
            return Optional.empty();
        }
    }
}
