package dev.tidemark.launcher.server;

import java.util.Optional;

/** The message on the terminal after a successful start. */
final class Banner {
    private Banner() {}

    static String of(String address, Optional<String> initialCredentials, String data, String probes) {
        StringBuilder text = new StringBuilder();
        text.append("\n  Tidemark is running at ").append(address).append("\n\n");
        initialCredentials.ifPresentOrElse(
                credentials -> text.append("  Sign in with these credentials. They are shown only once:\n\n")
                        .append(credentials.indent(6))
                        .append("\n"),
                () -> text.append("  Sign in with your existing account.\n\n"));
        text.append("  The calibration page is being checked; its trend shows the first result within a minute.\n")
                .append("  Add probes in the browser, or as files in ")
                .append(probes)
                .append(". Data is stored in ")
                .append(data)
                .append(".\n  Press Ctrl-C to stop.\n");
        return text.toString();
    }
}
