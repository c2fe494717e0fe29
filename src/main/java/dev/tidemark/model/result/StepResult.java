package dev.tidemark.model.result;

/**
 * A step of a journey as it was done; the n-th of a sample's list is what {@code STEP:n:} metrics are about.
 *
 * @param title what was done, such as {@code click #buy}; never what was filled in
 * @param startMillis and {@code endMillis}: ms from the sample's first navigation start
 */
public record StepResult(String title, double startMillis, double endMillis) {}
