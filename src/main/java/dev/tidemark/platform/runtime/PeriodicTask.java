package dev.tidemark.platform.runtime;

import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A periodic task that never throws, because an executor would not run it again. */
public final class PeriodicTask implements Runnable {

    private static final Logger LOG = Logger.getLogger(PeriodicTask.class.getName());

    private final BooleanSupplier ready;
    private final String failureMessage;
    private final Work work;
    private boolean failing;

    PeriodicTask(BooleanSupplier ready, String failureMessage, Work work) {
        this.ready = ready;
        this.failureMessage = failureMessage;
        this.work = work;
    }

    /** Runs the work once. Repeated failures are logged as a warning only the first time. */
    @Override
    public void run() {
        try {
            if (ready.getAsBoolean()) {
                work.run();
            }
            failing = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.log(failing ? Level.FINE : Level.WARNING, e, () -> failureMessage);
            failing = true;
        }
    }

    /** The work of one run. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
