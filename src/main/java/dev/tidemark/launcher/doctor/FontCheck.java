package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.SystemCommand;
import java.time.Duration;
import java.util.List;

/** Fonts for pages: without them text has no size, which changes LCP and CLS. */
final class FontCheck implements InstallationCheck {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String INSTALL =
            "Install fonts (Debian, Ubuntu: apt-get install fonts-liberation fonts-noto-core fonts-noto-cjk).";

    @Override
    public String name() {
        return "fonts";
    }

    @Override
    public List<Finding> run(LauncherSettings settings) {
        if (SystemCommand.find("fc-match").isEmpty()) {
            return List.of(Finding.warning(
                    name(),
                    "fc-match is not installed, so the fonts cannot be listed.",
                    "Install fontconfig, or check a screenshot of a run for missing characters."));
        }
        String latin = SystemCommand.of("fc-match", "-f", "%{family}", "sans-serif")
                .run(LIMIT)
                .output();
        if (latin.isBlank()) {
            return List.of(Finding.failed(name(), "No font is installed: pages show no text.", INSTALL));
        }
        boolean chinese = !SystemCommand.of("fc-list", ":lang=zh", "family")
                .run(LIMIT)
                .output()
                .isBlank();
        return List.of(
                chinese
                        ? Finding.ok(name(), "Latin and East Asian fonts are installed (sans-serif: " + latin + ").")
                        : Finding.warning(
                                name(),
                                "No East Asian font is installed (sans-serif: " + latin
                                        + "); pages in these scripts show boxes.",
                                INSTALL));
    }
}
