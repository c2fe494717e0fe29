package dev.tidemark.launcher.doctor;

import java.util.List;
import java.util.Locale;

/**
 * A reply of a mail server: https://www.rfc-editor.org/rfc/rfc5321#section-4.2
 *
 * @param lines without the code
 */
record SmtpReply(int code, List<String> lines) {
    SmtpReply {
        lines = List.copyOf(lines);
    }

    /** Whether a reply to EHLO lists an extension. */
    boolean offers(String extension) {
        return lines.stream().anyMatch(line -> words(line).get(0).equals(extension));
    }

    /** Whether a reply to EHLO lists a mechanism of authentication. */
    boolean authenticatesBy(String mechanism) {
        return lines.stream()
                .map(SmtpReply::words)
                .anyMatch(words -> words.get(0).equals("AUTH") && words.contains(mechanism));
    }

    String text() {
        return code + " " + String.join(" ", lines);
    }

    private static List<String> words(String line) {
        return List.of(line.toUpperCase(Locale.ROOT).split("[ =]"));
    }
}
