package dev.tidemark.platform.runtime;

import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One piece of repeated work. It never throws: an executor would not run it again. */
public final class PeriodicTask implements Runnable {

    private static final Logger LOG = Logger.getLogger(PeriodicTask.class.getName());

    private final BooleanSupplier ready;
    private final String trouble;
    private final Work work;
    private boolean troubled;

    PeriodicTask(BooleanSupplier ready, String trouble, Work work) {
        this.ready = ready;
        this.trouble = trouble;
        this.work = work;
    }

    /** What fails again and again is a warning only the first time. */
    @Override
    public void run() {
        try {
            if (ready.getAsBoolean()) {
                work.go();
            }
            troubled = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.log(troubled ? Level.FINE : Level.WARNING, e, () -> trouble);
            troubled = true;
        }
    }

    /** What is done in a round. */
    @FunctionalInterface
    public interface Work {
        void go() throws Exception;
    }
}
