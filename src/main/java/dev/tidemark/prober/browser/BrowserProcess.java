package dev.tidemark.prober.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.prober.host.BrowserGroup;
import dev.tidemark.prober.host.ControlGroup;
import dev.tidemark.prober.host.ProcessTree;
import dev.tidemark.prober.host.TempDirectory;
import dev.tidemark.prober.page.PageSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A Playwright driver with one browser, warmed up. Used by the thread that launched it, as Playwright requires; only
 * {@link #kill()} may be called from another.
 */
final class BrowserProcess {

    private static final Logger LOG = Logger.getLogger(BrowserProcess.class.getName());

    /** Serializes launches, to determine which temporary directories belong to which browser. */
    private static final Object LAUNCH_LOCK = new Object();

    private static final Duration LAUNCH_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(3);
    private static final String WARM_UP =
            "data:text/html,<h1>warm</h1><script>document.title=JSON.stringify({a:1})</script>";

    private final Playwright playwright;
    private final ProcessTree processes;
    private Set<Path> tempFiles = Set.of();
    private Optional<BrowserGroup> group = Optional.empty();
    private final Browser browser;
    private final CDPSession browserSession;
    /** A context without pages, used to process events. */
    private final BrowserContext idle;

    private volatile boolean killed;
    private int samples;

    private BrowserProcess(
            Playwright playwright,
            ProcessTree processes,
            BrowserIsolation isolation,
            ChromiumOptions chromium,
            int proxyPort) {
        this.playwright = playwright;
        this.processes = processes;
        this.browser = launch(chromium, isolation.sandbox().isOn(), proxyPort);
        this.browserSession = browser.newBrowserCDPSession();
        this.idle = browser.newContext();
        processes.update();
    }

    /**
     * Launches a browser and discards a first load, which is slower than later ones.
     *
     * @throws PlaywrightException if it does not start
     */
    static BrowserProcess launch(ChromiumOptions chromium, Path tempParent, int proxyPort) {
        synchronized (LAUNCH_LOCK) {
            BrowserIsolation isolation = BrowserIsolation.of(chromium.program(), tempParent);
            Path tempDirectory = isolation.tempDirectory();
            Set<Path> existing = TempDirectory.content(tempDirectory);
            Optional<BrowserGroup> group = ControlGroup.forBrowser();
            List<String> prefix = Stream.concat(
                            group.map(BrowserGroup::prefix).stream().flatMap(List::stream), isolation.prefix().stream())
                    .toList();
            var started = ProcessTree.startedBy(() -> IsolatedDriver.start(prefix, isolation.environment()));
            try {
                BrowserProcess process = launchIn(started, existing, isolation, chromium, proxyPort);
                process.group = group;
                return process;
            } catch (RuntimeException failed) {
                started.tree().kill(KILL_TIMEOUT);
                end(started.result());
                group.ifPresent(BrowserGroup::close);
                newIn(tempDirectory, existing).forEach(TempDirectory::remove);
                throw failed;
            }
        }
    }

    private static BrowserProcess launchIn(
            ProcessTree.Started<Playwright> started,
            Set<Path> existing,
            BrowserIsolation isolation,
            ChromiumOptions chromium,
            int proxyPort) {
        BrowserProcess process = new BrowserProcess(started.result(), started.tree(), isolation, chromium, proxyPort);
        process.tempFiles = newIn(isolation.tempDirectory(), existing);
        process.warmUp();
        return process;
    }

    private static Set<Path> newIn(Path tempDirectory, Set<Path> existing) {
        Set<Path> tempFiles = TempDirectory.content(tempDirectory);
        tempFiles.removeAll(existing);
        return tempFiles;
    }

    private Browser launch(ChromiumOptions chromium, boolean sandbox, int proxyPort) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.program())
                        .setHeadless(true)
                        .setChromiumSandbox(sandbox)
                        .setTimeout(LAUNCH_TIMEOUT.toMillis())
                        .setHandleSIGINT(false)
                        .setHandleSIGTERM(false)
                        .setHandleSIGHUP(false)
                        .setIgnoreDefaultArgs(ChromiumOptions.UNWANTED)
                        .setArgs(chromium.switches(proxyPort)));
    }

    private void warmUp() {
        try (Page page = browser.newPage()) {
            page.navigate(WARM_UP);
        }
    }

    /** @throws PlaywrightException if the browser or its driver no longer exists */
    PageSession open(Probe probe) {
        return PageSession.open(browser, idle, probe);
    }

    Browser browser() {
        return browser;
    }

    /**
     * Requires a response of the browser, as {@code isConnected} stays true for a crashed one. Blocks while the
     * browser is stopped, until a deadline kills it.
     *
     * @throws PlaywrightException if the browser or its driver no longer exists
     */
    void requireResponse() {
        browserSession.send("Browser.getVersion");
    }

    /** Its processes: the driver first, then the browser and its child processes. */
    List<ProcessHandle> processes() {
        return processes.update();
    }

    /** Increments and returns the number of samples. */
    int countSample() {
        return ++samples;
    }

    long privateBytes() {
        return processes.privateBytes();
    }

    boolean isUsable() {
        return !killed && browser.isConnected();
    }

    /** Kills the whole process tree, from any thread; pending calls throw. */
    void kill() {
        killed = true;
        processes.kill(KILL_TIMEOUT);
    }

    /** Closes the browser gracefully if it responds, then removes its remaining processes and files. */
    void close() {
        if (killed || !closesItself()) {
            processes.kill(KILL_TIMEOUT);
        }
        end(playwright);
        processes.kill(KILL_TIMEOUT);
        group.ifPresent(BrowserGroup::close);
        tempFiles.forEach(TempDirectory::remove);
    }

    /** Asks the browser to close; whether it did. */
    private boolean closesItself() {
        try {
            browser.close();
            return true;
        } catch (PlaywrightException alreadyGone) {
            return false;
        }
    }

    /** Also needed for a driver that has exited, or its writer thread would wait indefinitely. */
    private static void end(Playwright driver) {
        try {
            driver.close();
        } catch (PlaywrightException alreadyGone) {
            LOG.log(Level.FINE, alreadyGone, () -> "A Playwright driver exited before it was closed");
        }
    }
}
