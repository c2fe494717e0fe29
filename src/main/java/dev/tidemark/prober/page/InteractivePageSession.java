package dev.tidemark.prober.page;

import dev.tidemark.model.probe.Step;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** A stage on which a probe's steps can be done. */
public interface InteractivePageSession extends PageSession {

    /**
     * Does what a visitor would do.
     *
     * @param beforeNavigation is told when the step may leave the page for another
     * @param remainingMillis of the sample's time
     * @return what could not be done and why; empty when it was done
     */
    Optional<String> perform(Step step, Runnable beforeNavigation, DoubleSupplier remainingMillis);

    /** The step as people name it, without what is filled in. */
    static String describe(Step step) {
        return StepText.of(step);
    }
}
