package dev.tidemark.launcher.backup;

import dev.tidemark.it.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Checks in as a node does, every second until it is closed. */
record RunningNode(String name, Thread thread) implements AutoCloseable {
    private static final String CHECK_IN = """
            INSERT INTO qrtz_scheduler_state VALUES ('tidemark', 'node-7', extract(epoch FROM clock_timestamp()) * 1000, 3000)
            ON CONFLICT (sched_name, instance_name) DO UPDATE SET last_checkin_time = EXCLUDED.last_checkin_time""";

    /** Returns after the first check-in. */
    static RunningNode on(TestDatabase database) throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        Thread thread = new Thread(() -> run(database, first), "node-7");
        thread.start();
        first.await();
        return new RunningNode("node-7", thread);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(TestDatabase database, CountDownLatch first) {
        try (Connection connection = database.connect()) {
            while (!Thread.currentThread().isInterrupted()) {
                Sql.run(connection, CHECK_IN);
                first.countDown();
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
