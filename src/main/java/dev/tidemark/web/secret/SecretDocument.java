package dev.tidemark.web.secret;

import dev.tidemark.config.secret.SecretInfo;
import java.time.Instant;
import java.util.List;

/** A secret in the API: without its value. */
public record SecretDocument(
        String name,
        Instant createdAt,
        Instant changedAt,
        String changedBy,
        List<String> probes,
        List<String> contactGroups) {

    static SecretDocument of(SecretInfo secret, SecretUsage usage) {
        return new SecretDocument(
                secret.name(),
                secret.created(),
                secret.changed(),
                secret.changedBy(),
                usage.probes(secret.name()),
                usage.contactGroups(secret.name()));
    }

    public boolean isUsed() {
        return !probes.isEmpty() || !contactGroups.isEmpty();
    }

    /** Probes and contact groups, as text. */
    String users() {
        return String.join(", ", probes)
                + (probes.isEmpty() || contactGroups.isEmpty() ? "" : ", ")
                + String.join(", ", contactGroups);
    }

    /** All secrets. */
    public record SecretList(List<SecretDocument> items) {}
}
