package dev.tidemark.launcher;

import java.util.Optional;

/** What the person at the terminal needs to know once it runs. */
final class Banner {
    private Banner() {}

    static String of(String address, Optional<String> firstLogin, String data) {
        StringBuilder text = new StringBuilder();
        text.append("\n  Tidemark runs at ").append(address).append("\n\n");
        firstLogin.ifPresentOrElse(
                login -> text.append("  Log in with these; they are shown this once:\n\n")
                        .append(login.indent(6))
                        .append("\n"),
                () -> text.append("  Log in as before.\n\n"));
        text.append(
                        "  It measures its own calibration page now; the first point is on its trend page within a minute.\n")
                .append("  Add your pages there, or as files in probes/. Everything is kept in ")
                .append(data)
                .append(".\n  Ctrl-C ends it.\n");
        return text.toString();
    }
}
