package dev.tidemark.launcher.server;

import dev.tidemark.launcher.command.Arguments;
import dev.tidemark.launcher.command.LauncherCommand;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.system.ServiceManager;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts Tidemark in the foreground, prints how to use it, and stops everything on SIGINT or SIGTERM. */
public final class ServerCommand implements LauncherCommand {
    /** The server gets 60 s, PostgreSQL up to 40 s. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(110);

    private final ServiceManager manager = ServiceManager.ofThisProcess();
    private final CountDownLatch exited = new CountDownLatch(1);
    private volatile boolean shuttingDown;

    @Override
    public String name() {
        return "server";
    }

    @Override
    public String summary() {
        return "Run Tidemark in the foreground until it is interrupted.";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(main, out), "launch-end"));
        try (Tidemark tidemark = Tidemark.start(LauncherSettings.ofThisProcess())) {
            if (manager.isPresent()) {
                tidemark.initialCredentialsFile()
                        .ifPresent(file -> out.println("The credentials of the first user are in " + file
                                + ". Sign in, change the password, and delete the file."));
            } else {
                out.println(Banner.of(
                        tidemark.address(),
                        tidemark.initialCredentials(),
                        tidemark.data().toString(),
                        tidemark.probes().toString()));
            }
            manager.ready("Running at " + tidemark.address());
            return tidemark.awaitEnd();
        } catch (LaunchException failed) {
            if (shuttingDown) {
                return SUCCESS;
            }
            throw new LaunchException("\nTidemark did not start.\n" + failed.getMessage() + "\n", failed);
        } finally {
            exited.countDown();
        }
    }

    /** Everything is started and stopped on the main thread, which the shutdown hook signals and waits for. */
    private void shutDown(Thread main, PrintStream out) {
        if (exited.getCount() == 0) {
            return;
        }
        shuttingDown = true;
        out.println("Stopping ...");
        main.interrupt();
        manager.stopping();
        try {
            exited.await(SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
