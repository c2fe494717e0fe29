package dev.tidemark.prober.page;

import dev.tidemark.model.probe.Step;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** A page session that can execute steps. */
public interface InteractivePageSession extends PageSession {

    /**
     * Executes a step.
     *
     * @param beforeNavigation called if the step may navigate to another page
     * @param remainingMillis of the sample
     * @return the step that failed and why; empty if it succeeded
     */
    Optional<String> perform(Step step, Runnable beforeNavigation, DoubleSupplier remainingMillis);

    /** Description of the step, without the value of a fill step. */
    static String describe(Step step) {
        return StepText.of(step).toString();
    }
}
