package dev.tidemark.web.secret;

import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.SecretReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Which probes and contact groups refer to a secret. */
@ApplicationScoped
class SecretUsage {

    private final ProbeCatalog catalog;
    private final RecipientResolver recipients;

    @Inject
    SecretUsage(ProbeCatalog catalog, RecipientResolver recipients) {
        this.catalog = catalog;
        this.recipients = recipients;
    }

    /** IDs of probes. */
    List<String> probes(String name) {
        return catalog.all().stream()
                .map(CatalogEntry::probe)
                .filter(probe -> refers(probe, name))
                .map(probe -> probe.id().slug())
                .toList();
    }

    /** IDs of contact groups. */
    List<String> contactGroups(String name) {
        return recipients.all().stream()
                .filter(group -> group.members().stream()
                        .anyMatch(member -> SecretReference.namesIn(member).contains(name)))
                .map(group -> group.id())
                .toList();
    }

    private static boolean refers(Probe probe, String name) {
        return SecretReference.namesIn(probe).contains(name)
                || probe.recipients().stream()
                        .anyMatch(one -> SecretReference.namesIn(one).contains(name));
    }
}
