package dev.tidemark.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The browser that loads the pages: the configured one, else Playwright's own, else the system's, else one that is installed now.
 *
 * @param program a Chromium that runs on this machine
 */
public record ChromiumLocator(Path program) {

    /**
     * Finds a browser, or gets one.
     *
     * @param configured the value of TIDEMARK_CHROMIUM; blank means none
     * @param driver the folder of Playwright's driver, whose installer may be asked
     * @throws LaunchException when there is none and none can be had; the message has the command to type
     */
    public static ChromiumLocator ready(String configured, Path driver) {
        if (!configured.isBlank()) {
            return configured(Path.of(configured));
        }
        return ready(ChromiumSearch.ofThisMachine(), () -> ChromiumInstaller.allowedHere(driver));
    }

    /** Asks the installers, in their order, until one has helped. */
    static ChromiumLocator ready(ChromiumSearch search, Supplier<List<ChromiumInstaller>> installers) {
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
        return new ChromiumLocator(found.orElseThrow(() -> new LaunchException(nothingHelped())));
    }

    private static ChromiumLocator configured(Path program) {
        if (!Files.isExecutable(program)) {
            throw new LaunchException("TIDEMARK_CHROMIUM is " + program + ", which is not a program that can be run."
                    + " Set it to a Chromium or Chrome, or unset it to have one found.");
        }
        return new ChromiumLocator(program);
    }

    private static String nothingHelped() {
        String advice = SystemCommand.find("apt-get").isPresent()
                ? "sudo apt-get install -y chromium-headless-shell   (where that package is unknown: chromium)"
                : "install Chromium or Google Chrome with your system's package manager";
        return "No Chromium was found, and none could be installed from here. Type\n\n    " + advice
                + "\n\nand start again, or set TIDEMARK_CHROMIUM to the path of a Chromium or Chrome.";
    }
}
