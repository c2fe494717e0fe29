package dev.tidemark.model.metric;

/** The three ratings of the field, named exactly as web-vitals and OpenTelemetry name them. */
public enum Rating {
    GOOD("good"),
    NEEDS_IMPROVEMENT("needs-improvement"),
    POOR("poor");

    private final String label;

    Rating(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
