package dev.tidemark.launcher;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The run command: starts Tidemark, prints how to use it, and stops everything on Ctrl-C. */
public final class Launcher {
    /** The server gets 20 s, PostgreSQL up to 40 s. */
    private static final Duration END_LIMIT = Duration.ofSeconds(70);

    private static final CountDownLatch ENDED = new CountDownLatch(1);
    private static volatile boolean ending;

    private Launcher() {}

    public static void main(String[] arguments) {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(main), "launch-end"));
        int code = 1;
        try (Tidemark tidemark = Tidemark.start(LauncherSettings.ofThisProcess())) {
            Terminal.say(Banner.of(
                    tidemark.address(), tidemark.firstLogin(), tidemark.data().toString()));
            code = tidemark.awaitEnd();
        } catch (LaunchException failed) {
            if (!ending) {
                Terminal.say("\nTidemark did not start.\n" + failed.getMessage() + "\n");
            }
        }
        ENDED.countDown();
        if (!ending) {
            System.exit(code);
        }
    }

    /** Everything is started and stopped on the main thread, which the shutdown hook signals and waits for. */
    private static void end(Thread main) {
        if (ENDED.getCount() == 0) {
            return;
        }
        ending = true;
        Terminal.say("Stopping ...");
        main.interrupt();
        try {
            ENDED.await(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
