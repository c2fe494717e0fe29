package dev.tidemark.model.result;

/** The worst interaction: its three parts in ms, whose sum is its length, the event's type and the element's selector. */
public record Interaction(
        String type, String selector, double inputDelayMillis, double processingMillis, double presentationMillis) {

    /** From the input to the paint that follows. */
    public double millis() {
        return inputDelayMillis + processingMillis + presentationMillis;
    }
}
