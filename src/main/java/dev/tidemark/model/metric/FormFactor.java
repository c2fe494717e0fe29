package dev.tidemark.model.metric;

/** Which of Lighthouse's two sets of curves applies. Field thresholds are the same for both. */
public enum FormFactor {
    MOBILE,
    DESKTOP
}
