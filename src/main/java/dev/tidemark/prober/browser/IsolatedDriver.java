package dev.tidemark.prober.browser;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.PlaywrightImpl;
import com.microsoft.playwright.impl.driver.Driver;
import dev.tidemark.prober.host.CleanEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Playwright's driver with a clean environment, as its user and under its limits. Playwright for Java passes on the
 * environment of the JVM, which {@code CreateOptions.setEnv} can only add to. Public, with a public constructor, because
 * Playwright instantiates it by name.
 */
public final class IsolatedDriver extends Driver {

    private static final String PLAYWRIGHTS_DIRECTORY = "playwright.cli.dir";
    private static final String DIRECTORY = "tidemark.playwright.driver";
    /** Passes the command prefix to the instance. */
    private static final String PREFIX = "dev.tidemark.prefix";
    /** Marks the variables for the process: {@link #env} has those of this JVM as well. */
    private static final String VARIABLE = "dev.tidemark.variable.";

    private static final Map<String, String> ALWAYS = Map.of(
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
            "1",
            // A dialog in a page that is being closed is an unhandled promise rejection, for which Node terminates.
            "NODE_OPTIONS",
            "--unhandled-rejections=warn");

    private static final AtomicLong STARTED = new AtomicLong();

    /**
     * Starts a driver.
     *
     * @param prefix starts the driver's program, such as {@code setpriv ...}
     * @throws IllegalStateException if Playwright used another driver, which would have the environment of this JVM
     */
    static Playwright start(List<String> prefix, Map<String, String> environment) {
        synchronized (STARTED) {
            register();
            Map<String, String> all = new TreeMap<>();
            all.put(PREFIX, String.join("\n", prefix));
            environment.forEach((name, value) -> all.put(VARIABLE + name, value));
            long before = STARTED.get();
            // A new instance per driver: the one that Playwright keeps has the environment of the first.
            Playwright playwright = PlaywrightImpl.createImpl(new Playwright.CreateOptions().setEnv(all), true);
            if (STARTED.get() == before) {
                playwright.close();
                throw new IllegalStateException(
                        "Playwright started a driver of its own. Unset the environment variable PLAYWRIGHT_DRIVER_DIR");
            }
            return playwright;
        }
    }

    /** The directory of the driver's program. */
    static Path directory() {
        register();
        return Path.of(System.getProperty(DIRECTORY, "playwright-driver"));
    }

    /** Playwright's own property takes precedence over a driver class, so it is replaced. */
    private static void register() {
        String directory = System.getProperty(PLAYWRIGHTS_DIRECTORY);
        if (directory != null) {
            System.setProperty(DIRECTORY, directory);
            System.clearProperty(PLAYWRIGHTS_DIRECTORY);
        }
        System.setProperty("playwright.driver.impl", IsolatedDriver.class.getName());
    }

    /** Browsers are installed by the launcher. */
    @Override
    protected void initialize(Boolean installBrowsers) {}

    @Override
    public Path driverDir() {
        return directory();
    }

    @Override
    public ProcessBuilder createProcessBuilder() {
        ProcessBuilder builder = super.createProcessBuilder();
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !name.startsWith("PW_LANG_") && !name.equals("PW_CLI_DISPLAY_VERSION"));
        environment.putAll(CleanEnvironment.ofThisProcess());
        environment.putAll(ALWAYS);
        env.forEach((name, value) -> {
            if (name.startsWith(VARIABLE)) {
                environment.put(name.substring(VARIABLE.length()), value);
            }
        });
        List<String> command =
                new ArrayList<>(List.of(env.getOrDefault(PREFIX, "").split("\n")));
        command.removeIf(String::isEmpty);
        command.addAll(builder.command());
        builder.command(command);
        STARTED.incrementAndGet();
        return builder;
    }
}
