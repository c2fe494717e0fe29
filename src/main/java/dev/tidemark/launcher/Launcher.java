package dev.tidemark.launcher;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The run command: starts Tidemark, prints how to use it, and stops everything on Ctrl-C. */
public final class Launcher {
    /** The server gets 60 s, PostgreSQL up to 40 s. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(110);

    private static final CountDownLatch EXITED = new CountDownLatch(1);
    private static volatile boolean shuttingDown;

    private Launcher() {}

    public static void main(String[] arguments) {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(main), "launch-end"));
        int code = 1;
        try (Tidemark tidemark = Tidemark.start(LauncherSettings.ofThisProcess())) {
            Terminal.print(Banner.of(
                    tidemark.address(),
                    tidemark.initialCredentials(),
                    tidemark.data().toString()));
            code = tidemark.awaitEnd();
        } catch (LaunchException failed) {
            if (!shuttingDown) {
                Terminal.print("\nTidemark did not start.\n" + failed.getMessage() + "\n");
            }
        }
        EXITED.countDown();
        if (!shuttingDown) {
            System.exit(code);
        }
    }

    /** Everything is started and stopped on the main thread, which the shutdown hook signals and waits for. */
    private static void shutDown(Thread main) {
        if (EXITED.getCount() == 0) {
            return;
        }
        shuttingDown = true;
        Terminal.print("Stopping ...");
        main.interrupt();
        try {
            EXITED.await(SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
