package dev.tidemark.launcher.chromium;

import dev.tidemark.launcher.system.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The browser for checks: the configured one, else Playwright's, else the system's, else one that is installed
 * now.
 *
 * @param program executable of a Chromium that runs on this machine
 */
public record ChromiumLocator(Path program) {

    /**
     * Finds or installs a browser.
     *
     * @param configured the value of TIDEMARK_CHROMIUM; blank if not set
     * @param driver directory of the Playwright driver with its installer; empty if nothing may be installed
     * @throws LaunchException if no browser is found or can be installed; the message contains the command to
     *     type
     */
    public static ChromiumLocator locate(String configured, Optional<Path> driver) {
        if (!configured.isBlank()) {
            return configured(Path.of(configured));
        }
        return locate(ChromiumSearch.ofThisMachine(), () -> driver.map(ChromiumInstaller::available)
                .orElse(List.of()));
    }

    /** Tries the installers in order until a browser is found. */
    static ChromiumLocator locate(ChromiumSearch search, Supplier<List<ChromiumInstaller>> installers) {
        Optional<Path> found = search.find();
        if (found.isEmpty()) {
            for (ChromiumInstaller installer : installers.get()) {
                installer.install();
                found = search.find();
                if (found.isPresent()) {
                    break;
                }
            }
        }
        return new ChromiumLocator(found.orElseThrow(() -> new LaunchException(notFound())));
    }

    private static ChromiumLocator configured(Path program) {
        if (!Files.isExecutable(program)) {
            throw new LaunchException("TIDEMARK_CHROMIUM is " + program + ", which is not an executable file."
                    + " Set it to the path of Chromium or Chrome, or unset it to search for an installed browser.");
        }
        return new ChromiumLocator(program);
    }

    private static String notFound() {
        return "No Chromium was found. Install it and start Tidemark again, or set TIDEMARK_CHROMIUM to the path of Chromium or Chrome."
                + "\n\n    Debian, Ubuntu:  sudo apt-get install -y chromium-headless-shell   (or chromium, if that package does not exist)"
                + "\n    Fedora, RHEL:    sudo dnf install -y chromium   (RHEL: from EPEL)";
    }
}
