package dev.tidemark.prober.http;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** Remaining validity of a certificate. */
final class CertificateExpiry {

    private CertificateExpiry() {}

    /** Whole days; negative if it has expired. */
    static long daysLeft(X509Certificate certificate, Instant now) {
        Duration left = Duration.between(now, certificate.getNotAfter().toInstant());
        return Math.floorDiv(left.toSeconds(), Duration.ofDays(1).toSeconds());
    }
}
