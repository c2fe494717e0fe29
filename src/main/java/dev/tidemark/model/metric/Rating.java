package dev.tidemark.model.metric;

/** The ratings of Web Vitals, with the labels that web-vitals and OpenTelemetry use. */
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
