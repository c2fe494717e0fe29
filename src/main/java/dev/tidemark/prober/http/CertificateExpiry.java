package dev.tidemark.prober.http;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** How long a certificate still holds. */
final class CertificateExpiry {

    private CertificateExpiry() {}

    /** Whole days; negative when it has ended. */
    static long daysLeft(X509Certificate certificate, Instant now) {
        Duration left = Duration.between(now, certificate.getNotAfter().toInstant());
        return Math.floorDiv(left.toSeconds(), Duration.ofDays(1).toSeconds());
    }
}
