package dev.tidemark.launcher.settings;

import java.util.HashMap;
import java.util.Map;

/** How the connection to the mail server is encrypted: with TLS from the start, with STARTTLS, or not at all. */
final class MailEncryption {

    private static final String IMPLICIT_TLS = "TIDEMARK_SMTP_IMPLICIT_TLS";
    private static final String STARTTLS = "TIDEMARK_SMTP_STARTTLS";
    /** The port of SMTP over TLS: https://www.rfc-editor.org/rfc/rfc8314#section-7.3 */
    private static final String TLS_PORT = "465";

    private MailEncryption() {}

    /** The settings that follow from others: port 465 means TLS from the start, and that excludes STARTTLS. */
    static Map<String, String> of(Map<String, String> settings) {
        Map<String, String> derived = new HashMap<>();
        boolean isTlsPort = TLS_PORT.equals(settings.get("TIDEMARK_SMTP_PORT"));
        if (Boolean.parseBoolean(settings.getOrDefault(IMPLICIT_TLS, String.valueOf(isTlsPort)))) {
            derived.put(IMPLICIT_TLS, "true");
            derived.put(STARTTLS, "false");
        }
        return derived;
    }
}
