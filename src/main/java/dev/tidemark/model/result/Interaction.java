package dev.tidemark.model.result;

/** The slowest interaction: type of the event, selector of the element, and the three parts of its duration in ms. */
public record Interaction(
        String type, String selector, double inputDelayMillis, double processingMillis, double presentationMillis) {

    /** From the input to the next paint, in ms: the sum of the three parts. */
    public double millis() {
        return inputDelayMillis + processingMillis + presentationMillis;
    }
}
