package dev.tidemark.model.metric;

/** Selects one of Lighthouse's two sets of score curves. Web Vitals thresholds are the same for both. */
public enum FormFactor {
    MOBILE,
    DESKTOP
}
