package dev.tidemark.model.result;

/**
 * The execution of a journey step; the n-th result of a sample belongs to the metrics with the prefix {@code STEP:n:}.
 *
 * @param title the action, such as {@code click #buy}; never the text that was filled in
 * @param startMillis and {@code endMillis}: ms from the first navigation start of the sample
 */
public record StepResult(String title, double startMillis, double endMillis) {}
